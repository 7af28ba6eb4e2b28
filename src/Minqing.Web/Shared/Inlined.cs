using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Minqing.Web.Shared;

/// <summary>Built styles and scripts that go into the page itself, with the hash that lets the browser trust them.</summary>
public sealed class Inlined(IWebHostEnvironment environment)
{
    private readonly ConcurrentDictionary<string, InlinedFile> files = new();

    /// <summary>A file of wwwroot/app. One that was not built is empty: pages work without look and script.</summary>
    public InlinedFile Of(string name) => files.GetOrAdd(name, Read);

    private InlinedFile Read(string name)
    {
        var file = environment.WebRootFileProvider.GetFileInfo($"app/{name}");
        if (!file.Exists)
        {
            return new("", null);
        }

        using var reader = new StreamReader(file.CreateReadStream(), Encoding.UTF8);
        var text = reader.ReadToEnd().TrimEnd();
        return new(text, $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'");
    }
}

/// <summary>The text as it stands in the page, and its source expression for the content security policy.</summary>
public sealed record InlinedFile(string Text, string? Hash);
