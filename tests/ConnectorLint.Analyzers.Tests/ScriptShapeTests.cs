using ConnectorLint.Analyzers.Tests.Testing;
using Xunit;

namespace ConnectorLint.Analyzers.Tests;

/// <summary>PowerShell text in strings of every kind: the squiggle stands under the very word.</summary>
public class ScriptShapeTests
{
    [Fact]
    public Task A_literal_is_read() => Verify.Statements(
        """
        ps.AddScript("New-OutboundConnector -Name 'To partner' -ConnectorType Partner -RecipientDomains fabrikam.com -{|CL2001:UseMXRecord $false|} -TlsSettings CertificateValidation").Invoke();
        """);

    [Fact]
    public Task Escapes_before_the_word_do_not_move_the_squiggle() => Verify.Statements(
        """
        ps.AddScript("# \u00e4\U0001F600\x41\t\r\nSet-InboundConnector -Identity \"A\" -SenderIPAddresses 198.51.100.7,{|CL0008:198.51.100.777|} -RequireTls \"$x\"");
        ps.AddScript("Set-InboundConnector -Identity A -SenderIPAddresses {|CL0008:\"198.51.100.777\"|}");
        """);

    [Fact]
    public Task A_verbatim_literal_is_read() => Verify.Statements(
        """""""
        ps.AddScript(@"
            Set-InboundConnector `
                -Identity ""The """"first"""""" `
                -SenderIPAddresses ""198.51.100.7"", {|CL0008:""198.51.100.777""|} `
                -{|CL0001:RequiresTls|} $true
            ");
        """"""");

    [Fact]
    public Task A_raw_literal_is_read() => Verify.Statements(
        """"
        ps.AddScript("""Set-InboundConnector -Identity "A" -SenderIPAddresses {|CL0008:198.51.100.777|}""");
        ps.AddScript("""
            if ($true) {
                Set-InboundConnector -Identity "A" `
                    -SenderIPAddresses @('198.51.100.7', {|CL0008:'198.51.100.777'|})
            }

            Set-InboundConnector -Identity "B" -SenderIPAddresses {|CL0008:198.51.100.778|}
            """);
        """");

    [Fact]
    public Task An_interpolated_string_has_holes() => Verify.Statements(
        """"
        const string Type = "OnPremise";
        ps.AddScript($"Set-InboundConnector -Identity '{variable}' -ConnectorType {|CL0003:{Type}|} -RequireTls ${flag} -Comment {{}} -SenderIPAddresses {|CL0008:198.51.100.777|}");
        ps.AddScript($@"Set-InboundConnector -Identity ""{variable}"" -SenderIPAddresses {|CL0008:""198.51.100.777""|}");
        ps.AddScript($"""
            Set-InboundConnector -Identity '{variable}' `
                -SenderIPAddresses {|CL0008:198.51.100.777|}
            """);
        """");

    [Fact]
    public Task A_hole_in_place_of_a_parameter_may_be_anything() => Verify.Statements(
        """
        ps.AddScript($"New-OutboundConnector -Name 'To partner' -ConnectorType Partner -RecipientDomains fabrikam.com -UseMXRecord $false -TlsSettings CertificateValidation {variable}");
        ps.AddScript($"{variable} -SenderIPAddresses 198.51.100.777");
        """);

    [Fact]
    public Task Sums_formats_and_constants_are_put_together() => Verify.Members(
        """"
        const string Head = "Set-InboundConnector -Identity A ";
        static readonly string Tail = "-SenderIPAddresses {|CL0008:198.51.100.778|}";
        void Run(PowerShell ps, string variable)
        {
            ps.AddScript("Set-Inbound" + "Connector -Identity " + variable + " -SenderIP" + "Addresses {|CL0008:198.51.100.777|}");
            ps.AddScript(Head + Tail);
            var script = "Set-InboundConnector -Identity A" +
                " -SenderIPAddresses {|CL0008:198.51.100.779|}";
            ps.AddScript(script);
            ps.AddScript(string.Format("Set-InboundConnector -Identity {0} -Comment {{}} -SenderIPAddresses {|CL0008:198.51.100.780|}", variable));
            ps.AddScript(string.Concat("Set-InboundConnector -Identity ", variable, " -SenderIPAddresses {|CL0008:198.51.100.781|}"));
        }
        """");

    [Fact]
    public Task A_variable_that_is_changed_is_not_known() => Verify.Statements(
        """
        var script = "Set-InboundConnector -Identity A -SenderIPAddresses 198.51.100.777";
        script += variable;
        ps.AddScript(script);
        """);

    [Fact]
    public Task A_text_of_another_file_is_marked_where_it_is_used() => Verify.Sources(
        [
            """
            using System.Management.Automation;
            class Sample
            {
                void Run(PowerShell ps)
                {
                    ps.AddScript({|CL0008:Texts.Constant|});
                    ps.AddScript({|CL0008:Texts.Field|});
                    ps.AddCommand("Set-InboundConnector").AddParameter("Identity", "A").AddParameter("SenderIPAddresses", {|CL0008:Texts.Addresses|}).Invoke();
                }
            }
            """,
            """
            static class Texts
            {
                public const string Constant = "Set-InboundConnector -Identity A -SenderIPAddresses 198.51.100.777";
                public static readonly string Field = "Set-InboundConnector -Identity A " + "-SenderIPAddresses 198.51.100.777";
                public static readonly string[] Addresses = ["198.51.100.777"];
            }
            """,
        ]);

    [Fact]
    public Task Every_way_to_run_a_text_is_known() => Verify.Members(
        """
        void Run(PowerShell ps, PSCommand commands, Runspace runspace, Pipeline pipeline, CommandInvocationIntrinsics invoke)
        {
            ps.AddScript("Set-InboundConnector A -SenderIPAddresses {|CL0008:198.51.100.777|}", true);
            ps.Commands.AddScript("Set-InboundConnector A -SenderIPAddresses {|CL0008:198.51.100.777|}");
            commands.AddScript("Set-InboundConnector A -SenderIPAddresses {|CL0008:198.51.100.777|}");
            pipeline.Commands.AddScript("Set-InboundConnector A -SenderIPAddresses {|CL0008:198.51.100.777|}");
            runspace.CreatePipeline("Set-InboundConnector A -SenderIPAddresses {|CL0008:198.51.100.777|}");
            runspace.CreatePipeline("Set-InboundConnector A -SenderIPAddresses {|CL0008:198.51.100.777|}", false);
            runspace.CreateNestedPipeline("Set-InboundConnector A -SenderIPAddresses {|CL0008:198.51.100.777|}", true);
            ScriptBlock.Create("Set-InboundConnector A -SenderIPAddresses {|CL0008:198.51.100.777|}");
            invoke.InvokeScript("Set-InboundConnector A -SenderIPAddresses {|CL0008:198.51.100.777|}");
            invoke.NewScriptBlock("Set-InboundConnector A -SenderIPAddresses {|CL0008:198.51.100.777|}");
            _ = new Command("Set-InboundConnector A -SenderIPAddresses {|CL0008:198.51.100.777|}", true);
            _ = new Command("Set-InboundConnector A -SenderIPAddresses 198.51.100.777");
            Console.WriteLine("Set-InboundConnector A -SenderIPAddresses 198.51.100.777");
        }
        """);

    [Fact]
    public Task A_script_binds_as_PowerShell_does() => Verify.Statements(
        """
        ps.AddScript("Set-InboundConnector A -RequireTls {|CL0002:true|}; Set-InboundConnector A -{|CL0002:RequireTls|}; Set-InboundConnector A -RequireTls 1 -WhatIf -Confirm:$false");
        ps.AddScript("Set-InboundConnector A -RequireTls $true -{|CL0902:RequireTls|} $true; set-inboundconnector A -SenderIP {|CL0008:198.51.100.777|}");
        ps.AddScript("Set-InboundConnector A –SenderIPAddresses {|CL0008:198.51.100.777|} # pasted\r\n& 'Set-InboundConnector' @all -SenderIPAddresses {|CL0008:198.51.100.777|}");
        """);

    [Fact]
    public Task A_text_that_is_not_understood_says_nothing() => Verify.Statements(
        """
        ps.AddScript("Set-InboundConnector A -SenderIPAddresses (198.51.100.777");
        ps.AddScript("Get-InboundConnector -SenderIPAddresses 198.51.100.777; New-Mailbox -Name x");
        ps.AddScript(variable);
        ps.AddScript("");
        ps.AddScript(null);
        """);

    [Fact]
    public Task Parameters_behind_a_script_are_its_own() => Verify.Statements(
        """
        ps.AddScript("param($n) Set-InboundConnector $n").AddParameter("SenderIPAddresses", "198.51.100.777").Invoke();
        """);

    [Fact]
    public Task A_text_that_is_run_twice_is_one_connector() => Verify.Members(
        """
        const string Text = "New-OutboundConnector -Name A -ConnectorType Partner -RecipientDomains fabrikam.com,{|CL0007:a@b.c|} -TlsSettings CertificateValidation";
        void Run(PowerShell ps)
        {
            ps.AddScript(Text).Invoke();
            ps.AddScript(Text).Invoke();
        }
        """);

    [Fact]
    public Task A_text_that_two_methods_run_is_one_connector() => Verify.Members(
        """
        const string Text = "New-OutboundConnector -Name A -ConnectorType Partner -RecipientDomains fabrikam.com -TlsSettings CertificateValidation";
        void One(PowerShell ps) => ps.AddScript(Text).Invoke();
        void Two(PowerShell ps) => ps.AddScript(Text).Invoke();
        """);
}
