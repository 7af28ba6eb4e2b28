using System.Text;

namespace Minqing.Web.Demo;

/// <summary>Made-up names, the same for the same post every time.</summary>
internal static class DemoNames
{
    private const string Surnames = "王李张刘陈杨马赵黄周吴徐孙胡朱高林何郭罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";

    private static readonly string[] Given =
    [
        "建国", "建军", "建华", "志强", "志明", "志远", "国栋", "国平", "国强", "永福", "永胜", "永贵", "文斌", "文海", "文涛", "学礼", "学文", "学军", "海龙", "海涛",
        "晓东", "晓峰", "晓燕", "晓琴", "玉兰", "玉梅", "玉霞", "秀英", "秀珍", "秀兰", "桂芳", "桂花", "丽华", "丽娟", "丽萍", "雪梅", "雪琴", "红霞", "红梅", "春燕",
        "春生", "世荣", "世杰", "世龙", "耀祖", "耀明", "宏伟", "宏斌", "宏亮", "正刚", "正平", "正江", "德福", "德胜", "德清", "万军", "万里", "小平", "小军", "小红",
        "静", "敏", "磊", "勇", "涛", "鹏", "娟", "霞", "军", "伟", "芳", "斌", "亮", "刚", "平", "龙", "凯", "婷", "瑞", "晶",
    ];

    public static string Of(string post)
    {
        var hash = 14695981039346656037UL;
        foreach (var part in Encoding.UTF8.GetBytes(post))
            hash = (hash ^ part) * 1099511628211UL;
        hash ^= hash >> 29;
        return $"{Surnames[(int)(hash % (ulong)Surnames.Length)]}{Given[(int)(hash / 1024 % (ulong)Given.Length)]}";
    }
}
