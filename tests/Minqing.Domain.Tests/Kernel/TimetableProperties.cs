using FsCheck;
using FsCheck.Fluent;
using Minqing.Domain.Kernel;

namespace Minqing.Domain.Tests.Kernel;

/// <summary>What holds for every instant of 2007 to 2026 and every limit, against the real calendar.</summary>
public sealed class TimetableProperties
{
    private static readonly DateOnly[] WorkingDays =
        [.. Enumerable.Range(China.First.DayNumber, China.Last.DayNumber - China.First.DayNumber + 1).Select(DateOnly.FromDayNumber).Where(China.Calendar.IsWorking)];

    // To the autumn of 2026, so that forty working days stay within the data.
    private static readonly Gen<DateTime> Instants =
        from day in Gen.Choose(0, new DateOnly(2026, 9, 30).DayNumber - China.First.DayNumber)
        from millisecond in Gen.OneOf(Gen.Choose(0, 86_399_999), Gen.Elements(0, 25_200_000, 79_200_000, 86_399_999))
        select LocalTime.ToUtc(China.First.AddDays(day), TimeSpan.FromMilliseconds(millisecond));

    private static readonly Gen<Limit> Limits =
        from measure in Gen.Elements(Enum.GetValues<Measure>())
        from amount in Gen.Choose(1, measure is Measure.DutyMinutes or Measure.WorkingMinutes ? 3000 : 40)
        from clock in Gen.Elements(false, false, true)
        from roll in Gen.Elements(false, true)
        select new Limit(amount, measure, RoundTheClock: clock && measure == Measure.DutyMinutes, Roll: roll && measure == Measure.NaturalDays);

    private static readonly Gen<Timetable> Timetables = Gen.Elements(China.Timetable, China.ClosingWithTheOffice);

    [Fact, Trait("Spec", "D-01")]
    public void A_limit_in_working_days_ends_on_the_nth_entry_of_the_list_of_working_days() =>
        Check(from start in Instants from n in Gen.Choose(1, 40) select (start, n), x =>
        {
            var after = Array.BinarySearch(WorkingDays, LocalTime.DayOf(x.start).AddDays(1));
            var expected = WorkingDays[(after < 0 ? ~after : after) + x.n - 1];
            return China.Timetable.Due(x.start, new(x.n, Measure.WorkingDays)).Local() == $"{expected:yyyy-MM-dd} 23:59:59.999";
        });

    [Fact, Trait("Spec", "O-07")]
    public void Working_days_are_due_on_a_working_day_and_working_minutes_within_hours() =>
        Check(from start in Instants from limit in Limits from table in Timetables select (start, limit, table), x =>
        {
            var due = x.table.Due(x.start, x.limit);
            return x.limit.Measure switch
            {
                Measure.DutyMinutes => x.limit.RoundTheClock || Within(due, Hours.Default.Duty),
                Measure.WorkingMinutes => China.Calendar.IsWorking(LocalTime.DayOf(due)) && Hours.Default.Working.Any(h => Within(due, h)),
                Measure.WorkingDays => China.Calendar.IsWorking(LocalTime.DayOf(due)),
                Measure.NaturalDays => !x.limit.Roll || China.Calendar.IsWorking(LocalTime.DayOf(due)),
            };
        });

    [Fact, Trait("Spec", "D-01")]
    public void Minutes_count_as_a_count_minute_by_minute_does() =>
        Check(from start in Instants from n in Gen.Choose(1, 900) from measure in Gen.Elements(Measure.DutyMinutes, Measure.WorkingMinutes) select (start, n, measure), x =>
        {
            var start = x.start.AddTicks(-(x.start.Ticks % TimeSpan.TicksPerMinute));
            var (at, left) = (start, x.n);
            for (; left > 0; at = at.AddMinutes(1))
            {
                left -= IsOpen(at, x.measure) ? 1 : 0;
            }

            return China.Timetable.Due(start, new(x.n, x.measure)) == at;
        });

    [Fact, Trait("Spec", "D-01")]
    public void A_longer_limit_or_a_later_start_is_never_due_earlier() =>
        Check(from start in Instants from later in Gen.Choose(0, 200_000_000) from limit in Limits from table in Timetables select (start, later, limit, table), x =>
            x.table.Due(x.start, x.limit) <= x.table.Due(x.start, x.limit with { Amount = x.limit.Amount + 1 })
            && x.table.Due(x.start, x.limit) <= x.table.Due(x.start.AddMilliseconds(x.later), x.limit));

