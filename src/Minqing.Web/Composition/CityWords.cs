using Minqing.Domain.Policy;
using Minqing.Web.Texts;

namespace Minqing.Web.Composition;

/// <summary>Every page and answer uses the words of the city whose profile is in force.</summary>
internal static class CityWords
{
    public static void UseCityWords(this WebApplication app)
    {
        var own = app.Services.GetRequiredService<Profile>().Texts;
        app.Use((context, next) =>
        {
            Words.SpeakAs(own);
            return next(context);
        });
    }
}
