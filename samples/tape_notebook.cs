#:project Notebook/Notebook.csproj
#:property PublishAot=false
// The computations of a GradientTape notebook: samples/Notebook/Notebook.cs says how each is written.
foreach (var (computed, printed) in Samples.Notebook.Rows())
{
    Console.WriteLine($"{computed,-56} {printed}");
}
