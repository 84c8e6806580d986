using System.Globalization;
using System.Management.Automation.Language;
using System.Text;
using ConnectorLint.Conversion;
using ConnectorLint.Engine;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Readers;
using ConnectorLint.Scenarios;
using ConnectorLint.Syntax;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.PowerShell.Tests.Conversion;

/// <summary>What we print for PowerShell, held against its own parser and against the description of the properties.</summary>
public class CommandTextTests
{
    private static readonly Dictionary<string, string[]> Parameters = new(StringComparer.Ordinal)
    {
        ["New-InboundConnector"] = Names(InboundProperties.Shape, "Identity"),
        ["Set-InboundConnector"] = Names(InboundProperties.Shape, "ClientHostNames"),
        ["New-OutboundConnector"] = Names(OutboundProperties.Shape, "Identity", "IsValidated", "LastValidationTimestamp", "ValidationRecipients"),
        ["Set-OutboundConnector"] = Names(OutboundProperties.Shape, "LinkForModifiedConnector"),
        ["New-TransportRule"] = Names(TransportRuleProperties.Shape, "Identity", "State"),
        ["Set-AcceptedDomain"] = ["Identity", "DomainType", "MatchSubDomains"],
        ["Set-OrganizationConfig"] = ["RejectDirectSend"],
        ["Set-TransportConfig"] = ["SmtpClientAuthenticationDisabled"],
    };

