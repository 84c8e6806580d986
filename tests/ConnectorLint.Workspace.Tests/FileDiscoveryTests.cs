namespace ConnectorLint.Workspace.Tests;

public sealed class FileDiscoveryTests
{
    [Fact]
    public void A_folder_gives_its_yaml_and_json_files_whatever_the_case_of_their_ends()
    {
        using var folder = new TempFolder();
        foreach (var name in (string[])["b.yaml", "a.yml", "c.json", "D.YAML", "e.txt", "sub/f.Json", "yaml", ".hidden/g.yaml"])
            folder.Write(name);

        Assert.Equal(".hidden/g.yaml D.YAML a.yml b.yaml c.json sub/f.Json", folder.Found("."));
    }

    [Fact]
    public void No_path_means_the_current_folder()
    {
        using var folder = new TempFolder();
        folder.Write("a.yaml");

        Assert.Equal("a.yaml", folder.Found());
    }

    [Fact]
    public void The_order_is_ordinal_by_the_whole_path_and_the_same_for_any_order_of_the_arguments()
    {
        using var folder = new TempFolder();
        foreach (var name in (string[])["a/z.yaml", "a-b.yaml", "a.yaml", "b/a.yaml", "é.yaml", "B.yaml"])
            folder.Write(name);

        Assert.Equal("B.yaml a-b.yaml a.yaml a/z.yaml b/a.yaml é.yaml", folder.Found("."));
        Assert.Equal(folder.Found("a", "b", "a.yaml"), folder.Found("a.yaml", "b", "a"));
    }

    [Theory]
    [InlineData(".git")]
    [InlineData(".hg")]
    [InlineData(".svn")]
    [InlineData("node_modules")]
    public void Folders_of_tools_are_not_entered(string name)
    {
        using var folder = new TempFolder();
        folder.Write($"x/{name}/a.yaml");
        folder.Write("x/b.yaml");

        Assert.Equal("x/b.yaml", folder.Found("."));
    }

    [Fact]
    public void The_configuration_is_no_manifest_even_when_named()
    {
        using var folder = new TempFolder();
        folder.Write(".connectorlint.yaml", "root: true\n");
        folder.Write("t/.connectorlint.yaml", "rules: {}\n");

        var walked = folder.Find(".");
        Assert.Empty(walked.Files);
        Assert.Equal([folder[".connectorlint.yaml"], folder["t/.connectorlint.yaml"]], walked.Configurations);
        var named = folder.Find("t/.connectorlint.yaml");
        Assert.Empty(named.Files);
        Assert.Empty(named.Problems);
        Assert.Equal([folder["t/.connectorlint.yaml"]], named.Configurations);
    }

    [Fact]
    public void A_named_file_is_taken_whatever_its_end_and_the_ignore_rules()
    {
        using var folder = new TempFolder();
        folder.MakeFolder(".git");
        folder.Write(".gitignore", "*\n");
        folder.Write("x/tenant.txt");
        folder.Write("x/a.yaml");

        var result = folder.Find("x/tenant.txt", "x/a.yaml");

        Assert.Equal(["x/a.yaml", "x/tenant.txt"], result.Files.Select(f => f.DisplayPath));
        Assert.All(result.Files, f => Assert.True(f.IsNamed));
        Assert.Empty(folder.Find(".").Files);
        Assert.Equal(1, folder.Find(".").IgnoredCount);
    }

    [Fact]
    public void A_named_folder_is_walked_though_it_is_ignored()
    {
        using var folder = new TempFolder();
        folder.MakeFolder(".git");
        folder.Write(".gitignore", "out/\n");
        folder.Write("out/a.yaml");

        Assert.Equal("", folder.Found("."));
        Assert.Equal("out/a.yaml", folder.Found("out"));
    }

    [Fact]
    public void A_dash_is_left_to_the_caller()
    {
        using var folder = new TempFolder();

        var result = folder.Find("-");

        Assert.True(result.ReadsStandardInput);
        Assert.Empty(result.Files);
        Assert.Empty(result.Problems);
    }

    [Theory]
    [InlineData("nothing.yaml")]
    [InlineData("no/such/folder")]
    [InlineData("")]
    [InlineData("a\0b")]
    public void A_missing_path_is_reported_and_the_others_are_looked_at(string missing)
    {
        using var folder = new TempFolder();
        folder.Write("a.yaml");

        var result = folder.Find(missing, "a.yaml");

        Assert.Equal([new DiscoveryProblem(missing, DiscoveryProblemKind.Missing, "does not exist", IsNamed: true)], result.Problems);
        Assert.Single(result.Files);
    }

