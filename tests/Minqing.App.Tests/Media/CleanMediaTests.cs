using Minqing.App.Media;
using Minqing.App.Media.Formats;

namespace Minqing.App.Tests.Media;

[Trait("Spec", "I-30")]
public sealed class CleanMediaTests
{
    public static TheoryData<MediaFormat> All => [.. Enum.GetValues<MediaFormat>().Where(f => f != MediaFormat.Heic)];

    [Theory, MemberData(nameof(All))]
    public void Content_tells_the_format(MediaFormat format) => Assert.Equal(format, MediaFormats.Of(Sample(format)));

    [Theory, MemberData(nameof(All))]
    public void Nothing_of_the_metadata_is_left(MediaFormat format)
    {
        var sample = Sample(format);
        var clean = CleanMedia.From(format, sample, orientation: 1).Value;

        if (format != MediaFormat.Amr)
        {
            Assert.Contains(Photos.Traces, trace => Photos.Holds(sample, trace));
        }

        Assert.All(Photos.Traces, trace => Assert.False(Photos.Holds(clean.Bytes, trace)));
        Assert.DoesNotContain("secr", System.Text.Encoding.Latin1.GetString(clean.Bytes), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(All))]
    public void What_is_clean_stays_as_it_is(MediaFormat format)
    {
        var once = CleanMedia.From(format, Sample(format), orientation: 1).Value;

        Assert.Equal(once.Bytes, CleanMedia.From(format, once.Bytes, orientation: 1).Value.Bytes);
    }

    [Fact]
    public void A_photo_on_its_side_stays_so_and_is_measured_upright()
    {
        var clean = CleanMedia.From(MediaFormat.Jpeg, Photos.FromPhone(64, 48, orientation: 6), orientation: 6).Value;

        Assert.Equal((48, 64), (clean.Width, clean.Height));
        Assert.Equal(new Exif(null, null, 6), Exif.Of(clean.Bytes));
    }

    [Theory]
    [InlineData(MediaFormat.Amr, 1000)]
    [InlineData(MediaFormat.Wav, 1000)]
    [InlineData(MediaFormat.Mp3, 1044)]
    [InlineData(MediaFormat.M4a, 3000)]
    [InlineData(MediaFormat.Ogg, 2000)]
    [InlineData(MediaFormat.WebM, 2500)]
    public void The_length_of_a_clip_is_known(MediaFormat format, int milliseconds) =>
        Assert.Equal(milliseconds, (int)CleanMedia.From(format, Sample(format), 1).Value.Length!.Value.TotalMilliseconds);

    [Fact]
    public void What_announces_metadata_goes_with_it()
    {
        Assert.Equal(0x0C, Photos.WebP()[20]);
        Assert.Equal(0, CleanMedia.From(MediaFormat.WebP, Photos.WebP(), orientation: 1).Value.Bytes[20]);
    }

    [Fact]
    public void Pages_with_blanked_comments_have_a_right_check_sum()
    {
        var clean = CleanMedia.From(MediaFormat.Ogg, Sounds.Ogg(), orientation: 1).Value.Bytes;
        var second = clean.AsSpan(1).IndexOf("OggS"u8) + 1;
        var third = clean.AsSpan(second + 1).IndexOf("OggS"u8) + second + 1;
        var page = clean[second..third];
        var stated = BitConverter.ToUInt32(page, 22);
        page.AsSpan(22, 4).Clear();

        Assert.Equal(Crc.Ogg(page), stated);
    }

    [Fact]
    public void A_video_is_told_apart_from_voice()
    {
        Assert.IsType<VideoNotTaken>(CleanMedia.From(MediaFormat.M4a, Sounds.M4a("vide"), 1).Problem);
        Assert.IsType<VideoNotTaken>(CleanMedia.From(MediaFormat.WebM, Sounds.WebM(trackType: 1), 1).Problem);
    }

