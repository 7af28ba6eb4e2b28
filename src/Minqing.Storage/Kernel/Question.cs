using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Minqing.Storage.Kernel;

/// <summary>A question that every request asks, made into SQL once per database.</summary>
public sealed class Question<TAbout, TAnswer>(Expression<Func<MinqingDb, TAbout, CancellationToken, TAnswer>> asked)
{
    private readonly ConcurrentDictionary<IModel, Func<MinqingDb, TAbout, CancellationToken, Task<TAnswer>>> known = new();

    public Task<TAnswer> AskAsync(MinqingDb db, TAbout about, CancellationToken ct) => known.GetOrAdd(db.Model, _ => EF.CompileAsyncQuery(asked))(db, about, ct);
}
