using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Minqing.Domain.Kernel;

namespace Minqing.Storage.Kernel;

/// <summary>Lets EF store the typed ids as plain uuids, and enums as their names.</summary>
internal static class Ids
{
    public static void Configure(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Enum>().HaveConversion<string>();
        conventions.Properties<ClockRule>().HaveConversion<AsJson<ClockRule>>();
        conventions.Properties<ReportId>().HaveConversion<OfReport>();
        conventions.Properties<AppealId>().HaveConversion<OfAppeal>();
        conventions.Properties<RegionId>().HaveConversion<OfRegion>();
        conventions.Properties<UnitId>().HaveConversion<OfUnit>();
        conventions.Properties<PersonId>().HaveConversion<OfPerson>();
        conventions.Properties<PostId>().HaveConversion<OfPost>();
        conventions.Properties<InstructionId>().HaveConversion<OfInstruction>();
        conventions.Properties<SiteCodeId>().HaveConversion<OfSiteCode>();
        conventions.Properties<DocketId>().HaveConversion<OfDocket>();
        conventions.Properties<ReorganisationId>().HaveConversion<OfReorganisation>();
        conventions.Properties<MassEventId>().HaveConversion<OfMassEvent>();
        conventions.Properties<PublicityId>().HaveConversion<OfPublicity>();
        conventions.Properties<CommendationId>().HaveConversion<OfCommendation>();
        conventions.Properties<MediaId>().HaveConversion<OfMedia>();
    }

    private sealed class OfReport() : ValueConverter<ReportId, Guid>(id => id.Value, id => new(id));

    private sealed class OfAppeal() : ValueConverter<AppealId, Guid>(id => id.Value, id => new(id));

    private sealed class OfRegion() : ValueConverter<RegionId, Guid>(id => id.Value, id => new(id));

    private sealed class OfUnit() : ValueConverter<UnitId, Guid>(id => id.Value, id => new(id));

    private sealed class OfPerson() : ValueConverter<PersonId, Guid>(id => id.Value, id => new(id));

    private sealed class OfPost() : ValueConverter<PostId, Guid>(id => id.Value, id => new(id));

    private sealed class OfInstruction() : ValueConverter<InstructionId, Guid>(id => id.Value, id => new(id));

    private sealed class OfSiteCode() : ValueConverter<SiteCodeId, Guid>(id => id.Value, id => new(id));

    private sealed class OfDocket() : ValueConverter<DocketId, Guid>(id => id.Value, id => new(id));

    private sealed class OfReorganisation() : ValueConverter<ReorganisationId, Guid>(id => id.Value, id => new(id));

    private sealed class OfMassEvent() : ValueConverter<MassEventId, Guid>(id => id.Value, id => new(id));

    private sealed class OfPublicity() : ValueConverter<PublicityId, Guid>(id => id.Value, id => new(id));

    private sealed class OfCommendation() : ValueConverter<CommendationId, Guid>(id => id.Value, id => new(id));

    private sealed class OfMedia() : ValueConverter<MediaId, Guid>(id => id.Value, id => new(id));
}

/// <summary>A value kept as JSON text in one column: frozen copies that are read whole.</summary>
internal sealed class AsJson<T>() : ValueConverter<T, string>(
    value => Facts.Write(value),
    text => Facts.Read<T>(text));
