using System.Diagnostics;
using System.Text;
using ConnectorLint.Cli.Tests.Testing;
using Xunit;

namespace ConnectorLint.Cli.Tests.Trust;

/// <summary>The small ones of <c>scripts/test-hostile</c>, in this process.</summary>
public class HostileFilesTests
{
    private const string Clean = CliFolder.CleanTopology;

    [Fact]
    public void A_pipe_in_a_folder_is_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no named pipes in folders");
        using var folder = new CliFolder().With("a.yaml", Clean);
        using (var made = Process.Start("mkfifo", [folder["pipe.yaml"]]))
            made.WaitForExit();
        File.CreateSymbolicLink(folder["link.yaml"], "pipe.yaml");

        var run = Task.Run(() => folder.Run("."), TestContext.Current.CancellationToken);

        Assert.True(run.Wait(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        Assert.Equal(0, run.Result.ExitCode);
    }

    [Fact]
    public void A_link_out_of_the_repository_shows_nothing_of_what_it_leads_to()
    {
        using var outside = new CliFolder().With("secret.yaml", "connectorlint: 1\ntenant: hush\nhush: 1\n");
        using var folder = new CliFolder().With("a.yaml", Clean);
        File.CreateSymbolicLink(folder["file.yaml"], outside["secret.yaml"]);
        Directory.CreateSymbolicLink(folder["folder"], outside.FullPath);

        var result = folder.Run(".", "--format", "concise");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(2, result.Lines.Count(line => line.Contains("CL0912", StringComparison.Ordinal) && line.Contains("not followed unless it is named", StringComparison.Ordinal)));
        Assert.DoesNotContain("hush", result.Out + result.Error, StringComparison.Ordinal);
        Assert.Contains("hush", folder.Run("file.yaml", "--format", "concise").Out, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Unreadable => new()
    {
        { "636F6E6E6563746F726C696E743A2031203A2000", "is a binary file" },
        { "636F6E6E6563746F726C696E743A203120FF", "is not valid UTF-8: byte 0xFF at line 1, column 18" },
        { "EDA080636F6E6E6563746F726C696E743A2031", "is not valid UTF-8: byte 0xED at line 1, column 1" },
        { "FFFE0000630000006F000000", "UTF-32" },
        { "0000FEFF00000063", "UTF-32" },
        { "FFFE63006F0000D8", "half a surrogate pair" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void What_is_no_text_is_said_and_left_alone(string hex, string words)
    {
        var bytes = Convert.FromHexString(hex);
        using var folder = new CliFolder().With("bad.yaml", bytes).With("a.yaml", Clean);

        var result = folder.Run("bad.yaml", "--fix");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(folder["bad.yaml"]));
    }

    [Theory]
    [InlineData("utf-8", "EFBBBF")]
    [InlineData("utf-16", "FFFE")]
    [InlineData("utf-16BE", "FEFF")]
    [InlineData("utf-16", "")]
    [InlineData("utf-16BE", "")]
    public void Every_encoding_of_YAML_is_read(string name, string mark)
    {
        var body = Encoding.GetEncoding(name).GetBytes(Clean);
        using var folder = new CliFolder().With("a.yaml", [.. Convert.FromHexString(mark), .. body]);

        Assert.Equal(0, folder.Run("a.yaml").ExitCode);
    }

    [Fact]
    public void Bombs_and_depth_are_said()
    {
        var bomb = new StringBuilder("connectorlint: 1\ntenant: a\nx-a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 50; i++)
            bomb.Append($"x-a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n");
        foreach (var text in new[] { bomb.ToString(), "connectorlint: 1\nx-a: " + new string('[', 100_000), "connectorlint: 1\nx-a:\n" + string.Concat(Enumerable.Repeat("- ", 100_000)) })
        {
            using var folder = new CliFolder().With("a.yaml", text);
            var result = folder.Run(".");
            Assert.Equal(1, result.ExitCode);
            Assert.Contains("CL0911", result.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Input_without_end_is_read_up_to_the_limit()
    {
        using var endless = new EndlessStream();
        Assert.InRange(Workspace.FileReader.ReadBytes(endless).LongLength, Syntax.SyntaxLimits.FileBytes + 1, 4 * Syntax.SyntaxLimits.FileBytes);
    }

    [Fact]
    public void A_bounce_that_is_too_long_is_refused()
    {
        using var folder = new CliFolder { StandardInput = () => new byte[17 * 1024 * 1024] }.With("a.yaml", Clean);
        var result = folder.Run("diagnose", "-", "a.yaml");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("larger than 16 MiB", result.Error, StringComparison.Ordinal);
    }

    private sealed class EndlessStream : MemoryStream
    {
        public override int Read(Span<byte> buffer) => buffer.Length;
    }
}
