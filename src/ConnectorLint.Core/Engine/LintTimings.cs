using ConnectorLint.Diagnostics;

namespace ConnectorLint.Engine;

/// <summary>How long the phases and the rules take: laps of one clock, which is the host's. Of one thread; those of several tenants are added up afterwards.</summary>
public sealed class LintTimings
{
    private readonly Func<TimeSpan> _clock;
    private readonly TimeSpan _start;
    private readonly Dictionary<LintPhase, TimeSpan> _phases = [];
    private readonly Dictionary<RuleInfo, TimeSpan> _rules = [];
    private TimeSpan _last;

    /// <summary>Starts the clock.</summary>
    /// <param name="clock">The time since any fixed moment.</param>
    public LintTimings(Func<TimeSpan> clock)
    {
        _clock = clock;
        _start = _last = clock();
    }

    /// <summary>The time of each phase that was come to; <see cref="LintPhase.Rules"/> is the sum of <see cref="Rules"/>. Of phases that ran on several threads, the sum.</summary>
    public IReadOnlyDictionary<LintPhase, TimeSpan> Phases => _phases;

    /// <summary>The time of each rule that ran. What several rules share is worked out for the first that asks.</summary>
    public IReadOnlyDictionary<RuleInfo, TimeSpan> Rules => _rules;

    /// <summary>From the start to the end of the last lap, on the wall.</summary>
    public TimeSpan Elapsed => _last - _start;

    /// <summary>How many threads shared the work of <see cref="LintPhase.Assemble"/> to <see cref="LintPhase.Finish"/>; more than 1: their phases are sums.</summary>
    public int Threads { get; set; } = 1;

    /// <summary>The time since the last lap was a phase's.</summary>
    public void Lap(LintPhase phase) => Add(_phases, phase, Next());

    /// <summary>The time since the last lap was a rule's.</summary>
    public void Lap(RuleInfo rule)
    {
        var time = Next();
        Add(_rules, rule, time);
        Add(_phases, LintPhase.Rules, time);
    }

    /// <summary>Another one with the same clock, for a tenant; it starts now.</summary>
    public LintTimings ForTenant() => new(_clock);

    /// <summary>Adds what was measured elsewhere since the last lap.</summary>
    public void Add(IEnumerable<LintTimings> others)
    {
        foreach (var other in others)
        {
            foreach (var phase in other._phases)
                Add(_phases, phase.Key, phase.Value);
            foreach (var rule in other._rules)
                Add(_rules, rule.Key, rule.Value);
        }

        Next();
    }

    private static void Add<TKey>(Dictionary<TKey, TimeSpan> times, TKey key, TimeSpan time)
        where TKey : notnull
    {
        times.TryGetValue(key, out var before);
        times[key] = before + time;
    }

    private TimeSpan Next()
    {
        var now = _clock();
        var time = now - _last;
        _last = now;
        return time;
    }
}
