using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.People.Importing;

/// <summary>There is no such region, or it was closed.</summary>
public sealed record RegionUnknown(string Field, string Code) : NotValid(Field);

/// <summary>The unit stands neither in the file nor in the database, or it was closed.</summary>
public sealed record UnitUnknown(string Field, string Code) : NotValid(Field);

/// <summary>There is no such person.</summary>
public sealed record PersonUnknown(string Code) : NotValid("holder");

/// <summary>A unit of this code is there, of another kind.</summary>
public sealed record UnitIsOfAnotherKind(UnitKind Kind) : NotValid("kind");

/// <summary>Going up from the unit one comes back to it.</summary>
public sealed record UnitAboveItself(string Parent) : NotValid("parent");

/// <summary>A post of this code is there with another role, unit, region or limit. Close it and open another.</summary>
public sealed record PostIsAnother(string Field) : NotValid(Field);

/// <summary>A telephone number has 5 to 15 digits.</summary>
public sealed record PhoneNotUsable() : NotValid("phone");

/// <summary>The post cannot be given to this holder from that day.</summary>
public sealed record HolderRefused(Problem Reason) : NotValid("since");
