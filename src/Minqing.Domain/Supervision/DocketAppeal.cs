using Minqing.Domain.Kernel;

namespace Minqing.Domain.Supervision;

/// <summary>An appeal that it is about.</summary>
public sealed class DocketAppeal
{
    private DocketAppeal()
    {
    }

    internal DocketAppeal(int no, AppealId appeal) => (No, Appeal) = (no, appeal);

    public int No { get; private set; }

    public AppealId Appeal { get; private set; }
}
