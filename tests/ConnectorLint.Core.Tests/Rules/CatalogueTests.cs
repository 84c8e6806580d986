using System.Globalization;
using System.Text.RegularExpressions;
using ConnectorLint.Diagnostics;
using ConnectorLint.Rules;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules;

/// <summary>Holds the rules against the rule catalogue: ids, names, severities and snippets. Skipped where the catalogue is not at hand.</summary>
public partial class CatalogueTests
{
    // What the mutation proof showed to be missing, beside the catalogue: docs/decisions.md says why.
    private static readonly string[] Added = ["CL1028"];

    [Fact]
    public void Every_rule_of_the_catalogue_is_there_with_its_name_and_severity()
    {
        foreach (var entry in Read())
        {
            var info = RuleList.Find(entry.Id);
            Assert.True(info is not null, $"{entry.Id} {entry.Name} is missing");
            Assert.Equal((entry.Id, entry.Name, entry.Severity), (info.Id, info.Name, info.Severity));
        }
    }

    [Fact]
    public void What_is_there_early_agrees_with_the_catalogue_too()
    {
        foreach (var entry in Read())
        {
            if (RuleList.Find(entry.Id) is { } info)
                Assert.Equal((entry.Id, entry.Name, entry.Severity), (info.Id, info.Name, info.Severity));
        }
    }

    [Fact]
    public void Every_snippet_is_the_catalogue_s()
    {
        foreach (var entry in Read())
        {
            if (entry.Bad is null || RuleList.Find(entry.Id) is not { } info)
                continue;
            Assert.Equal((entry.Id, entry.Bad, entry.Good), (info.Id, Normalize(info.Bad), Normalize(info.Good)));
        }
    }

    [Fact]
    public void No_rule_is_there_that_the_catalogue_does_not_know()
    {
        var known = Read().Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        Assert.All(RuleList.All.Where(rule => !Added.Contains(rule.Info.Id)), rule => Assert.Contains(rule.Info.Id, known));
        Assert.All(Added, id => Assert.DoesNotContain(id, known));
    }

    [Fact]
    public void The_catalogue_itself_was_read_whole()
    {
        var entries = Read();
        var expected = Enumerable.Range(1, 16).Select(number => "CL" + number.ToString("0000", CultureInfo.InvariantCulture))
            .Concat(Enumerable.Range(901, 13).Select(number => "CL0" + number.ToString(CultureInfo.InvariantCulture)))
            .Concat(Enumerable.Range(1001, 27).Except([1024]).Select(number => "CL" + number.ToString(CultureInfo.InvariantCulture)))
            .Concat(Enumerable.Range(2001, 22).Select(number => "CL" + number.ToString(CultureInfo.InvariantCulture)))
            .Concat(Enumerable.Range(3001, 21).Except([3002, 3008]).Select(number => "CL" + number.ToString(CultureInfo.InvariantCulture)))
            .Concat(Enumerable.Range(4001, 27).Except([4006, 4016, 4017]).Select(number => "CL" + number.ToString(CultureInfo.InvariantCulture)));
        Assert.Empty(expected.Except(entries.Select(entry => entry.Id)));
        Assert.All(entries.Where(entry => entry.Section != "1b"), entry => Assert.True(entry.Bad is not null && entry.Good is not null, entry.Id));
    }

    private static List<Entry> Read()
    {
        var entries = new List<Entry>();
        var section = "";
        string? fence = null;
        var block = new List<string>();
        foreach (var line in File.ReadAllLines(SharedFolder.Find("domain", "rules.md")))
        {
            if (fence is not null && line == "```")
            {
                var text = Normalize(string.Join('\n', block));
                entries[^1] = fence == "bad" ? entries[^1] with { Bad = text } : entries[^1] with { Good = text };
                fence = null;
            }
            else if (fence is not null)
            {
                block.Add(line);
            }
            else if (line is "```yaml bad" or "```yaml good")
            {
                fence = line["```yaml ".Length..];
                block.Clear();
            }
            else if (SectionPattern().Match(line) is { Success: true } heading)
            {
                section = heading.Groups[1].Value;
            }
            else if (RulePattern().Match(line) is { Success: true } rule)
            {
                entries.Add(new Entry(section, rule.Groups[1].Value, rule.Groups[2].Value, Enum.Parse<Severity>(rule.Groups[3].Value, ignoreCase: true), null, null));
            }
            else if (RowPattern().Match(line) is { Success: true } row)
            {
                entries.Add(new Entry(section, row.Groups[1].Value, row.Groups[2].Value, Enum.Parse<Severity>(row.Groups[3].Value, ignoreCase: true), null, null));
            }
        }

        return entries;
    }

    private static string? Normalize(string? snippet) => snippet?.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();

    [GeneratedRegex("^## ([0-9]+[a-z]?)\\. ")]
    private static partial Regex SectionPattern();

    [GeneratedRegex("^### (CL[0-9]{4}) ([a-z0-9-]+) · (error|warning|info)")]
    private static partial Regex RulePattern();

    [GeneratedRegex("^\\| (CL[0-9]{4}) \\| ([a-z0-9-]+) \\| (error|warning|info)")]
    private static partial Regex RowPattern();

    private sealed record Entry(string Section, string Id, string Name, Severity Severity, string? Bad, string? Good);
}
