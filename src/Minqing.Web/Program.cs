namespace Minqing.Web;

/// <summary>The program.</summary>
public partial class Program
{
    private static void Main(string[] args) => WebApplication.CreateBuilder(args).Build().Run();
}
