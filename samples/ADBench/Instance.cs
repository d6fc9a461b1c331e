namespace Samples.ADBench;

/// <summary>One objective with its data.</summary>
public abstract class Instance
{
    /// <summary>The objective at the point of the file.</summary>
    /// <returns>One value, or the residuals.</returns>
    public abstract double[] Objective();

    /// <summary>The derivative that the benchmark asks for.</summary>
    /// <returns>Its elements.</returns>
    public abstract Derivative Derivative();

    /// <summary>Reads an instance.</summary>
    /// <param name="objective">gmm, ba, ba-perturbed, lstm, hand or hand-complicated.</param>
    /// <param name="path">The file.</param>
    /// <returns>The instance.</returns>
    /// <exception cref="ArgumentException">There is no such objective.</exception>
    public static Instance Read(string objective, string path) => objective switch
    {
        "gmm" => GaussianMixture.Read(path),
        "ba" => BundleAdjustment.Read(path, perturbed: false),
        "ba-perturbed" => BundleAdjustment.Read(path, perturbed: true),
        "lstm" => Lstm.Read(path),
        "hand" => HandTracking.Read(path, complicated: false),
        "hand-complicated" => HandTracking.Read(path, complicated: true),
        _ => throw new ArgumentException($"There is no objective {objective}.", nameof(objective)),
    };
}
