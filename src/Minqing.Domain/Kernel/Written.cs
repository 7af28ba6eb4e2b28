using System.Security.Cryptography;
using System.Text;

namespace Minqing.Domain.Kernel;

/// <summary>Words that somebody wrote. They stand in a row of their own; the journal holds only <see cref="Ref"/>, so that erasing them breaks no chain.</summary>
public sealed record Written(Guid Id, string Text, byte[] Salt)
{
    public WrittenRef Ref => new(Id, Convert.ToHexStringLower(SHA256.HashData([.. Salt, .. Encoding.UTF8.GetBytes(Text)])));
}

/// <summary>A written text as the journal knows it: the row's id and the salted SHA-256 of the words, in hex.</summary>
public sealed record WrittenRef(Guid Id, string Hash);
