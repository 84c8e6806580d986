using ConnectorLint.Analyzers.Tests.Testing;
using Xunit;

namespace ConnectorLint.Analyzers.Tests;

public class HostingShapeTests
{
    [Fact]
    public Task A_chain_is_one_connector() => Verify.Statements(
        """
        ps.AddCommand("New-OutboundConnector").AddParameter("Name", "To partner").AddParameter("ConnectorType", "Partner")
            .AddParameter("RecipientDomains", "fabrikam.com").AddParameter({|CL2001:"UseMXRecord", false|}).AddParameter("TlsSettings", "DomainValidation").AddParameter("TlsDomain", "fabrikam.com").Invoke();
        """);

    [Fact]
    public Task Statements_on_one_instance_are_one_connector() => Verify.Statements(
        """
        ps.AddCommand("New-OutboundConnector");
        ps.AddParameter("Name", "To partner");
        ps.AddParameter("ConnectorType", "Partner");
        ps.AddParameter("RecipientDomains", new[] { "fabrikam.com" });
        ps.AddParameter({|CL2001:"UseMXRecord", false|});
        ps.AddParameter("TlsSettings", "CertificateValidation");
        ps.Invoke();
        """);

    [Fact]
    public Task A_squiggle_stands_under_one_item_of_a_list() => Verify.Statements(
        """
        ps.AddCommand("New-InboundConnector").AddParameter("Name", variable).AddParameter("ConnectorType", "OnPremises").AddParameter("SenderDomains", "*")
            .AddParameter("RequireTls", true).AddParameter("SenderIPAddresses", new List<string> { "198.51.100.7", {|CL0008:"198.51.100.777"|} }).Invoke();
        """);

    [Fact]
    public Task Collection_expressions_are_lists() => Verify.Statements(
        """
        string[] ips = ["198.51.100.7", {|CL0008:"198.51.100.777"|}];
        ps.AddCommand("New-InboundConnector").AddParameter("Name", variable).AddParameter("ConnectorType", "OnPremises").AddParameter("SenderDomains", "*")
            .AddParameter("RequireTls", true).AddParameter("SenderIPAddresses", ips).Invoke();
        """);

    [Fact]
    public Task A_mistyped_parameter_is_found_though_its_value_is_not_known() => Verify.Statements(
        """
        ps.AddCommand("Set-InboundConnector").AddParameter("Identity", variable).AddParameter({|CL0001:"SenderIPAdresses"|}, variable).Invoke();
        """);

    [Fact]
    public Task A_variable_value_says_nothing() => Verify.Statements(
        """
        ps.AddCommand("New-OutboundConnector").AddParameter("Name", "To partner").AddParameter("ConnectorType", "Partner")
            .AddParameter("RecipientDomains", variable).AddParameter("UseMXRecord", flag).AddParameter("TlsSettings", variable).Invoke();
        """);

    [Fact]
    public Task What_is_added_on_a_condition_may_be_there() => Verify.Statements(
        """
        ps.AddCommand("New-OutboundConnector").AddParameter("Name", "To partner").AddParameter("ConnectorType", "Partner")
            .AddParameter("RecipientDomains", "fabrikam.com").AddParameter("UseMXRecord", false).AddParameter("TlsSettings", "CertificateValidation");
        if (flag)
            ps.AddParameter("SmartHosts", "mail.fabrikam.com");
        ps.Invoke();
        """);

    [Fact]
    public Task Constants_locals_and_static_readonly_fields_are_known() => Verify.Members(
        """
        const string Cmdlet = "New-InboundConnector";
        static readonly string[] Ips = { {|CL0008:"198.51.100.777"|} };
        static readonly string Type = "OnPremise";
        void Run(PowerShell ps)
        {
            var all = "*";
            ps.AddCommand(Cmdlet).AddParameter(nameof(Name), "A").AddParameter("ConnectorType", {|CL0003:Type|}).AddParameter("SenderDomains", all)
                .AddParameter("RequireTls", true).AddParameter("SenderIPAddresses", Ips).Invoke();
        }
        string Name => "";
        """);

