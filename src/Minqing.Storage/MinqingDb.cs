using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.People;
using Minqing.Domain.Regions;
using Minqing.Domain.Supervision;
using Minqing.Storage.Appeals;
using Minqing.Storage.Intake;
using Minqing.Storage.Kernel;
using Minqing.Storage.Keys;

using Minqing.Storage.Media;
using Minqing.Storage.Notices;
using Minqing.Storage.Outbox;
using Minqing.Storage.People;
using Minqing.Storage.Regions;
using Minqing.Storage.Saving;
using Minqing.Storage.Sealing;
using Minqing.Storage.Searching;
using Minqing.Storage.Timers;
using Minqing.Storage.Vault;

namespace Minqing.Storage;

/// <summary>Every table, and the one way to save: rows, journal and outbox in one transaction.</summary>
public abstract class MinqingDb(DbContextOptions options, Dialect dialect) : IdentityUserContext<Account, Guid>(options)
{
    private readonly List<object> fresh = [];

    /// <summary>What differs between the databases.</summary>
    public Dialect Dialect { get; } = dialect;

    // Kernel
    public DbSet<JournalRow> Journal => Set<JournalRow>();
    public DbSet<TextRow> Texts => Set<TextRow>();
    public DbSet<Clock> Clocks => Set<Clock>();
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    // Regions
    public DbSet<Region> Regions => Set<Region>();
    public DbSet<RegionVersion> RegionVersions => Set<RegionVersion>();
    public DbSet<SiteCode> SiteCodes => Set<SiteCode>();
    public DbSet<PlaceName> PlaceNames => Set<PlaceName>();
    public DbSet<Reorganisation> Reorganisations => Set<Reorganisation>();

    // People
    public DbSet<Unit> Units => Set<Unit>();
    public DbSet<Person> Persons => Set<Person>();
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<Stamp> Stamps => Set<Stamp>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<SignInRefusal> SignInRefusals => Set<SignInRefusal>();

    // Appeals
    public DbSet<Report> Reports => Set<Report>();
    public DbSet<Appeal> Appeals => Set<Appeal>();
    public DbSet<ReportAppeal> ReportAppeals => Set<ReportAppeal>();
    public DbSet<AreaMove> AreaMoves => Set<AreaMove>();
    public DbSet<Turn> Turns => Set<Turn>();
    public DbSet<SubmissionKey> SubmissionKeys => Set<SubmissionKey>();
    public DbSet<Recount> Recounts => Set<Recount>();
    public DbSet<RecountMove> RecountMoves => Set<RecountMove>();
    public DbSet<SavedFilter> SavedFilters => Set<SavedFilter>();
    public DbSet<LedgerExport> LedgerExports => Set<LedgerExport>();
    public DbSet<AppealAccess> AppealAccesses => Set<AppealAccess>();

    // Supervision
    public DbSet<Instruction> Instructions => Set<Instruction>();
    public DbSet<WeeklyRound> WeeklyRounds => Set<WeeklyRound>();
    public DbSet<Reconciliation> Reconciliations => Set<Reconciliation>();
    public DbSet<ScheduleRun> ScheduleRuns => Set<ScheduleRun>();
    public DbSet<Docket> Dockets => Set<Docket>();
    public DbSet<Publicity> Publicity => Set<Publicity>();
    public DbSet<Commendation> Commendations => Set<Commendation>();

    // Searching
    public DbSet<SearchText> SearchTexts => Set<SearchText>();

    // Notices
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<PhoneCode> PhoneCodes => Set<PhoneCode>();

    // After closing
    public DbSet<SampledAppeal> SampledAppeals => Set<SampledAppeal>();
    public DbSet<FoundSign> FoundSigns => Set<FoundSign>();
    public DbSet<EvidencePrint> EvidencePrints => Set<EvidencePrint>();

    // Vault
    public DbSet<VaultEntry> Vault => Set<VaultEntry>();
    public DbSet<IdentityLog> IdentityLogs => Set<IdentityLog>();
    public DbSet<KnownKey> VaultKeys => Set<KnownKey>();



    // Sealing
    public DbSet<TreeHead> TreeHeads => Set<TreeHead>();
    public DbSet<TreeState> TreeStates => Set<TreeState>();
    public DbSet<TreeBlock> TreeBlocks => Set<TreeBlock>();
    public DbSet<SigningKeyRow> TreeKeys => Set<SigningKeyRow>();


    // Media
    public DbSet<MassEvent> MassEvents => Set<MassEvent>();

    public DbSet<MediaRow> Media => Set<MediaRow>();

    /// <summary>Adds something wholly new to the next save. A save of such things alone goes past the change tracker.</summary>
    public void AddNew(object thing) => fresh.Add(thing);

    /// <summary>Forgets what was added and will not be saved: a context serves many requests, one after the other.</summary>
    public void DropNew() => fresh.Clear();

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        object[] things = [.. fresh];
        fresh.Clear();
        if (things.Length > 0 && Database.CurrentTransaction is null && !ChangeTracker.Entries().Any(e => e.State != EntityState.Unchanged) && new NewRows(this) is var rows && rows.Can(things))
        {
            // What follows has nothing left to save, and tells those who wait for saves.
            await rows.AddAsync(things, cancellationToken);
            return things.Length + await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        AddRange(things);
        // Looked at once: every question to the change tracker would compare all rows anew.
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            TurnWriter.Write(this);
            JournalWriter.Write(this);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }

        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Save asynchronously.");

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        Ids.Configure(configurationBuilder);
        Dialect.Configure(configurationBuilder);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        AccountTables.Name(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(MinqingDb).Assembly);
        SnakeCase.Apply(builder);
    }
}
