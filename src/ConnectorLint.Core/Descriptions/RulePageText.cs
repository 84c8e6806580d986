namespace ConnectorLint.Descriptions;

/// <summary>A rule's page for the console: wrapped, and colored where colors are.</summary>
internal static class RulePageText
{
    private const int Width = 84;
    private const string Margin = "  ";

    /// <summary>Writes the page.</summary>
    public static void Write(RulePage page, Styles styles, TextWriter output)
    {
        output.Write($"{FindingBlock.StyleOf(page.Rule.Severity, styles)}{page.Rule.Id} {page.Rule.Name}{styles.Reset}\n{string.Join(" · ", page.Facts)}\n");
        foreach (var section in page.Sections)
        {
            output.Write($"\n{styles.Bold}{section.Title}{styles.Reset}\n");
            for (var i = 0; i < section.Blocks.Count; i++)
            {
                if (i > 0)
                    output.Write("\n");
                Write(section.Blocks[i], styles, output);
            }
        }

        var scenarios = RuleScenario.Of(page.Rule).ToArray();
        if (scenarios.Length == 0)
            return;
        output.Write($"\n{styles.Bold}Scenarios{styles.Reset}\n");
        foreach (var scenario in scenarios)
            WriteItem($"{scenario.Id}: {scenario.Title}", output);
    }

    private static void Write(PageBlock block, Styles styles, TextWriter output)
    {
        switch (block)
        {
            case PageBlock.Paragraph paragraph:
                foreach (var line in paragraph.Text.Replace("`", "").Split('\n').SelectMany(line => WrappedText.Lines(line, Width - Margin.Length)))
                    output.Write($"{Margin}{line}\n");
                break;
            case PageBlock.Code code:
                WriteLines(code.Text, Margin + Margin, output);
                break;
            case PageBlock.Output findings:
                WriteLines(FindingBlock.Text(findings.Findings, styles), Margin + Margin, output);
                break;
            case PageBlock.Documents documents:
                foreach (var document in documents.Items)
                {
                    WriteItem(document.Detail.Length == 0 ? document.Title : $"{document.Title}, {document.Detail}", output);
                    if (document.Url is { } url)
                        output.Write($"{Margin}  {styles.Frame}{url}{styles.Reset}\n");
                }

                break;
        }
    }

    private static void WriteItem(string text, TextWriter output)
    {
        var bullet = "- ";
        foreach (var line in WrappedText.Lines(text, Width - Margin.Length - bullet.Length))
        {
            output.Write($"{Margin}{bullet}{line}\n");
            bullet = "  ";
        }
    }

    private static void WriteLines(string text, string margin, TextWriter output)
    {
        foreach (var line in text.Split('\n'))
            output.Write(line.Length == 0 ? "\n" : $"{margin}{line}\n");
    }
}
