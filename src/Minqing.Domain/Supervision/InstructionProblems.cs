using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Supervision;

/// <summary>There is no such instruction for you.</summary>
public sealed record NoSuchInstruction : NotFound;

/// <summary>The instruction went to somebody else.</summary>
public sealed record NotToYou : NotAllowed;

/// <summary>Only the post that gave an instruction judges the answer.</summary>
public sealed record NotYourInstruction : NotAllowed;

/// <summary>The instruction is past that.</summary>
public sealed record InstructionPast(InstructionState State) : NotPossible;

/// <summary>Nobody there can be instructed on this appeal: neither a unit that has it or serves its place, nor a post of the chain below.</summary>
public sealed record NobodyToInstruct(string Field) : NotValid(Field);

/// <summary>A limit of an instruction is a number of working days within bounds.</summary>
public sealed record DaysOutOfBounds(string Field, int Most) : NotValid(Field);

/// <summary>The appeal has ended: there is nothing to instruct on.</summary>
public sealed record NothingToInstruct(Stage Stage) : NotPossible;
