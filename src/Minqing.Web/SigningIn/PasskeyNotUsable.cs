using Minqing.Domain.Kernel;

namespace Minqing.Web.SigningIn;

/// <summary>The browser's answer does not fit the question that was asked, or came too late.</summary>
public sealed record PasskeyNotUsable : NotPossible;
