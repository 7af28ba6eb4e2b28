using Minqing.Domain.Policy;

namespace Minqing.App.Policy.Files;

/// <summary>What must hold of the standard wordings.</summary>
internal static class TemplateRules
{
    private static readonly Step[] WithWords =
        [Step.RecordCall, Step.Message, Step.Note, Step.Raise, Step.SendBack, Step.Decide, Step.Finish, Step.ProvePromise, Step.RejectResult, Step.FollowUp, Step.Reclassify];

    public static void Check(Draft draft)
    {
        var p = draft.Profile;
        if (!draft.Readable(ProfileFiles.Templates, "templates"))
        {
            return;
        }

        draft.Once(p.Templates, t => t.Id, "template");
        foreach (var template in p.Templates)
        {
            draft.Need(WithWords.Contains(template.Step), template, $"Nobody writes words in {template.Step.Name()}.");
            foreach (var hole in Holes.In(template.Text).Where(h => !ReplyTemplate.Facts.Contains(h)))
            {
                draft.Need(false, template, $"{{{hole}}} is not one of {string.Join(", ", ReplyTemplate.Facts)}.{Nearest.Hint(hole, ReplyTemplate.Facts)}");
            }

            foreach (var code in template.Categories.Where(c => draft.Readable(ProfileFiles.Categories, "categories") && p.Categories.All(x => x.Code != c)))
            {
                draft.Need(false, template, $"{template.Id} is for category {code}, which does not exist.{Nearest.Hint(code, p.Categories.Select(c => c.Code))}");
            }
        }
    }
}
