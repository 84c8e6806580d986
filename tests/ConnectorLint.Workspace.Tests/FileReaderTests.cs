using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using ConnectorLint.Syntax;
using CsCheck;

namespace ConnectorLint.Workspace.Tests;

public sealed class FileReaderTests
{
    private const string Manifest = "connectorlint: 1\r\ntenant: Zürich 𝄞\n";

    [Theory]
    [InlineData(FileEncoding.Utf8)]
    [InlineData(FileEncoding.Utf8WithMark)]
    [InlineData(FileEncoding.Utf16LittleEndianWithMark)]
    [InlineData(FileEncoding.Utf16BigEndianWithMark)]
    [InlineData(FileEncoding.Utf16LittleEndian)]
    [InlineData(FileEncoding.Utf16BigEndian)]
    public void Each_encoding_is_read_and_written_back_byte_for_byte(FileEncoding encoding)
    {
        using var folder = new TempFolder();
        var bytes = FileReader.Encode(Manifest, encoding);
        var path = folder.Write("a.yaml", bytes);

        foreach (var markers in (FileMarkers?[])[null, FileMarkers.Native])
        {
            var content = FileReader.Read(path, markers);

            Assert.Equal((FileStatus.Text, Manifest, encoding), (content.Status, content.Text, content.Encoding));
            Assert.Null(content.Message);
            Assert.Equal(bytes, FileReader.Encode(content.Text!, content.Encoding));
        }
    }

    [Theory]
    [InlineData("connectorlint: 1\r\nname: ab\u0001 more", 26, 2, 9)]
    [InlineData("\u0001", 0, 1, 1)]
    [InlineData("é\n𝄞\u0001", 7, 2, 3)]
    public void Bytes_that_are_not_UTF8_are_named_by_line_column_and_byte(string text, int offset, int line, int column)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        bytes[Array.IndexOf(bytes, (byte)1)] = 0xFC;

        var content = FileReader.Decode(bytes);

