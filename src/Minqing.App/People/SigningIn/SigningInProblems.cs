using Minqing.Domain.Kernel;

namespace Minqing.App.People.SigningIn;

/// <summary>Account, password or code is wrong, or the account is locked: the caller is not told which.</summary>
public sealed record SignInRefused : NotAllowed;

/// <summary>Too many attempts from one place.</summary>
public sealed record TooManyAttempts(TimeSpan RetryAfter) : TooMany(RetryAfter);

/// <summary>A new password that is too short or too long.</summary>
public sealed record PasswordNotLongEnough(int Least) : NotValid("newPassword");

/// <summary>The password that was to be changed is another.</summary>
public sealed record PasswordNotRight() : NotValid("password");

/// <summary>There is no such open session, or it is not the viewer's to end.</summary>
public sealed record NoSuchSession : NotFound;

/// <summary>There is no such account, or it is outside the viewer's area.</summary>
public sealed record NoSuchAccount : NotFound;

/// <summary>The name is another account's.</summary>
public sealed record AccountExists(string Name) : NotPossible;
