using ConnectorLint.Cli.Tests.Testing;
using Xunit;

namespace ConnectorLint.Cli.Tests.Commands;

public class AdviseInterviewTests
{
    // The four rows of the vendor's table: answers, and the topology that says the same.
    private static readonly Dictionary<string, (string Answers, string Topology)> Rows = new(StringComparer.Ordinal)
    {
        ["standalone EOP"] = (
            """
            eopStandalone
            exchange2010OrLater
            mail.contoso.com
            contoso.com
            203.0.113.10

            contoso.com
            yes



            exchangeOnline
            """,
            """
              subscription: eopStandalone
              mailboxes: onPremises
              acceptedDomains:
                - {name: contoso.com, type: InternalRelay, mx: exchangeOnline}
              onPremises:
                server: exchange2010OrLater
                smtpHosts: [mail.contoso.com]
                publicIPs: [203.0.113.10]
                certificateNames: [contoso.com]
            """),
        ["mailboxes in both places"] = (
            """
            exchangeOnline
            both
            exchange2010OrLater
            none
            mail.contoso.com
            contoso.com
            203.0.113.10
            yes
            yes
            contoso.com
            yes



            exchangeOnline
            """,
            """
              subscription: exchangeOnline
              mailboxes: both
              hybrid: none
              acceptedDomains:
                - {name: contoso.com, type: InternalRelay, mx: exchangeOnline}
              onPremises:
                server: exchange2010OrLater
                relaysToInternet: true
                relaysForeignSenders: true
                smtpHosts: [mail.contoso.com]
                publicIPs: [203.0.113.10]
                certificateNames: [contoso.com]
            """),
        ["printers"] = (
            """
            exchangeOnline
            cloud
            none
            contoso.com
            Lobby printer, Alarm system
            smtpRelay
            external
            198.51.100.7
            static

            clientSubmission
            both


            exchangeOnline
            """,
            """
              subscription: exchangeOnline
              mailboxes: cloud
              acceptedDomains:
                - {name: contoso.com, type: Authoritative, mx: exchangeOnline}
              onPremises: {server: none}
              devices:
                - {name: Lobby printer, method: smtpRelay, recipients: external, ip: 198.51.100.7, ipKind: static}
                - {name: Alarm system, method: clientSubmission, recipients: both}
            """),
        ["partners"] = (
            """
            exchangeOnline
            cloud
            none
            contoso.com

            Contoso Bank, Fabrikam
            contosobank.com
            tls, certificate
            *.contosobank.com
            tls, certificate
            *.contosobank.com
            fabrikam.com



            exchangeOnline
            """,
            """
              subscription: exchangeOnline
              mailboxes: cloud
              acceptedDomains:
                - {name: contoso.com, mx: exchangeOnline}
              onPremises: {server: none}
              partners:
                - name: Contoso Bank
                  domains: [contosobank.com]
                  inbound: {requireTls: true, certificateName: "*.contosobank.com"}
                  outbound: {requireTls: true, certificateDomain: "*.contosobank.com"}
                - name: Fabrikam
                  domains: [fabrikam.com]
            """),
    };

