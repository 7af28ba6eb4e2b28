using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Tests.Appeals;

/// <summary>What holds of an appeal and its reports after every step, whatever it was.</summary>
internal static class Always
{
    // In these somebody chooses who has it.
    private static readonly string[] Choosing = [.. new[] { Step.Assign, Step.PassOn, Step.Transfer, Step.Decide, Step.AcceptRaised, Step.NameTarget }.Select(s => s.Name())];

    /// <param name="keeper">Who alone has what tells of officials' misconduct.</param>
    public static void Holds(Appeal appeal, IReadOnlyList<Report> reports, DateTime now, UnitId keeper)
    {
        var leads = appeal.Orders.Where(o => o is { Role: OrderRole.Lead, Open: true }).ToList();
        if (appeal.Stage is Stage.Handling or Stage.Checking && !Proving(appeal))
        {
            var lead = Assert.Single(leads);
            Assert.Equal((appeal.Lead, appeal.Level, appeal.Round), (lead.Unit, lead.Level, lead.Round));
        }
        else if (appeal.Stage != Stage.Merged)
        {
            Assert.DoesNotContain(appeal.Orders, o => o.Open);
        }

        Assert.False(appeal.Stage == Stage.Handling && appeal.Orders.Any(o => o.Open && appeal.IsAbout(o.Unit)), "whom it is about has it");
        Assert.False(appeal.Disclosure && Kept(appeal) && Holder(appeal) is { } holder && holder != keeper && !appeal.IsAbout(keeper), "what tells of officials' misconduct is with whom nobody gave it");
        Assert.True(appeal.Orders.Count(o => o is { Role: OrderRole.Upper, Open: true }) <= (appeal.Stage is Stage.Handling or Stage.Merged ? 1 : 0), "two were asked to take it over");
        Assert.Equal(appeal.Round, appeal.Rounds.Count);
        Assert.Equal(appeal.Level, appeal.Rounds.Count == 0 ? 0 : appeal.Rounds[^1].Level);
        Assert.Equal(appeal.Stage == Stage.Settled, appeal.SettledAt is not null);
        Assert.Equal(appeal.Stage is Stage.FollowingUp or Stage.Settled || Proving(appeal) || (appeal.Stage == Stage.Withdrawn && appeal.ClosedAt is not null), appeal.ClosedAt is not null);
        Assert.Equal(appeal.Orders.Select((_, i) => i + 1), appeal.Orders.Select(o => o.No));
        Beside(appeal, now);
        Clocks(appeal, now);
        Turns(appeal, appeal.Turns);
        foreach (var report in reports)
        {
            Clocks(report, now);
            Turns(report, report.Turns);
            Assert.False(report.Worked == appeal.Id && report.Clocks.Any(c => c.Runs) && appeal.Stage is not (Stage.Screening or Stage.Dispatching or Stage.Handling or Stage.Merged), "a first call is waited for when nobody can make it");
        }
    }

    // Since it was kept to few nobody chose who has it.
    private static bool Kept(Appeal appeal) =>
        appeal.Taken.Reverse().TakeWhile(s => !Choosing.Contains(s.Step)).SelectMany(s => s.Facts).OfType<AppealRestricted>().FirstOrDefault() is { Disclosure: true };

    private static UnitId? Holder(Appeal appeal) => appeal.Stage is Stage.Screening or Stage.Dispatching ? appeal.Screener : appeal.Stage == Stage.Merged ? null : appeal.Lead;

    // Those beside the lead stand still with it and with nobody else; until they sign a limit for that runs, and not after.
    private static void Beside(Appeal appeal, DateTime now)
    {
        if (appeal.Stage != Stage.Handling)
        {
            return;
        }

        var still = appeal.Clocks.Where(c => c is { Runs: true, StoppedAt: not null } && c.WakeAt > now).ToList();
        Assert.True(still.Count == 0 || still.Exists(c => c.Kind == ClockKind.Handle), "those beside stand still, and the lead does not");
        foreach (var order in appeal.Orders.Where(o => o.Open && o.Beside))
        {
            var signing = appeal.Clocks.Count(c => c.Runs && c.Unit == order.Unit && c.Kind == (order.Role == OrderRole.Whistled ? ClockKind.WhistleSign : ClockKind.CoSign));
            Assert.Equal(order.State == OrderState.Issued ? 1 : 0, signing);
        }

        Assert.True(appeal.Clocks.Count(c => c is { Runs: true, Kind: ClockKind.CoSign or ClockKind.WhistleSign }) <= appeal.Orders.Count(o => o.Open && o.Beside), "a signature is waited for that nobody owes");
    }

    private static bool Proving(Appeal appeal) => appeal.Stage == Stage.Checking && appeal.Clocks.Any(c => c is { Kind: ClockKind.Promise, Runs: true });

    private static void Clocks(Aggregate whose, DateTime now)
    {
        foreach (var clock in whose.Clocks)
        {
            Assert.True(clock.DueAt >= clock.StartAt, $"{clock.Kind} is due before it began");
            Assert.True(clock.Runs || clock.WakeAt is null, $"{clock.Kind} wakes after its end");
            Assert.False(clock.MetAt is not null && clock.EndedAt is not null, $"{clock.Kind} was met and ended");
            Assert.True(clock.MetAt is null || clock.MetAt >= clock.StartAt, $"{clock.Kind} was met before it began");
            Assert.True(clock.MissedAt is null || clock.MissedAt <= now, $"{clock.Kind} was missed before it was due");
            Assert.True((clock.MetAt ?? clock.EndedAt) <= clock.DueAt || clock.Runs || clock.MissedAt is not null || clock.StoppedAt <= clock.DueAt, $"{clock.Kind} ended late and nobody says so");
        }

        Assert.DoesNotContain(whose.Clocks.Where(c => c.Runs).GroupBy(c => (c.Kind, c.Unit, c.Kind == ClockKind.Statutory ? c.Rule.Id : "")), g => g.Count() > 1);
    }

    private static void Turns(Aggregate whose, IReadOnlyList<Turn> turns)
    {
        Assert.Equal(turns.Count, turns.DistinctBy(t => (t.Key, t.Kind)).Count());
        Assert.All(turns, t => Assert.Contains(whose.Clocks, c => c.Runs && c.StartAt == t.StartAt && c.DueAt == t.DueAt));
        Assert.True(turns.Count > 0 == (whose is Appeal a ? a.Stage is Stage.Screening or Stage.Dispatching or Stage.Handling or Stage.Checking or Stage.FollowingUp || (a.Stage == Stage.Settled && whose.Clocks.Any(c => c.Runs)) : whose.Clocks.Any(c => c.Runs)), "open work is somebody's turn, and nothing else is");
    }
}
