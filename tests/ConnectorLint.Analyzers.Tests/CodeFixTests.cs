using ConnectorLint.Analyzers.Tests.Testing;
using Xunit;

namespace ConnectorLint.Analyzers.Tests;

public class CodeFixTests
{
    [Fact]
    public Task A_mistyped_link_of_a_chain_is_renamed() => VerifyFix.Statements(
        """
        ps.AddCommand("Set-InboundConnector")
            .AddParameter("Identity", variable) // which
            .AddParameter({|CL0001:"SenderIPAdresses"|}, variable)
            .Invoke();
        """,
        """
        ps.AddCommand("Set-InboundConnector")
            .AddParameter("Identity", variable) // which
            .AddParameter("SenderIPAddresses", variable)
            .Invoke();
        """);

    [Fact]
    public Task All_mistyped_names_are_renamed_at_once_in_every_shape() => VerifyFix.Statements(
        """
        ps.AddCommand("Set-InboundConnector");
        ps.AddParameter("Identity", variable);
        ps.AddParameter({|CL0001:"-SenderIPAdresses"|}, variable);
        ps.Invoke();
        var cmd = new Command("Set-InboundConnector");
        cmd.Parameters.Add("Identity", variable);
        cmd.Parameters.Add({|CL0001:"SenderIPAdresses"|}, variable);
        Send("Set-InboundConnector", new Dictionary<string, object> { ["Identity"] = variable, [{|CL0001:"SenderIPAdresses"|}] = variable });
        SendObject("Set-InboundConnector", new { Identity = variable, {|CL0001:SenderIPAdresses|} = variable });
        SendTuples("Set-InboundConnector", ("Identity", variable), ({|CL0001:"SenderIPAdresses"|}, variable));
        SendObject("", new System.Text.Json.Nodes.JsonObject { ["CmdletName"] = "Set-InboundConnector", ["Parameters"] = new System.Text.Json.Nodes.JsonObject { ["Identity"] = variable, [{|CL0001:"SenderIPAdresses"|}] = variable } });
        """,
        """
        ps.AddCommand("Set-InboundConnector");
        ps.AddParameter("Identity", variable);
        ps.AddParameter("-SenderIPAddresses", variable);
        ps.Invoke();
        var cmd = new Command("Set-InboundConnector");
        cmd.Parameters.Add("Identity", variable);
        cmd.Parameters.Add("SenderIPAddresses", variable);
        Send("Set-InboundConnector", new Dictionary<string, object> { ["Identity"] = variable, ["SenderIPAddresses"] = variable });
        SendObject("Set-InboundConnector", new { Identity = variable, SenderIPAddresses = variable });
        SendTuples("Set-InboundConnector", ("Identity", variable), ("SenderIPAddresses", variable));
        SendObject("", new System.Text.Json.Nodes.JsonObject { ["CmdletName"] = "Set-InboundConnector", ["Parameters"] = new System.Text.Json.Nodes.JsonObject { ["Identity"] = variable, ["SenderIPAddresses"] = variable } });
        """);

    [Fact]
    public Task A_value_is_corrected() => VerifyFix.Statements(
        """
        ps.AddCommand("Set-InboundConnector").AddParameter("Identity", "A").AddParameter("RequireTls", {|CL0002:"true"|}).Invoke();
        """,
        """
        ps.AddCommand("Set-InboundConnector").AddParameter("Identity", "A").AddParameter("RequireTls", true).Invoke();
        """);

    [Fact]
    public Task A_parameter_of_the_other_direction_is_removed_with_its_line() => VerifyFix.Statements(
        """
        ps.AddCommand("Set-InboundConnector");
        ps.AddParameter("Identity", variable);
        ps.AddParameter({|CL0012:"UseMXRecord"|}, flag);
        ps.AddParameter("Comment", variable);
        ps.Invoke();
        SendObject("Set-InboundConnector", new
        {
            Identity = variable,
            {|CL0012:UseMXRecord|} = flag,
        });
        ps.AddCommand("Set-InboundConnector")
            .AddParameter("Identity", variable)
            .AddParameter({|CL0012:"UseMXRecord"|}, flag)
            .Invoke();
        """,
        """
        ps.AddCommand("Set-InboundConnector");
        ps.AddParameter("Identity", variable);
        ps.AddParameter("Comment", variable);
        ps.Invoke();
        SendObject("Set-InboundConnector", new
        {
            Identity = variable,
        });
        ps.AddCommand("Set-InboundConnector")
            .AddParameter("Identity", variable)
            .Invoke();
        """);

    [Fact]
    public Task The_cmdlet_of_the_other_direction_is_called() => VerifyFix.Statements(
        """
        ps.AddCommand("Set-InboundConnector").AddParameter("Identity", variable).AddParameter({|CL0012:"UseMXRecord"|}, flag).Invoke();
        """,
        """
        ps.AddCommand("Set-OutboundConnector").AddParameter("Identity", variable).AddParameter("UseMXRecord", flag).Invoke();
        """,
        action: 1);

    [Fact]
    public Task A_missing_parameter_is_added_in_the_shape_of_its_neighbour() => VerifyFix.Statements(
        """
        ps.AddCommand({|CL0006:"New-InboundConnector"|})
            .AddParameter("Name", variable)
            .AddParameter("ConnectorType", "OnPremises")
            .AddParameter("TlsSenderCertificateName", variable)
            .Invoke();
        ps.AddCommand({|CL0006:"New-InboundConnector"|});
        ps.AddParameter("Name", variable);
        ps.AddParameter("ConnectorType", "OnPremises"); // ours
        ps.AddParameter("TlsSenderCertificateName", variable);
        ps.Invoke();
        Send({|CL0006:"New-InboundConnector"|}, new Dictionary<string, object>
        {
            ["Name"] = variable,
            ["ConnectorType"] = "OnPremises",
            ["TlsSenderCertificateName"] = variable,
        });
        """,
        """
        ps.AddCommand("New-InboundConnector")
            .AddParameter("Name", variable)
            .AddParameter("ConnectorType", "OnPremises")
            .AddParameter("SenderDomains", new[] { "*" })
            .AddParameter("TlsSenderCertificateName", variable)
            .Invoke();
        ps.AddCommand("New-InboundConnector");
        ps.AddParameter("Name", variable);
        ps.AddParameter("ConnectorType", "OnPremises"); // ours
        ps.AddParameter("SenderDomains", new[] { "*" });
        ps.AddParameter("TlsSenderCertificateName", variable);
        ps.Invoke();
        Send("New-InboundConnector", new Dictionary<string, object>
        {
            ["Name"] = variable,
            ["ConnectorType"] = "OnPremises",
            ["SenderDomains"] = new[] { "*" },
            ["TlsSenderCertificateName"] = variable,
        });
        """);

    [Fact]
    public Task A_smart_host_loses_its_port() => VerifyFix.Statements(
        """
        ps.AddCommand("Set-OutboundConnector").AddParameter("Identity", "A").AddParameter("SmartHosts", new[] { "mail.fabrikam.com", {|CL0010:"mx.fabrikam.com:25"|} }).Invoke();
        """,
        """
        ps.AddCommand("Set-OutboundConnector").AddParameter("Identity", "A").AddParameter("SmartHosts", new[] { "mail.fabrikam.com", "mx.fabrikam.com" }).Invoke();
        """);
}
