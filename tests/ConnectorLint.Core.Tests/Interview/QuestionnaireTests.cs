using ConnectorLint.Engine;
using ConnectorLint.Interview;
using ConnectorLint.Syntax;
using Xunit;

namespace ConnectorLint.Tests.Interview;

public class QuestionnaireTests
{
    [Fact]
    public void The_manifest_of_any_answers_is_without_faults()
    {
        var random = new Random(20261124);
        var linter = new Linter(new RuleSelection(["CL0"]));
        var asked = new HashSet<string>();
        for (var run = 0; run < 200; run++)
        {
            var answers = Answers.None;
            var said = new List<string>();
            while (Questionnaire.Next(answers) is { } question)
            {
                Assert.False(answers.Has(question.Key));
                var answer = Answer(question, random);
                Assert.Null(question.Read(answer, out var values));
                answers = answers.With(question, values);
                asked.Add(question.Key[(question.Key.IndexOf('/', StringComparison.Ordinal) + 1)..]);
                said.Add($"{question.Key}: {answer}");
            }

            var manifest = AnsweredManifest.Of("contoso", answers);
            var findings = linter.LintText("tenant.yaml", manifest).Findings;
            Assert.True(findings.Count == 0, string.Join("\n", findings.Select(finding => $"{finding.Rule.Id} {finding.Message}")) + "\n" + string.Join("\n", said) + "\n" + manifest);
            // The manifest gives the answers back.
            Assert.Equal(manifest, AnsweredManifest.Of("contoso", TopologyAnswers.Of(Topology(manifest))));
        }

        Assert.Equal(30, asked.Count);
    }

    [Fact]
    public void A_topology_answers_what_it_says_and_nothing_else()
    {
        var answers = TopologyAnswers.Of(Topology("""
            connectorlint: 1
            topology:
              subscription: ExchangeOnline
              mailboxes: somewhere
              centralizedMailTransport: "true"
              onPremises: {smtpHosts: mail.contoso.com, server: }
              acceptedDomains: [{name: a.example, mx: exchangeOnline}, {name: b.example}, {mx: onPremises}, text]
              devices: [{name: Printer, ip: 192.0.2.1}, {name: printer, method: directSend}, {method: smtpRelay}]
              partners: [{name: Bank, domains: bank.example, inbound: {certificateName: bank.example}, outbound: []}]
            """));

        Assert.Equal("exchangeOnline", answers.One("subscription"));
        Assert.Null(answers.One("mailboxes"));
        Assert.Null(answers.YesNo("centralized"));
        Assert.Null(answers.One("server"));
        Assert.Equal(["mail.contoso.com"], answers.All("smtpHosts"));
        Assert.Equal(["a.example", "b.example"], answers.All("domains"));
        Assert.Equal("different", answers.One("mx"));
        Assert.Equal("exchangeOnline", answers.One("domain:a.example/mx"));
        Assert.Equal(["Printer"], answers.All("devices"));
        Assert.Equal("192.0.2.1", answers.One("device:Printer/ip"));
        Assert.Equal(["certificate"], answers.All("partner:Bank/inbound"));
        Assert.Empty(answers.All("partner:Bank/outbound"));
        Assert.False(TopologyAnswers.Of(null).Has("subscription"));
    }

    private static MappingNode? Topology(string manifest) => ((MappingNode)SyntaxReader.Read(new SourceText("tenant.yaml", manifest)).Documents[0].Root!).Find("topology") as MappingNode;

    [Fact]
    public void There_are_eight_main_questions_in_their_order()
    {
        var answers = Answers.None;
        var numbers = new List<int>();
        while (Questionnaire.Next(answers) is { } question)
        {
            if (question.Number > 0)
                numbers.Add(question.Number);
            Assert.Null(question.Read(question.EmptyMeans is not null ? "" : question.Words.Count > 0 ? question.Words[0] : "contoso.com", out var values));
            answers = answers.With(question, values);
        }

        Assert.Equal(Enumerable.Range(1, Questionnaire.MainCount), numbers);
    }

    [Theory]
    [InlineData("c", "cloud")]
    [InlineData(" ONPREMISES ", "onPremises")]
    [InlineData("On-premises", "onPremises")]
    [InlineData("on prem", "onPremises")]
    public void A_word_may_be_cut_short_and_written_in_any_case(string answer, string expected)
    {
        var question = Questionnaire.Next(Answers.None.With(Questionnaire.Next(Answers.None)!, ["exchangeOnline"]))!;

        Assert.Null(question.Read(answer, out var values));
        Assert.Equal([expected], values);
    }

    private static string Answer(Question question, Random random)
    {
        if (question.EmptyMeans is not null && random.Next(3) == 0)
            return "";
        if (question.Words.Count > 0)
            return question.Form == AnswerForm.Words ? string.Join(", ", question.Words.Where(_ => random.Next(2) == 0).DefaultIfEmpty(question.Words[0])) : question.Words[random.Next(question.Words.Count)];
        var isMany = question.Form == AnswerForm.Texts && random.Next(2) == 0;
        return question.Takes switch
        {
            var takes when takes.Contains("name", StringComparison.Ordinal) && !takes.Contains("host", StringComparison.Ordinal) => isMany ? "One: #1, 'Two'" : "Only one",
            var takes when takes.Contains("host", StringComparison.Ordinal) => isMany ? "mail.contoso.com, 203.0.113.10" : "mail.contoso.com",
            var takes when takes.Contains("domain", StringComparison.Ordinal) => isMany ? "contoso.com, fabrikam.com" : "contoso.com",
            _ => isMany ? "203.0.113.10, 203.0.113.12" : "203.0.113.10",
        };
    }
}