    [Fact, Trait("Spec", "D-00")]
    public void From_start_to_due_exactly_the_limit_elapses() =>
        Check(from start in Instants from limit in Limits where !limit.RoundTheClock && !limit.Roll from table in Timetables select (start, limit, table), x =>
            x.table.Elapsed(x.start, x.table.Due(x.start, x.limit), x.limit.Measure)
            == (x.limit.Measure is Measure.DutyMinutes or Measure.WorkingMinutes ? TimeSpan.FromMinutes(x.limit.Amount) : TimeSpan.FromDays(x.limit.Amount)));

    [Fact, Trait("Spec", "D-00")]
    public void Time_elapsed_adds_up() =>
        Check(from a in Instants from b in Gen.Choose(0, 2_000_000_000) from c in Gen.Choose(0, 2_000_000_000) from measure in Gen.Elements(Enum.GetValues<Measure>()) select (a, b, c, measure), x =>
        {
            var (from, middle, to) = (x.a, x.a.AddMilliseconds(x.b), x.a.AddMilliseconds((double)x.b + x.c));
            return China.Timetable.Elapsed(from, to, x.measure) == China.Timetable.Elapsed(from, middle, x.measure) + China.Timetable.Elapsed(middle, to, x.measure);
        });

    [Fact, Trait("Spec", "D-03")]
    public void Shares_come_in_order_between_start_and_due() =>
        Check(from start in Instants from limit in Limits from a in Gen.Choose(0, 100) from b in Gen.Choose(0, 100) from table in Timetables select (start, limit, a, b, table), x =>
        {
            var due = x.table.Due(x.start, x.limit);
            var (low, high) = (x.table.Share(x.start, due, x.limit, Math.Min(x.a, x.b)), x.table.Share(x.start, due, x.limit, Math.Max(x.a, x.b)));
            return x.start <= low && low <= high && high <= due && low.Ticks % TimeSpan.TicksPerMillisecond == 0;
        });

    [Fact, Trait("Spec", "D-08")]
    public void The_share_used_at_a_share_is_that_share() =>
        Check(from start in Instants from limit in Limits from percent in Gen.Choose(1, 99) select (start, limit, percent), x =>
        {
            var due = China.Timetable.Due(x.start, x.limit);
            return China.Timetable.PercentUsed(x.start, due, x.limit, China.Timetable.Share(x.start, due, x.limit, x.percent)) - x.percent is 0 or -1;
        });

    [Fact, Trait("Spec", "D-05")]
    public void A_stop_never_brings_a_due_date_forward_and_moves_minutes_by_what_elapsed() =>
        Check(from start in Instants from limit in Limits from stop in Gen.Choose(0, 1_000_000_000) select (start, limit, stop), x =>
        {
            var (due, to) = (China.Timetable.Due(x.start, x.limit), x.start.AddMilliseconds(x.stop));
            var moved = China.Timetable.Shift(due, x.start, to, x.limit);
            return moved >= due && (x.limit.RoundTheClock || x.limit.Roll
                || China.Timetable.Elapsed(due, moved, x.limit.Measure) == China.Timetable.Elapsed(x.start, to, x.limit.Measure));
        });

    [Fact, Trait("Spec", "D-01")]
    public void Every_day_between_start_and_due_either_counted_or_is_named_as_left_out() =>
        Check(from start in Instants from n in Gen.Choose(1, 40) select (start, n), x =>
        {
            var why = China.Timetable.Explain(x.start, new(x.n, Measure.WorkingDays));
            return LocalTime.DayOf(why.Due).DayNumber - LocalTime.DayOf(x.start).DayNumber == x.n + why.LeftOut.Count
                && why.MadeUp.All(d => d.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        });

    private static bool Within(DateTime at, OpenHours hours) => LocalTime.Of(at).TimeOfDay is var time && time >= hours.From && time <= hours.Until;

    private static bool IsOpen(DateTime minute, Measure measure)
    {
        var time = LocalTime.Of(minute).TimeOfDay.TotalHours;
        return measure == Measure.DutyMinutes ? time is >= 7 and < 22
            : China.Calendar.IsWorking(LocalTime.DayOf(minute)) && time is (>= 8.5 and < 12) or (>= 14.5 and < 18);
    }

    private static void Check<T>(Gen<T> gen, Func<T, bool> holds) =>
        Prop.ForAll(gen.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
}
