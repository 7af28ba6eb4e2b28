namespace Minqing.Web.Shared;

/// <summary>The class and the shape of each degree of urgency.</summary>
public static class Looks
{
    /// <summary>From the time used: half of it is yellow, four fifths orange, all of it red. Without a start the last day is yellow and the last two hours orange.</summary>
    public static Alert Of(DateTime due, DateTime now, DateTime? start = null)
    {
        if (now >= due)
        {
            return Alert.Red;
        }

        var left = due - now;
        if (start is { } from && due > from)
        {
            var used = (now - from) / (due - from);
            return used >= .8 ? Alert.Orange : used >= .5 ? Alert.Yellow : Alert.None;
        }

        return left <= TimeSpan.FromHours(2) ? Alert.Orange : left <= TimeSpan.FromDays(1) ? Alert.Yellow : Alert.None;
    }

    public static string Css(this Alert alert) => alert switch
    {
        Alert.None => "",
        Alert.Yellow => "yellow",
        Alert.Orange => "orange",
        Alert.Red => "red",
    };

    public static string Shape(this Alert alert) => alert switch
    {
        Alert.None => "clock",
        Alert.Yellow => "hourglass",
        Alert.Orange => "triangle-alert",
        Alert.Red => "octagon-alert",
    };
}
