using ConnectorLint.Cli.Output;
using ConnectorLint.Cli.Tests.Testing;
using ConnectorLint.Engine;
using Xunit;

namespace ConnectorLint.Cli.Tests.Output;

/// <summary>The line that says how far a long run has come.</summary>
public sealed class ProgressLineTests
{
    [Fact]
    public void A_run_of_a_moment_shows_nothing()
    {
        using var terminal = new StringWriter();
        using (var line = new ProgressLine(terminal, () => TimeSpan.FromSeconds(0.9)))
            line.Tell(LintPhase.Read, 5, 10);
        Assert.Equal("", terminal.ToString());
    }

    [Fact]
    public void It_is_drawn_now_and_then_over_itself_and_taken_away()
    {
        using var terminal = new StringWriter();
        var now = TimeSpan.FromSeconds(1);
        using (var line = new ProgressLine(terminal, () => now))
        {
            line.Tell(LintPhase.Discover, 1234, 0);
            now += TimeSpan.FromMilliseconds(99);
            line.Tell(LintPhase.Read, 1, 20000);
            now += TimeSpan.FromMilliseconds(1);
            line.Tell(LintPhase.Read, 5000, 20000);
            now += TimeSpan.FromSeconds(1);
            line.Tell(LintPhase.Rules, 10000, 10000);
        }

        Assert.Equal("\r\u001b[Klooking for files: 1,234 found\r\u001b[Kreading files: 5,000 of 20,000 (25 %)\r\u001b[Kjudging tenants: 10,000 of 10,000 (100 %)\r\u001b[K", terminal.ToString());
    }

    [Fact]
    public void A_worker_that_is_late_draws_nothing_over_the_report()
    {
        using var terminal = new StringWriter();
        var line = new ProgressLine(terminal, () => TimeSpan.FromSeconds(2));
        line.Dispose();
        line.Tell(LintPhase.Read, 1, 2);
        Assert.Equal("", terminal.ToString());
    }

    [Fact]
    public void A_run_tells_of_each_file_and_each_tenant()
    {
        using var folder = new CliFolder().With("a/tenant.yaml", CliFolder.CleanTopology).With("b/connectors.yaml", CliFolder.OneConnector);
        var told = new List<(LintPhase Phase, int Done, int Total)>();
        Workspace.LintRun.Run(new Workspace.LintRequest { CurrentDirectory = folder.FullPath, Jobs = 1, Progress = (phase, done, total) => told.Add((phase, done, total)) });
        Assert.Contains((LintPhase.Discover, 2, 0), told);
        Assert.Equal([(LintPhase.Read, 1, 2), (LintPhase.Read, 2, 2), (LintPhase.Rules, 1, 1)], told.Where(step => step.Phase != LintPhase.Discover));
    }
}
