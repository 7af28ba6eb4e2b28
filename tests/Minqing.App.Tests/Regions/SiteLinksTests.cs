using Minqing.App.Regions.Codes;
using QRCoder;

namespace Minqing.App.Tests.Regions;

[Trait("Spec", "I-01")]
public sealed class SiteLinksTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5311", "http://127.0.0.1:5311/q/7K3M9PXW")]
    [InlineData("https://mq.baiyin.cn", "https://mq.baiyin.cn/q/7K3M9PXW")]
    [InlineData("https://minqing.baiyin.gov.cn", "HTTPS://MINQING.BAIYIN.GOV.CN/Q/7K3M9PXW")]
    [InlineData("https://minqing1.minqing.baiyin.gov", "HTTPS://MINQING1.MINQING.BAIYIN.GOV/Q/7K3M9PXW")]
    [InlineData("https://minqing1234.baiyin.gov.cn:8", "HTTPS://MINQING1234.BAIYIN.GOV.CN:8/Q/7K3M9PXW")]
    public void A_printed_link_fits_version_3_at_level_Q(string host, string printed)
    {
        var links = Links(host);

        Assert.True(links.Fits);
        Assert.Equal(printed, links.Printed("7K3M9PXW"));
        Assert.Equal(3, links.Qr("7K3M9PXW").Version);
    }

    [Fact]
    public void A_host_longer_than_28_signs_is_told() => Assert.False(Links("https://minqing1.minqing.baiyin.gov.cn").Fits);

    [Fact]
    public void One_sign_more_and_it_would_be_version_4()
    {
        using var generator = new QRCodeGenerator();

        Assert.Equal(3, generator.CreateQrCode(new string('A', 47), QRCodeGenerator.ECCLevel.Q).Version);
        Assert.Equal(4, generator.CreateQrCode(new string('A', 48), QRCodeGenerator.ECCLevel.Q).Version);
        Assert.Equal(3, generator.CreateQrCode(new string('a', 32), QRCodeGenerator.ECCLevel.Q).Version);
        Assert.Equal(4, generator.CreateQrCode(new string('a', 33), QRCodeGenerator.ECCLevel.Q).Version);
    }

    private static SiteLinks Links(string host) => new(new Settings { Data = "data", Database = new(DatabaseKind.Sqlite, ""), PublicUrl = new(host) });
}