    public static TheoryData<string> Names { get; } = [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_row_of_the_table_is_answered_word_for_word_as_from_a_manifest(string row)
    {
        var (answers, topology) = Rows[row];
        using var folder = new CliFolder().With("tenant.yaml", $"connectorlint: 1\ntenant: contoso\ntopology:\n{topology}\n").WithInput(answers + "\n");
        var told = folder.Run("advise", "tenant.yaml").Out;
        var connectors = folder.Run("advise", "tenant.yaml", "--as", "yaml").Out;

        var asked = folder.Run("advise", "--ask", "--tenant", "contoso");

        Assert.Equal(0, asked.ExitCode);
        Assert.Equal($"{told}The connectors to create:\n\n{connectors}", asked.Out);
        foreach (var args in new string[][] { ["--as", "yaml"], ["--as", "powershell"], ["--format", "json"] })
            Assert.Equal(Without(folder.Run(["advise", "tenant.yaml", .. args]).Out), Without(folder.Run(["advise", "--ask", "--tenant", "contoso", .. args]).Out));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_manifest_of_each_row_lints_clean(string row)
    {
        using var folder = new CliFolder().WithInput(Rows[row].Answers + "\n");

        Assert.Equal(0, folder.Run("advise", "--ask", "--tenant", "contoso", "--output", "tenant.yaml").ExitCode);

        var lint = folder.Run("lint", "--select", "CL0", "--fail-on", "info");
        Assert.True(lint.ExitCode == 0, lint.Out + lint.Error + folder.Read("tenant.yaml"));
        Assert.Equal(0, folder.Run("--fail-on", "error").ExitCode);
        Assert.DoesNotContain("to be created", folder.Run("advise").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_questions_and_the_answer_are_the_committed_ones()
    {
        using var folder = new CliFolder().WithInput(Rows["printers"].Answers + "\n\n");

        var result = folder.Run("advise", "--ask", "--tenant", "contoso");

        Golden.Equal("advise-asked.txt", result.Error + "---\n" + result.Out);
    }

    [Fact]
    public void A_wrong_answer_is_asked_again_with_the_allowed_words()
    {
        var answers = Rows["partners"].Answers.Replace("cloud\n", "clowd\nsomewhere\n\nCLOUD\n", StringComparison.Ordinal).Replace("\ncontoso.com", "\nann@contoso.com\nc\u001b[31m\ncontoso.com, contoso.com\ncontoso.com", StringComparison.Ordinal);
        using var folder = new CliFolder().WithInput(answers + "\n");

        var result = folder.Run("advise", "--ask", "--tenant", "contoso");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(folder.WithInput(Rows["partners"].Answers + "\n").Run("advise", "--ask", "--tenant", "contoso").Out, result.Out);
        Assert.Contains("    'clowd' is not one of cloud, onPremises, both; did you mean cloud?\n    cloud | onPremises | both\n> \n", result.Error, StringComparison.Ordinal);
        Assert.Contains("    'somewhere' is not one of cloud, onPremises, both\n", result.Error, StringComparison.Ordinal);
        Assert.Contains("    this needs an answer: cloud | onPremises | both\n", result.Error, StringComparison.Ordinal);
        Assert.Contains("'ann@contoso.com' is an email address", result.Error, StringComparison.Ordinal);
        Assert.Contains("'contoso.com' is there twice", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.Error);
    }

    [Fact]
    public void Where_the_answers_end_the_question_is_named()
    {
        var lines = Rows["mailboxes in both places"].Answers.Split('\n');
        for (var count = 0; count < lines.Length; count++)
        {
            using var folder = new CliFolder().WithInput(string.Concat(lines.Take(count).Select(line => line + "\n")));

            var result = folder.Run("advise", "--ask", "--output", "tenant.yaml");

            Assert.Equal((2, ""), (result.ExitCode, result.Out));
            Assert.Matches(@"\nconnectorlint: the answers end before this question \(\w+\): .*[?.]\n$", result.Error);
            Assert.False(File.Exists(folder["tenant.yaml"]));
        }
    }

    [Fact]
    public void The_manifest_is_written_where_it_is_wanted_and_never_over_another_without_a_yes()
    {
        var answers = Rows["printers"].Answers + "\n";
        using var folder = new CliFolder();

        // Asked at the end; Enter means no.
        Assert.Equal(0, folder.WithInput(answers + "\n").Run("advise", "--ask").ExitCode);
        Assert.Empty(Directory.GetFiles(folder.FullPath));
        Assert.Equal(0, folder.WithInput(answers + "connectorlint.yaml\n").Run("advise", "--ask", "--tenant", "contoso").ExitCode);
        var written = folder.Read("connectorlint.yaml");
        Assert.StartsWith("connectorlint: 1\ntenant: contoso\ntopology:\n", written, StringComparison.Ordinal);
        Assert.Contains("senderIPAddresses: [198.51.100.7]", written, StringComparison.Ordinal);

        folder.With("x.yaml", "mine");
        var ended = folder.WithInput(answers).Run("advise", "--ask", "--output", "x.yaml");
        Assert.Equal((2, "mine"), (ended.ExitCode, folder.Read("x.yaml")));
        Assert.Contains("x.yaml is there already, and is left as it is", ended.Error, StringComparison.Ordinal);
        Assert.Equal(0, folder.WithInput(answers + "no\n").Run("advise", "--ask", "--output", "x.yaml").ExitCode);
        Assert.Equal("mine", folder.Read("x.yaml"));
        Assert.Equal(0, folder.WithInput(answers + "maybe\nyes\n").Run("advise", "--ask", "--tenant", "contoso", "--output", "x.yaml").ExitCode);
        Assert.Equal(written, folder.Read("x.yaml"));

        var nowhere = folder.WithInput(answers).Run("advise", "--ask", "--output", "no/such/folder.yaml");
        Assert.Equal(2, nowhere.ExitCode);
        Assert.Contains("the manifest could not be written: there is no folder", nowhere.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(folder.FullPath), file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_files_a_terminal_is_asked_and_a_pipe_is_not()
    {
        using var terminal = new CliFolder { IsInteractive = true }.WithInput(Rows["printers"].Answers + "\n");
        using var pipe = new CliFolder().WithInput(Rows["printers"].Answers + "\n");

        Assert.Contains("to be created: 'Relay for devices'", terminal.Run("advise").Out, StringComparison.Ordinal);
        Assert.Equal("connectorlint: no tenant file was found; a file is a tenant's when its root has the key connectorlint\n", pipe.Run("advise").Error);

        terminal.With("tenant.yaml", CliFolder.CleanTopology);
        Assert.StartsWith("Tenant contoso: do I need a connector?\n", terminal.Run("advise").Out, StringComparison.Ordinal);
        Assert.Equal("", terminal.Run("advise").Error);
    }

    [Theory]
    [InlineData("--ask asks instead of reading files; leave PATH out", "--ask", "tenant.yaml")]
    [InlineData("--output needs the name of a file", "--ask", "--output", "")]
    [InlineData("--output needs the name of a file", "--ask", "--output", "-")]
    [InlineData("--output writes what was answered; it goes with --ask", "--output", "x.yaml")]
    [InlineData("--tenant needs a name", "--ask", "--tenant", " ")]
    public void Bad_usage_is_2(string expected, params string[] args)
    {
        using var folder = new CliFolder().With("tenant.yaml", CliFolder.CleanTopology);

        var result = folder.Run(["advise", .. args]);

        Assert.Equal((2, ""), (result.ExitCode, result.Out));
        Assert.StartsWith($"connectorlint: {expected}\n", result.Error, StringComparison.Ordinal);
    }

    // Places in the manifest are another file's.
    private static string Without(string json) => string.Join('\n', json.Split('\n').Where(line => !line.Contains("\"file\"", StringComparison.Ordinal)));
}
