using Minqing.Domain.Kernel;

namespace Minqing.Domain.Tests.Kernel;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("13812345678", "13812345678")]
    [InlineData(" 138-1234-5678 ", "13812345678")]
    [InlineData("+86 138 1234 5678", "13812345678")]
    [InlineData("8613812345678", "13812345678")]
    [InlineData("0086 (138) 1234.5678", "13812345678")]
    [InlineData("１３８１２３４５６７８", "13812345678")]
    [InlineData("＋８６１３８　１２３４－５６７８", "13812345678")]
    [InlineData("0943-8221234", "09438221234")]
    [InlineData("+86 943 822 1234", "09438221234")]
    [InlineData("010 6655 4433", "01066554433")]
    [InlineData("+86 10 6655 4433", "01066554433")]
    [InlineData("400-810-1234", "4008101234")]
    [InlineData("+852 2123 4567", "+85221234567")]
    [Trait("Spec", "P-12")]
    public void A_number_has_one_form_however_it_is_written(string text, string value) =>
        Assert.Equal(value, PhoneNumber.Read(text).Value.Value);

    [Theory]
    [InlineData("")]
    [InlineData("12812345678")]
    [InlineData("1381234567")]
    [InlineData("138123456789")]
    [InlineData("call me")]
    [InlineData("13812345678; drop table vault")]
    [InlineData("+8612345")]
    [Trait("Spec", "P-12")]
    public void What_is_no_number_is_refused_by_field(string text) =>
        Assert.Equal("phone", Assert.IsType<PhoneNumberNotValid>(PhoneNumber.Read(text).Problem).Field);

    [Fact]
    [Trait("Spec", "P-12")]
    public void Nothing_prints_a_whole_number_or_name_by_accident()
    {
        var who = new Identity("张三丰", PhoneNumber.Read("13812345678").Value, "人民路3号");

        Assert.Equal("138****5678", $"{who.Phone}");
        Assert.Equal("Identity", $"{who}");
        Assert.Equal(new MaskedIdentity("张**", "138****5678", true), who.Masked);
        Assert.Equal("张*", new Identity("张三", null).Masked.Name);
        Assert.Equal("𠮷*", new Identity("𠮷野", null).Masked.Name);
        Assert.Equal("李*", new Identity("李", null).Masked.Name);
    }
}
