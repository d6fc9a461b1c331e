namespace AutoDiff

open System

/// <summary>What a least-squares fit found, with what it says of the estimates: their covariance, standard errors and confidence
/// intervals, by the linear approximation at the point, as in the tables of NIST's reference datasets. The value is the sum of the
/// squared residuals.</summary>
/// <typeparam name="T">The structure of the point.</typeparam>
[<Sealed>]
type LeastSquaresFit<'T>
    internal (minimum: MinimumParts<'T>, residuals: float[], unscaled: float[], free: int, rebuild: float[] -> 'T, flat: float[]) =
    inherit Minimum<'T>(minimum)

    let degreesOfFreedom = residuals.Length - free
    let variance = if degreesOfFreedom > 0 then minimum.Value.Node.Value.Number / float degreesOfFreedom else nan
    let covariance = lazy (unscaled |> Array.map ((*) variance))
    let errors = lazy Statistics.standardErrors covariance.Value flat.Length

    /// The residuals at the point, without the weights of a robust loss.
    member _.Residuals: Vector = Vector residuals

    /// The number of residuals less that of the fitted numbers.
    member _.DegreesOfFreedom: int = degreesOfFreedom

    /// The estimated standard deviation of a residual: the root of the value over the degrees of freedom; NaN where there are none.
    member _.ResidualStandardDeviation: float = sqrt variance

    /// The covariance matrix of the estimates, over their flattened numbers: the residual variance times (JᵀJ)⁻¹. Infinite for numbers that the
    /// residuals do not determine; 0 for fixed ones; NaN without degrees of freedom.
    member _.Covariance: Matrix = Matrix(Array2D.init flat.Length flat.Length (fun i k -> covariance.Value[k * flat.Length + i]))

    /// The standard error of each estimate, in the structure of the point.
    member _.StandardErrors: 'T = rebuild errors.Value

    /// <summary>The ends of the confidence intervals at a level such as 0.95, in the structure of the point: Student's t times the
    /// standard errors to both sides. Raises ArgumentOutOfRangeException for a level that is not between 0 and 1.</summary>
    /// <param name="level">The probability that the interval holds the parameter, between 0 and 1.</param>
    /// <returns>The interval of each parameter, structures like the point.</returns>
    /// <exception cref="T:System.ArgumentOutOfRangeException">For a level that is not between 0 and 1.</exception>
    member _.ConfidenceInterval(level: float) : struct ('T * 'T) =
        if not (level > 0.0 && level < 1.0) then
            raise (ArgumentOutOfRangeException(nameof level, level, "ConfidenceInterval: level must be between 0 and 1."))

        let width = if degreesOfFreedom > 0 then Statistics.halfWidth level (float degreesOfFreedom) else nan
        let shifted sign = rebuild (Array.map2 (fun x error -> x + sign * width * error) flat errors.Value)
        struct (shifted -1.0, shifted 1.0)
