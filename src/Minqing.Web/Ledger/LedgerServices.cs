using Minqing.Web.Ledger.Printing;

namespace Minqing.Web.Ledger;

/// <summary>What the pages of the ledger are made of.</summary>
internal static class LedgerServices
{
    public static void AddLedger(this IServiceCollection services) => services.AddScoped<PrintLedger>().AddScoped<PrintList>().AddScoped<PrintedLists>();
}
