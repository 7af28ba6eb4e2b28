using System.Text;
using Minqing.App.Kernel.Tables;

namespace Minqing.App.Tests.Kernel.Tables;

[Trait("Spec", "O-02")]
public sealed class TableTests
{
    private static readonly Column Code = new("code", Required: true, "代码");
    private static readonly Column Name = new("name", Required: true, "名称");
    private static readonly Column Note = new("note", Required: false);

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("GB18030", false)]
    public void Chinese_is_read_in_each_encoding_that_offices_save(string encoding, bool mark)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(encoding)?.GetBytes("代码,名称\n62,甘肃省㐂\n") ?? Encoding.UTF8.GetBytes("代码,名称\n62,甘肃省㐂\n");

        var table = Table.Read(mark ? [.. Encoding.UTF8.Preamble, .. bytes] : bytes, [Code, Name]).Value;

        Assert.Equal(("62", "甘肃省㐂"), (table.Rows[0][Code], table.Rows[0][Name]));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused() =>
        Assert.IsType<NotText>(Table.Read([0x50, 0x4B, 3, 4, 0, 0, 0xFF, 0xFF], [Code]).Problem);

    [Fact]
    public void An_empty_file_is_refused() => Assert.IsType<FileEmpty>(Read("").Problem);

    [Fact]
    public void A_missing_column_is_named() => Assert.Equal(new ColumnMissing("name"), Read("code,note\n").Problem);

    [Fact]
    public void A_column_given_twice_is_named() => Assert.Equal(new ColumnTwice("code"), Read("code,代码,name\n").Problem);

    [Fact]
    public void Columns_nobody_asked_for_are_told() => Assert.Equal(["colour"], Read("code,colour,name\n").Value.Ignored);

    [Fact]
    public void A_missing_optional_column_reads_as_empty() => Assert.Equal("", Read("code,name\n62,甘肃省\n").Value.Rows[0][Note]);

    [Fact]
    public void Order_case_and_blanks_of_the_header_do_not_matter()
    {
        var row = Read(" Name ,CODE\n 甘肃省 ,62\n").Value.Rows[0];

        Assert.Equal(("62", "甘肃省"), (row[Code], row[Name]));
    }

    [Fact]
    public void Tabs_and_semicolons_separate_too()
    {
        Assert.Equal("甘肃省", Read("code\tname\n62\t甘肃省").Value.Rows[0][Name]);
        Assert.Equal("甘肃省", Read("code;name\n62;甘肃省").Value.Rows[0][Name]);
    }

    [Fact]
    public void A_row_is_named_by_the_line_on_which_it_begins()
    {
        var rows = Read("code,name\r\n62,\"甘肃\r\n省\"\r\n\r\n63,青海省\r\n").Value.Rows;

        Assert.Equal([2, 5], rows.Select(r => r.Line));
        Assert.Equal("甘肃\r\n省", rows[0][Name]);
    }

    [Theory]
    [InlineData("62,\"甘肃省\n63,青海省\n")]
    [InlineData("62,甘\"肃\"省\n")]
    public void Broken_quotes_are_told_by_line(string rows)
    {
        var broken = Assert.Single(Read("code,name\n" + rows).Value.Broken);

        Assert.Equal(new RowProblem(2, new BrokenQuotes()), broken);
    }

    [Fact]
    public void More_cells_than_columns_are_told_by_line() =>
        Assert.Equal([new RowProblem(3, new TooManyCells())], Read("code,name\n62,甘肃省\n63,青海省,西宁\n").Value.Broken);

    [Fact]
    public async Task What_is_written_is_read_back()
    {
        using var stream = new MemoryStream();
        await using (var writer = new TableWriter(stream, [Code, Name]))
            writer.Row("62", "甘\"肃\n,省");

        var table = Table.Read(stream.ToArray(), [Code, Name]).Value;

        Assert.Equal("甘\"肃\n,省", table.Rows[0][Name]);
        Assert.Empty(table.Broken);
    }

    private static Domain.Kernel.Result<Table> Read(string text) => Table.Read(Encoding.UTF8.GetBytes(text), [Code, Name, Note]);
}
