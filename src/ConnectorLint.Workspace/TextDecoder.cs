using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace ConnectorLint.Workspace;

/// <summary>Bytes to text and back.</summary>
internal static class TextDecoder
{
    private const int HeadBytes = 256;

    private static ReadOnlySpan<byte> Utf32LittleEndianMark => [0xFF, 0xFE, 0, 0];

    private static ReadOnlySpan<byte> Utf32BigEndianMark => [0, 0, 0xFE, 0xFF];

    /// <summary>Tells the encoding from the first bytes.</summary>
    public static FileEncoding Detect(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8))
            return FileEncoding.Utf8WithMark;
        if (bytes.Length >= 2)
        {
            if (bytes[0] == 0xFF && bytes[1] == 0xFE)
                return FileEncoding.Utf16LittleEndianWithMark;
            if (bytes[0] == 0xFE && bytes[1] == 0xFF)
                return FileEncoding.Utf16BigEndianWithMark;
        }

        // Without a mark: every second byte of ASCII text is NUL, and the other one never is.
        var head = bytes[..Math.Min(bytes.Length, HeadBytes)];
        var even = 0;
        var odd = 0;
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }

        var half = (head.Length / 2 + 1) / 2;
        if (even == 0 && odd > 0 && odd >= half)
            return FileEncoding.Utf16LittleEndian;
        if (odd == 0 && even > 0 && even >= half)
            return FileEncoding.Utf16BigEndian;
        return FileEncoding.Utf8;
    }

    /// <summary>Whether the encoding is one of UTF-16.</summary>
    public static bool IsUtf16(FileEncoding encoding) => encoding >= FileEncoding.Utf16LittleEndianWithMark;

    /// <summary>Whether the encoding is one of UTF-16 with the high byte first.</summary>
    public static bool IsBigEndian(FileEncoding encoding)
        => encoding is FileEncoding.Utf16BigEndian or FileEncoding.Utf16BigEndianWithMark;

    /// <summary>The text of a file.</summary>
    public static FileContent Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Utf32LittleEndianMark) || bytes.StartsWith(Utf32BigEndianMark))
            return new FileContent(FileStatus.BadEncoding, "is encoded as UTF-32, which YAML and JSON tools do not read; save it as UTF-8");
        var encoding = Detect(bytes);
        var body = bytes[MarkLength(encoding)..];
        return IsUtf16(encoding) ? DecodeUtf16(body, encoding) : DecodeUtf8(body, encoding);
    }

    /// <summary>The bytes of a text in an encoding, with its byte order mark.</summary>
    public static byte[] Encode(string text, FileEncoding encoding)
    {
        Encoding encoder = IsUtf16(encoding)
            ? new UnicodeEncoding(IsBigEndian(encoding), byteOrderMark: true)
            : new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
        var mark = MarkLength(encoding) > 0 ? encoder.Preamble : default;
        var bytes = new byte[mark.Length + encoder.GetByteCount(text)];
        mark.CopyTo(bytes);
        encoder.GetBytes(text, bytes.AsSpan(mark.Length));
        return bytes;
    }

    private static int MarkLength(FileEncoding encoding) => encoding switch
    {
        FileEncoding.Utf8WithMark => 3,
        FileEncoding.Utf16LittleEndianWithMark or FileEncoding.Utf16BigEndianWithMark => 2,
        _ => 0,
    };

    private static FileContent DecodeUtf8(ReadOnlySpan<byte> body, FileEncoding encoding)
    {
        if (body.Contains((byte)0))
            return new FileContent(FileStatus.Binary, "is a binary file");
        if (Utf8.IsValid(body))
            return new FileContent(FileStatus.Text) { Text = Encoding.UTF8.GetString(body), Encoding = encoding };

        var buffer = new char[4096];
        var good = 0;
        var goodChars = 0;
        OperationStatus status;
        do
        {
            status = Utf8.ToUtf16(body[good..], buffer, out var read, out var written, replaceInvalidSequences: false);
            good += read;
            goodChars += written;
        }
        while (status == OperationStatus.DestinationTooSmall);

        var offset = good + MarkLength(encoding);
        var text = Encoding.UTF8.GetString(body);
        var place = Place(text, goodChars, offset);
        var message = Rune.DecodeFromUtf8(body[good..], out _, out _) == OperationStatus.NeedMoreData
            ? $"is not valid UTF-8: it ends within a character, {place}"
            : $"is not valid UTF-8: byte 0x{body[good]:X2} {place}; save the file as UTF-8";
        return new FileContent(FileStatus.BadEncoding, message)
        {
            Text = text,
            Encoding = encoding,
            BadByteOffset = offset,
            BadTextOffset = goodChars,
        };
    }

    private static FileContent DecodeUtf16(ReadOnlySpan<byte> body, FileEncoding encoding)
    {
        // A half character at the end becomes U+FFFD, and so does half a surrogate pair.
        var text = (IsBigEndian(encoding) ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(body);
        var bad = FirstBadUnit(body, IsBigEndian(encoding));
        if (bad < 0)
        {
            return text.Contains('\0')
                ? new FileContent(FileStatus.Binary, "is a binary file")
                : new FileContent(FileStatus.Text) { Text = text, Encoding = encoding };
        }

        var offset = bad * 2 + MarkLength(encoding);
        var what = bad == body.Length / 2 ? "it ends within a character," : "half a surrogate pair";
        return new FileContent(FileStatus.BadEncoding, $"is not valid UTF-16: {what} {Place(text, bad, offset)}")
        {
            Text = text,
            Encoding = encoding,
            BadByteOffset = offset,
            BadTextOffset = bad,
        };
    }

    private static int FirstBadUnit(ReadOnlySpan<byte> body, bool isBigEndian)
    {
        var high = isBigEndian ? 0 : 1;
        var units = body.Length / 2;
        for (var i = 0; i < units; i++)
        {
            var top = body[i * 2 + high] & 0xFC;
            if (top is not (0xD8 or 0xDC))
                continue;
            if (top == 0xDC || i + 1 == units || (body[i * 2 + 2 + high] & 0xFC) != 0xDC)
                return i;
            i++;
        }

        return body.Length % 2 == 0 ? -1 : units;
    }

    private static string Place(string text, int textOffset, long byteOffset)
    {
        var position = new Syntax.SourceText("", text).PositionAt(textOffset);
        return $"at line {position.Line}, column {position.Column} (byte {byteOffset})";
    }
}
