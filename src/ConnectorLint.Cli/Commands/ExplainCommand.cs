using System.CommandLine;
using ConnectorLint.Cli.Completions;
using ConnectorLint.Cli.Output;
using ConnectorLint.Descriptions;
using ConnectorLint.Diagnostics;
using ConnectorLint.Rules;

namespace ConnectorLint.Cli.Commands;

/// <summary><c>connectorlint explain ID...</c>: the pages of rules: what one finds, what happens to mail, how to mend it, when to switch it off.</summary>
internal static class ExplainCommand
{
    public const string Examples = """

        Examples:
          connectorlint explain CL1001
          connectorlint explain missing-onprem-inbound cl1002
          connectorlint explain CL1001 --format markdown     the page under docs/rules

        """;

    public static Command Create(CliEnvironment environment)
    {
        var rules = new Argument<string[]>("RULE") { Arity = ArgumentArity.OneOrMore, Description = "Ids or names of rules, in any case" }.WithWords(RuleList.All.Select(rule => rule.Info.Id));
        var format = new Option<string>("--format") { Description = "text, markdown or json", DefaultValueFactory = _ => "text", HelpName = "NAME" }.WithWords("text", "markdown", "json");
        var command = new Command("explain", "What a rule finds, and how to mend it") { rules, format, new System.CommandLine.Help.HelpOption() };
        command.SetAction(parsed => Run(environment, parsed.GetValue(rules) ?? [], parsed.GetValue(format)!));
        return command;
    }

    private static int Run(CliEnvironment environment, string[] names, string format)
    {
        if (format is not ("text" or "markdown" or "json"))
            return CommandLineApp.Usage(environment, $"--format takes text, markdown or json, not '{format}'", "explain");
        var found = new List<RuleInfo>();
        var complaints = new List<string>();
        foreach (var name in names.SelectMany(name => name.Split(',', StringSplitOptions.TrimEntries)))
        {
            if (RuleList.Find(name) is not { } rule)
                complaints.Add(Unknown(name));
            else if (!found.Contains(rule))
                found.Add(rule);
        }

        if (found.Count > 0)
            Write(environment, found.ConvertAll(RulePage.Of), format);
        environment.Out.Flush();
        foreach (var complaint in complaints)
            CommandLineApp.Complain(environment, complaint);
        return complaints.Count > 0 ? ExitCode.Trouble : ExitCode.Clean;
    }

    private static void Write(CliEnvironment environment, List<RulePage> pages, string format)
    {
        if (format == "json")
        {
            WriteJson(environment.Out, pages);
            return;
        }

        var styles = new Styles(environment.IsTerminal && !environment.NoColor);
        for (var i = 0; i < pages.Count; i++)
        {
            if (i > 0)
                environment.Out.Write("\n\n");
            if (format == "markdown")
                environment.Out.Write(RulePageMarkdown.Text(pages[i]));
            else
                RulePageText.Write(pages[i], styles, environment.Out);
        }
    }

    private static void WriteJson(TextWriter output, List<RulePage> pages) => JsonOutput.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var page in pages)
        {
            json.WriteStartObject();
            RuleJson.Write(json, page.Rule);
            RuleJson.WriteExamples(json, page);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static string Unknown(string name)
    {
        var nearest = Spelling.Nearest(name.ToLowerInvariant(), RuleList.All.Select(rule => rule.Info.Name)) ?? Spelling.Nearest(name.ToUpperInvariant(), RuleList.All.Select(rule => rule.Info.Id));
        return $"there is no rule '{name}'{(nearest is null ? "; connectorlint rules lists all" : $"; did you mean {nearest}?")}";
    }
}
