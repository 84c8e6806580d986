using ConnectorLint.Analyzers.Tests.Testing;
using ConnectorLint.PowerShell;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace ConnectorLint.Analyzers.Tests;

/// <summary>Where each character of a string stands, for every kind of literal.</summary>
public class CodeTextTests
{
    private const string Q = "\"\"\"";

    public static TheoryData<string, string> Expressions => new()
    {
        { "\"WORD\"", "WORD" },
        { @"""\""\\\t\0\x41\x041b\u00e4\U000000e4\U0001F600WORD\n""", "\"\\\t\0A\u041b\u00e4\u00e4\U0001F600WORD\n" },
        { "@\"a\"\"b\\\r\nWORD\"\"\"", "a\"b\\\r\nWORD\"" },
        { $"{Q}a\"b WORD{Q}", "a\"b WORD" },
        { $"{Q}\"a\"\"WORD c{Q}\"", "a\"\"WORD c" },
        { $"{Q}\n    a\n      \"WORD\"\n\n    \\n\n    {Q}", "a\n  \"WORD\"\n\n\\n" },
        { $"{Q}\r\n  a\r\n  WORD\r\n  {Q}", "a\r\nWORD" },
        { $"{Q}\nWORD\n{Q}", "WORD" },
        { "$\"{{\\u0041{x}}}WORD{x:n}{x,4}\"", "{A\ufffc}WORD\ufffc\ufffc" },
        { "$@\"\"\"{{{x}\"\"WORD\"", "\"{\ufffc\"WORD" },
        { "@$\"{x}\\WORD\"", "\ufffc\\WORD" },
        { $"${Q}a{{x}}\"WORD\"{{x}}{Q}", "a\ufffc\"WORD\"\ufffc" },
        { $"$${Q}{{a}}{{{{x}}}}WORD{{}}{Q}", "{a}\ufffcWORD{}" },
        { $"$${Q}\n    {{a}}\n      {{{{x}}}} b\n    WORD {{{{x}}}}\n    c\n    {Q}", "{a}\n  \ufffc b\nWORD \ufffc\nc" },
        { $"${Q}\r\n    {{x}}\r\n\r\n    WORD\r\n    {Q}", "\ufffc\r\n\r\nWORD" },
        { "\"a\\t\" + x + (@\"\"\"WORD\" + 1) + 'c'", "a\t\ufffc\"WORD1c" },
        { "$\"{\"a\"}{nameof(x)}{\"b\" + x}WORD\"", "axb\ufffcWORD" },
        { "string.Format(\"{{{0}}} {1:n2}\\tWORD{0}\", x, 1)", "{\ufffc} \ufffc\tWORD\ufffc" },
        { "string.Format(x, \"WORD\")", "\ufffc" },
        { "string.Concat(\"a\", x, @\"\"\"WORD\")", "a\ufffc\"WORD" },
        { "string.Concat(\"a\", 1)", "\ufffc" },
        { "x", "\ufffc" },
        { "null", "" },
        { "\"\"", "" },
    };

    [Theory]
    [MemberData(nameof(Expressions))]
    public void The_text_is_right_and_the_word_is_found(string expression, string expected)
    {
        var (text, source) = Read(expression);

        Assert.Equal(expected, text.Text);
        var word = text.Text.IndexOf("WORD", StringComparison.Ordinal);
        if (word >= 0)
            Assert.Equal("WORD", Place(text, source, word, 4));
        Assert.Equal(expected.Count(c => c == PowerShellReader.Hole), Enumerable.Range(0, expected.Length).Count(i => expected[i] == PowerShellReader.Hole));
        for (var i = 0; i < text.Text.Length; i++)
        {
            if (char.IsAsciiLetter(text.Text[i]) && Place(text, source, i, 1) is [var only])
                Assert.Equal(text.Text[i], only);
        }
    }

    [Fact]
    public void A_long_sum_is_read()
    {
        var (text, source) = Read(string.Join(" + ", Enumerable.Repeat("\"a\"", 3000)) + " + x + \"WORD\"");

        Assert.Equal("WORD", Place(text, source, 3001, 4));
    }

    [Fact]
    public void Pieces_in_another_order_than_they_are_read_stand_where_the_whole_does()
    {
        var (text, source) = Read("tail + head", "const string head = \"A\", tail = \"B\";");

        Assert.Equal("tail + head", Place(text, source, 0, 2));
        Assert.Equal("B", Place(text, source, 0, 1));
    }

    private static string Place(CodeText text, string source, int start, int length)
    {
        var span = text.SpanOf(start, length);
        return source.Substring(span.Start, span.Length);
    }

    private static (CodeText Text, string Source) Read(string expression, string statements = "")
    {
        var source = "class Sample { void Run(string x) { " + statements + " string text = " + expression + "; } }";
        var tree = CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken);
        var compilation = CSharpCompilation.Create("Sample", [tree], RunningFramework.References, new CSharpCompilationOptions(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary));
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
        var model = compilation.GetSemanticModel(tree);
        var root = tree.GetRoot(TestContext.Current.CancellationToken);
        var body = model.GetOperation(root.DescendantNodes().OfType<MethodDeclarationSyntax>().Single().Body!, TestContext.Current.CancellationToken)!;
        var value = root.DescendantNodes().OfType<VariableDeclaratorSyntax>().Single(variable => variable.Identifier.Text == "text").Initializer!.Value;
        var reader = new CodeTextReader(CodeFile.Of(tree), new LocalValues(Operations.InOrder(body)));
        return (reader.Read(model.GetOperation(value, TestContext.Current.CancellationToken)!), source);
    }
}
