using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Syntax;

public class UnknownRuleTests
{
    [Fact]
    public void An_id_or_a_name_that_no_rule_has() => RuleTest.Yaml("""
        inboundConnectors:
          # connectorlint-disable-next-line CL0001, {|CL0910:CL00001|}, {|CL0910:unknown-proprety|}, {|CL0910:nonsense|}, {|CL0910:more|} -- why
          - {name: A, senderDomains: ["*"], colour: red}
        """).Only("CL0")
        .Says("there is no rule 'CL00001', so this does nothing; did you mean CL0001?")
        .Says("there is no rule 'unknown-proprety', so this does nothing; did you mean unknown-property?")
        .Says("there is no rule 'nonsense', so this does nothing")
        .WithSeverity(Severity.Warning)
        .Helps("Name the rule by its id or its name, whole; connectorlint rules lists them. A reason stands behind two dashes: -- why.");

    [Theory]
    [InlineData("CL0")]
    [InlineData("CL000")]
    [InlineData("*")]
    [InlineData("all")]
    public void A_part_of_ids_is_none(string prefix) => RuleTest.Yaml($$"""
        inboundConnectors:
          - {name: A, senderDomains: ["*"], {|CL0001:colour|}: red} # connectorlint-disable-line {|CL0910:{{prefix}}|}
        """).Only("CL0").Says($"'{prefix}' is no rule: a suppression takes whole ids and names, so this does nothing");

    [Fact]
    public void A_reason_without_its_dashes_is_one_mistake() => RuleTest.Yaml("""
        inboundConnectors:
          # connectorlint-disable-next-line CL0001 {|CL0910:because|} the partner asked for that until 2027-01-31
          - {name: A, senderDomains: ["*"], colour: red}
        """).Only("CL0").IsAsMarked();

    [Theory]
    [InlineData("disable-nextline CL0001", "disable-nextline", "; did you mean disable-next-line?")]
    [InlineData("disable-line: CL0001", "disable-line:", "; did you mean disable-line?")]
    [InlineData("Disable-Line CL0001", "Disable-Line", "; did you mean disable-line?")]
    [InlineData("ignore CL0001", "ignore", "")]
    [InlineData("ignore -- until 2027-31-01", "ignore", "")]
    public void A_verb_that_there_is_not(string text, string verb, string suggestion) => RuleTest.Yaml($$"""
        # connectorlint-{{text.Replace(verb, "{|CL0910:" + verb + "|}", StringComparison.Ordinal)}}
        inboundConnectors:
          - {name: A, senderDomains: ["*"]}
        """).Only("CL0")
        .Says($"'{verb}' is nothing that a suppression comment can do, so it does nothing{suggestion}")
        .Helps("Write one of disable-next-line, disable-line, disable-file, disable, enable behind connectorlint-, then the rules, then -- and why.");

    [Fact]
    public void No_verb_at_all() => RuleTest.Yaml("""
        {|CL0910:# connectorlint- CL0001|}
        inboundConnectors:
          - {name: A, senderDomains: ["*"]}
        """).Only("CL0").Says("connectorlint- is followed by no word that says what to do, so the comment does nothing");

    [Theory]
    [InlineData("disable")]
    [InlineData("disable-line")]
    [InlineData("enable")]
    public void No_rule_at_all(string verb) => RuleTest.Yaml($$"""
        inboundConnectors:
          - {name: A, senderDomains: ["*"]} # connectorlint-{|CL0910:{{verb}}|} -- CL0001
        """).Only("CL0")
        .Says($"{verb} names no rule, so it does nothing")
        .Helps($"Name the rules by id or name: # connectorlint-{verb} CL2003 -- why.");

    [Theory]
    [InlineData("2027-02-29")]
    [InlineData("2027-1-31")]
    [InlineData("31.1.2027")]
    [InlineData("2027-01-31.")]
    [InlineData("January 2027")]
    [InlineData("31 January 2027")]
    public void A_date_that_is_none(string date) => RuleTest.Yaml($$"""
        inboundConnectors:
          - {name: A, senderDomains: ["*"], colour: red} # connectorlint-disable-line CL0001 -- ticket until {|CL0910:{{date}}|}
        """).Only("CL0")
        .Says($"'{date}' is no day, so the suppression never ends")
        .Helps("Write the last day on which it holds as 2027-01-31, at the end of the reason.");

    [Theory]
    [InlineData("-- until the migration is done")]
    [InlineData("-- until 2 servers are gone")]
    [InlineData("-- until 2027-01-31 they keep it")]
    [InlineData("-- until")]
    [InlineData("--until 2027-01-31")]
    [InlineData("-- UNTIL 2027-01-31  ")]
    public void A_reason_is_free_text(string reason) => RuleTest.Yaml($$"""
        inboundConnectors:
          - {name: A, senderDomains: ["*"], colour: red} # connectorlint-disable-line CL0001 {{reason}}
        """).Only("CL0").IsClean();

    [Fact]
    public void Two_comments_on_a_line_are_two() => RuleTest.Yaml("""
        inboundConnectors:
          - {name: A, senderDomains: ["*"], colour: red, connectorType: Partners} # connectorlint-disable-line CL0001 -- one # connectorlint-disable-line CL0003
        """).Only("CL0").IsClean();
}
