using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using ConnectorLint.Cli.Commands;
using ConnectorLint.Descriptions;
using ConnectorLint.Diagnostics;

namespace ConnectorLint.Cli;

/// <summary>The program: chooses the command and runs it. Only the chosen command is built, so that a cold start stays cheap.</summary>
public static class CommandLineApp
{
    private const string HelpEnd = """

        Options:
          -h, --help     this text; after a command, its own
          --version      the version

        Examples:
          connectorlint                                     lint everything below this folder
          connectorlint --format github                     ... and annotate the pull request
          connectorlint --format sarif=out.sarif            ... and write SARIF beside the text
          connectorlint advise tenants/contoso --as yaml    the connectors to create
          connectorlint explain CL1001

        """;

    /// <summary>Runs the program.</summary>
    /// <param name="args">The arguments, without the program's name.</param>
    /// <param name="environment">What it sees of the world.</param>
    /// <returns>0, 1 or 2: see the readme.</returns>
    public static int Run(string[] args, CliEnvironment environment)
    {
        try
        {
            var exitCode = Dispatch(args, environment);
            environment.Out.Flush();
            return exitCode;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Trouble;
        }
        catch (IOException exception) when (IsClosedPipe(exception))
        {
            // "connectorlint | head": nobody reads on, which is nobody's fault.
            return ExitCode.Trouble;
        }
        catch (IOException exception)
        {
            // All that is wrong with a file was said where it was read; this is the console's: a full disk behind a redirection.
            Complain(environment, $"the output could not be written: {exception.Message}");
            return ExitCode.Trouble;
        }
        catch (OutOfMemoryException)
        {
            Complain(environment, "there is not enough memory for these files");
            return ExitCode.Trouble;
        }
        catch (Exception exception)
        {
            Complain(environment, $"internal error: {exception.GetType().Name}: {exception.Message}. This is a fault of the program; please report it, with the input if you can share it.");
            return ExitCode.Trouble;
        }
    }

    private static int Dispatch(string[] args, CliEnvironment environment)
    {
        // "help lint" and "lint --help" are the same.
        if (args is ["help", var topic, ..] && CommandList.Find(topic) is not null)
            args = [topic, "--help"];
        switch (args.Length > 0 ? args[0] : "")
        {
            case "-h" or "--help" or "-?" or "help":
                WriteHelp(environment.Out);
                return ExitCode.Clean;
            case "--version":
                environment.Out.Write($"{ProgramVersion.Text}\n");
                return ExitCode.Clean;
            case var name when CommandList.Find(name) is { } entry:
                return Invoke(entry.Create(environment), entry.Examples, args[1..], environment);
            default:
                return Invoke(LintCommand.Create(environment), LintCommand.Examples, args, environment);
        }
    }

    private static void WriteHelp(TextWriter output)
    {
        output.Write("Lints Exchange Online connectors against the mail flow that the tenant declares: do I need a connector?\n\nUsage:\n");
        foreach (var entry in CommandList.All)
            output.Write($"  connectorlint {entry.Usage,-28} {entry.What}\n");
        output.Write(HelpEnd);
    }

    private static int Invoke(Command command, string examples, string[] args, CliEnvironment environment)
    {
        // With the command's name, else the parser would take a path that ends in it (./lint) for it.
        var parsed = command.Parse([command.Name, .. args], new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
            return Usage(environment, Plain(parsed.Errors[0].Message), command.Name);
        // The parser takes an unknown option for a path; a file of such a name can be given as ./--name.
        if (parsed.Tokens.FirstOrDefault(token => token.Type == TokenType.Argument && token.Value.Length > 1 && token.Value[0] == '-' && !args.SkipWhile(arg => arg != "--").Contains(token.Value)) is { } unknown)
            return Usage(environment, UnknownOption(command, unknown.Value), command.Name);
        if (parsed.Action is not HelpAction)
            return parsed.Invoke(new InvocationConfiguration { Output = environment.Out, Error = environment.Error, EnableDefaultExceptionHandler = false });
        using var help = new StringWriter { NewLine = "\n" };
        parsed.Invoke(new InvocationConfiguration { Output = help, Error = environment.Error, EnableDefaultExceptionHandler = false });
        environment.Out.Write(help.ToString().ReplaceLineEndings("\n").Replace($"\n  {command.Name} ", $"\n  connectorlint {command.Name} ", StringComparison.Ordinal).TrimEnd() + "\n" + examples);
        return ExitCode.Clean;
    }

    // The parser's words for what happens daily, in ours.
    private static string Plain(string message)
    {
        var quoted = message.Split('\'');
        if (message.StartsWith("Required argument missing for option: ", StringComparison.Ordinal))
            return $"{quoted[1]} needs a value";
        if (message.StartsWith("Required argument ", StringComparison.Ordinal))
            return $"{quoted[1]} is missing";
        if (message.StartsWith("Unrecognized command or argument ", StringComparison.Ordinal))
            return $"'{quoted[1]}' is one argument too many";
        return message.StartsWith("Option ", StringComparison.Ordinal) && message.Contains("expects a single argument", StringComparison.Ordinal) ? $"{quoted[1]} can be given once only" : message;
    }

    private static string UnknownOption(Command command, string text)
    {
        // Of one letter, each is like each.
        var nearest = text.Length < 4 ? null : Spelling.Nearest(text, command.Options.Select(option => option.Name));
        return $"there is no option '{text}'{(nearest is null ? "" : $"; did you mean {nearest}?")}";
    }

    /// <summary>Says what is wrong with the command line, in one line.</summary>
    internal static int Usage(CliEnvironment environment, string message, string command)
    {
        Complain(environment, message.TrimEnd('.'));
        environment.Error.Write($"Try: connectorlint {command} --help\n");
        return ExitCode.Trouble;
    }

    /// <summary>Says something on standard error, in one line; nothing in it (a file's name, a value) drives the terminal.</summary>
    internal static void Complain(CliEnvironment environment, string message)
    {
        try
        {
            environment.Error.Write($"connectorlint: {DisplayWidth.Show(message.ReplaceLineEndings(" "))}\n");
        }
        catch (IOException)
        {
            // Nobody reads what is wrong; the exit code says that something is.
        }
    }

    private static bool IsClosedPipe(IOException exception) => exception.HResult is 32 or unchecked((int)0x8007006D) || exception.Message.Contains("Broken pipe", StringComparison.OrdinalIgnoreCase);
}
