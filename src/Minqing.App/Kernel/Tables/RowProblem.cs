using Minqing.Domain.Kernel;

namespace Minqing.App.Kernel.Tables;

/// <summary>What is wrong with a row, and on which line it begins.</summary>
public sealed record RowProblem(int Line, Problem Problem);

/// <summary>Nothing was imported: some rows are not usable. <paramref name="Rows"/> are the first <see cref="RowProblems.Shown"/> of <paramref name="Count"/>, by line.</summary>
public sealed record RowsRefused(IReadOnlyList<RowProblem> Rows, int Count) : NotValid("file");

/// <summary>The file is neither UTF-8 nor GB18030.</summary>
public sealed record NotText() : NotValid("file");

/// <summary>The file has no header.</summary>
public sealed record FileEmpty() : NotValid("file");

/// <summary>The header lacks a column.</summary>
public sealed record ColumnMissing(string Column) : NotValid("file");

/// <summary>The header names a column twice.</summary>
public sealed record ColumnTwice(string Column) : NotValid("file");

/// <summary>A cell that must not be empty is.</summary>
public sealed record CellMissing(string Field) : NotValid(Field);

/// <summary>A cell is longer than there is room for.</summary>
public sealed record CellTooLong(string Field, int AtMost) : NotValid(Field);

/// <summary>A cell does not hold one of the values, or the kind of value, that its column takes.</summary>
public sealed record CellNotUnderstood(string Field, string Value) : NotValid(Field);

/// <summary>The same key stands in an earlier line.</summary>
public sealed record RowTwice(string Field, string Value, int FirstLine) : NotValid(Field);

/// <summary>A row has more cells than the header.</summary>
public sealed record TooManyCells() : NotValid("row");

/// <summary>A quotation mark where none may be; the cells after it cannot be told apart.</summary>
public sealed record BrokenQuotes() : NotValid("row");
