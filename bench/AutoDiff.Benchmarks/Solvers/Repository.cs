namespace AutoDiff.Benchmarks;

/// <summary>Files of the repository that this runs in.</summary>
internal static class Repository
{
    private static readonly string Root = Find(AppContext.BaseDirectory);

    /// <summary>The full path of a file of the repository.</summary>
    public static string File(string path) => Path.Combine(Root, path);

    private static string Find(string folder) =>
        Path.Exists(Path.Combine(folder, "AutoDiff.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("AutoDiff.sln stands in no folder above this program."));
}
