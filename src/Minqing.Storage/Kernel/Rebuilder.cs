using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;
using Minqing.Domain.Kernel;

namespace Minqing.Storage.Kernel;

/// <summary>Makes a subject anew from nothing but its journal.</summary>
public static class Rebuilder
{
    /// <summary>An empty one with its id, to be filled by <see cref="Aggregate.Rebuild"/>. Its class has a constructor without parameters, private as it may be.</summary>
    public static Aggregate Empty(IEntityType type, Guid id)
    {
        var made = (Aggregate)Activator.CreateInstance(type.ClrType, nonPublic: true)!;
        var key = type.FindPrimaryKey()!.Properties.Single().PropertyInfo!;
        key.SetValue(made, key.PropertyType == typeof(Guid) ? id : Activator.CreateInstance(key.PropertyType, id), BindingFlags.NonPublic | BindingFlags.Public, null, null, null);
        return made;
    }

    /// <summary>The subject as the entries made it.</summary>
    public static Aggregate Rebuild(IEntityType type, Guid id, IEnumerable<StepTaken> steps)
    {
        var made = Empty(type, id);
        made.Rebuild(steps);
        return made;
    }
}
