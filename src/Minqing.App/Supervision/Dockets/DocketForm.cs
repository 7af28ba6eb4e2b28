using Minqing.Domain.Supervision;

namespace Minqing.App.Supervision.Dockets;

/// <summary>What somebody fills in to open a docket or to take a step in it. Everything may be missing: what must be there the use case says, by the name of its field.</summary>
public record DocketForm
{
    public string? Title { get; set; }

    public string? Words { get; set; }

    /// <summary>The division code of the region it is about; without one it is that of its first appeal, or of one's own post.</summary>
    public string? Region { get; set; }

    public string? Category { get; set; }

    public DocketOrigin? Origin { get; set; }

    /// <summary>The numbers of reports, or ids of appeals, with anything between them.</summary>
    public string? Appeals { get; set; }

    public Guid? Unit { get; set; }

    public Guid? Post { get; set; }

    public DateOnly? Until { get; set; }

    /// <summary>A task by its number.</summary>
    public int? Task { get; set; }

    /// <summary>An instant, UTC.</summary>
    public DateTime? On { get; set; }

    public string? Present { get; set; }

    /// <summary>What the mishandling led to that is to bar a unit.</summary>
    public VetoGround? Ground { get; set; }

    public Finding? Finding { get; set; }

    /// <summary>How whoever listed the matter rates its handling, 1 (very good) to 5, with what they say about it.</summary>
    public int? Rating { get; set; }

    public string? RatingWords { get; set; }

    public Consequence? Consequence { get; set; }

    /// <summary>Uploaded photos, by their ids: shown with an answer, with progress, a visit or what is handed in.</summary>
    public List<Guid>? Evidence { get; set; }
}
