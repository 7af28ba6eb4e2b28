namespace Minqing.Web;

/// <summary>The program.</summary>
public partial class Program
{
    private static Task<int> Main(string[] args) => Commands.Commands.RunAsync(args, Console.Out, Console.Error);
}
