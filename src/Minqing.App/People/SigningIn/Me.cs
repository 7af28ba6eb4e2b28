using Minqing.Domain.Policy;

namespace Minqing.App.People.SigningIn;

/// <summary>A person as they see themselves.</summary>
public sealed record Me(string Name, IReadOnlyList<MyPost> Posts);

/// <summary>One of their posts: what it is for, in which unit, for which region.</summary>
public sealed record MyPost(Role Role, string Unit, string Region);
