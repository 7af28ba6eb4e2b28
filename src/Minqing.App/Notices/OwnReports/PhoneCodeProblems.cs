using Minqing.Domain.Kernel;

namespace Minqing.App.Notices.OwnReports;

/// <summary>No SMS reaches this number: it is no mobile phone.</summary>
public sealed record NoSmsToThisNumber() : NotValid("phone");

/// <summary>The code is wrong, used up or too old; which of these is never told.</summary>
public sealed record PhoneCodeWrong() : NotValid("code");
