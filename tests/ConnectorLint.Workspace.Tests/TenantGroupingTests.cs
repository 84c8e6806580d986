namespace ConnectorLint.Workspace.Tests;

/// <summary>Which documents are one tenant.</summary>
public class TenantGroupingTests
{
    [Fact]
    public void One_name_is_one_tenant_in_whatever_case_and_folder()
    {
        Assert.Equal(
            ["contoso: a.yaml b/c.json d.yaml"],
            Groups(("a.yaml", Named("contoso")), ("b/c.json", """{"connectorlint": 1, "tenant": "Contoso"}"""), ("d.yaml", Named("\" CONTOSO \""))));
    }

    [Fact]
    public void Without_a_name_all_documents_of_a_folder_are_one_tenant_named_after_it() =>
        Assert.Equal(["contoso: contoso/a.yaml contoso/b.yaml", "fabrikam: fabrikam/a.yaml"], Groups(("contoso/a.yaml", Unnamed), ("contoso/b.yaml", Unnamed), ("fabrikam/a.yaml", Unnamed)));

    [Fact]
    public void Without_a_name_two_folders_of_one_name_are_two_tenants() =>
        Assert.Equal(["exchange: prod/exchange/a.yaml", "exchange: test/exchange/a.yaml"], Groups(("prod/exchange/a.yaml", Unnamed), ("test/exchange/a.yaml", Unnamed)));

    [Fact]
    public void The_folders_name_and_the_same_name_declared_in_it_are_one() =>
        Assert.Equal(["contoso: contoso/a.yaml contoso/b.yaml elsewhere/c.yaml"], Groups(("contoso/a.yaml", Named("contoso")), ("contoso/b.yaml", Unnamed), ("elsewhere/c.yaml", Named("contoso"))));

    [Fact]
    public void Another_name_declared_in_the_folder_is_another_tenant() =>
        Assert.Equal(["contoso: contoso/b.yaml", "fabrikam: contoso/a.yaml"], Groups(("contoso/a.yaml", Named("fabrikam")), ("contoso/b.yaml", Unnamed)));

    [Fact]
    public void Documents_of_one_file_can_be_of_several_tenants() =>
        Assert.Equal(["a: all.yaml", "b: all.yaml z.yaml", "here: all.yaml"], Groups(("all.yaml", $"{Named("b")}---\n{Named("a")}---\n{Unnamed}---\n{Named("b")}"), ("z.yaml", Named("b"))));

    [Fact]
    public void Files_that_are_not_ours_are_in_none() =>
        Assert.Equal(["a: a.yaml"], Groups(("a.yaml", Named("a")), ("b.yaml", "tenant: a\n"), ("c.yaml", "- connectorlint: 1\n"), ("d.json", "{}"), ("e.yaml", "")));

    private const string Unnamed = "connectorlint: 1\n";

    private static string Named(string name) => $"connectorlint: 1\ntenant: {name}\n";

    private static IEnumerable<string> Groups(params (string Name, string Text)[] files)
    {
        using var folder = new TempFolder();
        foreach (var (name, text) in files)
            folder.Write("here/" + name, text);
        var report = LintRun.Run(new LintRequest { CurrentDirectory = folder["here"] });
        return report.Tenants.Select(tenant => $"{tenant.Name}: {string.Join(' ', tenant.Files)}").ToArray();
    }
}
