using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Settings;

public class TreatAsInternalConflictTests
{
    [Fact]
    public void With_hybrids_headers() => Yaml("""
        inboundConnectors:
          - name: In
            connectorType: OnPremises
            senderDomains: ["*"]
            cloudServicesMailEnabled: true
            {|CL2009:treatMessagesAsInternal: true|}
        """)
        .Says("'In': treatMessagesAsInternal can't be true while cloudServicesMailEnabled is true; the service refuses the connector and mail comes in without it")
        .WithSeverity(Severity.Error)
        .WithRelated("cloudServicesMailEnabled: true")
        .WithNotes("the setting that excludes it")
        .Helps("Remove treatMessagesAsInternal; hybrid needs only cloudServicesMailEnabled.")
        .IsAbout("inbound:In", "treatMessagesAsInternal")
        .OffersNoFix();

    [Theory]
    [InlineData("connectorType: Partner", "connectorType is Partner")]
    [InlineData("cloudServicesMailEnabled: false", "connectorType is not set (the default appears to be Partner)")]
    public void On_a_Partner_connector(string settings, string type) => Yaml($$"""
        inboundConnectors:
          - {name: In, {{settings}}, senderDomains: ["*"], {|CL2009:treatMessagesAsInternal: true|} }
        """)
        .Says($"'In': treatMessagesAsInternal can't be true unless connectorType is OnPremises, and {type}; the service refuses the connector and mail comes in without it")
        .WithSeverity(Severity.Error)
        .WithRelated()
        .Helps("Remove treatMessagesAsInternal, or set connectorType: OnPremises if the mail comes from your own servers.")
        .IsAbout("inbound:In", "treatMessagesAsInternal")
        .OffersNoFix();

    [Fact]
    public void Both_are_said_once_in_JSON() => RuleTest.Json("""
        {"inboundConnectors": [{"name": "In", "connectorType": "Partner", {|CL2009:"treatMessagesAsInternal": true|}, "cloudServicesMailEnabled": true}]}
        """)
        .Only("CL2009")
        .Says("'In': treatMessagesAsInternal can't be true while cloudServicesMailEnabled is true; the service refuses the connector and mail comes in without it");

    [Theory]
    [InlineData("connectorType: OnPremises, treatMessagesAsInternal: true")]
    [InlineData("connectorType: OnPremises, treatMessagesAsInternal: true, cloudServicesMailEnabled: false")]
    [InlineData("connectorType: OnPremises, treatMessagesAsInternal: true, cloudServicesMailEnabled: \"true\"")]
    [InlineData("connectorType: OnPrem, treatMessagesAsInternal: true")]
    [InlineData("connectorType: Partner, treatMessagesAsInternal: false, cloudServicesMailEnabled: true")]
    [InlineData("connectorType: Partner, treatMessagesAsInternal: \"true\", cloudServicesMailEnabled: true")]
    [InlineData("connectorType: OnPremises, cloudServicesMailEnabled: true")]
    [InlineData("connectorType: Partner, treatMessagesAsInternal: true, enabled: false")]
    [InlineData("connectorType: OnPremises, treatMessagesAsInternal: true, cloudServicesMailEnabled: true, enabled: false")]
    public void Silent_when_nothing_excludes_it_or_it_is_off(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: In, {{settings}}, senderDomains: ["*"]}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL2009");
}
