namespace AutoDiff

open System
open System.IO

/// What an optimizer remembers after a step, the point included: it goes on from there, bit for bit as if it had never stopped.
[<Sealed>]
type OptimizerState internal (optimizer: string, state: SolverState, point: Node[]) =
    static let version = 2

    member internal _.Optimizer: string = optimizer
    member internal _.State: SolverState = state
    /// The leaves of the point after the step.
    member internal _.Point: Node[] = point

    /// <summary>As bytes, to be kept in a file.</summary><returns>The bytes, in a versioned form.</returns>
    member _.ToBytes() : byte[] =
        use stream = new MemoryStream()
        use writer = new BinaryWriter(stream)

        let writeAll (numbers: float[]) =
            writer.Write numbers.Length
            Array.iter (fun (x: float) -> writer.Write x) numbers

        writer.Write version
        writer.Write optimizer
        writer.Write state.Count
        writeAll state.Numbers
        writer.Write state.Vectors.Length
        Array.iter writeAll state.Vectors
        writer.Write state.Slots.Length
        let writeLeaves (leaves: Node[]) = leaves |> Array.iter (fun leaf -> writeAll (Read.floats (Interpreter.force leaf)))
        Array.iter writeLeaves state.Slots
        writeLeaves point
        stream.ToArray()

    /// From bytes that ToBytes made; the point tells what its parts look like. Raises ArgumentException for other bytes.
    static member internal Read(bytes: byte[], pattern: Node[]) : OptimizerState =
        use reader = new BinaryReader(new MemoryStream(bytes))
        let readAll () = Array.init (reader.ReadInt32()) (fun _ -> reader.ReadDouble())

        if bytes.Length < 4 || reader.ReadInt32() <> version then
            raise (ArgumentException("OptimizerState: these bytes were not made by ToBytes of this version.", nameof bytes))

        let optimizer = reader.ReadString()
        let count = reader.ReadInt32()
        let numbers = readAll ()
        let vectors = Array.init (reader.ReadInt32()) (fun _ -> readAll ())

        let slot () = pattern |> Array.collect (fun _ -> readAll ()) |> Leaf.unflatten pattern
        let slots = Array.init (reader.ReadInt32()) (fun _ -> slot ())
        OptimizerState(optimizer, { Count = count; Numbers = numbers; Vectors = vectors; Slots = slots }, slot ())

    /// <summary>From bytes that ToBytes made, for a point like the one that they were made at. Raises ArgumentException for other
    /// bytes.</summary>
    /// <typeparam name="T">The structure: a value, or a nesting of records, tuples and collections of values.</typeparam>
    /// <param name="bytes">What ToBytes gave.</param><param name="point">The point that the optimiser began at, or one like it.</param>
    /// <returns>The state.</returns><exception cref="T:System.ArgumentException">For other bytes.</exception>
    static member FromBytes(bytes: byte[], point: 'T) : OptimizerState =
        ArgumentNullException.ThrowIfNull(bytes, nameof bytes)
        let settle (node: Node) = Marks.convert (Precision.settled node.Precision) node
        OptimizerState.Read(bytes, Structure.leaves point |> Array.map settle)
