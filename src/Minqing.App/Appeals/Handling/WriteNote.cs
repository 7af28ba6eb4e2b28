using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Handling;

/// <summary>Writes a note among those who handle; the reporter never sees it.</summary>
public sealed class WriteNote(Acting acting)
{
    public async Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, string? note, CancellationToken ct) =>
        Writing.Required(note, "note") is var words && words.Problem is { } no
            ? no
            : await acting.AsStaffAsync(viewer, id, null, d => d.Appeal.Note(words.Value, d.Report, d.Hand, d.Rules), ct);
}
