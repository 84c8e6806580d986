using System.Text;
using ConnectorLint.Cli;
using ConnectorLint.Workspace;
using Microsoft.Win32.SafeHandles;

// Ctrl+C ends the process at once: files are written by a rename, so nothing is left half done, and handling it would cost every start a thread.
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var output = new StreamWriter(OpenOutput(), utf8, 16 * 1024) { NewLine = "\n" };
using var error = new StreamWriter(OpenOr(Console.OpenStandardError), utf8) { NewLine = "\n", AutoFlush = true };
var isDumb = Environment.GetEnvironmentVariable("TERM") == "dumb";
var exitCode = CommandLineApp.Run(args, new CliEnvironment
{
    Out = output,
    Error = error,
    StandardInput = ReadStandardInput,
    StandardInputStream = Console.OpenStandardInput,
    StandardOutputStream = OpenOutput,
    CurrentDirectory = Environment.CurrentDirectory,
    IsTerminal = !Console.IsOutputRedirected && !isDumb,
    ShowsProgress = !Console.IsErrorRedirected && !isDumb,
    IsInteractive = !Console.IsInputRedirected && !Console.IsErrorRedirected,
    NoColor = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
});
return exitCode;

// The console's own stream sends a terminal into another keyboard mode first, for keys that nobody reads here.
static Stream OpenOutput() => OpenOr(() => Console.IsOutputRedirected || OperatingSystem.IsWindows()
    ? Console.OpenStandardOutput()
    : new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0));

// Whoever starts it with a closed output (>&-) wants to see nothing of it; the exit code says enough.
static Stream OpenOr(Func<Stream> open)
{
    try
    {
        return open();
    }
    catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
    {
        return Stream.Null;
    }
}

static byte[] ReadStandardInput()
{
    using var input = Console.OpenStandardInput();
    return FileReader.ReadBytes(input);
}
