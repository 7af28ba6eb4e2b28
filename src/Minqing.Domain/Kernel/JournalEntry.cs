namespace Minqing.Domain.Kernel;

/// <summary>One link of a subject's journal as stored: the hashed bytes exactly as written, and the two hashes.</summary>
/// <param name="Seq">1, 2, 3 … within the subject.</param>
/// <param name="Body">UTF-8 JSON: subject, seq, instant, actor, step, facts. Never rewritten, not even by a move between databases.</param>
public sealed record JournalEntry(Subject Subject, int Seq, byte[] Body, byte[] Previous, byte[] Hash);
