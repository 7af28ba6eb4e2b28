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
        catch (Exception e) when (e is ProfileNotUsableException or KeyFileException or InvalidDataException or IOException or UnauthorizedAccessException or DbException)
        {
            await error.WriteLineAsync(e.Message);
            return 1;
        }
    }
}
