using System.CommandLine;
using Minqing.App.People.SigningIn;
using Minqing.Domain.Kernel;
using Minqing.Web.Texts;

namespace Minqing.Web.Commands;

/// <summary><c>minqing account add|reset NAME</c>: lets people sign in. Prints the password and the secret once.</summary>
internal static class AccountCommand
{
    public static Command Make() => new("account", "Accounts of members of staff.") { Add(), Reset() };

    private static Command Add()
    {
        var name = new Argument<string>("name") { Description = "What the person types to sign in." };
        var person = new Option<string>("--person") { Description = "The person's code, as in the file of persons.", Required = true };
        var command = new Command("add", "Gives a person an account.") { name, person };
        var here = new Installation(command);
        command.SetAction((parse, ct) => here.RunAsync(
            parse,
            async services => await TellAsync(parse, await services.GetRequiredService<OpenAccount>().RunAsync(parse.GetRequiredValue(name), parse.GetRequiredValue(person), ct)),
            ct));
        return command;
    }

    private static Command Reset()
    {
        var name = new Argument<string>("name") { Description = "The account." };
        var command = new Command("reset", "Ends all sessions, removes passkeys, makes a new password and secret: a lost phone, a forgotten password.") { name };
        var here = new Installation(command);
        command.SetAction((parse, ct) => here.RunAsync(
            parse, async services => await TellAsync(parse, await services.GetRequiredService<ResetAccount>().RunAsync(parse.GetRequiredValue(name), ct)), ct));
        return command;
    }

    private static async Task<int> TellAsync(ParseResult parse, Result<NewAccount> result)
    {
        var (output, error) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
        if (result.Problem is { } problem)
        {
            await error.WriteLineAsync(ProblemWords.Of(problem).Shown);
            return 1;
        }

        var (name, secret) = (result.Value.Account.UserName!, result.Value.CodeSecret);
        await output.WriteLineAsync($"account   {name}\npassword  {result.Value.Password}\nsecret    {secret}");
        await output.WriteLineAsync($"for apps  otpauth://totp/Minqing:{Uri.EscapeDataString(name)}?secret={secret}&issuer=Minqing");
        return 0;
    }
}
