namespace Minqing.Web.Tests.Walking;

/// <summary>One door and who is let in.</summary>
/// <param name="Form">The page's handler; empty for the page itself and for interfaces.</param>
/// <param name="HasPlace">Whether the same role elsewhere must be refused.</param>
/// <param name="Cells">By role, and <see cref="RouteTable.Nobody"/>.</param>
internal sealed record RouteRow(string Method, string Route, string Form, bool HasPlace, IReadOnlyDictionary<string, Cell> Cells)
{
    /// <summary>Whether some roles are let in and others not.</summary>
    public bool Chooses => Cells.Values.Contains(Cell.Allowed) && Cells.Values.Contains(Cell.Refused);

    public override string ToString() => $"{Method} {Route}{(Form.Length > 0 ? $" ({Form})" : "")}";
}

/// <summary>What becomes of whoever knocks.</summary>
internal enum Cell
{
    Allowed,
    Refused,
    NotSignedIn,
}
