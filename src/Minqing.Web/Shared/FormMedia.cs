using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Memory;
using Minqing.App.Media;
using Minqing.Domain.Kernel;

namespace Minqing.Web.Shared;

/// <summary>Photos and voice that came with a form, where scripts are off. The same file in the same form again is the same upload, so that a form sent twice says the same twice.</summary>
public sealed class FormMedia(AddMedia add, IMemoryCache cache)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    public async Task<Result<IReadOnlyList<Guid>>> StoreAsync(string key, IEnumerable<IFormFile> files, MediaLimits limits, CancellationToken ct)
    {
        var ids = new List<Guid>();
        foreach (var file in files.Where(f => f.Length > 0))
        {
            await using var content = file.OpenReadStream();
            var name = $"form:{key}:{Convert.ToHexString(await SHA256.HashDataAsync(content, ct))}";
            if (!cache.TryGetValue(name, out Guid id))
            {
                content.Position = 0;
                var added = await add.RunAsync(content, Declared.Nothing, "page", limits, ct);
                if (added.Problem is { } problem)
                {
                    return problem;
                }

                id = cache.Set(name, added.Value.Id.Value, Remembered);
            }

            ids.Add(id);
        }

        return ids;
    }
}
