using System.Text;
using ConnectorLint.Cli.Tests.Testing;
using Xunit;

namespace ConnectorLint.Cli.Tests.Commands;

/// <summary><c>lint --watch</c>: one run after the other, as files change.</summary>
public sealed class WatchTests
{
    [Fact]
    public void A_saved_file_is_linted_again_and_what_is_new_and_gone_is_counted()
    {
        using var folder = new CliFolder().With("tenant.yaml", CliFolder.CleanTopology);
        using var watched = new Watched(folder);
        Assert.EndsWith($"] watching {folder.FullPath} (Ctrl+C ends)", watched.Next());
        Assert.Contains("no findings", watched.Screen);

        folder.With("tenant.yaml", CliFolder.NeedyTopology);
        Assert.Equal($"[18:41:02] tenant.yaml changed: 2 new findings; watching {folder.FullPath} (Ctrl+C ends)", watched.Next());
        Assert.Contains("CL1002", watched.Screen);

        folder.With("tenant.yaml", CliFolder.CleanTopology);
        Assert.Equal($"[18:41:02] tenant.yaml changed: 2 findings gone; watching {folder.FullPath} (Ctrl+C ends)", watched.Next());

        Assert.Equal(0, watched.Stop());
    }

    [Fact]
    public void The_exit_code_is_that_of_the_last_run()
    {
        using var folder = new CliFolder().With("tenant.yaml", CliFolder.NeedyTopology);
        using var watched = new Watched(folder);
        watched.Next();
        Assert.Equal(1, watched.Stop());
    }

    [Fact]
    public void A_folder_that_comes_or_goes_is_a_change()
    {
        using var folder = new CliFolder().With("tenant.yaml", CliFolder.CleanTopology);
        Directory.CreateDirectory(folder["elsewhere/more"]);
        File.WriteAllText(folder["elsewhere/more/connectors.yaml"], CliFolder.OneConnector);
        using var watched = new Watched(folder, "tenant.yaml");
        watched.Next();

        Directory.Move(folder["elsewhere"], folder["here"]);
        Assert.Contains("watching", watched.Next());
        Assert.Contains("here/more/connectors.yaml", watched.Screen);
    }

    [Fact]
    public void A_file_that_is_saved_by_a_rename_is_one_change()
    {
        using var folder = new CliFolder().With("tenant.yaml", CliFolder.CleanTopology);
        using var watched = new Watched(folder);
        watched.Next();

        File.WriteAllText(folder["sedKx31"], CliFolder.NeedyTopology);
        File.Move(folder["sedKx31"], folder["tenant.yaml"], overwrite: true);
        Assert.StartsWith("[18:41:02] tenant.yaml changed: 2 new findings", watched.Next());
    }

    [Fact]
    public void What_the_run_writes_itself_does_not_set_it_off_again()
    {
        using var folder = new CliFolder().With("tenant.yaml", CliFolder.NeedyTopology);
        using var watched = new Watched(folder, "--format", "json=report.json");
        watched.Next();
        Assert.True(File.Exists(folder["report.json"]));
        folder.With("tenant.yaml", CliFolder.CleanTopology);
        // The next word is about the tenant, not about the report.
        Assert.Contains("tenant.yaml changed", watched.Next());
    }

    [Fact]
    public void A_file_that_no_longer_parses_is_a_finding_and_the_watch_goes_on()
    {
        using var folder = new CliFolder().With("tenant.yaml", CliFolder.CleanTopology);
        using var watched = new Watched(folder);
        watched.Next();
        folder.With("tenant.yaml", "connectorlint: 1\ntenant: [\n");
        Assert.Contains("tenant.yaml changed", watched.Next());
        Assert.Contains("CL0901", watched.Screen);
        folder.With("tenant.yaml", CliFolder.CleanTopology);
        watched.Next();
        Assert.Contains("no findings", watched.Screen);
    }

    [Fact]
    public void A_terminal_shows_the_last_run_only()
    {
        using var folder = new CliFolder { IsTerminal = true, NoColor = true }.With("tenant.yaml", CliFolder.CleanTopology);
        using var watched = new Watched(folder);
        watched.Next();
        Assert.StartsWith("\u001b[H\u001b[2J\u001b[3J", watched.Screen);
    }

    [Theory]
    [InlineData("standard input can't be watched", "-")]
    [InlineData("--watch only looks, and what changes files is done once; run one after the other", "--fix")]
    [InlineData("--watch only looks, and what changes files is done once; run one after the other", "--write-baseline")]
    [InlineData("--watch looks at files as they are saved, --staged at what is staged; choose one of them", "--staged")]
    [InlineData("--watch shows text or concise; write the others to files, as --format sarif=FILE", "--format", "sarif")]
    public void What_can_not_be_watched_is_said(string message, params string[] args)
    {
        using var folder = new CliFolder().With("tenant.yaml", CliFolder.CleanTopology);
        var result = folder.Run(["--watch", .. args]);
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"connectorlint: {message}\n", result.Error);
    }

    // A run that goes on beside the test. It is waited for as long as a slow machine may need; nothing is timed.
    private sealed class Watched : IDisposable
    {
        private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

        private readonly CancellationTokenSource _stop = new();
        private readonly Screens _screens = new();
        private readonly Task<int> _run;

        public Watched(CliFolder folder, params string[] args)
        {
            var environment = folder.Environment(_screens, TextWriter.Null) with { Cancellation = _stop.Token, Now = () => new DateTime(2026, 11, 24, 18, 41, 2) };
            _run = Task.Factory.StartNew(() => CommandLineApp.Run(["--watch", .. args], environment), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        /// <summary>What the last run wrote.</summary>
        public string Screen { get; private set; } = "";

        /// <summary>Waits for a run; gives its last line.</summary>
        public string Next()
        {
            Assert.True(_screens.Written.Wait(s_patience), $"nothing more was written after: {Screen}");
            Screen = _screens.Take();
            return Screen.TrimEnd('\n').Split('\n')[^1];
        }

        public int Stop()
        {
            _stop.Cancel();
            return _run.GetAwaiter().GetResult();
        }

        public void Dispose()
        {
            Stop();
            _stop.Dispose();
            _screens.Dispose();
        }
    }

    // One flush is one run.
    private sealed class Screens : TextWriter
    {
        private readonly Lock _gate = new();
        private readonly Queue<string> _whole = new();
        private readonly StringBuilder _text = new();

        public SemaphoreSlim Written { get; } = new(0);

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => _text.Append(value);

        public override void Flush()
        {
            if (_text.Length == 0)
                return;
            lock (_gate)
                _whole.Enqueue(_text.ToString());
            _text.Clear();
            Written.Release();
        }

        public string Take()
        {
            lock (_gate)
                return _whole.Dequeue();
        }

        protected override void Dispose(bool disposing)
        {
            Written.Dispose();
            base.Dispose(disposing);
        }
    }
}
