using Microsoft.AspNetCore.Identity;
using Minqing.Domain.Kernel;

namespace Minqing.Storage.People;

/// <summary>How a person signs in: name, password, one-time code, passkeys. What they may do comes from their posts.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public PersonId Person { get; set; }
}