    [Fact]
    public void The_same_file_by_several_names_is_taken_once()
    {
        using var folder = new TempFolder();
        var path = folder.Write("x/a.yaml");

        var result = folder.Find("x/a.yaml", ".", "x", "x/../x/./a.yaml", path, "x/");

        Assert.Equal(["x/a.yaml"], result.Files.Select(f => f.DisplayPath));
        Assert.True(result.Files[0].IsNamed);
    }

    [Fact]
    public void Paths_below_the_current_folder_are_shown_relative_and_others_full()
    {
        using var folder = new TempFolder();
        folder.Write("here/sub/a.yaml");
        folder.Write("here2/b.yaml");

        var options = new DiscoveryOptions { CurrentDirectory = folder["here"] };
        var result = FileDiscovery.Find(["sub", "../here2"], options);

        Assert.Equal(["sub/a.yaml", folder["here2/b.yaml"].Replace('\\', '/')], result.Files.Select(f => f.DisplayPath));
        Assert.Equal([folder["here/sub/a.yaml"], folder["here2/b.yaml"]], result.Files.Select(f => f.FullPath));
    }

    [Fact]
    public void A_caller_can_exclude_files_and_folders()
    {
        using var folder = new TempFolder();
        folder.Write("a.yaml");
        folder.Write("b.yaml");
        folder.Write("c/d.yaml");
        var asked = new List<string>();

        var result = FileDiscovery.Find(["."], new DiscoveryOptions
        {
            CurrentDirectory = folder.FullPath,
            Exclude = (path, isFolder) =>
            {
                asked.Add(path);
                return isFolder || path.EndsWith("b.yaml", StringComparison.Ordinal);
            },
        });

        Assert.Equal(["a.yaml"], result.Files.Select(f => f.DisplayPath));
        Assert.DoesNotContain(folder["c/d.yaml"], asked);
        Assert.Equal(2, result.IgnoredCount);
    }

    [Fact]
    public void A_walk_can_be_cancelled()
    {
        using var folder = new TempFolder();
        var options = new DiscoveryOptions { CurrentDirectory = folder.FullPath, Cancellation = new CancellationToken(canceled: true) };

        Assert.Throws<OperationCanceledException>(() => FileDiscovery.Find(["."], options));
    }

