namespace AutoDiff

open System

/// What a residual costs in a least-squares fit: z = (r / scale)² counts as ρ(z), so that outliers, whose residuals are far above the scale,
/// count less. Conventions as in SciPy's least_squares: the value is the sum of scale² ρ(z), and ρ(z) is about z for small z.
[<Sealed>]
type RobustLoss internal (name: string, scale: float, rho: float -> struct (float * float * float)) =
    static let create name scale rho =
        if not (scale > 0.0 && Double.IsFinite scale) then
            raise (ArgumentOutOfRangeException("scale", scale, "RobustLoss: scale must be positive and finite."))

        RobustLoss(name, scale, rho)

    /// Whether residuals count by their squares alone.
    member internal _.IsSquares: bool = (name = "squares")

    /// ρ, ρ' and ρ'' at z.
    member internal _.Rho(z: float) : struct (float * float * float) = rho z

    /// <summary>The name with its scale.</summary><returns>The text.</returns>
    override _.ToString() : string =
        if name = "squares" then
            name
        else
            name + " (scale " + scale.ToString Globalization.CultureInfo.InvariantCulture + ")"

    /// The sum over residuals.
    member internal _.Total(residuals: float[]) : float =
        if name = "squares" then
            Arrays.dot residuals residuals
        else
            let cost (r: float) = let struct (value, _, _) = rho ((r / scale) * (r / scale)) in scale * scale * value
            Array.sumBy cost residuals

    /// Residuals and Jacobian such that half the gradient is JᵀR and JᵀJ stands for half the Hessian: B. Triggs, P. F. McLauchlan, R. I.
    /// Hartley, A. W. Fitzgibbon, "Bundle adjustment - a modern synthesis" (2000), section 4.3, where curvature is kept from turning negative.
    member internal _.Weigh(r: float[], j: float[]) : struct (float[] * float[]) =
        if name = "squares" then
            struct (r, j)
        else
            let weights =
                r
                |> Array.map (fun r ->
                    let z = (r / scale) * (r / scale)
                    let struct (_, first, second) = rho z
                    struct (first, sqrt (max 1e-12 (first + 2.0 * second * z))))

            let residual (r: float) (struct (first, root)) = r * first / root
            let factor k = let struct (_, root) = weights[k % r.Length] in root
            struct (Array.map2 residual r weights, Array.mapi (fun k x -> x * factor k) j)

    /// ρ(z) = z: the sum of squares.
    static member Squares: RobustLoss = RobustLoss("squares", 1.0, (fun z -> struct (z, 1.0, 0.0)))

    /// <summary>ρ(z) = z up to 1 and 2 √z - 1 beyond: squares for small residuals, absolute values for large ones. P. J. Huber, Annals of
    /// Mathematical Statistics 35 (1964) 73-101.</summary>
    /// <param name="scale">The size of a residual up to which it counts in full.</param><returns>The loss.</returns>
    static member Huber(scale: float) : RobustLoss =
        create "Huber" scale (fun z ->
            if z <= 1.0 then
                struct (z, 1.0, 0.0)
            else
                struct (2.0 * sqrt z - 1.0, 1.0 / sqrt z, -0.5 / (z * sqrt z)))

    /// <summary>ρ(z) = 2 (√(1 + z) - 1): a smooth form of Huber's.</summary>
    /// <param name="scale">The size of a residual up to which it counts in full.</param><returns>The loss.</returns>
    static member SoftL1(scale: float) : RobustLoss =
        create "soft L1" scale (fun z ->
            let root = sqrt (1.0 + z)
            struct (2.0 * (root - 1.0), 1.0 / root, -0.5 / (root * root * root)))

    /// <summary>ρ(z) = log(1 + z): outliers hardly count.</summary>
    /// <param name="scale">The size of a residual up to which it counts in full.</param><returns>The loss.</returns>
    static member Cauchy(scale: float) : RobustLoss =
        create "Cauchy" scale (fun z -> struct (MathNet.Numerics.SpecialFunctions.Log1p z, 1.0 / (1.0 + z), -1.0 / ((1.0 + z) * (1.0 + z))))

    /// <summary>ρ(z) = arctan z: outliers count no more than a constant.</summary>
    /// <param name="scale">The size of a residual up to which it counts in full.</param><returns>The loss.</returns>
    static member Arctan(scale: float) : RobustLoss =
        create "arctan" scale (fun z -> struct (atan z, 1.0 / (1.0 + z * z), -2.0 * z / ((1.0 + z * z) * (1.0 + z * z))))