    [Theory, MemberData(nameof(All))]
    public void A_file_cut_off_is_refused_or_taken_but_never_upsets(MediaFormat format)
    {
        var sample = Sample(format);
        for (var length = 12; length < sample.Length; length += Math.Max(1, sample.Length / 400))
        {
            _ = CleanMedia.From(format, sample[..length], 1);
        }

        // no later byte is missing in these but the end, which each of them has a sign for
        if (format is MediaFormat.Jpeg or MediaFormat.Png or MediaFormat.WebP)
        {
            Assert.IsType<MediaUnreadable>(CleanMedia.From(format, sample[..(sample.Length / 2)], 1).Problem);
        }
    }

    [Theory, MemberData(nameof(All))]
    public void Hostile_bytes_never_upset(MediaFormat format)
    {
        var (chance, whole) = (new Random(20260302), Sample(format));
        for (var round = 0; round < 3000; round++)
        {
            var sample = whole.ToArray();
            for (var changes = chance.Next(1, 8); changes > 0; changes--)
            {
                sample[chance.Next(Math.Min(sample.Length, 900))] = (byte)chance.Next(256);
            }

            if (MediaFormats.Of(sample) is { } now && now != MediaFormat.Heic)
            {
                _ = CleanMedia.From(now, sample, 1);
                _ = Exif.Of(sample);
            }
        }
    }

    [Fact]
    public void A_small_photo_that_announces_or_packs_much_takes_no_room()
    {
        byte[] png = Photos.Png(), webp = Photos.WebP();
        using var zipped = new MemoryStream();
        using (var zip = new System.IO.Compression.ZLibStream(zipped, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
            zip.Write(new byte[50_000_000]);
        byte[] much = [.. png[..33], .. Photos.Chunk("zTXt", [.. "a\0\0"u8, .. zipped.ToArray()]), .. png[33..]];
        byte[] announced = [.. png[..33], 0x3F, 0, 0, 0, .. "tEXt"u8, .. png[33..]];
        byte[] chunk = [.. webp[..12], .. "XMP "u8, 0, 0, 0, 0x3F, .. webp[12..]];

        foreach (var hostile in (byte[][])[much, announced, chunk])
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            _ = Exif.Of(hostile);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        }
    }

    [Theory, InlineData(MediaFormat.Jpeg), InlineData(MediaFormat.Png), InlineData(MediaFormat.WebP)]
    public void Place_and_time_are_read_of_each_format(MediaFormat format)
    {
        var exif = Exif.Of(Sample(format));

        Assert.Equal((Photos.Lat, Photos.Lon), (exif.Point!.Lat, exif.Point.Lon));
        Assert.NotNull(exif.At);
    }

    [Fact]
    public void Boxes_within_boxes_without_end_do_not_upset()
    {
        var deep = new byte[800_000];
        for (var at = 0; at < deep.Length; at += 8)
        {
            Photos.Big(deep.Length - at).CopyTo(deep, at);
            "moov"u8.CopyTo(deep.AsSpan(at + 4));
        }

        Assert.IsType<MediaUnreadable>(CleanMedia.From(MediaFormat.M4a, [0, 0, 0, 12, .. "ftypM4A "u8, .. deep], 1).Problem);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><script>alert(1)</script>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("GIF89a/*")]
    [InlineData("%PDF-1.7 rest")]
    [InlineData("PK\u0003\u0004 a zip file")]
    [InlineData("MZ a program of Windows")]
    [InlineData("")]
    public void Other_files_are_not_taken_whatever_their_name(string content) => Assert.Null(MediaFormats.Of(System.Text.Encoding.Latin1.GetBytes(content)));

    internal static byte[] Sample(MediaFormat format) => format switch
    {
        MediaFormat.Jpeg => Photos.FromPhone(),
        MediaFormat.Png => Photos.Png(),
        MediaFormat.WebP => Photos.WebP(),
        MediaFormat.Amr => Sounds.Amr(),
        MediaFormat.Mp3 => Sounds.Mp3(),
        MediaFormat.M4a => Sounds.M4a(),
        MediaFormat.Wav => Sounds.Wav(),
        MediaFormat.Ogg => Sounds.Ogg(),
        MediaFormat.WebM => Sounds.WebM(),
        MediaFormat.Heic => throw new ArgumentOutOfRangeException(nameof(format)),
    };
}
