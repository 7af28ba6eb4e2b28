namespace Minqing.App.Configuration;

/// <summary>A value somebody gave, and where: <c>data/settings.yaml:12</c>, an environment variable, an option.</summary>
public sealed record Setting(string Value, string Origin);

/// <summary>A setting that cannot be used: where it stands, which one, and why.</summary>
public sealed record Complaint(string Origin, string Key, string Reason)
{
    public override string ToString() => Key.Length == 0 ? $"{Origin}: {Reason}" : $"{Origin}: {Key}: {Reason}";
}
