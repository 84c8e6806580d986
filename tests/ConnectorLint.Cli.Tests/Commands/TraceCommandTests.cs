using System.Text;
using System.Text.Json.Nodes;
using ConnectorLint.Cli.Tests.Testing;
using Xunit;

namespace ConnectorLint.Cli.Tests.Commands;

public class TraceCommandTests
{
    private const string Tenant = """
        connectorlint: 1
        tenant: contoso
        topology:
          acceptedDomains:
            - {name: contoso.com, recipients: cloud}
        inboundConnectors:
          - name: From our servers
            connectorType: OnPremises
            senderDomains: ["*"]
            tlsSenderCertificateName: mail.contoso.com
          - name: Only the filter
            connectorType: Partner
            senderDomains: ["*"]
            requireTls: true
            restrictDomainsToIPAddresses: true
            senderIPAddresses: [198.51.100.0/24]
          - name: From the bank
            connectorType: Partner
            senderDomains: [bank.example]
            requireTls: true
        outboundConnectors:
          - name: To the bank
            connectorType: Partner
            recipientDomains: [bank.example]
            useMXRecord: false
            smartHosts: [mx.bank.example]
            tlsSettings: DomainValidation
            tlsDomain: "*.bank.example"

        """;

    [Theory]
    [InlineData("trace-rejected.txt", "--from", "a@bank.example", "--to", "ann@contoso.com", "--ip", "192.0.2.7", "--tls")]
    [InlineData("trace-relayed.txt", "--from", "ann@contoso.com", "--to", "x@bank.example", "--certificate", "mail.contoso.com")]
    [InlineData("trace-deferred.txt", "--from", "ann@contoso.com", "--to", "x@bank.example", "--no-tls")]
    [InlineData("trace-rejected.json", "--from", "a@bank.example", "--to", "ann@contoso.com", "--ip", "192.0.2.7", "--tls", "--format", "json")]
    public void The_trace_is_the_committed_one(string golden, params string[] args)
    {
        using var folder = Folder();

        var result = folder.Run(["trace", .. args, "tenant.yaml"]);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Golden.Equal(golden, result.Out);
    }

    [Fact]
    public void The_JSON_has_just_the_keys_that_are_promised()
    {
        using var folder = Folder();

        var json = JsonNode.Parse(folder.Run("trace", "--from", "<>", "--to", "x@gmail.com", "--ip", "192.0.2.7", "--format", "json").Out)!.AsObject();

        Assert.Equal(["direction", "result", "connector", "code", "nextHop", "tls", "certain", "steps"], json.Select(pair => pair.Key));
        Assert.Equal(("rejected", "5.7.64"), ((string?)json["result"], (string?)json["code"]));
        Assert.All(json["steps"]!.AsArray(), step => Assert.Equal(["step", "what", "confidence", "source", "span"], step!.AsObject().Select(pair => pair.Key)));
    }

