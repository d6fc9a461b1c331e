namespace AutoDiff

open System

/// <summary>What the minimum of a negative log likelihood says of its estimates: their covariance, standard errors and confidence intervals,
/// by the inverse of the observed information, which is the Hessian there. B. Efron, D. V. Hinkley, "Assessing the accuracy of the maximum
/// likelihood estimator: observed versus expected Fisher information", Biometrika 65 (1978) 457-487.</summary>
/// <typeparam name="T">The structure of the point.</typeparam>
[<Sealed; StructuredFormatDisplay "{Shown}">]
type LikelihoodStatistics<'T> internal (logLikelihood: float, covariance: float[], rebuild: float[] -> 'T, flat: float[]) =
    let errors = Statistics.standardErrors covariance flat.Length

    /// The logarithm of the likelihood at the estimates: the value with its sign changed.
    member _.LogLikelihood: float = logLikelihood

    /// The covariance matrix of the estimates, over their flattened numbers. Infinite for numbers that the likelihood does not determine, NaN
    /// where the point is no minimum; 0 for those that are fixed or at a bound.
    member _.Covariance: Matrix = Matrix(Array2D.init flat.Length flat.Length (fun i k -> covariance[k * flat.Length + i]))

    /// The standard error of each estimate, in the structure of the point.
    member _.StandardErrors: 'T = rebuild errors

    /// <summary>The ends of the confidence intervals at a level such as 0.95, in the structure of the point: the quantile of the normal
    /// distribution times the standard errors to both sides. Raises ArgumentOutOfRangeException for a level that is not between 0 and
    /// 1.</summary>
    /// <param name="level">The probability that the interval holds the parameter, between 0 and 1.</param>
    /// <returns>The interval of each parameter, structures like the point.</returns>
    /// <exception cref="T:System.ArgumentOutOfRangeException">For a level that is not between 0 and 1.</exception>
    member _.ConfidenceInterval(level: float) : struct ('T * 'T) =
        if not (level > 0.0 && level < 1.0) then
            raise (ArgumentOutOfRangeException(nameof level, level, "ConfidenceInterval: level must be between 0 and 1."))

        let width = Statistics.halfWidth level infinity
        let shifted sign = rebuild (Array.map2 (fun x error -> x + sign * width * error) flat errors)
        struct (shifted -1.0, shifted 1.0)

    /// What F# Interactive and %A show.
    member internal s.Shown: string = s.ToString()

    /// <summary>A report of a few lines.</summary><returns>The text.</returns>
    override s.ToString() =
        let struct (low, high) = s.ConfidenceInterval 0.95

        String.Join(
            Environment.NewLine,
            [
                "Log likelihood " + logLikelihood.ToString "G6"
                "standard errors  " + String.Format("{0}", s.StandardErrors)
                "95 % from        " + String.Format("{0}", low)
                "95 % to          " + String.Format("{0}", high)
            ]
        )
