namespace ConnectorLint.Workspace.Tests;

public sealed class IgnoreFilesTests
{
    [Fact]
    public void Nested_ignore_files_and_negation_find_what_git_lists()
    {
        Git.SkipWhereMissing();
        using var folder = new TempFolder();
        Git.Init(folder.FullPath);
        folder.Write(".git/info/exclude", "local.yaml\n!kept-by-exclude.yaml\n");
        folder.Write(".gitignore", "*.json\n!/keep.json\nbuild/\n/top.yaml\n**/deep/*.yml\nlogs/**\n!logs/keep.yaml\nkept-by-exclude.yaml\n");
        folder.Write("sub/.gitignore", "!*.json\nsecret*\n");
        folder.Write("sub/deeper/.gitignore", "!secret.yaml\n*.json\n");
        foreach (var name in (string[])
        [
            "a.json", "keep.json", "x/keep.json", "top.yaml", "x/top.yaml", "local.yaml", "x/local.yaml", "build/a.yaml", "x/build/b.yaml",
            "deep/a.yml", "x/deep/b.yml", "x/deep/y/c.yml", "logs/keep.yaml", "logs/other.yaml", "logs/l/keep.yaml", "kept-by-exclude.yaml",
            "sub/a.json", "sub/secret.yaml", "sub/deeper/secret.yaml", "sub/deeper/b.json", "sub/deeper/x/secret.yaml", "é/top.yaml",
        ])
            folder.Write(name);

        Assert.Equal(Listed(folder), folder.Find(".").Files.Select(f => f.DisplayPath));

        // From a folder below, the files above still hold.
        Assert.Equal(Listed(folder).Where(p => p.StartsWith("sub/", StringComparison.Ordinal)), folder.Find("sub").Files.Select(f => f.DisplayPath));
        Assert.Equal("sub/deeper/secret.yaml sub/deeper/x/secret.yaml", folder.Found("sub/deeper"));
    }

    [Fact]
    public void Ignore_files_hold_outside_of_a_repository_from_the_named_folder_down()
    {
        using var folder = new TempFolder();
        folder.Write(".gitignore", "b.yaml\n");
        folder.Write("x/.gitignore", "a.yaml\n");
        folder.Write("x/a.yaml");
        folder.Write("x/b.yaml");
        folder.Write("x/c.yaml");

        Assert.Equal("x/c.yaml", folder.Found("."));
        Assert.Equal("x/b.yaml x/c.yaml", folder.Found("x"));
    }

    [Fact]
    public void Nothing_from_above_holds_in_a_repository_within()
    {
        Git.SkipWhereMissing();
        using var folder = new TempFolder();
        Git.Init(folder.FullPath);
        folder.Write(".gitignore", "a.yaml\n");
        Git.Init(folder.MakeFolder("inner"));
        folder.Write("inner/.gitignore", "b.yaml\n");
        folder.Write("inner/a.yaml");
        folder.Write("inner/b.yaml");

        Assert.Equal("inner/a.yaml", folder.Found("."));
        Assert.Equal("inner/a.yaml", folder.Found("inner"));
    }

    [Fact]
    public void A_worktree_uses_the_excludes_of_its_repository()
    {
        Git.SkipWhereMissing();
        using var folder = new TempFolder();
        Git.Init(folder.MakeFolder("main"));
        folder.Write("main/.git/info/exclude", "out.yaml\n");
        Git.Run(folder["main"], "", "-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-q", "--allow-empty", "-m", "x");
        Git.Run(folder["main"], "", "worktree", "add", "-q", "../tree");
        folder.Write("tree/out.yaml");
        folder.Write("tree/in.yaml");

        Assert.Equal("tree/in.yaml", folder.Found("tree"));
    }

    [Fact]
    public void A_link_to_a_folder_is_no_folder_to_a_pattern()
    {
        using var folder = new TempFolder();
        folder.MakeFolder(".git");
        folder.Write(".gitignore", "link/\nother\n");
        folder.Write("outside/x/a.yaml");
        folder.Write("outside/y/b.yaml");
        folder.MakeFolder("in");
        folder.LinkFolder("in/link", "../outside/x");
        folder.LinkFolder("in/other", "../outside/y");

        Assert.Equal("in/link/a.yaml", folder.Found("in"));
    }

    [Fact]
    public void An_ignore_file_that_is_a_link_is_not_read_as_git_does_not()
    {
        using var folder = new TempFolder();
        folder.Write("patterns", "a.yaml\n");
        folder.LinkFile(".gitignore", "patterns");
        folder.Write("a.yaml");

        Assert.Equal("a.yaml", folder.Found("."));
    }

    [Fact]
    public void Ignore_files_can_be_left_aside()
    {
        using var folder = new TempFolder();
        folder.Write(".gitignore", "a.yaml\n");
        folder.Write("a.yaml");

        var result = FileDiscovery.Find(["."], new DiscoveryOptions { CurrentDirectory = folder.FullPath, UseIgnoreFiles = false });

        Assert.Single(result.Files);
    }

    private static IEnumerable<string> Listed(TempFolder folder)
        => Git.Run(folder.FullPath, "", "ls-files", "-z", "--others", "--exclude-standard")
            .Split('\0')
            .Where(p => FileDiscovery.IsCandidate(Path.GetFileName(p)))
            .Order(StringComparer.Ordinal);
}
