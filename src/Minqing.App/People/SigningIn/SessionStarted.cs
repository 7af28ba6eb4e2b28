namespace Minqing.App.People.SigningIn;

/// <summary>Somebody is signed in: the token that only their device now knows, and for how long at most it opens.</summary>
public sealed record SessionStarted(string Token, DateTime ExpiresAt, TimeSpan Lasts);
