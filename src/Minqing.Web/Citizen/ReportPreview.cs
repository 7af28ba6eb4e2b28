using Minqing.Domain.Kernel;

namespace Minqing.Web.Citizen;

/// <summary>What others will see of a report, shown to its reporter before it is sent in.</summary>
/// <param name="Words">What those who handle it read.</param>
/// <param name="Masked">What everybody else who may open it reads.</param>
/// <param name="Who">How the reporter appears to those who handle it.</param>
/// <param name="Found">Whether the words tell who somebody is.</param>
public sealed record ReportPreview(string Words, string Masked, string Who, bool Found)
{
    public static ReportPreview Of(ReportForm form)
    {
        var words = form.Words?.Trim() ?? "";
        var phone = PhoneNumber.Read(form.Phone ?? "");
        var name = form.Name?.Trim() is { Length: > 0 } given ? $"{given[..1]}**" : "没有留姓名";
        return new(words, PersonalData.Masked(words), form.KeepIdentity || form.Disclosure ? "看不到您是谁，由专人联系您" : $"{name}，{(phone.Ok ? phone.Value.Masked : "没有留电话")}", PersonalData.In(words).Count > 0);
    }
}
