using ConnectorLint.Fixes;

namespace ConnectorLint.LanguageServices.Tests;

public class CodeActionTests
{
    private const string TwoFaults = """
        connectorlint: 1
        inboundConnectors:
          - name: A  # kept
            connectorType: OnPremises
            senderDomains: ["*"]
            requireTls: true
            tlsSenderCertificateName: mail.contoso.com
            restrict$0DomainsToIPAddresses: true
          - name: B
            connectorType: OnPremises
            senderDomains: ["*"]
            requireTls: true
            tlsSenderCertificateName: other.contoso.com
            restrictDomainsToIPAddresses: true

        """;

    [Fact]
    public void A_fix_says_whether_it_is_safe_and_mends_the_text()
    {
        var (_, file, actions) = At(TwoFaults);

        var fix = Assert.Single(actions, action => action.Title == "Remove restrictDomainsToIPAddresses (safe)");

        Assert.True(fix.IsPreferred);
        Assert.Equal("CL2012", fix.Finding!.Rule.Id);
        var changed = Apply(file, fix.Edits);
        Assert.Equal(TwoFaults.Replace("    restrict$0DomainsToIPAddresses: true\n", ""), changed);
    }

    [Fact]
    public void All_findings_of_a_rule_and_of_the_file_are_fixed_at_once()
    {
        var (tenant, file, actions) = At(TwoFaults);

        var ofRule = Assert.Single(actions, action => action.Title == "Fix all 2 findings of CL2012 in this file (safe)");
        var changed = Apply(file, FixAll.Edits(tenant, file, ofRule.Scope!, cancellation: TestContext.Current.CancellationToken));
        Assert.DoesNotContain("restrict", changed);
        Assert.Contains("# kept", changed);

        var ofFile = Assert.Single(actions, action => action.Kind == CodeAction.FixAllKind);
        Assert.DoesNotContain("restrict", Apply(file, FixAll.Edits(tenant, file, ofFile.Scope!, cancellation: TestContext.Current.CancellationToken)));
        Assert.Empty(FixAll.Edits(tenant, file, new FixAllScope("CL9999", true), cancellation: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_missing_connector_is_created_and_the_need_is_met()
    {
        var (tenant, file, actions) = At("""
            connectorlint: 1
            topology:
              mailboxes: cloud
              partners:
                - {name: Contoso Bank, domains: [contosobank.com], in$0bound: {requireTls: true}}
            inboundConnectors: []
            """);

        var create = Assert.Single(actions, action => action.Title.StartsWith("Create the missing inbound connector", StringComparison.Ordinal));

        Assert.EndsWith("(unsafe: mail flow may change)", create.Title);
        Assert.False(create.IsPreferred);
        var changed = tenant.With(file.With(Apply(file, create.Edits)));
        Assert.Single(changed.Model.InboundConnectors);
        Assert.DoesNotContain(changed.Findings, finding => finding.Rule == create.Finding!.Rule);
    }

    private const string Deployment = """
        $schema: https://aka.ms/dsc/schemas/v3/bundled/config/document.json
        resources:
          - name: From fabrikam
            type: Microsoft365DSC/EXOInboundConnector
            properties: {Identity: From fabrikam, ConnectorType: Partner, SenderDomains: [fabrikam.com], RequireTls: "true"}

        """;

    [Fact]
    public void A_missing_connector_is_created_in_the_file_that_deploys_the_others()
    {
        var tenant = Cursor.Tenant(
            ("tenant.yaml", "connectorlint: 1\ntopology:\n  mailboxes: cloud\n  partners:\n    - {name: Contoso Bank, domains: [contosobank.com], inbound: {requireTls: true}}\n"),
            ("deploy/mail.dsc.yaml", Deployment.Replace("\"true\"", "true")));
        var file = tenant.FileOf("tenant.yaml")!;
        var finding = tenant.FindingsOf("tenant.yaml").First(finding => finding.Rule.Id == "CL1007");

        var create = CodeActions.At(tenant, file, finding.Span.Start, finding.Span.End, TestContext.Current.CancellationToken).First();

        Assert.Equal("Create the missing inbound connector 'From Contoso Bank' in mail.dsc.yaml (unsafe: mail flow may change)", create.Title);
        Assert.All(create.Edits, edit => Assert.Equal("deploy/mail.dsc.yaml", edit.Path));
        var deployment = tenant.FileOf("deploy/mail.dsc.yaml")!;
        Assert.DoesNotContain(tenant.With(deployment.With(Apply(deployment, create.Edits))).Findings, other => other.Rule == finding.Rule);
        var all = FixAll.Edits(tenant, file, new FixAllScope(null, true), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(create.Edits.Select(edit => edit.Path), all.Select(edit => edit.Path).Distinct());
    }

    [Fact]
    public void What_is_deployed_is_mended_and_what_was_exported_is_not()
    {
        var (_, file, actions) = At(Deployment.Replace("\"true\"", "\"tr$0ue\""), "mail.dsc.yaml");
        var fix = Assert.Single(actions, action => action.Title == "Write true (safe)");
        Assert.Equal(Deployment.Replace("\"true\"", "true"), Apply(file, fix.Edits));
        Assert.Contains(actions, action => action.Kind == CodeAction.FixAllKind);

        var (_, _, ofExport) = At("""[{"Name": "A", "ConnectorType": "OnPremises", "SenderDomains": ["*"], "Restrict$0DomainsToIPAddresses": true, "RequireTls": true, "TlsSenderCertificateName": "a.com", "Guid": "1"}]""", "export.json");
        Assert.NotEmpty(ofExport);
        Assert.DoesNotContain(ofExport, action => action.Edits.Any(edit => edit.Path == "export.json") || action.Scope is not null);
    }

    private const string NotKept = """
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

    [Fact]
    public void A_fix_that_is_not_kept_is_told()
    {
        var (tenant, file, _) = At(NotKept);
        var told = new List<string>();

        Assert.Empty(FixAll.Edits(tenant, file, new FixAllScope(null, true), told.Add, TestContext.Current.CancellationToken));

        Assert.StartsWith("Not fixed: CL1018 in line 8, Add the inbound connector 'Only Filter': it would bring CL3013: 'Only Filter': ", Assert.Single(told), StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_is_suppressed_by_a_comment_with_a_reason()
    {
        var (tenant, file, actions) = At(TwoFaults);

        var suppress = Assert.Single(actions, action => action.Title == "Suppress CL2012 here with a reason");

        var changed = Apply(file, suppress.Edits);
        Assert.Contains("\n    # connectorlint-disable-next-line CL2012 -- TODO: say why\n    restrictDomainsToIPAddresses: true\n  - name: B", changed);
        Assert.Single(tenant.With(file.With(changed)).Findings, finding => finding.Rule.Id == "CL2012");
    }

    private const string Json = """
        {"connectorlint": 1, "tenant": "contoso", "inboundConnectors": [
          {"name": "A: \"x\"", "connectorType": "OnPremises", "senderDomains": ["*"], "requireTls": true,
           "tlsSenderCertificateName": "mail.contoso.com", "restrict$0DomainsToIPAddresses": true}]}
        """;

    [Fact]
    public void In_json_a_finding_is_suppressed_by_a_new_configuration()
    {
        var (_, _, actions) = At(Json, "tenants/contoso.json");

        var suppress = Assert.Single(actions, action => action.Title == "Suppress CL2012 in the configuration with a reason");

        Assert.Equal("tenants/.connectorlint.yaml", suppress.NewFile);
        Assert.Equal("suppressions:\n  - {rule: CL2012, tenant: contoso, connector: \"A: \\\"x\\\"\", reason: \"TODO: say why\"}\n", Assert.Single(suppress.Edits).NewText);
    }

    [Theory]
    [InlineData("", "suppressions:\n  - ENTRY\n")]
    [InlineData("root: true\n", "root: true\nsuppressions:\n  - ENTRY\n")]
    [InlineData("root: true", "root: true\nsuppressions:\n  - ENTRY\n")]
    [InlineData("suppressions:\nroot: true\n", "suppressions:\n  - ENTRY\nroot: true\n")]
    [InlineData("suppressions: []\n", "suppressions: [ENTRY]\n")]
    [InlineData("suppressions: [{rule: CL0001}]\n", "suppressions: [{rule: CL0001}, ENTRY]\n")]
    [InlineData("suppressions:\n- {rule: CL0001} # old\nroot: true\n", "suppressions:\n- {rule: CL0001} # old\n- ENTRY\nroot: true\n")]
    [InlineData("suppressions:\r\n    - rule: CL0001\r\n      reason: x\r\n", "suppressions:\r\n    - rule: CL0001\r\n      reason: x\r\n    - ENTRY\r\n")]
    public void An_entry_joins_the_suppressions_of_a_configuration(string before, string after)
    {
        var file = EditorFile.Parse("contoso.json", Json.Replace("$0", ""));
        var configuration = EditorFile.Parse(".connectorlint.yaml", before);
        var tenant = EditorTenant.Judge("contoso", [file, configuration], new EditorSettings(Cursor.AsOf));

        var suppress = Suppress.Action(tenant, file, tenant.Findings.First(finding => finding.Rule.Id == "CL2012"), "why")!;

        var changed = Apply(configuration, suppress.Edits);
        Assert.Equal(after.Replace("ENTRY", "{rule: CL2012, tenant: contoso, connector: \"A: \\\"x\\\"\", reason: why}"), changed);
        Assert.Empty(configuration.With(changed).Configuration!.Faults);
    }

    [Fact]
    public void A_rule_is_explained_by_a_command()
    {
        var (_, _, actions) = At(TwoFaults);

        var explain = Assert.Single(actions, action => action.Command is not null);

        Assert.Equal("Explain CL2012 (restrict-ip-on-onpremises)", explain.Title);
        Assert.Equal(["CL2012"], explain.Command!.Arguments);
    }

    [Fact]
    public void Broken_text_has_nothing_to_suppress()
    {
        var (_, _, actions) = At("connectorlint: 1\ninboundConnectors: [{name: A$0\n");

        Assert.DoesNotContain(actions, action => action.Title.Contains("Suppress"));
    }

    [Theory]
    [InlineData("a😀b", "a😁b", 1, 3)]
    [InlineData("a\r\nb", "a\nb", 1, 3)]
    [InlineData("same same", "same", 4, 9)]
    public void What_stays_the_same_is_not_replaced(string old, string changed, int start, int end)
    {
        var file = EditorFile.Parse("a.yaml", old);

        var edit = Assert.Single(TextChange.Between(file, changed));

        Assert.Equal(file.RangeOf(start, end), edit.Range);
        Assert.Equal(changed, Apply(file, [edit]));
    }

    private static (EditorTenant Tenant, EditorFile File, IReadOnlyList<CodeAction> Actions) At(string text, string path = "tenant.yaml")
    {
        var (tenant, file, offset) = Cursor.At(text, path);
        return (tenant, file, CodeActions.At(tenant, file, offset, offset, TestContext.Current.CancellationToken));
    }

    internal static string Apply(EditorFile file, IEnumerable<EditorEdit> edits) =>
        TextEdit.Apply(file.Text, edits.Select(edit => new TextEdit(file.OffsetAt(edit.Range.Start), file.OffsetAt(edit.Range.End) - file.OffsetAt(edit.Range.Start), edit.NewText)));
}
