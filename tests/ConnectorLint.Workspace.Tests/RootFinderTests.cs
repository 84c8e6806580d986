namespace ConnectorLint.Workspace.Tests;

public sealed class RootFinderTests
{
    [Fact]
    public void The_root_is_the_nearest_configuration_that_says_so_before_the_repository()
    {
        using var folder = new TempFolder();
        folder.MakeFolder("repo/.git");
        folder.Write("repo/fleet/.connectorlint.yaml", "# all tenants\r\nroot: true # yes\r\n");
        folder.Write("repo/fleet/t/.connectorlint.yaml", "rules:\n  root: true\n");
        folder.Write("repo/fleet/t/a.yaml");
        folder.Write("repo/fleet/inner/.git/x");
        folder.Write("repo/fleet/inner/c.yaml");
        folder.Write("repo/b.yaml");

        Assert.Equal([folder["repo"], folder["repo/fleet"], folder["repo/fleet"]], folder.Find("repo").Files.Select(f => f.Root));
        Assert.Equal(folder["repo/fleet"], folder.Find("repo/fleet/t").Files.Single().Root);
        Assert.Equal(folder["repo/fleet"], folder.Find("repo/fleet/t/a.yaml").Files.Single().Root);
        Assert.Equal(folder["repo/fleet"], new RootFinder().RootOf(folder["repo/fleet/t/a.yaml"]));
    }

    [Fact]
    public void A_repository_within_a_repository_is_a_root_of_its_own()
    {
        using var folder = new TempFolder();
        folder.MakeFolder(".git");
        folder.Write("inner/.git", "gitdir: elsewhere\n");
        folder.Write("inner/t/a.yaml");

        Assert.Equal(folder["inner"], folder.Find(".").Files.Single().Root);
    }

    [Fact]
    public void Without_either_the_root_is_the_outermost_named_folder_or_a_named_files_own()
    {
        using var folder = new TempFolder();
        folder.Write("x/y/a.yaml");

        Assert.Equal(folder["x"], folder.Find("x").Files.Single().Root);
        Assert.Equal(folder["x/y"], folder.Find("x/y/a.yaml").Files.Single().Root);
        Assert.Equal(folder["x"], folder.Find("x/y/a.yaml", "x/y", "x").Files.Single().Root);
        Assert.Equal(folder["x"], folder.Find("x/y", "x").Files.Single().Root);
    }

    [Theory]
    [InlineData("root: true", true)]
    [InlineData("\uFEFFroot: true", true)]
    [InlineData("extends: x\r\nroot : True\r\n", true)]
    [InlineData("\"root\": true", true)]
    [InlineData("root: false", false)]
    [InlineData("root: \"true\"", false)]
    [InlineData("  root: true", true)]
    [InlineData("{root: true}", true)]
    [InlineData("x-a:\n  root: true", false)]
    [InlineData("roots: true", false)]
    [InlineData("# root: true", false)]
    [InlineData("", false)]
    public void A_configuration_says_root_at_its_root(string text, bool expected) => Assert.Equal(expected, RootFinder.SaysRoot(text));
}
