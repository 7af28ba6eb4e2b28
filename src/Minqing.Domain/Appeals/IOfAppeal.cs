using Minqing.Domain.Kernel;

namespace Minqing.Domain.Appeals;

/// <summary>What a reporter said or was asked about one of the appeals in which the report is worked on; null where it has only one.</summary>
public interface IOfAppeal
{
    AppealId? Appeal { get; }
}
