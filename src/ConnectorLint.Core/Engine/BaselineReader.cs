using ConnectorLint.Syntax;

namespace ConnectorLint.Engine;

/// <summary>Why a text is no baseline.</summary>
/// <param name="Span">The place.</param>
/// <param name="Message">What is wrong there.</param>
public sealed record BaselineFault(SourceSpan Span, string Message);

/// <summary>Reads a baseline; the schema <c>baseline.schema.json</c> says the same.</summary>
public static class BaselineReader
{
    private const int FingerprintLength = 64;

    private static readonly string[] RootKeys = ["$schema", "version", "findings"];
    private static readonly string[] EntryKeys = ["fingerprint", "rule", "tenant", "owner", "message"];

    /// <summary>The baseline, or the first thing that is wrong with it.</summary>
    public static Baseline? Read(SourceText file, out BaselineFault? fault)
    {
        var entries = new List<BaselineEntry>();
        fault = Read(file, entries);
        return fault is null ? new Baseline(entries) : null;
    }

    private static BaselineFault? Read(SourceText file, List<BaselineEntry> entries)
    {
        var tree = JsonTreeReader.Read(file);
        if (tree.Errors.Count > 0)
            return new BaselineFault(tree.Errors[0].Span, $"the baseline is not JSON as it should be: {tree.Errors[0].Message.TrimEnd('.')}");
        if (tree.Documents.FirstOrDefault()?.Root is not MappingNode root)
            return new BaselineFault(file.Span(0, 0), "this is no baseline: its root must be an object with version and findings");

        // First of all: in another version, the rest may be otherwise.
        if (ValueOf(root, "version") is not { } version)
            return new BaselineFault(file.Span(root.Start, root.Start + 1), "this is no baseline: it has no version");
        if (version is not ScalarNode { IsString: false, Text: "1" })
            return new BaselineFault(version.Span, $"this is a baseline of another version than {Baseline.Version}, the one that this program reads");
        if (UnknownKey(root, RootKeys) is { } unknown)
            return unknown;
        if (ValueOf(root, "findings") is not SequenceNode findings)
            return new BaselineFault(ValueOf(root, "findings")?.Span ?? file.Span(root.Start, root.Start + 1), "the baseline needs findings, a list");
        foreach (var item in findings.Items)
        {
            if (ReadEntry(item, entries) is { } wrong)
                return wrong;
        }

        return null;
    }

    private static BaselineFault? ReadEntry(SyntaxNode item, List<BaselineEntry> entries)
    {
        if (item is not MappingNode mapping)
            return new BaselineFault(item.Span, "an entry of the baseline must be an object with fingerprint, rule, tenant and message");
        if (UnknownKey(mapping, EntryKeys) is { } unknown)
            return unknown;
        foreach (var key in EntryKeys)
        {
            var value = ValueOf(mapping, key);
            if (value is null && key != "owner")
                return new BaselineFault(item.File.Span(item.Start, item.Start + 1), $"this entry of the baseline has no {key}");
            if (value is not null and not ScalarNode { IsString: true })
                return new BaselineFault(value.Span, $"{key} must be a text in quotes");
        }

        var fingerprint = TextOf(mapping, "fingerprint")!;
        if (fingerprint.Length != FingerprintLength || !fingerprint.All(IsHexadecimal))
            return new BaselineFault(ValueOf(mapping, "fingerprint")!.Span, "this is no fingerprint: it must have 64 digits from 0 to f; --write-baseline writes them");
        entries.Add(new BaselineEntry(fingerprint, TextOf(mapping, "rule")!, TextOf(mapping, "tenant")!, TextOf(mapping, "owner"), TextOf(mapping, "message")!)
        {
            RuleSpan = ValueOf(mapping, "rule")!.Span,
        });
        return null;
    }

    private static BaselineFault? UnknownKey(MappingNode mapping, string[] keys)
    {
        foreach (var entry in mapping.Entries)
        {
            if (!keys.Contains(entry.Key.Text))
                return new BaselineFault(entry.Key.Span, $"a baseline has no '{entry.Key.Text}' here; it has {string.Join(", ", keys)}");
        }

        return null;
    }

    private static SyntaxNode? ValueOf(MappingNode mapping, string key) => mapping.Entries.FirstOrDefault(entry => entry.Key.Text == key).Value;

    private static string? TextOf(MappingNode mapping, string key) => (ValueOf(mapping, key) as ScalarNode)?.Text;

    private static bool IsHexadecimal(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f');
}