    [Fact]
    public Task Two_commands_on_one_instance_are_two_connectors() => Verify.Statements(
        """
        ps.AddCommand("New-OutboundConnector").AddParameter("Name", "A").AddParameter("ConnectorType", "Partner").AddParameter("RecipientDomains", "fabrikam.com")
            .AddParameter({|CL2001:"UseMXRecord", false|}).AddParameter("TlsSettings", "CertificateValidation");
        ps.AddStatement();
        ps.AddCommand("New-OutboundConnector").AddParameter("Name", "B").AddParameter("ConnectorType", "Partner").AddParameter("RecipientDomains", "tailspintoys.com")
            .AddParameter("UseMXRecord", false).AddParameter("SmartHosts", "mail.tailspintoys.com").AddParameter("TlsSettings", "CertificateValidation");
        ps.Invoke();
        """);

    [Fact]
    public Task A_command_with_its_parameters_is_one_connector() => Verify.Statements(
        """
        var cmd = new Command("New-OutboundConnector");
        cmd.Parameters.Add("Name", "To partner");
        cmd.Parameters.Add("ConnectorType", "Partner");
        cmd.Parameters.Add("RecipientDomains", "fabrikam.com");
        cmd.Parameters.Add(new CommandParameter({|CL2001:"UseMXRecord", false|}));
        cmd.Parameters.Add("TlsSettings", "CertificateValidation");
        Run(cmd);
        cmd = new Command("Set-InboundConnector") { Parameters = { { "Identity", "A" }, { "RequireTls", {|CL0002:"true"|} } } };
        Run(cmd);
        static void Run(Command command) { }
        """);

    [Fact]
    public Task PSCommand_is_read_alike() => Verify.Statements(
        """
        var cmd = new PSCommand();
        cmd.AddCommand("New-OutboundConnector");
        cmd.AddParameter("Name", "To partner");
        cmd.AddParameter("ConnectorType", "Partner").AddParameter("RecipientDomains", "fabrikam.com");
        cmd.AddParameter({|CL2001:"UseMXRecord", false|});
        cmd.AddParameter("TlsSettings", "CertificateValidation");
        ps.Commands = cmd;
        ps.Invoke();
        """);

    [Fact]
    public Task A_dictionary_of_parameters_is_read() => Verify.Statements(
        """
        var parameters = new Dictionary<string, object> { ["Name"] = "To partner", ["ConnectorType"] = "Partner", [{|CL2001:"UseMXRecord"] = false|} };
        parameters["RecipientDomains"] = "fabrikam.com";
        parameters.Add("TlsSettings", "CertificateValidation");
        ps.AddCommand("New-OutboundConnector").AddParameters(parameters).Invoke();
        ps.AddCommand("New-OutboundConnector").AddParameters(new Hashtable { { "Name", "B" }, { "ConnectorType", "Partner" }, { "RecipientDomains", "tailspintoys.com" }, { {|CL2001:"UseMXRecord", false|} }, { "TlsSettings", "CertificateValidation" } }).Invoke();
        """);

    [Fact]
    public Task A_first_argument_is_the_name() => Verify.Statements(
        """
        ps.AddCommand("New-OutboundConnector").AddArgument("To partner").AddParameter("ConnectorType", "Partner").AddParameter("RecipientDomains", "fabrikam.com")
            .AddParameter({|CL2001:"UseMXRecord", false|}).AddParameter("TlsSettings", "CertificateValidation").Invoke();
        """);

    [Fact]
    public Task An_instance_that_is_handed_on_may_get_more() => Verify.Statements(
        """
        using var shell = PowerShell.Create().AddCommand("New-OutboundConnector").AddParameter("Name", "To partner").AddParameter("UseMXRecord", false);
        Complete(shell);
        shell.Invoke();
        static void Complete(PowerShell shell) { }
        """);

    [Fact]
    public Task A_parameter_given_twice_is_found() => Verify.Statements(
        """
        ps.AddCommand("Set-InboundConnector").AddParameter("Identity", "A").AddParameter("-RequireTls", true).AddParameter({|CL0902:"requiretls"|}, false).Invoke();
        """);

    [Fact]
    public Task Abbreviations_and_common_parameters_are_understood() => Verify.Statements(
        """
        ps.AddCommand("set-inboundconnector").AddParameter("Identity", "A").AddParameter("SenderIP", {|CL0008:"198.51.100.777"|}).AddParameter("ErrorAction", "Stop").AddParameter("Confirm", false).Invoke();
        """);

