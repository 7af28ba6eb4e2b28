using Minqing.Benchmarks.Beds;
using Minqing.Storage;

namespace Minqing.Benchmarks.Searching;

/// <summary>Very many cases with what a search reads of them; one in a hundred is open.</summary>
internal sealed class SearchFill(Copies copies, MinqingDb db) : CaseFill(copies, db)
{
    protected override bool Keeps(string table) => table is "reports" or "appeals" or "texts" or "report_appeals";

    protected override bool IsOpen(int no) => no % 100 == 0;
}
