namespace Minqing.Web.Staff;

/// <summary>What the pages of staff are made of.</summary>
internal static class StaffServices
{
    public static void AddStaffPages(this IServiceCollection services) => services.AddScoped<StepTaking>().AddScoped<CourseTaking>();
}
