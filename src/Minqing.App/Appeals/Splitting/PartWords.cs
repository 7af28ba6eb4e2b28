using Minqing.App.Kernel;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Splitting;

/// <summary>What a reporter said, taken apart: of each matter its own words, and none put into their mouth.</summary>
/// <param name="Rest">What is left; null where nothing can be told apart.</param>
public sealed record PartWords(Written Part, Written? Rest)
{
    private static readonly char[] Ends = ['。', '！', '？', '；', '，', '、', ',', '!', '?', ';', '\n'];

    /// <param name="said">All that was said; null once erased.</param>
    /// <param name="spoke">Whether there is a voice clip: whoever listened to it writes down what it says.</param>
    public static Result<PartWords> Of(string? typed, string? said, bool spoke)
    {
        var words = Writing.Required(typed, "words");
        if (words.Problem is { } no)
        {
            return no;
        }

        var whole = Clauses(said ?? "");
        var taken = Clauses(words.Value.Text).ConvertAll(Bare);
        if (taken.Except(whole.Select(Bare)).Any())
        {
            return spoke ? new PartWords(words.Value, null) : new NotSaid();
        }

        var left = string.Concat(whole.Where(c => !taken.Contains(Bare(c)))).Trim().TrimEnd('，', '、', ',', '；', ';');
        return Writing.Optional(left) is { } rest ? new PartWords(words.Value, rest) : spoke ? new PartWords(words.Value, null) : new NothingLeft();
    }

    // Each with the sign that ends it.
    private static List<string> Clauses(string text)
    {
        var (clauses, from) = (new List<string>(), 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (i == text.Length - 1 || Ends.Contains(text[i]))
            {
                clauses.Add(text[from..(i + 1)]);
                from = i + 1;
            }
        }

        return clauses.FindAll(c => Bare(c).Length > 0);
    }

    private static string Bare(string clause) => string.Concat(clause.Where(c => !Ends.Contains(c) && !char.IsWhiteSpace(c)));
}

/// <summary>These are not the reporter's words.</summary>
public sealed record NotSaid() : NotValid("words");

/// <summary>All of it was taken: there is no second matter.</summary>
public sealed record NothingLeft() : NotValid("words");
