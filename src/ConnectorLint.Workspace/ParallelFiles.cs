using System.Runtime.ExceptionServices;

namespace ConnectorLint.Workspace;

/// <summary>Does the same work for many items on a few threads; the results come in the order of the items.</summary>
/// <remarks>
/// The calling thread is one of the workers and the others are plain threads, so that a run over one item (the
/// common cold start) starts neither a thread nor the thread pool.
/// </remarks>
public static class ParallelFiles
{
    // Deep recursion has as much room as on the main thread.
    private const int StackBytes = 8 * 1024 * 1024;

    /// <summary>Maps each item to a result.</summary>
    /// <param name="items">The items.</param>
    /// <param name="jobs">How many threads may work at a time; less than 1 means one for each processor.</param>
    /// <param name="work">The work; called from several threads at a time.</param>
    /// <param name="onError">What stands for an item whose work threw; without it the first exception (in item order) is thrown again once all are done.</param>
    /// <param name="onDone">Is told how many items are done, after each; from several threads at a time.</param>
    /// <param name="cancellation">Stops before the next item.</param>
    /// <returns>One result for each item, at its place.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static TOut[] Map<TIn, TOut>(
        IReadOnlyList<TIn> items,
        int jobs,
        Func<TIn, TOut> work,
        Func<TIn, Exception, TOut>? onError = null,
        Action<int>? onDone = null,
        CancellationToken cancellation = default)
    {
        var run = new Run<TIn, TOut>(items, work, onError, onDone, cancellation);
        var threads = new Thread[Math.Min(Jobs(jobs), items.Count) is var workers and > 1 ? workers - 1 : 0];
        for (var i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(run.Work, StackBytes) { IsBackground = true, Name = "files" };
            threads[i].Start();
        }

        run.Work();
        foreach (var thread in threads)
            thread.Join();
        return run.Results();
    }

    /// <summary>How many threads a number of jobs means here.</summary>
    /// <param name="jobs">Less than 1 means one for each processor.</param>
    public static int Jobs(int jobs) => jobs < 1 ? Environment.ProcessorCount : jobs;

    private sealed class Run<TIn, TOut>(
        IReadOnlyList<TIn> items,
        Func<TIn, TOut> work,
        Func<TIn, Exception, TOut>? onError,
        Action<int>? onDone,
        CancellationToken cancellation)
    {
        private readonly TOut[] _results = new TOut[items.Count];
        private readonly Lock _gate = new();
        private int _next = -1;
        private int _done;
        private int _failedAt = int.MaxValue;
        private ExceptionDispatchInfo? _failure;

        public void Work()
        {
            while (!cancellation.IsCancellationRequested && Interlocked.Increment(ref _next) is var i && i < items.Count)
            {
                try
                {
                    _results[i] = Do(items[i]);
                    onDone?.Invoke(Interlocked.Increment(ref _done));
                }
                catch (Exception e)
                {
                    lock (_gate)
                    {
                        if (i < _failedAt)
                            (_failedAt, _failure) = (i, ExceptionDispatchInfo.Capture(e));
                    }
                }
            }
        }

        public TOut[] Results()
        {
            cancellation.ThrowIfCancellationRequested();
            _failure?.Throw();
            return _results;
        }

        private TOut Do(TIn item)
        {
            if (onError is null)
                return work(item);
            try
            {
                return work(item);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                return onError(item, e);
            }
        }
    }
}
