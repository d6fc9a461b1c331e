// The computations of a GradientTape notebook: samples/Notebook.FSharp/Notebook.fs says how each is written.
#I "../src/AutoDiff.Core.fs/bin/Release/net10.0"
#r "MathNet.Numerics.dll"
#r "AutoDiff.Core.dll"
#load "Notebook.FSharp/Notebook.fs"

for struct (computed, printed) in Samples.FSharp.Notebook.rows () do
    printfn $"%-56s{computed} {printed}"
