using ScottPlot;

namespace Samples;

/// <summary>The colours of a picture, which depend on what it lies on.</summary>
/// <param name="Text">Of titles and labels.</param>
/// <param name="Faint">Of axes and grids.</param>
/// <param name="Blue">The first colour of what is shown.</param>
/// <param name="Orange">The second.</param>
/// <param name="Green">The third.</param>
/// <param name="Violet">The fourth.</param>
public sealed record Ink(Color Text, Color Faint, Color Blue, Color Orange, Color Green, Color Violet)
{
    /// <summary>For light pages.</summary>
    public static Ink Light { get; } = Of("#24292f", "#8c959f", "#1f6feb", "#d4660b", "#1a7f4b", "#8250df");

    /// <summary>For dark pages.</summary>
    public static Ink Dark { get; } = Of("#e6edf3", "#7d8590", "#58a6ff", "#ffa657", "#56d364", "#bc8cff");

    /// <summary>Whether this is for dark pages.</summary>
    public bool IsDark => ReferenceEquals(this, Dark);

    private static Ink Of(params string[] colors)
    {
        var c = colors.Select(Color.FromHex).ToArray();
        return new(c[0], c[1], c[2], c[3], c[4], c[5]);
    }
}

/// <summary>Pictures of one look, each for light pages and for dark ones.</summary>
public static class Picture
{
    private const string Font = "DejaVu Sans"; // another one where it is not installed
    private const double Sharpness = 1.5; // pixels of the file for each on the page, for screens that have them

    /// <summary>Draws a picture twice, as <c>name.png</c> and <c>name-dark.png</c>, on nothing, so that the page shows through.</summary>
    /// <param name="arguments">Those of the program: the folder, artifacts/pictures unless one is named.</param>
    /// <param name="name">Of the files.</param>
    /// <param name="draw">Puts what is shown on an empty plot.</param>
    /// <param name="width">On the page.</param>
    /// <param name="height">On the page.</param>
    public static void Write(string[] arguments, string name, Action<Plot, Ink> draw, int width = 720, int height = 420)
    {
        var folder = arguments.Length > 0 ? arguments[0] : Path.Combine("artifacts", "pictures");
        Directory.CreateDirectory(folder);
        Fonts.Default = Font;
        foreach (var ink in new[] { Ink.Light, Ink.Dark })
        {
            using var plot = new Plot();
            plot.ScaleFactor = Sharpness;
            draw(plot, ink);
            Dress(plot, ink);
            plot.SavePng(Path.Combine(folder, ink.IsDark ? name + "-dark.png" : name + ".png"), (int)(width * Sharpness), (int)(height * Sharpness));
        }

        Console.WriteLine($"{name}.png and {name}-dark.png are in {folder}");
    }

    /// <summary>Marks on a logarithmic axis whose coordinates are decimal logarithms.</summary>
    /// <param name="axis">The axis.</param>
    public static void Powers(IAxis axis)
    {
        ArgumentNullException.ThrowIfNull(axis);
        axis.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic
        {
            IntegerTicksOnly = true,
            LabelFormatter = power => "10" + string.Concat($"{power:F0}".Select(c => "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"["0123456789-".IndexOf(c, StringComparison.Ordinal)])),
        };
    }

    /// <summary>Words in a plot.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="text">The words.</param>
    /// <param name="x">Where.</param>
    /// <param name="y">Where.</param>
    /// <param name="color">Their colour.</param>
    /// <param name="alignment">The part of the words that is there.</param>
    public static void Say(Plot plot, string text, double x, double y, Color color, Alignment alignment)
    {
        ArgumentNullException.ThrowIfNull(plot);
        var label = plot.Add.Text(text, x, y);
        (label.LabelFontSize, label.LabelFontColor, label.LabelAlignment) = (14, color, alignment);
        var words = alignment.ToString(); // as LowerLeft, from which the words are set off a little
        label.OffsetX = words.EndsWith("Left", StringComparison.Ordinal) ? 7 : words.EndsWith("Right", StringComparison.Ordinal) ? -7 : 0;
        label.OffsetY = words.StartsWith("Lower", StringComparison.Ordinal) ? -7 : words.StartsWith("Upper", StringComparison.Ordinal) ? 7 : 0;
    }

    private static void Dress(Plot plot, Ink ink)
    {
        plot.FigureBackground.Color = Colors.Transparent;
        plot.DataBackground.Color = Colors.Transparent;
        plot.Axes.Color(ink.Text);
        plot.Axes.FrameColor(ink.Faint);
        plot.Axes.Top.FrameLineStyle.IsVisible = plot.Axes.Right.FrameLineStyle.IsVisible = false;
        plot.Grid.MajorLineColor = ink.Faint.WithAlpha(0.18);
        plot.Axes.Bottom.Label.FontSize = plot.Axes.Left.Label.FontSize = 15;
        plot.Axes.Bottom.Label.Bold = plot.Axes.Left.Label.Bold = false;
        plot.Axes.Bottom.TickLabelStyle.FontSize = plot.Axes.Left.TickLabelStyle.FontSize = 13;
        plot.Legend.BackgroundColor = ink.IsDark ? Color.FromHex("#1c2128") : Colors.White;
        plot.Legend.OutlineColor = ink.Faint.WithAlpha(0.4);
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.FontColor = ink.Text;
        plot.Legend.FontSize = 13;
    }
}
