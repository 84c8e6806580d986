using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using ConnectorLint.Syntax;
using Microsoft.Win32.SafeHandles;

namespace ConnectorLint.Workspace;

/// <summary>Reads files as text.</summary>
public static class FileReader
{
    // Foreign files are searched piece by piece, so that a large one costs no more memory than a small one.
    private const int PieceBytes = 128 * 1024;
    private const int PieceChars = 16 * 1024;

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="markers">When given, a file that holds none of them is <see cref="FileStatus.NotOurs"/> and is not decoded.</param>
    /// <returns>The text, or why there is none. Never throws for what is wrong with the file.</returns>
    public static FileContent Read(FoundFile file, FileMarkers? markers = null)
        => file.IsKnownEmpty ? Empty(markers) : Read(file.FullPath, markers);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The full path of the file.</param>
    /// <param name="markers">When given, a file that holds none of them is <see cref="FileStatus.NotOurs"/> and is not decoded.</param>
    /// <returns>The text, or why there is none. Never throws for what is wrong with the file.</returns>
    public static FileContent Read(string path, FileMarkers? markers = null)
    {
        try
        {
            using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var length = Length(handle);
            if (length > SyntaxLimits.FileBytes)
                return TooLarge();

            // A pipe, and what has no size before it is read (/proc).
            if (length <= 0)
                return ReadStream(handle, markers);
            if (markers is null)
                return ReadWhole(handle, (int)length, markers: null);
            if (length <= PieceBytes)
                return ReadWhole(handle, (int)length, markers);
            return HasMarkers(handle, length, markers) ? ReadWhole(handle, (int)length, markers: null) : NotOurs;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return new FileContent(FileStatus.Unreadable, Reason(e));
        }
    }

    /// <summary>Reads the text from bytes that are already in memory (standard input).</summary>
    /// <param name="bytes">The bytes of the file.</param>
    /// <param name="markers">When given, bytes that hold none of them are <see cref="FileStatus.NotOurs"/>.</param>
    public static FileContent Decode(ReadOnlySpan<byte> bytes, FileMarkers? markers = null)
    {
        if (bytes.Length > SyntaxLimits.FileBytes)
            return TooLarge();
        return markers is null || HasMarkers(bytes, markers) ? TextDecoder.Decode(bytes) : NotOurs;
    }

    /// <summary>The bytes of a stream, for <see cref="Decode"/>; of one that is too large only as many as show that.</summary>
    public static byte[] ReadBytes(Stream stream)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[PieceBytes];
        while (bytes.Length <= SyntaxLimits.FileBytes && stream.Read(buffer) is var read and > 0)
            bytes.Write(buffer, 0, read);
        return bytes.Length > SyntaxLimits.FileBytes ? bytes.GetBuffer() : bytes.ToArray();
    }

    /// <summary>The bytes of a text in the encoding its file had, so that a file that is written back keeps it.</summary>
    public static byte[] Encode(string text, FileEncoding encoding) => TextDecoder.Encode(text, encoding);

    /// <summary>Says why a file or folder can't be read, to follow its name.</summary>
    internal static string Reason(Exception e) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => "does not exist",
        UnauthorizedAccessException => "can't be read: permission denied",
        _ => $"can't be read: {e.Message}",
    };

    // One object for all: thousands of foreign files leave nothing behind.
    private static FileContent NotOurs { get; } = new(FileStatus.NotOurs, "is not of a known format");

    private static FileContent EmptyText { get; } = new(FileStatus.Text) { Text = "" };

    private static FileContent Empty(FileMarkers? markers) => markers is null ? EmptyText : NotOurs;

    private static FileContent TooLarge() => new(
        FileStatus.TooLarge,
        $"is larger than {SyntaxLimits.FileBytes / (1024 * 1024)} MiB, the most that is read");

    private static long Length(SafeFileHandle handle)
    {
        try
        {
            return RandomAccess.GetLength(handle);
        }
        catch (NotSupportedException)
        {
            return -1;
        }
    }

    private static FileContent ReadWhole(SafeFileHandle handle, int length, FileMarkers? markers)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var read = Fill(handle, buffer.AsSpan(0, length), fileOffset: 0);
            return Decode(buffer.AsSpan(0, read), markers);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static FileContent ReadStream(SafeFileHandle handle, FileMarkers? markers)
    {
        using var stream = new FileStream(handle, FileAccess.Read, bufferSize: 0);
        var buffer = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            var length = 0;
            while (stream.Read(buffer.AsSpan(length)) is var read and > 0)
            {
                length += read;
                if (length > SyntaxLimits.FileBytes)
                    return TooLarge();
                if (length == buffer.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(length * 2L, SyntaxLimits.FileBytes + 1));
                    buffer.AsSpan().CopyTo(larger);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }
            }

            return length == 0 ? Empty(markers) : Decode(buffer.AsSpan(0, length), markers);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static int Fill(SafeFileHandle handle, Span<byte> buffer, long fileOffset)
    {
        var filled = 0;
        while (filled < buffer.Length && RandomAccess.Read(handle, buffer[filled..], fileOffset + filled) is var read and > 0)
            filled += read;
        return filled;
    }

    private static bool HasMarkers(SafeFileHandle handle, long length, FileMarkers markers)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            // The end of each piece is searched again with the next, and a character of UTF-16 is never cut.
            var overlap = (markers.MaxLength - 1) * 2;
            var encoding = FileEncoding.Utf8;
            var kept = 0;
            for (long offset = 0; offset < length;)
            {
                var read = Fill(handle, buffer.AsSpan(kept, PieceBytes - kept), offset);
                if (read == 0)
                    return false;
                var piece = buffer.AsSpan(0, kept + read);
                if (offset == 0)
                    encoding = TextDecoder.Detect(piece);
                if (HasMarkers(piece, markers, encoding))
                    return true;
                offset += read;
                kept = Math.Min(overlap, piece.Length);
                piece[^kept..].CopyTo(buffer);
            }

            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static bool HasMarkers(ReadOnlySpan<byte> bytes, FileMarkers markers)
        => HasMarkers(bytes, markers, TextDecoder.Detect(bytes));

    /// <summary>Widens the bytes to characters, piece by piece, and searches all words at once.</summary>
    private static bool HasMarkers(ReadOnlySpan<byte> bytes, FileMarkers markers, FileEncoding encoding)
    {
        if (TextDecoder.IsUtf16(encoding) && TextDecoder.IsBigEndian(encoding) != BitConverter.IsLittleEndian)
            return markers.AreIn(MemoryMarshal.Cast<byte, char>(bytes));
        var isSwapped = TextDecoder.IsUtf16(encoding);
        var buffer = ArrayPool<char>.Shared.Rent(PieceChars);
        try
        {
            var charBytes = isSwapped ? 2 : 1;
            var step = (buffer.Length - markers.MaxLength + 1) * charBytes;
            for (var start = 0; start < bytes.Length; start += step)
            {
                var piece = bytes.Slice(start, Math.Min(buffer.Length * charBytes, bytes.Length - start));
                int length;
                if (isSwapped)
                {
                    length = piece.Length / 2;
                    BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, ushort>(piece), MemoryMarshal.Cast<char, ushort>(buffer.AsSpan(0, length)));
                }
                else
                {
                    length = Encoding.Latin1.GetChars(piece, buffer);
                }

                if (markers.AreIn(buffer.AsSpan(0, length)))
                    return true;
            }

            return false;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }
}
