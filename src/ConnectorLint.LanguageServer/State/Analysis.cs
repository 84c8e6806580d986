using System.Runtime.ExceptionServices;

namespace ConnectorLint.LanguageServer.State;

/// <summary>
/// Judges after each change, on a thread of its own: the newest state only, so that edits that come faster than a lint cost no more than one.
/// Every request waits for the snapshot that has seen all changes that came before it.
/// </summary>
/// <param name="documents">The open documents.</param>
/// <param name="asOf">The day that dates are compared with.</param>
/// <param name="log">Takes what went wrong inside.</param>
internal sealed class Analysis(OpenDocuments documents, DateTime? asOf, Action<string> log) : IDisposable
{
    // As the main thread has: a manifest may nest deeply.
    private const int StackBytes = 8 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly AutoResetEvent _changed = new(false);
    private readonly CancellationTokenSource _stopped = new();
    private readonly List<(long Edition, TaskCompletionSource<Snapshot> Source)> _waiting = [];
    private readonly HashSet<string> _stale = new(StringComparer.Ordinal);
    private readonly DiskFiles _files = new();
    private readonly Judge _judge = new(asOf);
    private CancellationTokenSource _pass = new();
    private string[] _folders = [];
    private long _edition;
    private bool _isDiskStale = true;
    private DiskState? _disk;
    private Snapshot _current = Snapshot.Empty;

    /// <summary>Called with each new snapshot, and the one before it, on the thread that judges.</summary>
    public Action<Snapshot, Snapshot>? Judged { get; set; }

    /// <summary>Called when the disk is looked at, and (false) when that is done.</summary>
    public Action<bool>? Loading { get; set; }

    /// <summary>The paths of the files that the last look at the disk found; the shown ones.</summary>
    public bool Knows(string fullPath) => Volatile.Read(ref _disk) is { } disk && disk.Files.Any(file => file.FullPath == fullPath);

    /// <summary>Begins.</summary>
    public void Start() => new Thread(Work, StackBytes) { IsBackground = true, Name = "lint" }.Start();

    /// <summary>Something changed.</summary>
    /// <param name="disk">Whether the disk is to be looked at again.</param>
    /// <param name="stale">Files that certainly changed there.</param>
    /// <param name="folders">The folders that are open now; null: as they were.</param>
    public void Change(bool disk, IEnumerable<string>? stale = null, string[]? folders = null)
    {
        lock (_gate)
        {
            _edition++;
            _isDiskStale |= disk;
            _stale.UnionWith(stale ?? []);
            _folders = folders ?? _folders;
            _pass.Cancel();
        }

        _changed.Set();
    }

    /// <summary>The snapshot that has seen all changes until now.</summary>
    public Task<Snapshot> CurrentAsync(CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_current.Edition == _edition)
                return Task.FromResult(_current);
            var source = new TaskCompletionSource<Snapshot>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((_edition, source));
            return source.Task.WaitAsync(cancellation);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopped.Cancel();
        _changed.Set();
        lock (_gate)
        {
            foreach (var (_, source) in _waiting)
                source.TrySetCanceled();
            _waiting.Clear();
        }
    }

    private void Work()
    {
        while (true)
        {
            _changed.WaitOne();
            if (_stopped.IsCancellationRequested)
                return;
            try
            {
                Pass();
            }
            catch (OperationCanceledException)
            {
                // A newer edit came, whose turn is next.
            }
            catch (Exception exception)
            {
                log($"internal error: {exception}");
                Fail(exception);
            }
        }
    }

    private void Pass()
    {
        string[] folders;
        bool isDiskStale;
        string[] stale;
        lock (_gate)
        {
            folders = _folders;
            isDiskStale = _isDiskStale;
            stale = [.. _stale];
            _isDiskStale = false;
            _stale.Clear();
        }

        if (isDiskStale || _disk is null)
            Load(folders, stale);

        long edition;
        IReadOnlyCollection<OpenDocument> open;
        CancellationToken cancellation;
        lock (_gate)
        {
            // Only an edit that comes from here on makes this pass vain; but one that touched the disk has its own.
            edition = _isDiskStale ? -1 : _edition;
            _pass.Dispose();
            _pass = new CancellationTokenSource();
            cancellation = _pass.Token;
            open = documents.All;
        }

        if (edition < 0)
            return;
        var snapshot = _judge.Run(edition, _disk!, open, cancellation);
        Finish(snapshot);
    }

    private void Load(string[] folders, string[] stale)
    {
        Loading?.Invoke(true);
        try
        {
            _files.Forget(stale);
            Volatile.Write(ref _disk, DiskState.Load(folders, documents.All, _files, asOf, _stopped.Token));
            foreach (var problem in _disk!.Problems)
                log(problem);
        }
        finally
        {
            Loading?.Invoke(false);
        }
    }

    private void Finish(Snapshot snapshot)
    {
        Snapshot before;
        List<TaskCompletionSource<Snapshot>> ready = [];
        lock (_gate)
        {
            // What a newer edit has overtaken is not published.
            if (snapshot.Edition != _edition)
                return;
            before = _current;
            _current = snapshot;
            ready.AddRange(_waiting.Select(waiting => waiting.Source));
            _waiting.Clear();
        }

        Judged?.Invoke(before, snapshot);
        foreach (var source in ready)
            source.TrySetResult(snapshot);
    }

    private void Fail(Exception exception)
    {
        var failure = ExceptionDispatchInfo.SetCurrentStackTrace(new InvalidOperationException("the files could not be judged: " + exception.Message, exception));
        lock (_gate)
        {
            foreach (var (_, source) in _waiting)
                source.TrySetException(failure);
            _waiting.Clear();
        }
    }
}
