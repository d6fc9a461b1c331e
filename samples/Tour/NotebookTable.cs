using Spectre.Console;

namespace Samples;

/// <summary>The computations of the notebook side by side, as C# and as F# calls.</summary>
internal static class NotebookTable
{
    /// <summary>Prints the table.</summary>
    /// <returns>Whether both languages printed the same.</returns>
    public static bool Show()
    {
        var csharp = Notebook.Rows();
        var fsharp = FSharp.Notebook.rows();
        var table = new Table().Title("A GradientTape notebook without a tape, in float32").AddColumns("computed", "C#", "F#");
        for (var i = 0; i < csharp.Length; i++)
        {
            table.AddRow(new Text(csharp[i].Computed), new Text(csharp[i].Printed), new Text(fsharp[i].Item2));
        }

        // into a file or a pipe, a row stays on one line
        AnsiConsole.Profile.Width = Console.IsOutputRedirected ? 160 : AnsiConsole.Profile.Width;
        AnsiConsole.Write(table);
        return csharp.SequenceEqual(fsharp);
    }
}
