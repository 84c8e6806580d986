using ConnectorLint.Cli.Tests.Testing;
using Xunit;

namespace ConnectorLint.Cli.Tests.Commands;

/// <summary><c>--fix</c>, <c>--unsafe-fixes</c> and <c>--diff</c> as people see them.</summary>
public class FixTests
{
    private const string Quoted = """
        connectorlint: 1
        tenant: contoso
        inboundConnectors:
          - {name: In, connectorType: Partner, senderDomains: [fabrikam.com], requireTls: "true"} # mine

        """;

    [Fact]
    public void Fixed_findings_are_gone_and_counted()
    {
        using var folder = new CliFolder().With("a.yaml", Quoted);
        var result = Run(folder, "--select", "CL0002", "--fix");
        Assert.Equal((0, "1 tenant, 1 connector in 1 file: no findings\n1 fixed, 0 left\n", ""), (result.ExitCode, result.Out, result.Error));
        Assert.Equal(Quoted.Replace("\"true\"", "true", StringComparison.Ordinal), folder.Read("a.yaml"));
    }

    [Fact]
    public void Missing_connectors_are_written_only_when_unsafe_fixes_are_wanted()
    {
        using var folder = new CliFolder().With("a.yaml", CliFolder.NeedyTopology);
        Assert.EndsWith("0 fixed, 2 left; 2 more with --unsafe-fixes\n", Run(folder, "--select", "CL1001,CL1002", "--fix").Out, StringComparison.Ordinal);
        Assert.Equal(CliFolder.NeedyTopology, folder.Read("a.yaml"));

        var result = Run(folder, "--select", "CL1", "--unsafe-fixes");
        Assert.EndsWith("no findings\n2 fixed, 0 left\n", result.Out, StringComparison.Ordinal);
        Assert.Equal(CliFolder.NeedyTopology + """
            inboundConnectors:
              - name: From our servers
                connectorType: OnPremises
                senderDomains: ["*"]
                requireTls: true
                tlsSenderCertificateName: contoso.com
            outboundConnectors:
              - name: To our servers
                connectorType: OnPremises
                allAcceptedDomains: true
                useMXRecord: false
                smartHosts: [mail.contoso.com]
                tlsSettings: DomainValidation
                tlsDomain: contoso.com

            """, folder.Read("a.yaml"));
    }

    [Fact]
    public void A_fix_that_would_bring_an_error_is_not_kept_and_told()
    {
        const string Locked = """
        connectorlint: 1
        topology:
          subscription: exchangeOnline
          mailboxes: cloud
          onPremises: {server: none}
          rejectDirectSend: false
          acceptedDomains:
            - {name: contoso.com, type: Authoritative, mx: "thirdParty:Filter"}
          devices:
            - {name: Lobby printer, method: directSend, recipients: internal, ip: 198.51.100.7, ipKind: static}
          services:
            - {name: Filter, role: inboundFilter, ips: ["198.18.0.0/24"], sharedIPs: true}
        inboundConnectors: []

        """;
        using var folder = new CliFolder().With("a.yaml", Locked);

        var lines = Run(folder, "--unsafe-fixes").Lines;

        Assert.StartsWith("0 fixed, ", lines[^2], StringComparison.Ordinal);
        Assert.StartsWith("not fixed: a.yaml:8:52: CL1018, Add the inbound connector 'Only Filter': it would bring CL3013: ", lines[^1], StringComparison.Ordinal);
        Assert.Equal(Locked, folder.Read("a.yaml"));
        Assert.Contains("not fixed: a.yaml:8:52: CL1018", Run(folder, "--unsafe-fixes", "--diff").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_that_a_value_hid_keeps_nothing_from_being_mended()
    {
        using var folder = new CliFolder().With("a.yaml", """
            connectorlint: 1
            inboundConnectors:
              - {name: A, connectorType: Partner, senderDomains: [a.com], restrictDomainsToCertificate: "true"}

            """);

        var result = Run(folder, "--fix");

        Assert.Contains("CL2010", result.Out, StringComparison.Ordinal);
        Assert.Contains("1 fixed, 3 left (1 could not be seen before)\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("restrictDomainsToCertificate: true}", folder.Read("a.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_difference_is_a_patch_and_changes_nothing()
    {
        using var folder = new CliFolder().With("a.yaml", Quoted);
        var result = Run(folder, "--select", "CL0002", "--diff");
        Assert.Equal(1, result.ExitCode);
        Assert.Equal("""
            --- a.yaml
            +++ a.yaml
            @@ -1,4 +1,4 @@
             connectorlint: 1
             tenant: contoso
             inboundConnectors:
            -  - {name: In, connectorType: Partner, senderDomains: [fabrikam.com], requireTls: "true"} # mine
            +  - {name: In, connectorType: Partner, senderDomains: [fabrikam.com], requireTls: true} # mine

            """, result.Out);
        Assert.Equal("1 would be fixed, 0 left\n", result.Error);
        Assert.Equal(Quoted, folder.Read("a.yaml"));

        Run(folder, "--select", "CL0002", "--fix");
        Assert.Equal((0, ""), (Run(folder, "--select", "CL0002", "--diff").ExitCode, Run(folder, "--select", "CL0002", "--diff").Out));
    }

    [Fact]
    public void Standard_input_comes_out_mended()
    {
        using var folder = new CliFolder().WithInput(Quoted);
        var result = Run(folder, "-", "--stdin-filename", "a.yaml", "--select", "CL0002", "--fix");
        Assert.Equal((0, Quoted.Replace("\"true\"", "true", StringComparison.Ordinal)), (result.ExitCode, result.Out));
        Assert.EndsWith("1 fixed, 0 left\n", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--write-baseline", "--fix and a baseline that is written are two steps; run one after the other")]
    [InlineData("--write-suppressions", "--fix and --write-suppressions change the same files; run one after the other")]
    public void Two_ways_at_once_are_refused(string other, string message)
    {
        using var folder = new CliFolder().With("a.yaml", Quoted);
        var result = folder.Run(other == "--write-suppressions" ? ["--fix", other, "--reason", "why"] : ["--fix", other]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    private static CliResult Run(CliFolder folder, params string[] args) => folder.Run([.. args, "--as-of", "2026-11-24"]);
}
