using Minqing.Web.Shared;

namespace Minqing.Web;

/// <summary>The program.</summary>
public partial class Program
{
    private static void Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddMinqingPages();

        var app = builder.Build();
        app.UseMinqingPages();
        app.MapMinqingPages();
        app.Run();
    }
}