    [Fact]
    public void A_folder_that_may_not_be_read_is_reported_and_the_walk_goes_on()
    {
        SkipWhereAllIsAllowed();
        using var folder = new TempFolder();
        folder.Write("a.yaml");
        var closed = folder.MakeFolder("closed");
        SetMode(closed, UnixFileMode.None);
        try
        {
            var result = folder.Find(".");

            Assert.Equal(["a.yaml"], result.Files.Select(f => f.DisplayPath));
            Assert.Equal([new DiscoveryProblem("closed", DiscoveryProblemKind.Unreadable, "can't be read: permission denied", IsNamed: false)], result.Problems);
        }
        finally
        {
            SetMode(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void A_file_that_may_not_be_read_is_unreadable()
    {
        SkipWhereAllIsAllowed();
        using var folder = new TempFolder();
        SetMode(folder.Write("a.yaml"), UnixFileMode.None);

        var content = FileReader.Read(folder.Find(".").Files.Single());

        Assert.Equal(FileStatus.Unreadable, content.Status);
        Assert.Equal("can't be read: permission denied", content.Message);
    }

    [Fact]
    public void A_broken_link_is_reported()
    {
        using var folder = new TempFolder();
        folder.LinkFile("a.yaml", "gone.yaml");
        folder.LinkFile("other", "gone");

        var problem = Assert.Single(folder.Find(".").Problems);
        Assert.Equal(("a.yaml", DiscoveryProblemKind.BrokenLink, false), (problem.Path, problem.Kind, problem.IsNamed));
        Assert.Equal("is a symbolic link to gone.yaml, which does not exist", problem.Message);
        Assert.True(folder.Find("other").Problems.Single() is { Kind: DiscoveryProblemKind.BrokenLink, IsNamed: true });
    }

    [Fact]
    public void A_link_back_to_a_folder_above_is_reported_as_a_loop()
    {
        using var folder = new TempFolder();
        folder.Write("a/b/c.yaml");
        folder.LinkFolder("a/b/up", "../..");

        var result = folder.Find("a");

        Assert.Equal(["a/b/c.yaml"], result.Files.Select(f => f.DisplayPath));
        Assert.Equal([new DiscoveryProblem("a/b/up", DiscoveryProblemKind.Loop, "is a symbolic link back to ., which it is in", IsNamed: false)], result.Problems);
    }

    [Fact]
    public void Links_to_each_other_are_reported_as_a_loop()
    {
        using var folder = new TempFolder();
        folder.LinkFile("a.yaml", "b.yaml");
        folder.LinkFile("b.yaml", "a.yaml");

        Assert.Equal(["a.yaml", "b.yaml"], folder.Find(".").Problems.Where(p => p.Kind == DiscoveryProblemKind.Loop).Select(p => p.Path));
        Assert.True(folder.Find("a.yaml").Problems.Single() is { Kind: DiscoveryProblemKind.Loop, IsNamed: true });
    }

    [Fact]
    public void A_linked_folder_is_followed_once_and_what_has_a_name_of_its_own_keeps_it()
    {
        using var folder = new TempFolder();
        folder.MakeFolder(".git");
        folder.Write("outside/x.yaml");
        folder.Write("in/real/y.yaml");
        folder.Write("in/z.yaml");
        folder.LinkFolder("in/a-link", "real");
        folder.LinkFolder("in/b-link", "../outside");
        folder.LinkFolder("in/c-link", "../outside");
        folder.LinkFile("in/d.yaml", "z.yaml");
        folder.LinkFile("in/e.yaml", "../outside/x.yaml");

        var result = folder.Find("in");

        Assert.Equal("in/b-link/x.yaml in/real/y.yaml in/z.yaml", string.Join(' ', result.Files.Select(f => f.DisplayPath)));
        Assert.Empty(result.Problems);
    }

    [Fact]
    public void A_linked_file_outside_is_taken_by_the_first_link()
    {
        using var folder = new TempFolder();
        folder.MakeFolder(".git");
        folder.Write("outside/x.txt");
        folder.MakeFolder("in");
        folder.LinkFile("in/b.yaml", "../outside/x.txt");
        folder.LinkFile("in/a.yaml", "../outside/x.txt");

        Assert.Equal("in/a.yaml", folder.Found("in"));
    }

    [Fact]
    public void Two_linked_folders_that_link_to_each_other_end()
    {
        using var folder = new TempFolder();
        folder.MakeFolder(".git");
        folder.Write("p/a.yaml");
        folder.Write("q/b.yaml");
        folder.LinkFolder("p/to-q", "../q");
        folder.LinkFolder("q/to-p", "../p");

        Assert.Equal("p/a.yaml p/to-q/b.yaml", folder.Found("p"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_link_out_of_the_repository_is_not_followed_unless_it_is_named(bool isRepository)
    {
        using var folder = new TempFolder();
        folder.Write("outside/x.yaml");
        folder.Write("outside/lone.txt");
        folder.Write("in/tenants/a.yaml");
        if (isRepository)
            folder.MakeFolder("in/.git");
        folder.LinkFolder("in/tenants/folder", "../../outside");
        folder.LinkFile("in/tenants/file.yaml", "../../outside/lone.txt");

        var result = folder.Find("in");

        Assert.Equal("in/tenants/a.yaml", string.Join(' ', result.Files.Select(f => f.DisplayPath)));
        Assert.Equal(
            [
                new DiscoveryProblem("in/tenants/file.yaml", DiscoveryProblemKind.LeadsOut, "is a symbolic link to outside/lone.txt, outside of in, and not followed unless it is named", IsNamed: false),
                new DiscoveryProblem("in/tenants/folder", DiscoveryProblemKind.LeadsOut, "is a symbolic link to outside, outside of in, and not followed unless it is named", IsNamed: false),
            ],
            result.Problems);

        // The link itself, or what it leads to.
        Assert.Equal("in/tenants/a.yaml in/tenants/file.yaml in/tenants/folder/x.yaml", folder.Found("in", "in/tenants/file.yaml", "in/tenants/folder"));
        Assert.Empty(folder.Find("in", "outside").Problems);
    }

    [Fact]
    public void A_named_link_is_the_name_that_is_shown()
    {
        using var folder = new TempFolder();
        folder.Write("a.yaml");
        folder.LinkFile("link", "a.yaml");

        var file = Assert.Single(folder.Find("link", ".", "a.yaml").Files);
        Assert.Equal(("link", true), (file.DisplayPath, file.IsNamed));
    }

    private static void SkipWhereAllIsAllowed()
        => Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.UserName == "root", "root may read everything (and Windows has no modes)");

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, mode);
    }
}
