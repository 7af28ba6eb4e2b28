namespace Minqing.Benchmarks.Day;

/// <summary>What is done to a report on the day.</summary>
internal enum DayStep
{
    Receive,
    Take,
    Call,
    Sign,
    Raise,
    Accept,
    AskExtension,
    GrantExtension,
    Merge,
    Finish,
    Check,
    FollowUp,
    Rate,
    Complain,
    SignAgain,
    FinishAgain,
    CheckAgain,
    FollowUpAgain,
}

/// <summary>What comes after what, and how many times ten minutes later.</summary>
internal static class DaySteps
{
    public static (DayStep Next, int Ticks)? After(DayStep step, Course course) => (step, course) switch
    {
        (DayStep.Receive, _) => (DayStep.Take, 1),
        (DayStep.Take, _) => (DayStep.Call, 1),
        (DayStep.Call, _) => (DayStep.Sign, 1),
        (DayStep.Sign, Course.Up) => (DayStep.Raise, 1),
        (DayStep.Sign, Course.Longer) => (DayStep.AskExtension, 1),
        (DayStep.Sign, Course.Joined) => (DayStep.Merge, 1),
        (DayStep.Sign, _) => (DayStep.Finish, 9),
        (DayStep.Raise, _) => (DayStep.Accept, 2),
        (DayStep.Accept, _) => (DayStep.Finish, 6),
        (DayStep.AskExtension, _) => (DayStep.GrantExtension, 2),
        (DayStep.GrantExtension, _) => (DayStep.Finish, 6),
        (DayStep.Finish, _) => (DayStep.Check, 3),
        (DayStep.Check, Course.Link) => (DayStep.Rate, 3),
        (DayStep.Check, Course.Again) => (DayStep.Complain, 3),
        (DayStep.Check, _) => (DayStep.FollowUp, 3),
        (DayStep.Complain, _) => (DayStep.SignAgain, 1),
        (DayStep.SignAgain, _) => (DayStep.FinishAgain, 4),
        (DayStep.FinishAgain, _) => (DayStep.CheckAgain, 2),
        (DayStep.CheckAgain, _) => (DayStep.FollowUpAgain, 3),
        _ => null,
    };

    public static string Name(this DayStep step) => step switch
    {
        DayStep.AskExtension => "ask for more time",
        DayStep.GrantExtension => "grant more time",
        DayStep.Accept => "accept what was sent up",
        DayStep.FollowUp => "follow up",
        DayStep.Rate => "rate by link",
        DayStep.Complain => "follow up, not satisfied",
        DayStep.SignAgain => "sign again",
        DayStep.FinishAgain => "finish again",
        DayStep.CheckAgain => "check again",
        DayStep.FollowUpAgain => "follow up again",
        DayStep.Receive or DayStep.Take or DayStep.Call or DayStep.Sign or DayStep.Raise or DayStep.Merge or DayStep.Finish or DayStep.Check => step.ToString().ToLowerInvariant(),
    };
}
