using System.Text;
using ConnectorLint.Configuration;
using ConnectorLint.Engine;
using ConnectorLint.Syntax;
using ConnectorLint.Workspace;

namespace ConnectorLint.Fuzz.Targets;

/// <summary>A configuration with its globs, and a baseline.</summary>
internal static class ConfigurationTarget
{
    private static readonly byte[][] Paths =
        [.. new[] { "tenants/contoso/contoso.yaml", "a/b/c/d/e.dsc.yaml", "x", new string('a', 500) + "/b" }.Select(Encoding.UTF8.GetBytes)];

    public static void Run(string text)
    {
        var read = ConfigurationReader.Read(new SourceText(".connectorlint.yaml", text));
        foreach (var fault in read.Faults)
        {
            Sound.Require(fault.Span.Start >= 0 && fault.Span.End <= text.Length, "a fault lies outside of the text");
            Sound.Require(fault.Message.Length > 0, "a fault says nothing");
        }

        foreach (var glob in read.Exclude.Concat(read.Overrides.SelectMany(part => part.Files)).Concat(read.Tenants.SelectMany(tenant => tenant.Files)).Take(50))
        {
            var rules = IgnoreRules.Parse(Encoding.UTF8.GetBytes(glob.Value), ignoreCase: false);
            foreach (var path in Paths)
                rules.Match(path, isFolder: false);
        }
    }

    public static void RunBaseline(string text)
    {
        var baseline = BaselineReader.Read(new SourceText("baseline.json", text), out var fault);
        Sound.Require(baseline is null == fault is not null, "a baseline and a fault of it");
        Sound.Require(fault is null || (fault.Span.Start >= 0 && fault.Span.End <= text.Length), "a fault lies outside of the text");
    }
}
