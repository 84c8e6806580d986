namespace ConnectorLint.MailFlow.Space;

/// <summary>The stated end of the work on one tenant: its connectors overlap so much that the classes are too many. Nothing is then said of the tenant.</summary>
public sealed class SpaceLimitException : Exception
{
    /// <summary>The most regions of one space, and the most pairs of regions that a comparison looks at, divided by 100.</summary>
    public const int MostRegions = 1_000_000;

    internal SpaceLimitException()
        : base("the connectors overlap so much that there are more than 1,000,000 kinds of messages to tell apart")
    {
    }
}

/// <summary>Counts work against a limit.</summary>
internal sealed class SpaceBudget(CancellationToken cancellation)
{
    private long _left = SpaceLimitException.MostRegions * 100L;

    /// <summary>Takes the cost of one region.</summary>
    public void Region() => Spend(100);

    /// <summary>Takes some of it.</summary>
    public void Spend(long cost)
    {
        _left -= cost;
        if (_left < 0)
            throw new SpaceLimitException();
        cancellation.ThrowIfCancellationRequested();
    }
}
