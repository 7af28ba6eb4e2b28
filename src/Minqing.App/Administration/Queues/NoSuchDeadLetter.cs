using Minqing.Domain.Kernel;

namespace Minqing.App.Administration.Queues;

/// <summary>There is no such dead letter: it was tried again, delivered or set aside meanwhile.</summary>
public sealed record NoSuchDeadLetter : NotFound;