    [Fact]
    public Task A_conditional_access_is_followed() => Verify.Statements(
        """
        ps?.AddCommand("Set-InboundConnector").AddParameter("Identity", "A").AddParameter("SenderIPAddresses", {|CL0008:"198.51.100.777"|}).Invoke();
        """);

    [Fact]
    public Task A_name_may_be_a_constant_of_another_file() => Verify.Sources(
        [
            """
            using System.Management.Automation;
            partial class Sample
            {
                void Run(PowerShell ps) => ps.AddCommand(Names.Change).AddParameter("Identity", "A").AddParameter("SenderIPAddresses", {|CL0008:Names.Address|}).Invoke();
            }
            """,
            """
            static class Names { public const string Change = "Set-InboundConnector"; public const string Address = "198.51.100.777"; }
            """,
        ]);

    [Fact]
    public Task A_branch_that_adds_the_same_parameter_in_both_ways_is_not_twice() => Verify.Statements(
        """
        ps.AddCommand("Set-InboundConnector").AddParameter("Identity", "A");
        if (flag)
            ps.AddParameter("RequireTls", true);
        else
            ps.AddParameter("RequireTls", false);
        ps.Invoke();
        """);

    [Fact]
    public Task A_lambda_that_builds_a_command_is_read() => Verify.Statements(
        """
        Execute(shell => shell.AddCommand("Set-InboundConnector").AddParameter("Identity", "A").AddParameter("SenderIPAddresses", {|CL0008:"198.51.100.777"|}));
        static void Execute(Func<PowerShell, PowerShell> build) { }
        """);

    [Fact]
    public Task A_pragma_and_an_attribute_suppress() => Verify.Statements(
        """
        #pragma warning disable CL0008
        ps.AddCommand("Set-InboundConnector").AddParameter("Identity", "A").AddParameter("SenderIPAddresses", "198.51.100.777").Invoke();
        #pragma warning restore CL0008
        """);

    [Fact]
    public Task A_name_may_be_a_local_or_a_readonly_field_of_another_file() => Verify.Sources(
        [
            """
            using System.Management.Automation;
            partial class Sample
            {
                void Run(PowerShell ps)
                {
                    var name = "Set-InboundConnector";
                    ps.AddCommand(name).AddParameter("Identity", "A").AddParameter("SenderIPAddresses", {|CL0008:"198.51.100.777"|}).Invoke();
                }
                void Other(PowerShell ps) => ps.AddCommand(Names.Change).AddParameter("Identity", "A").AddParameter("SenderIPAddresses", {|CL0008:"198.51.100.777"|}).Invoke();
                void Third(PowerShell ps) => ps.AddCommand(More.Other).AddParameter("Identity", "A").AddParameter("SenderIPAddresses", {|CL0008:"198.51.100.777"|}).Invoke();
            }
            """,
            """static class Names { public static readonly string Change = "Set-InboundConnector"; public const string Constant = "Set-InboundConnector"; }""",
            """static class More { public const string Other = Names.Constant; }""",
        ]);

    [Fact]
    public Task Target_typed_creations_are_read() => Verify.Statements(
        """
        Command cmd = new("Set-InboundConnector");
        cmd.Parameters.Add({|CL0001:"SenderIPAdresses"|}, variable);
        Dictionary<string, object> parameters = new() { ["Identity"] = "A", ["SenderIPAddresses"] = new List<string>() { {|CL0008:"198.51.100.777"|} } };
        parameters[{|CL0001:"RequiresTls"|}] = true;
        ps.AddCommand("Set-InboundConnector").AddParameters(parameters).Invoke();
        """);

    [Fact]
    public Task Calls_in_two_branches_do_not_create_twice() => Verify.Statements(
        """
        if (flag)
            ps.AddScript("New-OutboundConnector -Name A -ConnectorType Partner -RecipientDomains fabrikam.com -TlsSettings CertificateValidation").Invoke();
        else
            ps.AddScript("New-OutboundConnector -Name A -ConnectorType Partner -RecipientDomains tailspintoys.com -TlsSettings CertificateValidation").Invoke();
        """);
}
