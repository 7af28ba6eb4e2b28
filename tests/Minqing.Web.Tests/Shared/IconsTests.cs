using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Minqing.Web.Shared;

namespace Minqing.Web.Tests.Shared;

/// <summary>An icon that is not there would break the page that names it.</summary>
public sealed partial class IconsTests
{
    [Fact]
    public void Every_icon_that_a_page_names_is_there()
    {
        var named = from file in Directory.EnumerateFiles(Web(), "*.cshtml", SearchOption.AllDirectories)
                    where !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("node_modules", StringComparison.Ordinal)
                    from Match match in Named().Matches(File.ReadAllText(file))
                    select (Icon: match.Groups[1].Value, File: Path.GetFileName(file));
        Assert.All(named, n => Assert.True(Icons.Drawings.ContainsKey(n.Icon), $"{n.File}: {n.Icon}"));
    }

    private static string Web([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../../src/Minqing.Web");

    [GeneratedRegex("<icon name=\"([a-z-]+)\"")]
    private static partial Regex Named();
}
