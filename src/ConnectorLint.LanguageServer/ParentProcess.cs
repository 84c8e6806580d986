using System.Diagnostics;

namespace ConnectorLint.LanguageServer;

/// <summary>Watches the editor: an editor that crashed may leave the stream open.</summary>
internal sealed class ParentProcess(Action gone) : IDisposable
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(2);
    private Timer? _timer;

    /// <summary>Begins to watch.</summary>
    /// <param name="id">The editor's process.</param>
    public void Watch(int id) => _timer = new Timer(_ =>
    {
        if (!IsAlive(id))
            gone();
    }, null, s_interval, s_interval);

    /// <inheritdoc/>
    public void Dispose() => _timer?.Dispose();

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It can't be told; the stream will say.
            return true;
        }
    }
}
