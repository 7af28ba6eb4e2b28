using FsCheck;
using FsCheck.Fluent;
using Minqing.Domain.Kernel;

namespace Minqing.Domain.Tests.Kernel;

/// <summary>What tells who somebody is, found in words and masked (I-33).</summary>
[Trait("Spec", "I-33")]
public sealed class PersonalDataTests
{
    private static readonly Gen<string> Texts =
        from parts in Gen.Elements("我叫", "王秀兰", "住3号楼", "13812345678", "，", " ", "620402199001011234", "甘D12345", "1", "电话：", "139-1234-5678", "0943-8221234", "吸毒", "６２", "x", "6222021234567890123", "\n").ArrayOf()
        select string.Concat(parts);

    [Theory]
    [InlineData("请打13812345678。", "请打***********。")]
    [InlineData("请打１３８１２３４５６７８。", "请打***********。")]
    [InlineData("请打139-1234-5678找我", "请打*************找我")]
    [InlineData("座机0943-8221234", "座机************")]
    [InlineData("身份证620402199001011234", "身份证******************")]
    [InlineData("车牌甘D12345乱停", "车牌*******乱停")]
    [InlineData("车牌甘D·A1234乱停", "车牌********乱停")]
    [InlineData("我叫王秀兰，住3号楼", "我叫王**，住3号楼")]
    [InlineData("姓名：李强", "姓名：李*")]
    [InlineData("卡号6222021234567890123", "卡号*******************")]
    [InlineData("他有艾滋病", "他有***")]
    [InlineData("我叫吸毒我叫王秀兰", "我叫**我叫王**")]
    public void It_is_masked(string words, string masked) => Assert.Equal(masked, PersonalData.Masked(words));

    [Theory]
    [InlineData("楼下蛋糕店的冷库整夜响，睡不着。")]
    [InlineData("国道109线3号楼2单元1203室，2026年3月2日起停水")]
    [InlineData("我叫不开门，物业12345说没人")]
    [InlineData("合同编号20260302123")]
    public void What_is_none_stays(string words) => Assert.Equal(words, PersonalData.Masked(words));

    [Fact]
    public void Masked_words_are_as_long_and_masking_them_again_changes_nothing() =>
        Check(text => PersonalData.Masked(text).Length == text.Length && PersonalData.Masked(PersonalData.Masked(text)) == PersonalData.Masked(text));

    [Fact]
    public void Pieces_lie_in_order_within_the_text_and_apart() =>
        Check(text => PersonalData.In(text) is var found && found.All(f => f.Start >= 0 && f.Length > 0 && f.Start + f.Length <= text.Length) && found.Zip(found.Skip(1)).All(p => p.First.Start + p.First.Length <= p.Second.Start));

    [Fact]
    public void What_is_outside_of_them_stays() =>
        Check(text => PersonalData.In(text) is var found && PersonalData.Masked(text) is var masked && Enumerable.Range(0, text.Length).All(i => masked[i] == text[i] || found.Any(f => f.Start <= i && i < f.Start + f.Length)));

    private static void Check(Func<string, bool> holds) => Prop.ForAll(Arb.From(Texts), holds).QuickCheckThrowOnFailure();
}
