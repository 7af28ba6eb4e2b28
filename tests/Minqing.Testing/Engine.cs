namespace Minqing.Testing;

/// <summary>A database the program runs on.</summary>
public enum Engine
{
    Sqlite,
    Postgres,
}
