using System.Text.RegularExpressions;
using ConnectorLint.Diagnostics;
using ConnectorLint.Rules;
using Xunit;

namespace ConnectorLint.Tests.Rules;

public partial class RuleInfoTests
{
    private static readonly RuleInfo[] All = RuleList.All.Select(rule => rule.Info).ToArray();

    [Fact]
    public void Ids_are_unique_and_in_order()
    {
        Assert.Equal(All.Select(info => info.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), All.Select(info => info.Id));
        Assert.All(All, info => Assert.Matches(IdPattern(), info.Id));
    }

    [Fact]
    public void Names_are_unique_and_in_kebab_case()
    {
        Assert.Equal(All.Length, All.Select(info => info.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(All, info => Assert.Matches(NamePattern(), info.Name));
    }

    [Fact]
    public void Every_rule_says_what_why_and_what_to_do_in_sentences()
    {
        var problems = All.SelectMany(info => new (string What, string Text)[] { ("Summary", info.Summary), ("Why", info.Why), ("Help", info.Help), ("WhenToIgnore", info.WhenToIgnore ?? "None.") }
            .Where(part => !IsSentence(part.Text))
            .Select(part => $"{info.Id} {part.What}: {part.Text}")).ToArray();
        Assert.True(problems.Length == 0, string.Join("\n", problems));
    }

    [Fact]
    public void Every_rule_names_its_source_and_its_confidence() => Assert.All(All, info =>
    {
        Assert.Matches(SourcePattern(), info.Source);
        Assert.Matches("documented|inferred|silent", info.Confidence);
    });

    [Fact]
    public void Every_rule_about_mail_has_a_bad_and_a_good_snippet()
    {
        var without = All.Where(info => !IsOfTheTool(info) && (string.IsNullOrWhiteSpace(info.Bad) || string.IsNullOrWhiteSpace(info.Good))).Select(info => info.ToString());
        Assert.Empty(without);
        Assert.All(All.Where(IsOfTheTool), info => Assert.Null(info.Bad));
    }

    [Fact]
    public void Every_rule_is_found_by_id_and_name_in_any_case() => Assert.All(All, info =>
    {
        Assert.Same(info, RuleList.Find(info.Id.ToLowerInvariant()));
        Assert.Same(info, RuleList.Find(info.Name.ToUpperInvariant()));
    });

    [Fact]
    public void Every_rule_gives_the_same_metadata_each_time() => Assert.All(RuleList.All, rule => Assert.Same(rule.Info, rule.Info));

    [Fact]
    public void What_a_rule_looks_at_is_one_thing_or_both_directions() => Assert.All(RuleList.All, rule =>
    {
        var kinds = new[] { rule is IReaderRule, rule is IInboundRule or IOutboundRule, rule is INeedRule, rule is ITenantRule }.Count(holds => holds);
        Assert.True(kinds >= 1, $"{rule.Info.Id} looks at nothing");
        Assert.False(rule is IReaderRule && kinds > 1, $"{rule.Info.Id} is a reader's and looks at something itself");
    });

    private static bool IsOfTheTool(RuleInfo info) => info.Id.StartsWith("CL09", StringComparison.Ordinal);

    // A help may end with what to write into the file.
    private static bool IsSentence(string text) =>
        text.Length > 0 && text == text.Trim() && text[^1] is '.' or '?' or '}';

    [GeneratedRegex("^CL[0-4][0-9]{3}$")]
    private static partial Regex IdPattern();

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex NamePattern();

    [GeneratedRegex("^(design|[A-Z0-9][A-Za-z0-9 .\"*-]*(, [A-Za-z0-9 .\"*-]+)*)$")]
    private static partial Regex SourcePattern();
}
