namespace ConnectorLint.Workspace;

/// <summary>What came of reading a file.</summary>
public enum FileStatus
{
    /// <summary>The text was read.</summary>
    Text,

    /// <summary>The file has none of the markers that were asked for.</summary>
    NotOurs,

    /// <summary>The file is no text.</summary>
    Binary,

    /// <summary>The file is text in an encoding that is not read, or has bytes that its encoding does not allow.</summary>
    BadEncoding,

    /// <summary>The file is larger than <see cref="Syntax.SyntaxLimits.FileBytes"/>.</summary>
    TooLarge,

    /// <summary>The file can't be opened or read.</summary>
    Unreadable,
}

/// <summary>How the text of a file was written as bytes.</summary>
public enum FileEncoding
{
    /// <summary>UTF-8.</summary>
    Utf8,

    /// <summary>UTF-8 with a byte order mark.</summary>
    Utf8WithMark,

    /// <summary>UTF-16, the low byte first, with a byte order mark.</summary>
    Utf16LittleEndianWithMark,

    /// <summary>UTF-16, the high byte first, with a byte order mark.</summary>
    Utf16BigEndianWithMark,

    /// <summary>UTF-16, the low byte first.</summary>
    Utf16LittleEndian,

    /// <summary>UTF-16, the high byte first.</summary>
    Utf16BigEndian,
}

/// <summary>The text of a file, or why there is none.</summary>
public sealed class FileContent
{
    internal FileContent(FileStatus status, string? message = null)
    {
        Status = status;
        Message = message;
    }

    /// <summary>What came of reading the file.</summary>
    public FileStatus Status { get; }

    /// <summary>
    /// The text without a byte order mark, when there is one: with <see cref="FileStatus.BadEncoding"/> the bytes
    /// that are not allowed are U+FFFD, good for showing the place and for nothing else.
    /// </summary>
    public string? Text { get; internal init; }

    /// <summary>How the text was written as bytes.</summary>
    public FileEncoding Encoding { get; internal init; }

    /// <summary>Why there is no text, to follow the name of the file ("is a binary file"); else absent.</summary>
    public string? Message { get; }

    /// <summary>With <see cref="FileStatus.BadEncoding"/>: which byte of the file is at fault, from 0; else -1.</summary>
    public long BadByteOffset { get; internal init; } = -1;

    /// <summary>With <see cref="FileStatus.BadEncoding"/>: where that byte stands in <see cref="Text"/>; else -1.</summary>
    public int BadTextOffset { get; internal init; } = -1;
}
