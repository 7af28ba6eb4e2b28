using System.CommandLine;
using Minqing.App.Kernel;
using Minqing.App.People.SigningIn;

namespace Minqing.Web.Commands;

/// <summary><c>minqing code SECRET</c>: the one-time code that an authenticator app would show now. For demonstrations and drills.</summary>
internal static class CodeCommand
{
    public static Command Make()
    {
        var secret = new Argument<string>("secret") { Description = "The secret as in accounts.csv (base32)." };
        var clock = new Option<FileInfo?>("--clock") { Description = "The time is the instant in this file, as in a demonstration." };
        var command = new Command("code", "The one-time code of now, for a secret.") { secret, clock };
        command.SetAction(async (parse, _) =>
        {
            if (Base32.Read(parse.GetRequiredValue(secret)) is not { Length: > 0 } bytes)
            {
                await parse.InvocationConfiguration.Error.WriteLineAsync("secret: letters A-Z and digits 2-7 are expected");
                return 2;
            }

            var time = parse.GetValue(clock) is { } file ? FileClock.Open(file.FullName) : TimeProvider.System;
            await parse.InvocationConfiguration.Output.WriteLineAsync(OneTimeCode.At(bytes, OneTimeCode.Step(time.Now())));
            return 0;
        });
        return command;
    }
}
