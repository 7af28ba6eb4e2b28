namespace Minqing.App.Policy.Files;

/// <summary>What must hold of the categories.</summary>
internal static class CategoryRules
{
    public static void Check(Draft draft)
    {
        var p = draft.Profile;
        if (!draft.Readable(ProfileFiles.Categories, "categories"))
        {
            return;
        }

        draft.Need(p.Categories.Count > 0, p.Categories, "categories needs at least one category.");
        draft.Once(p.Categories, c => c.Code, "category");
        draft.Once(p.Categories, c => c.Name, "name");
        foreach (var words in p.Keywords.Where(k => p.Categories.All(c => c.Code != k.Category)))
        {
            draft.Need(false, words, $"{words.Category} is no category.");
        }

        foreach (var category in p.Categories.Where(c => draft.Readable(ProfileFiles.Main, "levels") && c.SkipTo > p.Levels.Count))
        {
            draft.Need(false, category, $"{category.Code} may go straight to level {category.SkipTo}, but there are {p.Levels.Count}.");
        }

        foreach (var category in p.Categories.Where(c => draft.Readable(ProfileFiles.Main, "intake") && c.Evidence > p.Intake.Photos))
        {
            draft.Need(false, category, $"{category.Code} needs {category.Evidence} photos as evidence, but only {p.Intake.Photos} are taken.");
        }

        foreach (var category in p.Categories.Where(c => c is { Evidence: 0, ShowsBefore: true } or { Evidence: 0, Within: not null }))
        {
            draft.Need(false, category, $"{category.Code} says what its photos must show, but needs none: evidence is missing.");
        }
    }
}
