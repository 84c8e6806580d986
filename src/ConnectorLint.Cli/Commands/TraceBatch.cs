using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ConnectorLint.Cli.Output;
using ConnectorLint.MailFlow;
using ConnectorLint.MailFlow.Tracing;
using ConnectorLint.Model;

namespace ConnectorLint.Cli.Commands;

/// <summary>Traces messages that come as JSON lines, and answers each with one line as soon as it is read. Memory does not grow with the input.</summary>
internal sealed class TraceBatch(TenantModel tenant, FlowIndex flow, string name, CliEnvironment environment) : IDisposable
{
    private const int LongestLine = 1024 * 1024;
    private const int MostComplaints = 20;

    private readonly Tracer _tracer = new(tenant, flow);
    private readonly ArrayBufferWriter<byte> _bytes = new(64 * 1024);
    private readonly Utf8JsonWriter _json = new(Stream.Null, JsonSigns.Options(isIndented: false));
    private char[] _chars = new char[64 * 1024];
    private long _line;
    private int _faults;

    public void Dispose() => _json.Dispose();

    /// <summary>Traces all of a stream.</summary>
    /// <returns>Whether every line could be understood.</returns>
    public bool Run(Stream input)
    {
        var buffer = new byte[64 * 1024];
        var filled = 0;
        while (true)
        {
            environment.Cancellation.ThrowIfCancellationRequested();
            var read = input.Read(buffer, filled, buffer.Length - filled);
            filled += read;
            var rest = buffer.AsSpan(0, filled);
            for (var end = rest.IndexOf((byte)'\n'); end >= 0; end = rest.IndexOf((byte)'\n'))
            {
                Answer(rest[..end]);
                rest = rest[(end + 1)..];
            }

            if (read == 0)
            {
                if (rest.Length > 0)
                    Answer(rest);
                Flush();
                return Finish();
            }

            // Before the next read may have to wait, all answers are out.
            Flush();
            if (rest.Length >= LongestLine)
            {
                _line++;
                Fault($"is longer than {LongestLine.ToString(CultureInfo.InvariantCulture)} bytes; the rest is not read");
                Flush();
                return Finish();
            }

            filled = rest.Length;
            var next = filled == buffer.Length ? new byte[buffer.Length * 2] : buffer;
            rest.CopyTo(next);
            buffer = next;
        }
    }

    private bool Finish()
    {
        if (_faults > MostComplaints)
            CommandLineApp.Complain(environment, $"{name}: {(_faults - MostComplaints).ToString(CultureInfo.InvariantCulture)} more lines could not be understood");
        return _faults == 0;
    }

    private void Answer(ReadOnlySpan<byte> line)
    {
        _line++;
        if (_line == 1 && line.StartsWith(Encoding.UTF8.Preamble))
            line = line[3..];
        line = line.TrimEnd((byte)'\r');
        if (line.TrimStart(" \t"u8).Length == 0)
            return;
        var fault = TraceLineReader.Read(line, out var input);
        TraceMessage? message = null;
        if (fault is null)
            fault = input.Parse(flow, out message);
        if (message is null)
        {
            Fault(fault!);
            return;
        }

        var result = _tracer.Trace(message);
        _json.Reset(_bytes);
        TraceJsonWriter.Write(_json, result);
        EndLine();
    }

    // An answer too, so that the lines of input and output go together.
    private void Fault(string fault)
    {
        if (_faults++ < MostComplaints)
            CommandLineApp.Complain(environment, $"{name}:{_line.ToString(CultureInfo.InvariantCulture)}: {fault}");
        _json.Reset(_bytes);
        _json.WriteStartObject();
        _json.WriteNumber("line", _line);
        _json.WriteString("error", fault);
        _json.WriteEndObject();
        EndLine();
    }

    private void EndLine()
    {
        _json.Flush();
        _bytes.Write("\n"u8);
        if (_bytes.WrittenCount > 48 * 1024)
            Write();
    }

    private void Flush()
    {
        Write();
        environment.Out.Flush();
    }

    private void Write()
    {
        var length = Encoding.UTF8.GetMaxCharCount(_bytes.WrittenCount);
        if (_chars.Length < length)
            _chars = new char[length];
        JsonSigns.Write(environment.Out, _chars.AsSpan(0, Encoding.UTF8.GetChars(_bytes.WrittenSpan, _chars)));
        _bytes.ResetWrittenCount();
    }
}
