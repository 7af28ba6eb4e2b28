using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Minqing.Web.Tests.Shared;

/// <summary>Every pair of text and ground in tokens.css can be read: 4.5 : 1 at least, edges of controls 3 : 1, in light, dark and elder mode.</summary>
[Trait("Spec", "I-16")]
public sealed partial class ContrastTests
{
    private static readonly (string Text, string Ground, double AtLeast)[] Pairs =
    [
        .. from text in new[] { "ink", "ink-2", "ink-3", "brand", "brand-press" } from ground in new[] { "paper", "sheet" } select (text, ground, 4.5),
        ("ink", "brand-soft", 4.5), ("brand", "brand-soft", 4.5), ("ink-2", "brand-soft", 4.5), ("on-brand", "brand", 4.5), ("on-brand", "brand-press", 4.5),
        .. from colour in new[] { "red", "orange", "yellow" } from ground in new[] { "sheet", "paper", $"{colour}-soft" } select (colour, ground, 4.5),
        ("edge", "sheet", 3), ("edge", "paper", 3), ("paper", "ink", 4.5),
    ];

    [Theory]
    [InlineData("tokens.css", 0)]
    [InlineData("tokens.css", 1)]
    [InlineData("tokens.css", 2)]
    [InlineData("elder.css", 0)]
    public void Text_can_be_read_on_its_ground(string file, int block)
    {
        var colours = Blocks(File.ReadAllText(Path.Combine(Styles(), file))).ElementAt(block);
        var weak = Pairs.Select(p => (p, Ratio: Contrast(colours[p.Text], colours[p.Ground]))).Where(x => x.Ratio < x.p.AtLeast).Select(x => $"{x.p.Text} on {x.p.Ground}: {x.Ratio:0.00}");
        Assert.Empty(weak);
    }

    private static IEnumerable<Dictionary<string, double>> Blocks(string css) =>
        css.Split('}').Select(b => Colour().Matches(b).ToDictionary(m => m.Groups[1].Value, m => Luminance(m.Groups[2].Value))).Where(d => d.Count > 0);

    private static double Contrast(double a, double b) => (Math.Max(a, b) + .05) / (Math.Min(a, b) + .05);

    private static double Luminance(string hex)
    {
        var full = hex.Length == 3 ? string.Concat(hex.Select(c => $"{c}{c}")) : hex;
        double Part(int at)
        {
            var c = int.Parse(full.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return c <= .03928 ? c / 12.92 : Math.Pow((c + .055) / 1.055, 2.4);
        }

        return (.2126 * Part(0)) + (.7152 * Part(2)) + (.0722 * Part(4));
    }

    private static string Styles([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../../src/Minqing.Web/Client/src/styles");

    [GeneratedRegex(@"--([a-z0-9-]+):\s*#([0-9a-f]{6}|[0-9a-f]{3});")]
    private static partial Regex Colour();
}