        Assert.Equal(FileStatus.BadEncoding, content.Status);
        Assert.Equal($"is not valid UTF-8: byte 0xFC at line {line}, column {column} (byte {offset}); save the file as UTF-8", content.Message);
        Assert.Equal(offset, content.BadByteOffset);
        Assert.Equal('\uFFFD', content.Text![content.BadTextOffset]);
    }

    [Fact]
    public void The_place_of_a_bad_byte_counts_the_byte_order_mark_and_is_found_far_into_a_file()
    {
        byte[] bytes = [.. "\uFEFF"u8, .. Enumerable.Repeat((byte)'x', 100_000), 0x80];

        var content = FileReader.Decode(bytes);

        Assert.Equal((100_003, 100_000), (content.BadByteOffset, content.BadTextOffset));
    }

    [Fact]
    public void A_file_that_ends_within_a_character_says_so()
        => Assert.Equal("is not valid UTF-8: it ends within a character, at line 1, column 2 (byte 1)", FileReader.Decode("aé"u8[..2]).Message);

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0, 0x00, 0xD8, 0x62, 0 }, "is not valid UTF-16: half a surrogate pair at line 1, column 2 (byte 4)")]
    [InlineData(new byte[] { 0xFE, 0xFF, 0, 0x61, 0xDC, 0x00 }, "is not valid UTF-16: half a surrogate pair at line 1, column 2 (byte 4)")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0, 0x62 }, "is not valid UTF-16: it ends within a character, at line 1, column 2 (byte 4)")]
    public void Half_characters_of_UTF16_are_named(byte[] bytes, string message)
    {
        var content = FileReader.Decode(bytes);

        Assert.Equal((FileStatus.BadEncoding, message), (content.Status, content.Message));
    }

    [Fact]
    public void UTF32_is_refused_by_its_name()
    {
        foreach (var encoding in (Encoding[])[Encoding.UTF32, new UTF32Encoding(bigEndian: true, byteOrderMark: true)])
        {
            var content = FileReader.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes("a: 1")]);

            Assert.Equal(FileStatus.BadEncoding, content.Status);
            Assert.StartsWith("is encoded as UTF-32", content.Message);
        }
    }

    [Theory]
    [InlineData("a\0b\0\0c\0")]
    [InlineData("connectorlint: 1\n\0")]
    [InlineData("\0\0\0\0")]
    public void A_file_with_NUL_is_binary(string text)
    {
        var content = FileReader.Decode(Encoding.UTF8.GetBytes(text));

        Assert.Equal((FileStatus.Binary, "is a binary file"), (content.Status, content.Message));
    }

    [Fact]
    public void An_empty_file_is_an_empty_text_and_with_markers_is_not_ours()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.yaml", "");

        Assert.Equal((FileStatus.Text, ""), (FileReader.Read(path).Status, FileReader.Read(path).Text));
        Assert.Equal(FileStatus.NotOurs, FileReader.Read(path, FileMarkers.Native).Status);
        Assert.Equal("", FileReader.Read(folder.Find(".").Files.Single()).Text);
        Assert.Equal("", FileReader.Read(folder.Find("a.yaml").Files.Single()).Text);
        Assert.Equal("", FileReader.Read(folder.Write("b.yaml", "\uFEFF")).Text);
    }

    [Fact]
    public void A_file_past_the_limit_is_refused_without_being_read()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.yaml");
        MakeSparse(path, SyntaxLimits.FileBytes + 1);

        var content = FileReader.Read(path, FileMarkers.Native);

        Assert.Equal((FileStatus.TooLarge, "is larger than 256 MiB, the most that is read"), (content.Status, content.Message));
    }

    [Fact]
    public void A_missing_file_is_unreadable()
    {
        using var folder = new TempFolder();

        var content = FileReader.Read(folder["gone.yaml"]);

        Assert.Equal((FileStatus.Unreadable, "does not exist"), (content.Status, content.Message));
    }

    [Fact]
    public void A_folder_is_unreadable()
    {
        using var folder = new TempFolder();

        Assert.Equal(FileStatus.Unreadable, FileReader.Read(folder.FullPath).Status);
    }

    [Fact]
    public void A_pipe_is_read_when_named_and_never_opened_when_walked_past()
    {
        using var folder = new TempFolder();
        Assert.SkipUnless(TryMakePipe(folder["pipe.yaml"]), "no mkfifo on this machine");

        Assert.Equal(FileStatus.NotOurs, FileReader.Read(folder.Find(".").Files.Single(), FileMarkers.Native).Status);

        var text = "connectorlint: 1\n" + new string('#', 500_000);
        var writer = new Thread(() => File.WriteAllText(folder["pipe.yaml"], text));
        writer.Start();
        var content = FileReader.Read(folder.Find("pipe.yaml").Files.Single(), FileMarkers.Native);
        Assert.Null(content.Message);
        Assert.Equal(text, content.Text);
        writer.Join();
    }

    [Theory]
    [InlineData("connectorlint: 1", true)]
    [InlineData("{\"ConnectorLint\": 1}", true)]
    [InlineData("resource: TEST/Other", true)]
    [InlineData("connector-lint: 1", false)]
    [InlineData("connectorlin", false)]
    [InlineData("", false)]
    public void A_file_is_ours_when_it_holds_one_of_the_markers_in_any_case(string text, bool isOurs)
    {
        var markers = new FileMarkers("connectorlint", "test/other");
        foreach (var encoding in Enum.GetValues<FileEncoding>())
            Assert.Equal(isOurs, FileReader.Decode(FileReader.Encode(text, encoding), markers).Status == FileStatus.Text);
    }

    [Fact]
    public void A_marker_is_found_wherever_it_stands()
        => Gen.Select(Gen.Int[0, 300_000], Gen.Int[0, 40_000], Gen.Enum<FileEncoding>()).Sample(
            (before, after, encoding) =>
            {
                // The buffers end at multiples of 16 and 128 thousand, so half of the places are made to stand near them.
                before = before % 2 == 0 ? before / 16_384 * 16_384 - before % 20 : before;
                var text = "a" + new string('x', Math.Max(0, before)) + "ConnectorLint" + new string('y', after);
                using var folder = new TempFolder();
                var path = folder.Write("a.yaml", FileReader.Encode(text, encoding));

                return FileReader.Read(path, FileMarkers.Native).Text == text
                    && FileReader.Read(path, new FileMarkers("other")).Status == FileStatus.NotOurs;
            },
            iter: 200);

    [Fact]
    public void A_foreign_file_larger_than_the_buffer_is_not_ours()
    {
        using var folder = new TempFolder();

        Assert.Equal(FileStatus.NotOurs, FileReader.Read(folder.Write("a.json", new string(' ', 1_000_000)), FileMarkers.Native).Status);
    }

    [Fact]
    public void A_foreign_file_leaves_nothing_behind_in_memory()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.json", new string(' ', 5_000));
        FileReader.Read(path, FileMarkers.Native);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            FileReader.Read(path, FileMarkers.Native);

        // The file handle; no buffer and no text.
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 100 * 500);
    }

    [Fact]
    public void Any_bytes_are_read_or_refused()
        => Gen.Byte.Array[0, 300].Sample(bytes =>
        {
            var content = FileReader.Decode(bytes);
            return content.Status == FileStatus.Text
                ? content.Message is null && FileReader.Encode(content.Text!, content.Encoding).AsSpan().SequenceEqual(bytes)
                : content.Message is not null;
        });

    [Fact]
    public void A_marker_must_be_ASCII()
    {
        Assert.Throws<ArgumentException>(() => new FileMarkers(""));
        Assert.Throws<ArgumentException>(() => new FileMarkers("é"));
    }

    private static bool TryMakePipe(string path)
    {
        try
        {
            using var process = Process.Start("mkfifo", [path]);
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static void MakeSparse(string path, long length)
    {
        try
        {
            using var stream = File.OpenWrite(path);
            stream.SetLength(length);
        }
        catch (IOException)
        {
            Assert.Skip("the file system refuses a sparse file of this size");
        }
    }
}
