using System.Globalization;
using ConnectorLint.Engine;

namespace ConnectorLint.Cli.Output;

/// <summary>One line at the foot of a terminal that says how far a long run has come. A run of a moment shows none, and none is left when it ends.</summary>
/// <param name="terminal">Where it is shown.</param>
/// <param name="clock">The time since the run began.</param>
/// <remarks>The workers themselves draw it, now and then, so that it costs no thread.</remarks>
internal sealed class ProgressLine(TextWriter terminal, Func<TimeSpan> clock) : IDisposable
{
    private const string Erase = "\r\u001b[K";
    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_every = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private long _next = s_first.Ticks;
    private bool _isShown;
    private bool _isOver;

    /// <summary>Takes in how far it is; shows it when the last time is long enough ago.</summary>
    /// <param name="phase">What is being done.</param>
    /// <param name="done">How many files or tenants are done.</param>
    /// <param name="total">Of how many; 0: not known yet.</param>
    public void Tell(LintPhase phase, int done, int total)
    {
        var now = clock().Ticks;
        if (now < Volatile.Read(ref _next))
            return;
        lock (_gate)
        {
            if (now < _next || _isOver)
                return;
            _next = now + s_every.Ticks;
            _isShown = true;
            terminal.Write($"{Erase}{Words(phase, done, total)}");
        }
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
            if (_isShown)
                terminal.Write(Erase);
            _isShown = false;
        }
    }

    private static string Words(LintPhase phase, int done, int total)
    {
        var share = total == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" of {total:N0} ({100L * done / total} %)");
        var count = done.ToString("N0", CultureInfo.InvariantCulture);
        return phase switch
        {
            LintPhase.Discover => $"looking for files: {count} found",
            LintPhase.Read => $"reading files: {count}{share}",
            _ => $"judging tenants: {count}{share}",
        };
    }
}
