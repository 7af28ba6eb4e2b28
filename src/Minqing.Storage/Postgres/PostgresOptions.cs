using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Minqing.Storage.Saving;

namespace Minqing.Storage.Postgres;

/// <summary>How the program talks to PostgreSQL.</summary>
public static class PostgresOptions
{
    // Statements are parsed once per connection; nothing is left on a connection that would have to be reset. The connection string may say otherwise.
    private const string Defaults = "Max Auto Prepare=200;Auto Prepare Min Usages=2;No Reset On Close=true;";

    /// <summary>What a connection is opened with: one text, one pool.</summary>
    public static string Full(string connection) => Defaults + connection;

    public static DbContextOptionsBuilder OnPostgres(this DbContextOptionsBuilder options, string connection) =>
        options.UseNpgsql(Full(connection), it => it.UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery)).ReplaceService<IDatabase, AddsAtOnce>().AddInterceptors(new PostgresText());
}