    [Theory]
    [InlineData("there is no option '--form'; did you mean --from?", "--form", "a@b.example")]
    [InlineData("--from and --to are needed, or --batch", "--from", "a@b.example")]
    [InlineData("the sender 'ann' has no domain", "--from", "ann", "--to", "b@contoso.com")]
    [InlineData("the recipient '*@contoso.com' has a wildcard; a message has one sender and one recipient", "--from", "a@b.example", "--to", "*@contoso.com")]
    [InlineData("the address '2001:db8::1' is IPv6", "--from", "a@b.example", "--to", "b@contoso.com", "--ip", "2001:db8::1")]
    [InlineData("the address '10.0.0.0/8' is more than one", "--from", "a@b.example", "--to", "b@contoso.com", "--ip", "10.0.0.0/8")]
    [InlineData("the address '1.2.3' is not an IPv4 address", "--from", "a@b.example", "--to", "b@contoso.com", "--ip", "1.2.3")]
    [InlineData("the certificate name 'x y' ", "--from", "a@b.example", "--to", "b@contoso.com", "--certificate", "x y")]
    [InlineData("a certificate is presented by TLS only", "--from", "a@b.example", "--to", "b@contoso.com", "--certificate", "x.example", "--no-tls")]
    [InlineData("--tls and --no-tls exclude each other", "--from", "a@b.example", "--to", "b@contoso.com", "--tls", "--no-tls")]
    [InlineData("'sideways' is no direction", "--from", "a@b.example", "--to", "b@contoso.com", "--direction", "sideways")]
    [InlineData("'moon' is no kind of recipient", "--from", "a@b.example", "--to", "b@contoso.com", "--recipient", "moon")]
    [InlineData("sender and recipient are both yours", "--from", "a@contoso.com", "--to", "b@contoso.com")]
    [InlineData("--format takes text or json, not 'xml'", "--from", "a@b.example", "--to", "b@contoso.com", "--format", "xml")]
    [InlineData("with --batch, messages come from the file only", "--from", "a@b.example", "--batch", "-")]
    public void A_message_that_is_not_understood_is_an_error(string expected, params string[] args)
    {
        using var folder = Folder();

        var result = folder.Run(["trace", .. args]);

        Assert.Equal((2, ""), (result.ExitCode, result.Out));
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void It_takes_just_one_tenant()
    {
        using var folder = new CliFolder().With("a.yaml", "connectorlint: 1\ntenant: a\n").With("b.yaml", "connectorlint: 1\ntenant: b\ninboundConnectors: []\n");
        string[] trace = ["trace", "--from", "a@b.example", "--to", "c@d.example", "--direction", "outbound"];

        var several = folder.Run(trace);
        Assert.Equal((2, "connectorlint: a message is traced through one tenant, and here are a, b; choose one with --tenant\n"), (several.ExitCode, several.Error));
        Assert.Equal(0, folder.Run([.. trace, "--tenant", "b"]).ExitCode);
        Assert.Contains("no tenant is called 'c'", folder.Run([.. trace, "--tenant", "c"]).Error, StringComparison.Ordinal);
        using var empty = new CliFolder();
        Assert.Contains("no tenant file was found", empty.Run(trace).Error, StringComparison.Ordinal);
        Assert.Equal(2, empty.Run([.. trace, "missing.yaml"]).ExitCode);
    }

    [Fact]
    public void A_batch_answers_each_line_with_one()
    {
        using var folder = Folder().WithInput("""
            {"from": "a@b.example", "to": "ann@contoso.com", "ip": "198.51.100.7", "tls": true}

            {"direction": "outbound", "from": "", "to": "x@bank.example", "certificates": ["mx.bank.example"], "recipient": "external"}
            {"from": "a@b.example"
            {"from": "a", "to": "ann@contoso.com"}
            {"fron": "a@b.example"}
            []
            {"from": 1}
            """);

        var result = folder.Run("trace", "--batch", "-", "tenant.yaml");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(7, result.Lines.Count);
        var answers = result.Lines.Select(line => JsonNode.Parse(line)!.AsObject()).ToArray();
        Assert.Equal("accepted Only the filter", $"{answers[0]["result"]} {answers[0]["connector"]}");
        Assert.Equal("delivered To the bank", $"{answers[1]["result"]} {answers[1]["connector"]}");
        Assert.Equal(
            ["4: is not JSON (column 23)", "5: the sender 'a' has no domain", "6: there is no property 'fron'; did you mean from?", "7: is no JSON object", "8: from must be a text"],
            answers[2..].Select(answer => $"{answer["line"]}: {answer["error"]}"));
        Assert.Contains("connectorlint: standard input:5: the sender 'a' has no domain\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_is_the_same_whatever_its_length()
    {
        const int Count = 2_000;
        var lines = new StringBuilder("\uFEFF");
        for (var i = 0; i < Count; i++)
            lines.Append($"{{\"from\": \"a@d{i}.example\", \"to\": \"ann@contoso.com\", \"ip\": \"198.51.{100 + (i % 2)}.7\", \"tls\": true}}{(i % 3 == 0 ? "\r\n" : "\n")}");
        using var folder = Folder().With("messages.jsonl", lines.ToString());

        var result = folder.Run("trace", "--batch", "messages.jsonl", "tenant.yaml");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(Count, result.Lines.Count);
        for (var i = 0; i < Count; i++)
            Assert.Contains(i % 2 == 0 ? "\"result\":\"accepted\"" : "\"code\":\"5.7.51\"", result.Lines[i], StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_come_before_the_next_message_is_waited_for()
    {
        using var folder = Folder();
        using var output = new StringWriter { NewLine = "\n" };
        using var input = new OneLineAtATime(output);

        var exitCode = CommandLineApp.Run(["trace", "--batch", "-", "tenant.yaml"], folder.Environment(output, TextWriter.Null) with { StandardInputStream = () => input });

        Assert.Equal(0, exitCode);
        Assert.Equal([0, 1, 2, 3], input.AnswersBeforeEachRead);
    }

    [Fact]
    public void A_batch_that_is_not_there_is_named()
    {
        using var folder = Folder();

        var result = folder.Run("trace", "--batch", "missing.jsonl", "tenant.yaml");

        Assert.Equal((2, "connectorlint: missing.jsonl: does not exist\n"), (result.ExitCode, result.Error));
    }

    private static CliFolder Folder() => new CliFolder().With("tenant.yaml", Tenant);

    // Standard input of somebody who waits for each answer.
    private sealed class OneLineAtATime(StringWriter output) : Stream
    {
        private int _sent;

        public List<int> AnswersBeforeEachRead { get; } = [];

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            AnswersBeforeEachRead.Add(output.ToString().Count(c => c == '\n'));
            return _sent++ == 3 ? 0 : Encoding.UTF8.GetBytes("{\"from\": \"a@b.example\", \"to\": \"ann@contoso.com\"}\n", buffer.AsSpan(offset, count));
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
