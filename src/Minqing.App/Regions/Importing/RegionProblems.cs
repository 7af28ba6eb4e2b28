using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Regions.Importing;

/// <summary>This is no division code of that level.</summary>
public sealed record RegionCodeNotValid(string Code, RegionLevel Level) : NotValid("code");

/// <summary>The region above stands neither in the file nor in the database.</summary>
public sealed record ParentUnknown(string Code) : NotValid("parent");

/// <summary>A region must be of a lower kind than the one above it.</summary>
public sealed record LevelNotBelowParent(RegionLevel Level, RegionLevel Parent) : NotValid("level");

/// <summary>A grid's code is its village's code and three digits.</summary>
public sealed record GridNotOfVillage(string Grid, string Village) : NotValid("code");

/// <summary>It was changed on a later day than the one this import speaks for.</summary>
public sealed record ChangedLater(string Code, DateOnly Since) : NotValid("code");

/// <summary>The region was closed.</summary>
public sealed record RegionIsClosed(string Code, DateOnly On) : NotValid("code");

/// <summary>The region from which to import is not in the file.</summary>
public sealed record RootUnknown(string Code) : NotValid("root");
