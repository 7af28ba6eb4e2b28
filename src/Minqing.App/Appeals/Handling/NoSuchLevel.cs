using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Handling;

/// <summary>No unit leads at this level here.</summary>
public sealed record NoSuchLevel() : NotValid("level");
