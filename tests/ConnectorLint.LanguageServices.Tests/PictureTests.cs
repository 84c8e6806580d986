namespace ConnectorLint.LanguageServices.Tests;

/// <summary>What an editor draws: symbols, folding, lenses, links, tokens.</summary>
public class PictureTests
{
    private const string Text = """
        # yaml-language-server: $schema=../schemas/tenant.schema.json
        connectorlint: 1
        topology:
          mailboxes: both
          acceptedDomains: [{name: contoso.com}]
          onPremises:
            server: exchange2010OrLater
          partners:
            - name: Bank
              domains: [bank.example]
              inbound: {requireTls: true}
          devices:
            - {name: Printers, method: clientSubmission}
        # one
        # two, see https://example.com/4711.
        inboundConnectors:
          # connectorlint-disable-next-line CL2012 -- why
          - name: From our servers
            connectorType: OnPremises
          - connectorType: Partner
        outboundConnectors: []

        """;

    [Fact]
    public void Symbols_are_the_sections_and_what_is_named_in_them()
    {
        var (tenant, file, _) = Cursor.At(Text);

        Assert.Equal(
            "topology[acceptedDomains[contoso.com] onPremises partners[Bank[inbound]] devices[Printers(clientSubmission)]] inboundConnectors[From our servers(OnPremises) #2(Partner)] outboundConnectors",
            Show(Symbols.Of(tenant, file)));
    }

    [Fact]
    public void Several_documents_are_several_symbols()
    {
        var (tenant, file, _) = Cursor.At("connectorlint: 1\ntenant: a\ntopology: {}\n---\nconnectorlint: 1\ntenant: b\ninboundConnectors: [{name: X");

        Assert.Equal("a(tenant)[topology] b(tenant)[inboundConnectors[X]]", Show(Symbols.Of(tenant, file)));
    }

    [Fact]
    public void Connectors_of_an_export_are_symbols()
    {
        var (tenant, file, _) = Cursor.At("""[{"Name": "A", "ConnectorType": "Partner", "SenderDomains": ["*"], "RequireTls": true, "SenderIPAddresses": []}]""", "inbound.json");

        Assert.Equal("A(inbound connector)", Show(Symbols.Of(tenant, file)));
    }

    [Fact]
    public void Sections_entries_and_comments_fold()
    {
        var (_, file, _) = Cursor.At(Text);

        Assert.Equal("2-12 5-6 7-10 8-10 11-12 13-14# 15-19 17-18", string.Join(' ', Folding.Of(file).Select(fold => $"{fold.StartLine}-{fold.EndLine}{(fold.IsComment ? "#" : "")}")));
    }

    [Fact]
    public void Lenses_say_what_is_needed_and_what_meets_it()
    {
        var (tenant, file, _) = Cursor.At(Text);

        Assert.Equal(
            [
                "contoso.com: no connector needed",
                "onPremises: needs: inbound (met by 'From our servers'), outbound (missing)",
                "Bank: needs: inbound (missing)",
                "Printers: no connector needed",
            ],
            Lenses.Of(tenant, file).Select(lens => $"{file.Text[file.OffsetAt(lens.Range.Start)..file.OffsetAt(lens.Range.End)]}: {lens.Text}"));
    }

    [Fact]
    public void Links_lead_to_the_schema_the_web_and_the_documents_of_rules()
    {
        var (_, file, _) = Cursor.At(Text);

        Assert.Collection(
            Links.Of(file),
            link => Assert.Equal(("../schemas/tenant.schema.json", true), (link.Target, link.IsPath)),
            link => Assert.Equal(("https://example.com/4711", false), (link.Target, link.IsPath)),
            link => Assert.StartsWith("https://learn.microsoft.com/", link.Target));
    }

    [Fact]
    public void A_configuration_leads_to_what_it_builds_on()
    {
        var (_, file, _) = Cursor.At("extends: [../base.yaml, 'b c.yaml']\nbaseline: known.json\n", ".connectorlint.yaml");

        Assert.Equal(["../base.yaml", "b c.yaml", "known.json"], Links.Of(file).Select(link => link.Target));
    }

    [Fact]
    public void Names_and_rules_have_tokens()
    {
        var (tenant, file, _) = Cursor.At(Text);

        Assert.Equal(
            "contoso.com=Domain! Bank=Entity! bank.example=Domain! Printers=Entity! connectorlint-disable-next-line=Keyword CL2012=Rule From our servers=Connector!",
            string.Join(' ', SemanticTokens.Of(tenant, file, TestContext.Current.CancellationToken).Select(token =>
                $"{file.Text.Substring(file.OffsetAt(token.Start), token.Length)}={token.Kind}{(token.IsDeclaration ? "!" : "")}")));
    }

    private static string Show(IEnumerable<EditorSymbol> symbols) => string.Join(' ', symbols.Select(symbol =>
        $"{symbol.Name}{(symbol.Detail.Length > 0 ? $"({symbol.Detail})" : "")}{(symbol.Children.Count > 0 ? $"[{Show(symbol.Children)}]" : "")}"));
}
