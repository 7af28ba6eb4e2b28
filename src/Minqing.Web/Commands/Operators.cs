using System.Data.Common;
using Minqing.App.Policy;
using Minqing.Storage.Vault;

namespace Minqing.Web.Commands;

/// <summary>What an operator can mend is said in one line; anything else is a bug and shows its trace.</summary>
internal static class Operators
{
    public static async Task<int> TellAsync(TextWriter error, Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (Mendable(e) is not null)
        {
            await error.WriteLineAsync(Mendable(e)!.Message);
            return 1;
        }
    }

    // EF wraps what the database said when it holds it for passing.
    private static Exception? Mendable(Exception? e) => e switch
    {
        null => null,
        ProfileNotUsableException or KeyFileException or InvalidDataException or IOException or UnauthorizedAccessException or DbException => e,
        _ => Mendable(e.InnerException),
    };
}
