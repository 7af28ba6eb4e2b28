using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Minqing.Domain.Kernel;

/// <summary>Finds in words what tells who somebody is or what they suffer, and masks it for those who need not see it (I-33).</summary>
public static partial class PersonalData
{
    // A name begins with one of them; whatever follows 我叫 is none by that alone.
    private const string Surnames =
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝欧阳司马上官诸葛";

    private static readonly (PersonalKind Kind, Regex Pattern)[] Patterns =
    [
        (PersonalKind.IdNumber, IdNumber()), (PersonalKind.Phone, Phone()), (PersonalKind.Card, Card()), (PersonalKind.Plate, Plate()), (PersonalKind.Sensitive, Sensitive()), (PersonalKind.Name, Name()),
    ];

    /// <summary>What was found, in the order of the text; nothing overlaps.</summary>
    public static IReadOnlyList<PersonalPiece> In(string text)
    {
        // As long as the text, so that what is found in the one stands there in the other; what is found already is no sign any more.
        var plain = text.Select(c => c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c).ToArray();
        var found = new List<PersonalPiece>();
        int before;
        do
        {
            before = found.Count;
            foreach (var (kind, pattern) in Patterns)
            {
                foreach (var match in pattern.Matches(new(plain)).ToList())
                {
                    var piece = new PersonalPiece(kind, match.Index, match.Length);
                    found.Add(piece);
                    plain.AsSpan(piece.Start + piece.Kept, piece.Length - piece.Kept).Fill('*');
                }
            }
        }
        while (found.Count > before);
        return [.. found.OrderBy(f => f.Start)];
    }

    /// <summary>The words with all of it masked; as long as before. Masked again they stay as they are.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Masked(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var signs = text.ToCharArray();
        foreach (var piece in In(text))
        {
            signs.AsSpan(piece.Start + piece.Kept, piece.Length - piece.Kept).Fill('*');
        }

        return new(signs);
    }

    [GeneratedRegex(@"(?<![0-9])(?:[1-9][0-9]{5}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx])(?![0-9])")]
    private static partial Regex IdNumber();

    [GeneratedRegex(@"(?<![0-9])(?:1[3-9][0-9](?:[ -]?[0-9]{4}){2}|1[3-9](?:[ -]?[0-9]{3}){3}|0[1-9][0-9]{1,2}-?[1-9][0-9]{6,7})(?![0-9])")]
    private static partial Regex Phone();

    [GeneratedRegex(@"(?<![0-9])(?:[1-9][0-9]{3}(?:[ -]?[0-9]{4}){3}(?:[ -]?[0-9]{1,3})?)(?![0-9])")]
    private static partial Regex Card();

    [GeneratedRegex(@"(?:[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Za-hj-np-z][·•.\- ]?[A-HJ-NP-Za-hj-np-z0-9]{4,5}[A-HJ-NP-Za-hj-np-z0-9挂学警港澳])(?![A-Za-z0-9])")]
    private static partial Regex Plate();

    [GeneratedRegex("(?<=(?:我叫|名叫|姓名|联系人)(?:[是为]|:)?\\s*)[" + Surnames + "]\\p{IsCJKUnifiedIdeographs}{1,2}")]
    private static partial Regex Name();

    // Illness and harm: what nobody but those who help needs to read.
    [GeneratedRegex("(?:艾滋病|HIV|乙肝|梅毒|性病|精神病|精神分裂|抑郁症|强奸|性侵|猥亵|家暴|吸毒|堕胎|自杀)")]
    private static partial Regex Sensitive();
}

/// <summary>What kind of personal data it is.</summary>
public enum PersonalKind
{
    IdNumber,
    Phone,
    Card,
    Plate,
    Name,
    Sensitive,
}

/// <summary>Where in a text personal data stands.</summary>
public readonly record struct PersonalPiece(PersonalKind Kind, int Start, int Length)
{
    /// <summary>How many signs stay when it is masked: of a name the surname.</summary>
    internal int Kept => Kind == PersonalKind.Name ? 1 : 0;
}
