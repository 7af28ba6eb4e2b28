using System.CommandLine;

namespace Minqing.Web.Commands;

/// <summary>Every command of the program. Without one it serves.</summary>
public static class Commands
{
    private static readonly string[] OfTheRoot = ["--help", "-h", "-?", "/h", "/?", "--version"];

    public static RootCommand All()
    {
        var root = new RootCommand("民情直通 Minqing: people's appeals, from a code on the wall to a matter solved.") { HelpName = "minqing" };
        root.Add(ServeCommand.Make());
        root.Add(DemoCommand.Make());
        root.Add(DeadlineCommand.Make());
        root.Add(ImportCommand.Make());
        root.Add(ExportCommand.Make());
        root.Add(CodesCommand.Make());
        root.Add(MediaCommand.Make());
        root.Add(VerifyCommand.Make());
        root.Add(KeysCommand.Make());
        root.Add(AccountCommand.Make());
        root.Add(CodeCommand.Make());
        root.Add(ProfileCommand.Make());
        root.Add(RecomputeCommand.Make());
        return root;
    }

    public static Task<int> RunAsync(string[] args, TextWriter output, TextWriter error) =>
        All().Parse(args is [] || (args[0].StartsWith('-') && !OfTheRoot.Contains(args[0])) ? ["serve", .. args] : args)
            .InvokeAsync(new()
            {
                Output = output,
                Error = error,
                // Bugs crash with their trace; the server stops by its own rules, not two seconds after the signal.
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
}
