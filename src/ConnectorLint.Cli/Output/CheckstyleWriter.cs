using System.Globalization;
using System.Xml;
using ConnectorLint.Diagnostics;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Output;

/// <summary>Checkstyle's XML, which Jenkins, reviewdog and many others read.</summary>
internal sealed class CheckstyleWriter : IReportWriter
{
    public string Name => "checkstyle";

    public void Write(LintReport report, ReportSettings settings, TextWriter output) => XmlOutput.Write(output, xml =>
    {
        xml.WriteStartElement("checkstyle");
        xml.WriteAttributeString("version", "4.3");
        foreach (var file in report.Findings.GroupBy(finding => finding.Span.File.Path))
        {
            xml.WriteStartElement("file");
            xml.WriteAttributeString("name", XmlOutput.Text(file.Key));
            foreach (var finding in file)
                WriteError(xml, finding);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });

    private static void WriteError(XmlWriter xml, Diagnostic finding)
    {
        var (line, column) = finding.Span.File.PositionAt(finding.Span.Start);
        xml.WriteStartElement("error");
        xml.WriteAttributeString("line", line.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("column", column.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("severity", finding.Severity.Word());
        xml.WriteAttributeString("message", XmlOutput.Text(FindingText.Of(finding)));
        xml.WriteAttributeString("source", $"connectorlint.{finding.Rule.Id}");
        xml.WriteEndElement();
    }
}
