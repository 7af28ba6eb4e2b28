using Minqing.Domain.Kernel;

namespace Minqing.App.Media;

/// <summary>The content is none of the kinds taken, whatever the name says.</summary>
public sealed record MediaTypeNotTaken() : NotValid("file");

/// <summary>A video, or a sound file with pictures in it.</summary>
public sealed record VideoNotTaken() : NotValid("file");

/// <summary>It says it is <paramref name="Format"/>, but is cut off, broken, or something else in disguise.</summary>
public sealed record MediaUnreadable(string Format) : NotValid("file");

/// <summary>A HEIC photo, and this installation lacks the tool that reads them.</summary>
public sealed record HeicNotTaken() : NotValid("file");

/// <summary>More bytes than allowed.</summary>
public sealed record MediaTooLarge(long Limit) : NotValid("file")
{
    public double Megabytes => Math.Round(Limit / 1048576.0, 1);
}

/// <summary>A picture of more pixels than allowed.</summary>
public sealed record TooManyPixels(long Limit) : NotValid("file")
{
    public long Millions => Limit / 1_000_000;
}

/// <summary>Longer than allowed.</summary>
public sealed record VoiceTooLong(TimeSpan Limit) : NotValid("file");

/// <summary>More photos than allowed in one message.</summary>
public sealed record TooManyPhotos(int Limit) : NotValid("attachments");

/// <summary>More voice clips than allowed in one message.</summary>
public sealed record TooManyVoices(int Limit) : NotValid("attachments");

/// <summary>An attachment that was never uploaded, is not finished, was cleaned away, or belongs to another message.</summary>
public sealed record AttachmentNotFound(Guid Id) : NotValid("attachments");

/// <summary>No such upload, photo or clip here.</summary>
public sealed record NoSuchMedia(Guid Id) : NotFound;

/// <summary>It was erased, because its reporter asked for it.</summary>
public sealed record MediaErased(Guid Id) : NotFound;

/// <summary>It stands under the reporter's key, which was not given.</summary>
public sealed record MediaSealed(Guid Id) : NotAllowed;

/// <summary>The next byte wanted is another one; go on from <paramref name="Offset"/>.</summary>
public sealed record OtherOffset(long Offset) : NotPossible;

/// <summary>The line broke; what came is kept, go on from <paramref name="Offset"/>.</summary>
public sealed record UploadBroken(long Offset) : NotPossible;

/// <summary>Another piece of this upload is still being written, or too many uploads are at work.</summary>
public sealed record UploadBusy() : TooMany(TimeSpan.FromSeconds(3));
