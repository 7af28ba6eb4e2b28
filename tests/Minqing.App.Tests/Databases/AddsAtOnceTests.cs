using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.Intake;
using Minqing.Testing;

namespace Minqing.App.Tests.Databases;

public sealed class AddsAtOnceTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);

    private static readonly PersonId Holder = new(Guid.CreateVersion7());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task New_rows_are_saved_all_or_none(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        await AddAsync(test, "a");

        var failure = await Assert.ThrowsAsync<DbUpdateException>(() => AddAsync(test, "b", "a", "c"));

        await using var db = test.NewDb();
        Assert.True(db.Dialect.LostRace(failure));
        Assert.Equal(["a"], await db.SubmissionKeys.Select(k => k.Key).ToListAsync(Ct));
    }

    [Theory, OnBothDatabases]
    public async Task New_rows_belong_to_the_transaction_that_is_open(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        await using (var scope = test.Scope())
        {
            var within = scope.ServiceProvider.GetRequiredService<MinqingDb>();
            await using var given = await within.Database.BeginTransactionAsync(Ct);
            within.SubmissionKeys.AddRange(Key("a"), Key("b"));
            await within.SaveChangesAsync(Ct);
        }

        await using var db = test.NewDb();
        Assert.Empty(await db.SubmissionKeys.ToListAsync(Ct));
    }

    [Theory, OnBothDatabases]
    public async Task What_goes_past_the_tracker_is_read_back_the_same(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        await using var tracked = test.NewDb();
        await using var past = test.NewDb();
        var (one, other) = (Opened("one"), Opened("other"));
        tracked.Posts.Add(one);
        await tracked.SaveChangesAsync(Ct);
        past.AddNew(other);
        await past.SaveChangesAsync(Ct);

        await using var db = test.NewDb();
        var read = await db.Posts.AsNoTracking().OrderBy(p => p.Code).ToListAsync(Ct);
        Assert.Equal([("one", 1L, 1), ("other", 1L, 1)], read.Select(p => (p.Code, p.Version, p.JournalLength)));
        Assert.All(read, p => Assert.Equal(Holder, Assert.Single(p.Holdings).Person));
        Assert.Equal(2, await db.Journal.CountAsync(j => j.SubjectKind == SubjectKind.Post, Ct));
        Assert.Equal(2, await db.Outbox.CountAsync(Ct));
        Assert.Empty(past.ChangeTracker.Entries());
    }

    [Theory, OnBothDatabases]
    public async Task What_is_new_is_saved_together_with_what_was_changed(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        await AddAsync(test, "a");
        await using var db = test.NewDb();
        db.Entry(await db.SubmissionKeys.SingleAsync(Ct)).Property(k => k.Body).CurrentValue = "changed";
        db.AddNew(Key("b"));
        await db.SaveChangesAsync(Ct);

        await using var after = test.NewDb();
        Assert.Equal([("a", "changed"), ("b", "")], (await after.SubmissionKeys.OrderBy(k => k.Key).ToListAsync(Ct)).Select(k => (k.Key, k.Body)));
    }

    [Theory, OnBothDatabases]
    public async Task Many_who_write_at_once_all_come_to_their_turn(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);

        await Parallel.ForEachAsync(Enumerable.Range(0, 60), new ParallelOptions { MaxDegreeOfParallelism = 20, CancellationToken = Ct }, async (i, ct) =>
        {
            await AddAsync(test, $"{i}");
            await using var scope = test.Scope();
            var db = scope.ServiceProvider.GetRequiredService<MinqingDb>();
            await db.SubmissionKeys.Where(k => k.Key == $"{i}").ExecuteUpdateAsync(set => set.SetProperty(k => k.Body, "seen"), ct);
            await using var given = await db.Database.BeginTransactionAsync(ct); // and leaves without an end
        });

        await using var after = test.NewDb();
        Assert.Equal(60, await after.SubmissionKeys.CountAsync(k => k.Body == "seen", Ct));
    }

    private static Post Opened(string code) => Post.Open(
        new(Guid.CreateVersion7()),
        new(code, Role.TownHead, PostRank.Principal, UnitPart.Head, new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), [], Now),
        new(Actor.Platform, Now), Holder);

    private static async Task AddAsync(TestDatabase test, params string[] keys)
    {
        await using var scope = test.Scope();
        var db = scope.ServiceProvider.GetRequiredService<MinqingDb>();
        db.SubmissionKeys.AddRange(keys.Select(Key));
        await db.SaveChangesAsync(Ct);
    }

    private static SubmissionKey Key(string key) => new() { Key = key, Body = "", Report = new ReportId(Guid.CreateVersion7()), At = Now };
}
