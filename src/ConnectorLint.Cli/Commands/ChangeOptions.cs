using System.CommandLine;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Commands;

/// <summary>The options of <c>lint</c> that narrow it to what a change touches.</summary>
internal sealed class ChangeOptions
{
    private readonly Option<string?> _since = new("--changed-since") { Description = "Only the tenants that have a file which differs from where HEAD and this git revision parted", HelpName = "REV" };
    private readonly Option<bool> _staged = new("--staged") { Description = "What is staged in git, and of it only the tenants that have a staged file" };
    private readonly Option<bool> _onlyNew = new("--only-new") { Description = "With one of these: only findings that were not there before" };

    public void AddTo(Command command)
    {
        command.Add(_since);
        command.Add(_staged);
        command.Add(_onlyNew);
    }

    public ChangeChoice? Read(ParseResult parsed)
    {
        var choice = new ChangeChoice(parsed.GetValue(_since), parsed.GetValue(_staged), parsed.GetValue(_onlyNew));
        return choice is { Since: null, IsStaged: false, IsOnlyNew: false } ? null : choice;
    }

    /// <summary>What is wrong with the choice; null when nothing is.</summary>
    public static string? Check(ChangeChoice? choice, string[] paths, FixChoices fixes, AdoptionChoices adoption)
    {
        if (choice is null)
            return null;
        if (choice is { Since: not null, IsStaged: true })
            return "--changed-since and --staged compare with different states; choose one of them";
        if (choice is { Since: null, IsStaged: false })
            return "--only-new goes with --changed-since REV or --staged";
        if (choice.Since is "")
            return "--changed-since needs a revision";
        if (paths.Contains("-"))
            return "standard input is no file that git knows; --changed-since and --staged go with files";
        if (choice.IsStaged && (fixes.IsFixing || adoption.WritesSuppressions))
            return $"--staged judges what is staged, and {(fixes.IsFixing ? "--fix" : "--write-suppressions")} changes files beside it; run one after the other";
        return choice.IsOnlyNew && (adoption.WritesBaseline || adoption.PrunesBaseline) ? "--only-new leaves findings out that a baseline would miss; choose one of them" : null;
    }
}
