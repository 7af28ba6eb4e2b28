namespace Minqing.Handset;

/// <summary>An SMS as a phone shows it.</summary>
public sealed record Message(string Id, string Phone, string Text, DateTime At);

/// <summary>How many messages were shown, and how many repeats of them were dropped.</summary>
public sealed record Stats(int Shown, int Repeats);
