using System.Globalization;
using System.Text;
using ConnectorLint.Syntax;
using Xunit;

namespace ConnectorLint.Tests.Syntax;

public sealed class YamlRereadTests
{
    private const string Manifest = """
        # The mail of Contoso
        connectorlint: 1
        tenant: contoso
        topology:
          mailboxes: cloud
          acceptedDomains: [{name: contoso.com, mx: exchangeOnline}]
          devices:
            - name: "A printer" # in the lobby
              method: smtpRelay
        inboundConnectors:
          # the first
          - name: One
            senderDomains: ["*.a.example", 'b.example']
            comment: |
              two
              lines

          - name: Two
            comment: text that
              goes on
          - {name: Three, enabled: true}
          -
            name: Four
          - name: Five
            empty:
        outboundConnectors:
        - name: Out
          smartHosts:
          - mail.contoso.com
        - name: Last
          comment: ~
        """;

    private static readonly string[] Pieces = ["a", "x: y", "\n", " ", "  ", "- ", "-", ":", "\"", "'", "#", "[", "]", "{", "}", "*", "&a", "\n---\n", "\n...\n", "|", ">", "~", "\t", "?", "? ", "!", "<<: ", ",", "\n- b", "\n  - name: New\n", "\r\n", "%", "é", "😀"];

    [Fact]
    public void After_any_edit_the_tree_is_that_of_reading_all()
    {
        var random = new Random(20261124);
        var quick = 0;
        foreach (var origin in (string[])[Manifest, Manifest + "\n", Manifest + "\n\n# the end\n", "a: 1\nb: 2", "{\na: 1,\nb: 2\n}", "- a\n- b\n", "a:\n- b: 1\n  c: 2\n- d\ne: |+\n  x\n\nf: g\n"])
        {
            for (var round = 0; round < 150; round++)
            {
                // A chain of edits, each from the tree of the last.
                var text = origin;
                var tree = SyntaxReader.Read(new SourceText("t.yaml", text));
                for (var step = 0; step < 3; step++)
                {
                    text = Edited(text, random);
                    var file = new SourceText("t.yaml", text);
                    quick += YamlReread.Of(tree, file) is null ? 0 : 1;
                    var next = SyntaxReader.Read(file, tree);
                    Assert.Equal(Shown(SyntaxReader.Read(file)), Shown(next));
                    tree = next;
                }
            }
        }

        Assert.True(quick > 250, quick.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("name: Two", "name: Twofold")]
    [InlineData("mailboxes: cloud", "mailboxes: both\n  hybrid: none")]
    [InlineData("tenant: contoso", "tenant: fabrikam")]
    [InlineData("mail.contoso.com", "mx.contoso.com\n  - second.contoso.com")]
    public void A_change_of_one_entry_is_read_alone(string old, string changed)
    {
        var before = SyntaxReader.Read(new SourceText("t.yaml", Manifest));
        Assert.NotNull(YamlReread.Of(before, new SourceText("t.yaml", Manifest.Replace(old, changed, StringComparison.Ordinal))));
    }

    private static string Edited(string text, Random random)
    {
        var start = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(3) == 0 ? random.Next(30) : random.Next(2), text.Length - start);
        var piece = random.Next(4) == 0 ? "" : random.Next(6) == 0 ? text.Substring(random.Next(text.Length / 2), Math.Min(20, text.Length / 2)) : Pieces[random.Next(Pieces.Length)];
        return text[..start] + piece + text[(start + length)..];
    }

    private static string Shown(SyntaxTree tree)
    {
        var text = new StringBuilder();
        foreach (var document in tree.Documents)
        {
            text.Append(document.IsComplete ? "document" : "broken document");
            Show(document.Root, tree.File, text);
        }

        foreach (var error in tree.Errors)
            text.Append(CultureInfo.InvariantCulture, $"\n{error.Kind} {error.Span.Start}+{error.Span.Length} {error.Message}");
        return text.Append(tree.IsComplete).ToString();
    }

    private static void Show(SyntaxNode? node, SourceText file, StringBuilder text)
    {
        if (node is null)
            return;
        Assert.Same(file, node.File);
        text.Append(CultureInfo.InvariantCulture, $"\n{node.GetType().Name} {node.Start}+{node.Length}{(node.IsTruncated ? " truncated" : "")}");
        switch (node)
        {
            case ScalarNode scalar:
                text.Append(CultureInfo.InvariantCulture, $" {scalar.Style} {scalar.IsString} {scalar.Text}");
                break;
            case SequenceNode sequence:
                foreach (var item in sequence.Items)
                    Show(item, file, text);
                break;
            case MappingNode mapping:
                foreach (var (key, value, isMerged) in mapping.Entries)
                {
                    text.Append(isMerged ? "\nmerged" : "\nentry");
                    Show(key, file, text);
                    Show(value, file, text);
                }

                break;
        }

        text.Append("\nend");
    }
}
