using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Syntax;
using CsCheck;
using Xunit;

namespace ConnectorLint.Tests.Engine;

public class FindingOrderTests
{
    private static readonly SourceText[] Texts = [new("a.yaml", "0123456789"), new("B.yaml", "0123456789"), new("c.yaml", "0123456789")];

    [Fact]
    public void File_then_place_then_rule_then_message()
    {
        Diagnostic[] expected =
        [
            Finding(default, "CL2001", "z"), Finding(Texts[1].Span(5, 6), "CL1001", "a"), Finding(Texts[0].Span(1, 9), "CL2001", "a"), Finding(Texts[0].Span(2, 3), "CL1001", "b"),
            Finding(Texts[0].Span(2, 3), "CL1002", "a"), Finding(Texts[0].Span(2, 3), "CL1002", "b"), Finding(Texts[2].Span(0, 1), "CL0001", "a"),
        ];

        Assert.Equal(expected, expected.Reverse().Order(FindingOrder.Instance));
    }

    [Fact]
    public void It_is_a_total_order()
    {
        var finding = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[1, 3], Gen.Bool.Select(second => second ? "b" : "a")).Select((file, start, rule, message) =>
            Finding(Texts[file].Span(start, start + 1), $"CL100{rule}", message));

        Gen.Select(finding, finding, finding).Sample((x, y, z) =>
        {
            var order = FindingOrder.Instance;
            return Math.Sign(order.Compare(x, y)) == -Math.Sign(order.Compare(y, x))
                && order.Compare(x, x) == 0
                && !(order.Compare(x, y) <= 0 && order.Compare(y, z) <= 0 && order.Compare(x, z) > 0)
                && order.Compare(null, x) < 0 && order.Compare(x, null) > 0 && order.Compare(null, null) == 0;
        });
    }

    private static Diagnostic Finding(SourceSpan span, string rule, string message) => new()
    {
        Rule = new RuleInfo(rule, "name", Severity.Error) { Summary = "", Why = "", Help = "", Source = "" },
        Severity = Severity.Error,
        Span = span,
        Message = message,
        Help = "",
    };
}
