using System.Text;

namespace ConnectorLint.Descriptions;

/// <summary>A rule's page as Markdown: the files under <c>docs/rules</c>.</summary>
internal static class RulePageMarkdown
{
    /// <summary>The text of the page.</summary>
    public static string Text(RulePage page)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(page.Rule.Id).Append(' ').Append(page.Rule.Name).Append("\n\n")
            .Append("<!-- Generated from the rule by scripts/update; do not edit. -->\n\n")
            .Append(string.Join(" · ", page.Facts)).Append('\n');
        foreach (var section in page.Sections)
        {
            text.Append("\n## ").Append(section.Title).Append('\n');
            foreach (var block in section.Blocks)
                Append(text.Append('\n'), block);
        }

        var scenarios = RuleScenario.Of(page.Rule).Select(scenario => $"[{scenario.Id}]({RuleIndex.FileName}#{RuleIndex.Anchor(scenario)})").ToArray();
        text.Append("\n---\n\n[All rules](").Append(RuleIndex.FileName).Append(')');
        if (scenarios.Length > 0)
            text.Append(" · Scenarios: ").Append(string.Join(", ", scenarios));
        return text.Append('\n').ToString();
    }

    /// <summary>A text with what Markdown would take for markup made plain; code between backticks stays.</summary>
    public static string Escape(string text)
    {
        var parts = text.Split('`');
        for (var i = 0; i < parts.Length; i += 2)
            parts[i] = parts[i].Replace("\\", "\\\\").Replace("*", "\\*").Replace("<", "&lt;").Replace("](", "\\](");
        return string.Join('`', parts);
    }

    private static void Append(StringBuilder text, PageBlock block)
    {
        switch (block)
        {
            case PageBlock.Paragraph paragraph:
                // A help may be of several lines.
                text.Append(Escape(paragraph.Text).Replace("\n", "\n\n", StringComparison.Ordinal)).Append('\n');
                break;
            case PageBlock.Code code:
                AppendFence(text, "yaml", code.Text);
                break;
            case PageBlock.Output output:
                AppendFence(text, "text", FindingBlock.Text(output.Findings, new Styles(false)));
                break;
            case PageBlock.Documents documents:
                foreach (var document in documents.Items)
                    text.Append("- ").Append(Link(document)).Append('\n');
                break;
        }
    }

    private static string Link(SourceDocument document)
    {
        var title = Escape(document.Title);
        var link = document.Url is null ? title : $"[{title}]({document.Url})";
        return document.Detail.Length == 0 ? link : $"{link}, {Escape(document.Detail)}";
    }

    private static void AppendFence(StringBuilder text, string language, string code)
    {
        var fence = code.Contains("```", StringComparison.Ordinal) ? "````" : "```";
        text.Append(fence).Append(language).Append('\n').Append(code).Append('\n').Append(fence).Append('\n');
    }
}
