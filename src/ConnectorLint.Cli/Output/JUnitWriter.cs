using System.Globalization;
using System.Xml;
using ConnectorLint.Diagnostics;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Output;

/// <summary>JUnit's XML: a suite for each file, a failed case for each error and warning, one passed case for a file without any.</summary>
internal sealed class JUnitWriter : IReportWriter
{
    public string Name => "junit";

    public void Write(LintReport report, ReportSettings settings, TextWriter output) => XmlOutput.Write(output, xml =>
    {
        var byFile = report.Findings.ToLookup(finding => finding.Span.File.Path, StringComparer.Ordinal);
        var paths = report.Files.Concat(byFile.Select(file => file.Key)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        xml.WriteStartElement("testsuites");
        var id = 0;
        foreach (var path in paths)
            WriteSuite(xml, id++, path, [.. byFile[path]], settings);
        xml.WriteEndElement();
    });

    private static void WriteSuite(XmlWriter xml, int id, string path, Diagnostic[] findings, ReportSettings settings)
    {
        // An information never fails; as a failed case it would.
        var failed = findings.Where(finding => finding.Severity != Severity.Info).ToArray();
        var name = XmlOutput.Text(path);
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("id", Number(id));
        xml.WriteAttributeString("package", "connectorlint");
        xml.WriteAttributeString("name", name);
        // The schema wants a time; the day that was linted as of keeps the output the same from run to run.
        xml.WriteAttributeString("timestamp", settings.AsOf.ToString("yyyy-MM-dd'T'00:00:00", CultureInfo.InvariantCulture));
        xml.WriteAttributeString("hostname", "localhost");
        xml.WriteAttributeString("tests", Number(Math.Max(1, failed.Length)));
        xml.WriteAttributeString("failures", Number(failed.Length));
        xml.WriteAttributeString("errors", "0");
        xml.WriteAttributeString("time", "0");
        // Ant's schema wants the element, Jenkins' a property in it.
        xml.WriteStartElement("properties");
        xml.WriteStartElement("property");
        xml.WriteAttributeString("name", "asOf");
        xml.WriteAttributeString("value", settings.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        xml.WriteEndElement();
        foreach (var finding in failed)
            WriteCase(xml, name, finding);
        if (failed.Length == 0)
            WritePassed(xml, name);
        xml.WriteElementString("system-out", string.Concat(findings.Where(finding => finding.Severity == Severity.Info).Select(finding => Text(finding) + "\n")));
        xml.WriteElementString("system-err", null);
        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, string path, Diagnostic finding)
    {
        var line = finding.Span.File.PositionAt(finding.Span.Start).Line;
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", $"{finding.Rule.Id} {finding.Rule.Name}, line {line}");
        xml.WriteAttributeString("classname", path);
        xml.WriteAttributeString("time", "0");
        xml.WriteStartElement("failure");
        xml.WriteAttributeString("message", XmlOutput.Text(finding.Message));
        xml.WriteAttributeString("type", finding.Severity.Word());
        xml.WriteString(Text(finding));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WritePassed(XmlWriter xml, string path)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", "connectorlint");
        xml.WriteAttributeString("classname", path);
        xml.WriteAttributeString("time", "0");
        xml.WriteEndElement();
    }

    private static string Text(Diagnostic finding) =>
        XmlOutput.Text($"{finding.Span.Place}: {finding.Severity.Word()} {finding.Rule.Id} {finding.Message}\n{finding.Help}");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
