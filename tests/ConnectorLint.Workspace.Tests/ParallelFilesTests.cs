#pragma warning disable xUnit1051 // The work of these tests is over at once.

namespace ConnectorLint.Workspace.Tests;

public sealed class ParallelFilesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Results_come_in_the_order_of_the_items(int jobs)
    {
        var items = Enumerable.Range(0, 1_000).ToArray();

        Assert.Equal(items.Select(i => i * 2), ParallelFiles.Map(items, jobs, i => i * 2));
    }

    [Fact]
    public void Two_jobs_work_at_the_same_time()
    {
        using var both = new Barrier(2);

        Assert.Equal([true, true], ParallelFiles.Map([1, 2], 2, _ => both.SignalAndWait(TimeSpan.FromSeconds(30))));
    }

    [Fact]
    public void One_item_is_done_on_the_calling_thread()
        => Assert.Equal([Environment.CurrentManagedThreadId], ParallelFiles.Map([1], 8, _ => Environment.CurrentManagedThreadId));

    [Fact]
    public void No_items_give_no_results() => Assert.Empty(ParallelFiles.Map(Array.Empty<int>(), 2, i => i));

    [Fact]
    public void An_item_whose_work_throws_has_the_result_of_the_handler_and_the_others_theirs()
        => Assert.Equal(
            ["1", "2: odd luck", "3"],
            ParallelFiles.Map([1, 2, 3], 2, i => i == 2 ? throw new InvalidOperationException("odd luck") : $"{i}", (i, e) => $"{i}: {e.Message}"));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Without_a_handler_the_first_exception_in_item_order_is_thrown(int jobs)
    {
        var items = Enumerable.Range(0, 100).ToArray();

        var e = Assert.Throws<InvalidOperationException>(() => ParallelFiles.Map(items, jobs, i => i < 50 ? i : throw new InvalidOperationException($"{i}")));
        Assert.Equal("50", e.Message);
    }

    [Fact]
    public void A_run_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        var done = 0;

        Assert.Throws<OperationCanceledException>(() => ParallelFiles.Map(
            Enumerable.Range(0, 1_000).ToArray(),
            2,
            i =>
            {
                source.Cancel();
                return Interlocked.Increment(ref done);
            },
            cancellation: source.Token));
        Assert.InRange(done, 1, 2);
    }
}
