using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Minqing.Handset;

/// <summary>The two pages: all phones, and one phone's screen.</summary>
public static partial class Page
{
    private static readonly HtmlEncoder Plain = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Phones(IReadOnlyList<(Message Newest, int Count)> phones, Stats stats, string? search)
    {
        var rows = new StringBuilder();
        foreach (var (newest, count) in phones)
        {
            var phone = Plain.Encode(newest.Phone);
            rows.Append(CultureInfo.InvariantCulture, $"""
                <li><a href="/phone/{Uri.EscapeDataString(newest.Phone)}"><i aria-hidden="true">{phone[^2..]}</i><b>{phone}</b><time>{Time(newest.At)}</time><p>{Plain.Encode(newest.Text)}</p><em>{count}</em></a></li>

                """);
        }

        var none = phones.Count > 0 ? "" : search is null ? "<p class=\"none\">还没有短信。有人扫码反映之后，第一责任人的短信会出现在这里。</p>" : "<p class=\"none\">没有这个号码的短信。</p>";
        return Whole("演示手机", $"""
            <header><h1>演示手机</h1><p>每个号码收到的短信 · 共 {stats.Shown} 条{(stats.Repeats > 0 ? $"，丢弃重复 {stats.Repeats} 条" : "")}</p></header>
            <form><input type="search" name="q" value="{Plain.Encode(search ?? "")}" placeholder="找号码" aria-label="找号码" inputmode="numeric" maxlength="20"></form>
            <main><ul class="phones">{rows}</ul>{none}</main>
            """);
    }

    public static string Phone(string phone, IReadOnlyList<Message> messages)
    {
        var bubbles = new StringBuilder();
        var day = default(DateOnly);
        foreach (var message in messages)
        {
            var local = message.At.AddHours(8);
            if (DateOnly.FromDateTime(local) != day)
            {
                day = DateOnly.FromDateTime(local);
                bubbles.Append(CultureInfo.InvariantCulture, $"<li class=\"day\">{day.Month}月{day.Day}日</li>");
            }

            bubbles.Append(CultureInfo.InvariantCulture, $"<li><p>{Linked(message.Text)}</p><time>{local:HH:mm}</time></li>\n");
        }

        var title = Plain.Encode(phone);
        return Whole(title, $"""
            <header><a href="/" aria-label="所有号码">‹</a><h1>{title}</h1><p>短信 {messages.Count} 条</p></header>
            <main><ol class="talk">{bubbles}</ol>{(messages.Count == 0 ? "<p class=\"none\">这个号码还没有收到短信。</p>" : "")}</main>
            """);
    }

    /// <summary>The words, encoded, with their web addresses as links.</summary>
    public static string Linked(string text)
    {
        var html = new StringBuilder();
        var at = 0;
        foreach (Match link in Links().Matches(text))
        {
            html.Append(Plain.Encode(text[at..link.Index]));
            var address = Plain.Encode(link.Value);
            html.Append(CultureInfo.InvariantCulture, $"<a href=\"{address}\" target=\"_blank\" rel=\"noopener noreferrer\">{address}</a>");
            at = link.Index + link.Length;
        }

        return html.Append(Plain.Encode(text[at..])).ToString().Replace("&#xA;", "<br>", StringComparison.Ordinal);
    }

    private static string Time(DateTime at) => at.AddHours(8).ToString("M月d日 HH:mm", CultureInfo.InvariantCulture);

    private static string Whole(string title, string body) => $"""
        <!doctype html>
        <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{title}</title>
        <link rel="stylesheet" href="/handset.css"><script src="/handset.js" defer></script><noscript><meta http-equiv="refresh" content="5"></noscript></head>
        <body><div class="handset">{body}</div></body></html>
        """;

    [GeneratedRegex(@"https?://[A-Za-z0-9.:\-_~/?#\[\]@!$&'()*+,;=%]+")]
    private static partial Regex Links();
}
