using System.Diagnostics;
using ConnectorLint.Cli.Tests.Testing;
using Xunit;

namespace ConnectorLint.Cli.Tests.Completions;

/// <summary>The scripts in the shells themselves; a shell that is not on the machine is skipped.</summary>
public class ShellCompletionTests
{
    public static TheoryData<string, string[]> Lines { get; } = new()
    {
        { "connectorlint advise --as ", ["powershell", "yaml"] },
        { "connectorlint sche", ["schema"] },
        { "connectorlint schema b", ["baseline"] },
        { "connectorlint --fail-o", ["--fail-on"] },
        { "connectorlint --fail-on wa", ["warning"] },
        { "connectorlint lint --format sar", ["sarif"] },
        { "connectorlint explain CL1013", ["CL1013"] },
        { "connectorlint lint ten", ["tenant.yaml"] },
        { "connectorlint ten", ["tenant.yaml"] },
        { "connectorlint --output ten", ["tenant.yaml"] },
        { "connectorlint trace --tenant ", [] },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Bash_completes(string line, string[] expected)
    {
        using var folder = Folder("bash");
        folder.With("ask.bash", """
            source ./script
            read -ra COMP_WORDS <<< "$1"
            [[ $1 == *' ' ]] && COMP_WORDS+=('')
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _connectorlint
            printf '%s\n' "${COMPREPLY[@]}"
            """);

        Assert.Equal(expected, Ask(folder, "bash", "--norc", "ask.bash", line));
    }

    [Fact]
    public void Bash_completes_a_value_after_an_equals_sign()
    {
        using var folder = Folder("bash");
        folder.With("ask.bash", """
            source ./script
            COMP_WORDS=(connectorlint --fail-on = wa)
            COMP_CWORD=3
            _connectorlint
            printf '%s\n' "${COMPREPLY[@]}"
            """);

        Assert.Equal(["warning"], Ask(folder, "bash", "--norc", "ask.bash"));
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Fish_completes(string line, string[] expected)
    {
        using var folder = Folder("fish");

        var answers = Ask(folder, "fish", "--no-config", "-c", $"source ./script; complete -C '{line}'").Select(answer => answer.Split('\t')[0]);

        Assert.Equal(expected, answers);
    }

    // What the line becomes by one press of the tab key.
    [Theory]
    [InlineData("connectorlint advise --as po", "advise --as powershell")]
    [InlineData("connectorlint sche", "schema")]
    [InlineData("connectorlint --fail-on=wa", "--fail-on=warning")]
    [InlineData("connectorlint lint --format sar", "lint --format sarif")]
    [InlineData("connectorlint explain CL1013", "explain CL1013")]
    [InlineData("connectorlint lint ten", "lint tenant.yaml")]
    [InlineData("connectorlint rules --fix", "rules --fixable")]
    public void Zsh_completes(string line, string expected)
    {
        using var folder = Folder("zsh");
        folder.With("ask.zsh", """
            zmodload zsh/zpty
            zpty shell 'TERM=dumb zsh -f -i'
            until_seen() { seen=; local part; while zpty -r shell part; do seen+=$part; [[ $seen == ${~1} ]] && return; done }
            zpty -w shell 'autoload -Uz compinit; compinit -D -u; source ./script; connectorlint() { print -r -- "ARGS:$*:"END }; print READY${:-_NOW}'
            until_seen '*READY_NOW*'
            zpty -w -n shell "$1"$'\t'
            zpty -w -n shell $'\n'
            until_seen '*ARGS:*:END*'
            print -r -- ${${seen##*ARGS:}%%:END*}
            zpty -d shell
            """);

        Assert.Equal([expected], Ask(folder, "zsh", "-f", "ask.zsh", line).Select(answer => answer.Trim()));
    }

    [Fact]
    public void Another_shell_is_refused_with_those_there_are()
    {
        using var folder = new CliFolder();

        var result = folder.Run("completions", "tcsh");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("there is no completion for 'tcsh'; the shells are bash, zsh, fish, pwsh", result.Error, StringComparison.Ordinal);
    }

    private static CliFolder Folder(string shell)
    {
        Assert.SkipUnless(ProgramOnPath.IsThere(shell), $"{shell} is not on this machine");
        var folder = new CliFolder();
        var script = folder.Run("completions", shell);
        Assert.Equal((0, ""), (script.ExitCode, script.Error));
        return folder.With("script", script.Out).With("tenant.yaml", CliFolder.OneConnector);
    }

    private static string[] Ask(CliFolder folder, string shell, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(shell, arguments) { WorkingDirectory = folder.FullPath, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(60_000))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail("the shell did not come to an end");
        }

        Assert.Equal("", error.Result);
        return output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
