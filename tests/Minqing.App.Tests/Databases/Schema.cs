using Microsoft.EntityFrameworkCore;
using Minqing.Testing;

namespace Minqing.App.Tests.Databases;

/// <summary>What a database has, one line each: columns with type and nullability, and what indexes cover. Names of indexes do not matter.</summary>
internal static class Schema
{
    private const string Sqlite = """
        select lower(t.name || '.' || c.name || ' ' || c.type || case when c."notnull" = 1 or c.pk > 0 then ' not null' else '' end || case when c.pk > 0 then ' key ' || c.pk else '' end) as Value
        from sqlite_master t, pragma_table_info(t.name) c
        where t.type = 'table' and t.name not like 'sqlite_%'
        union
        select lower(t.name || ' ' || case when i."unique" = 1 then 'unique ' else '' end || case when i.partial = 1 then 'partial ' else '' end || '(' ||
            (select group_concat(x.name, ',') from (select name from pragma_index_info(i.name) order by seqno) x) || ')')
        from sqlite_master t, pragma_index_list(t.name) i
        where t.type = 'table' and i.origin <> 'pk'
        union
        select lower(t.name || ' -> ' || f."table" || ' (' || f."from" || ') on delete ' || f.on_delete)
        from sqlite_master t, pragma_foreign_key_list(t.name) f
        where t.type = 'table'
        """;

    private const string Postgres = """
        select lower(c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end || case when a.attidentity <> '' then ' identity' else '' end) as "Value"
        from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
        union
        select lower(t.relname || ' ' || case when i.indisprimary then 'key ' when i.indisunique then 'unique ' else '' end || case when i.indpred is not null then 'partial ' else '' end || '(' ||
            (select string_agg(coalesce(a.attname, '?'), ',' order by k.n) from unnest(i.indkey) with ordinality k(attnum, n) left join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum) || ')')
        from pg_index i join pg_class t on t.oid = i.indrelid
        where t.relnamespace = 'public'::regnamespace
        union
        select lower(conrelid::regclass || ' -> ' || pg_get_constraintdef(oid))
        from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
        """;

    public static async Task<IReadOnlyList<string>> ReadAsync(Engine engine, string connection, CancellationToken ct)
    {
        await using var db = Testing.Databases.Open(engine, connection);
        var lines = await db.Database.SqlQueryRaw<string>(engine == Engine.Sqlite ? Sqlite : Postgres).ToListAsync(ct);
        // The runner's own table and the index of words are not of the model.
        return [.. lines.Where(line => !line.StartsWith("schema_version", StringComparison.Ordinal) && !line.StartsWith("search_words", StringComparison.Ordinal) && line != "search_texts (?)").Order(StringComparer.Ordinal)];
    }
}
