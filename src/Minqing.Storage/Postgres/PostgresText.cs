using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Minqing.Storage.Postgres;

/// <summary>What PostgreSQL takes for no text, the sign zero and half a pair, is asked for and written as the sign for what cannot be shown: whoever sends it finds nothing, as on SQLite, instead of an error.</summary>
internal sealed class PostgresText : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Clean(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Clean(command);
        return new(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Clean(command);
        return new(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Clean(command);
        return new(result);
    }

    private static void Clean(DbCommand command)
    {
        foreach (DbParameter parameter in command.Parameters)
        {
            if (parameter.Value is string text && !IsText(text))
            {
                parameter.Value = Shown(text);
            }
            else if (parameter.Value is IList<string?> texts && texts.Any(t => t is not null && !IsText(t)))
            {
                parameter.Value = texts.Select(t => t is null ? null : Shown(t)).ToArray();
            }
        }
    }

    private static bool IsText(string text) => !text.Contains('\0') && (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 || text.EnumerateRunes().All(r => r.Value != '\uFFFD'));

    private static string Shown(string text) => string.Concat(text.EnumerateRunes().Select(r => r.Value == 0 ? "\uFFFD" : r.ToString()));
}
