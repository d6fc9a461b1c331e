namespace AutoDiff

open System

/// How exactly an ordinary differential equation is solved. A copy is taken when it begins.
[<Sealed>]
type OdeOptions
    /// <summary>The options as they are where nothing is said.</summary>
    () =
    /// The error of a step that is allowed, relative to the size of each element; 1e-8.
    member val RelativeTolerance = 1e-8 with get, set
    /// The error of a step that is allowed near zero; 1e-10.
    member val AbsoluteTolerance = 1e-10 with get, set
    /// The length of the first step; 0, which is chosen by the slopes.
    member val InitialStep = 0.0 with get, set
    /// The longest step; unlimited.
    member val MaxStep = Double.PositiveInfinity with get, set
    /// The largest number of steps, refused ones included; 100,000.
    member val MaxSteps = 100_000 with get, set
    /// How many states are kept at once for the way back, where others are computed again; unlimited, with all that steps computed. Where
    /// it is limited the slope is recorded once, as the body of a loop: it branches by If and Where, and reads no numbers.
    member val Memory = Int32.MaxValue with get, set

    member internal options.Check() =
        let require holds name =
            if not holds then
                raise (ArgumentException("OdeOptions." + name + " must be positive."))

        require (options.RelativeTolerance > 0.0) (nameof options.RelativeTolerance)
        require (options.AbsoluteTolerance > 0.0) (nameof options.AbsoluteTolerance)
        require (options.MaxStep > 0.0) (nameof options.MaxStep)
        require (options.MaxSteps > 0) (nameof options.MaxSteps)
        require (options.Memory > 0) (nameof options.Memory)
