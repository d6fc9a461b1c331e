namespace FacadeTests;

/// <summary>Files of the repository, found upwards from the test: a path kept from compiling is not one in a deterministic build.</summary>
internal static class Repository
{
    public static string PathOf(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No repository above " + AppContext.BaseDirectory);
        }
        return Path.Combine([folder.FullName, .. parts]);
    }
}