    public static TheoryData<string> Files() =>
    [
        .. Directory.EnumerateFiles(Fixtures("Formats"), "good.*").Where(path => !path.EndsWith(".txt", StringComparison.Ordinal)).Select(path => Path.GetRelativePath(Fixtures("."), path)),
        .. Directory.EnumerateFiles(Fixtures("recommended"), "*.yaml").Select(path => Path.GetRelativePath(Fixtures("."), path)),
        .. Directory.EnumerateFiles(Fixtures("../../samples"), "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Fixtures("."), path)),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_command_of_a_converted_file_is_one_that_PowerShell_takes(string path)
    {
        var tenant = Model(path);
        Commands(PowerShellText.Of(new TenantConverter(_ => true).Convert(tenant)));
        foreach (var proposal in Advisor.Advise(tenant).Proposals)
        {
            var cmdlet = proposal.IsTransportRule ? "New-TransportRule" : proposal.Direction == Direction.Inbound ? "New-InboundConnector" : "New-OutboundConnector";
            var command = Assert.Single(Commands(PowerShellText.Command(cmdlet, proposal.Entry)));
            Assert.Equal(Show(proposal.Entry), command.Parameters);
        }
    }

    [Fact]
    public void The_values_that_PowerShell_reads_are_those_of_the_tenant() => TenantGen.ForEach(150, tenant =>
    {
        var commands = Commands(PowerShellText.Of(tenant));
        var expected = tenant.Inbound.Select(entry => ("New-InboundConnector", Show(Written(entry)))).Concat(tenant.Outbound.Select(entry => ("New-OutboundConnector", Show(Written(entry)))));
        Assert.Equal(expected, commands.Select(command => (command.Name, command.Parameters)));
    });

    [Fact]
    public void What_a_comment_tells_is_never_run() => TenantGen.ForEach(100, tenant =>
    {
        var hidden = tenant with
        {
            Notes = [.. tenant.Inbound.Select(entry => (string)entry.Settings[0].Value)],
            Inbound = [.. tenant.Inbound.Select(entry => entry with { IsNameless = true, Notes = [(string)entry.Settings[0].Value] })],
            Outbound = [.. tenant.Outbound.Select(entry => entry with { IsConditional = true })],
        };
        Assert.Empty(Commands(PowerShellText.Of(hidden)));
    });

    private static IEnumerable<ProposedSetting> Written(ConvertedEntry entry) =>
        entry.Settings.Where(setting => setting.Property.Name is not ("isValidated" or "lastValidationTimestamp" or "validationRecipients"));

    private static (string Name, string Parameters)[] Commands(string script)
    {
        var commands = RealParser.Read(script);
        Assert.True(commands is not null, "PowerShell finds errors in\n" + script);
        return [.. commands.Select(command => (command.GetCommandName(), Show(command)))];
    }

    private static string Show(CommandAst command)
    {
        Assert.True(Parameters.TryGetValue(command.GetCommandName(), out var known), command.Extent.Text);
        var shown = new List<string>();
        for (var i = 1; i < command.CommandElements.Count; i += 2)
        {
            var parameter = command.CommandElements[i] as CommandParameterAst ?? throw new InvalidOperationException(command.Extent.Text);
            Assert.Contains(parameter.ParameterName, known);
            shown.Add($"{parameter.ParameterName}={Show((ExpressionAst)command.CommandElements[i + 1])}");
        }

        return string.Join(" | ", shown);
    }

    private static string Show(ExpressionAst value) => value switch
    {
        ArrayLiteralAst list => string.Join(" ; ", list.Elements.Select(Show)),
        StringConstantExpressionAst text => text.Value,
        ExpandableStringExpressionAst text => Expanded(text),
        ConstantExpressionAst number => Convert.ToString(number.Value, CultureInfo.InvariantCulture)!,
        VariableExpressionAst { VariablePath.UserPath: "true" or "false" } variable => variable.VariablePath.UserPath,
        ParenExpressionAst { Pipeline: PipelineAst { PipelineElements: [CommandExpressionAst inner] } } => Show(inner.Expression),
        UnaryExpressionAst { TokenKind: TokenKind.Minus } negative => "-" + Show(negative.Child),
        _ => throw new InvalidOperationException($"{value.GetType().Name}: {value.Extent.Text}"),
    };

    // Between quotes, where the only expressions are characters that would drive a terminal: $([char]0x1B). Where they stand, PowerShell says.
    private static string Expanded(ExpandableStringExpressionAst text)
    {
        Assert.Equal(StringConstantType.DoubleQuoted, text.StringConstantType);
        var source = text.Extent.Text;
        var value = new StringBuilder();
        var at = 1;
        foreach (var nested in text.NestedExpressions)
        {
            value.Append(Unescaped(source[at..(nested.Extent.StartOffset - text.Extent.StartOffset)])).Append(CharacterOf(nested));
            at = nested.Extent.EndOffset - text.Extent.StartOffset;
        }

        return value.Append(Unescaped(source[at..^1])).ToString();
    }

    private static char CharacterOf(ExpressionAst nested)
    {
        var statement = Assert.Single(Assert.IsType<SubExpressionAst>(nested).SubExpression.Statements);
        var command = Assert.IsType<CommandExpressionAst>(Assert.Single(Assert.IsType<PipelineAst>(statement).PipelineElements));
        var cast = Assert.IsType<ConvertExpressionAst>(command.Expression);
        Assert.Equal("char", cast.Type.TypeName.Name);
        return (char)(int)Assert.IsType<ConstantExpressionAst>(cast.Child).Value;
    }

    // A backtick before a letter or a digit would mean something else than that character.
    private static string Unescaped(string piece)
    {
        var text = new StringBuilder();
        for (var i = 0; i < piece.Length; i++)
        {
            if (piece[i] == '`')
                Assert.False(char.IsLetterOrDigit(piece[++i]), piece);
            text.Append(piece[i]);
        }

        return text.ToString();
    }

    private static string Show(IEnumerable<ProposedSetting> settings) => string.Join(" | ", settings.Select(setting => $"{setting.Property.CmdletParameter}={Show(setting.Value)}"));

    private static string Show(object value) => value switch
    {
        true => "true",
        false => "false",
        IReadOnlyList<string> list => string.Join(" ; ", list),
        _ => value.ToString()!,
    };

    private static TenantModel Model(string path)
    {
        var file = DeploymentReader.Read(new SourceText(path, File.ReadAllText(Fixtures(path))));
        return TenantAssembler.Assemble("contoso", file.Parts, true, new Diagnostics.FindingSink("contoso"));
    }

    private static string[] Names(Shape shape, params string[] without) => [.. shape.Properties.Select(property => property.CmdletParameter).Except(without)];

    private static string Fixtures(string path, [System.Runtime.CompilerServices.CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "Fixtures", path));
}
