using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using ConnectorLint.LanguageServer;

namespace ConnectorLint.Fuzz.Targets;

/// <summary>
/// Messages of an editor, one between lines of <c>%%</c>, after a right initialize; an input that begins with <c>!</c> is what comes over the stream, byte by byte.
/// The server answers every request, says of none that it broke, and ends at exit.
/// </summary>
internal static class LanguageServerTarget
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const string Start = """{"jsonrpc":"2.0","id":"first","method":"initialize","params":{"processId":null,"rootUri":null,"workspaceFolders":[],"capabilities":{"workspace":{"workspaceEdit":{"documentChanges":true}},"textDocument":{"codeAction":{"resolveSupport":{"properties":["edit"]}},"completion":{"completionItem":{"snippetSupport":true}}}}}}""";
    private const string Stop = """{"jsonrpc":"2.0","id":"last","method":"shutdown"}""";
    private const string Exit = """{"jsonrpc":"2.0","method":"exit"}""";

    public static void Run(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        // A folder of this machine is no business of a random text.
        if (text.Contains("olders", StringComparison.Ordinal) || text.Contains("root", StringComparison.Ordinal) || text.Contains("file:", StringComparison.OrdinalIgnoreCase))
            return;
        if (!RunAsync(bytes, text).Wait(Patience))
            throw new TimeoutException("the server does not end");
    }

    private static async Task RunAsync(byte[] bytes, string text)
    {
        var faults = new StringBuilder();
        var toServer = new Pipe();
        var fromServer = new Pipe();
        var server = LanguageServerHost.RunAsync(toServer.Reader.AsStream(), fromServer.Writer.AsStream(), Log, "0", TenantTarget.AsOf, _ => "");
        if (bytes is [(byte)'!', ..])
        {
            await toServer.Writer.WriteAsync(bytes.AsMemory(1)).ConfigureAwait(false);
            await toServer.Writer.CompleteAsync().ConfigureAwait(false);
            var all = fromServer.Reader.AsStream().CopyToAsync(Stream.Null);
            await server.ConfigureAwait(false);
            await fromServer.Writer.CompleteAsync().ConfigureAwait(false);
            await all.ConfigureAwait(false);
        }
        else
        {
            await ConverseAsync(text, toServer.Writer, fromServer.Reader).ConfigureAwait(false);
            await server.ConfigureAwait(false);
        }

        lock (faults)
            Sound.Require(faults.Length == 0, faults.ToString());

        void Log(string line)
        {
            if (!line.Contains("internal error", StringComparison.Ordinal))
                return;
            lock (faults)
                faults.Append(line);
        }
    }

    private static async Task ConverseAsync(string text, PipeWriter output, PipeReader input)
    {
        var awaited = new HashSet<string> { "first" };
        await SendAsync(output, Start).ConfigureAwait(false);
        var ends = false;
        foreach (var message in text.Split("%%", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(40))
        {
            if (IdOf(message, out ends) is { } id)
                awaited.Add(id);
            await SendAsync(output, message).ConfigureAwait(false);
            if (ends)
                break;
        }

        // Whoever is told to exit, or breaks off, owes no answers.
        if (ends)
            return;
        using var reader = new StreamReader(input.AsStream(), Encoding.UTF8);
        while (awaited.Count > 0)
            await ReceiveAsync(reader, awaited).ConfigureAwait(false);
        await SendAsync(output, Stop).ConfigureAwait(false);
        awaited.Add("last");
        while (awaited.Count > 0)
            await ReceiveAsync(reader, awaited).ConfigureAwait(false);
        await SendAsync(output, Exit).ConfigureAwait(false);
    }

    private static async Task SendAsync(PipeWriter output, string message)
    {
        var body = Encoding.UTF8.GetBytes(message);
        await output.WriteAsync(Encoding.ASCII.GetBytes($"Content-Length: {body.Length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n")).ConfigureAwait(false);
        await output.WriteAsync(body).ConfigureAwait(false);
    }

    // The server writes ASCII: what is not stands escaped.
    private static async Task ReceiveAsync(StreamReader reader, HashSet<string> awaited)
    {
        var length = 0;
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } header)
        {
            if (header.Length == 0)
                break;
            if (header.StartsWith("Content-Length: ", StringComparison.Ordinal))
                length = int.Parse(header.AsSpan(16), CultureInfo.InvariantCulture);
        }

        Sound.Require(length > 0, "the server ended before it had answered");
        var body = new char[length];
        for (var read = 0; read < length;)
        {
            var more = await reader.ReadAsync(body.AsMemory(read)).ConfigureAwait(false);
            Sound.Require(more > 0, "a message is cut");
            read += more;
        }

        using var json = JsonDocument.Parse(body);
        if (!json.RootElement.TryGetProperty("method", out _) && json.RootElement.TryGetProperty("id", out var id))
            awaited.Remove(Name(id));
    }

    // Messages that are no request are answered too, with an error, but by no id that could be awaited.
    private static string? IdOf(string message, out bool ends)
    {
        ends = false;
        try
        {
            using var json = JsonDocument.Parse(message);
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("method", out var method) || method.ValueKind != JsonValueKind.String)
                return null;
            ends = method.GetString() is "exit" or "shutdown";
            return json.RootElement.TryGetProperty("id", out var id) && (id.ValueKind == JsonValueKind.String || (id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out _))) ? Name(id) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Name(JsonElement id) => id.ValueKind == JsonValueKind.String ? id.GetString()! : id.GetRawText();
}
