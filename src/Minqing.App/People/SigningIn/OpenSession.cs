using Minqing.Domain.Kernel;

namespace Minqing.App.People.SigningIn;

/// <summary>A session that is open now, as every request asks for it.</summary>
public sealed record OpenSession(Guid Id, Guid Account, PersonId Person, string Client, DateTime ExpiresAt);
