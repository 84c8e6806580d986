using System.Diagnostics;
using System.Text;
using CsCheck;

namespace ConnectorLint.Workspace.Tests;

public sealed class IgnoreRulesTests
{
    // Folders end with a slash; git needs them only to be named, not to be there.
    private static readonly string[] s_paths =
    [
        "a", "b", "ab", "abc", "A", "a.yaml", "B.YAML", "x y", "a ", "[a]", "!a", "#a", "é", "a]", "a-b", "z9",
        "a/a", "a/b", "a/b/c", "a/b/c/a.yaml", "a/x y", "ab/a", "ab/c/abc", "A/a", "A/B/c", "b/a/b/a", "b/a.yaml", "c/ab/!a", "é/a",
    ];

    private static readonly Gen<string> s_pattern =
        from atoms in Gen.OneOf(
            "a", "b", "c", "ab", "A", "é", "*", "*", "?", "**", "**/", "/**", "[ab]", "[!a]", "[^b]", "[a-c]", "[A-C]", "[]a]", "[[:alpha:]]",
            "[[:upper:]]", "[[:nope:]]", "[a", "]", "-", "/", "/", "/", "\\", "\\*", "!", "#", " ", "\\ ", ".yaml", "\r", "\t", "x y", "[\\]a]", "[a-").Array[1, 6]
        from start in Gen.OneOf("", "", "", "!", "/", "!/")
        select start + string.Concat(atoms);

    private static readonly Gen<string> s_file =
        from lines in s_pattern.Array[1, 4]
        from end in Gen.OneOf("\n", "\r\n", "")
        select string.Join(end.Length == 0 ? "\n" : end, lines) + end;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Random_patterns_ignore_what_git_ignores(bool ignoreCase)
    {
        Git.SkipWhereMissing();

        // Each case is a folder of one repository with an ignore file, and another one in its folder "a".
        Gen.Select(s_file, s_file).Array[300].Sample(
            cases =>
            {
                using var folder = new TempFolder();
                Git.Init(folder.FullPath);
                Git.Run(folder.FullPath, "", "config", "core.ignorecase", ignoreCase ? "true" : "false");
                for (var i = 0; i < cases.Length; i++)
                {
                    folder.Write($"{i}/.gitignore", cases[i].Item1);
                    folder.Write($"{i}/a/.gitignore", cases[i].Item2);
                }

                var paths = Enumerable.Range(0, cases.Length).SelectMany(i => s_paths.Select(p => $"{i}/{p}")).ToList();
                var git = Git.Ignored(folder.FullPath, paths);
                var differences = paths
                    .Where(p => git.Contains(p) != IsIgnored(folder.FullPath, p))
                    .Select(p => $"{p}: git says {git.Contains(p)} of {Quote(cases[int.Parse(p[..p.IndexOf('/')], null)])}");
                Assert.Empty(differences);
            },
            iter: 2,
            threads: 1);

        static string Quote((string, string) files) => (files.Item1 + " and " + files.Item2).Replace("\n", "\\n").Replace("\r", "\\r");
    }

    [Theory]
    [InlineData("a.yaml", "a.yaml", "Ignored")]
    [InlineData("a.yaml", "b/a.yaml", "Ignored")]
    [InlineData("/a.yaml", "b/a.yaml", "None")]
    [InlineData("b/a.yaml", "c/b/a.yaml", "None")]
    [InlineData("**/b/a.yaml", "c/b/a.yaml", "Ignored")]
    [InlineData("b/**", "b", "None")]
    [InlineData("b/**", "b/c/d", "Ignored")]
    [InlineData("b/**", "ab/c", "None")]
    [InlineData("a/**/b", "a/b", "Ignored")]
    [InlineData("a/**/b", "a/x/y/b", "Ignored")]
    [InlineData("a/*", "a/b/c", "None")]
    [InlineData("a/", "a", "None")]
    [InlineData("*.y?ml", "x.yaml", "Ignored")]
    [InlineData("[a-c].yaml", "b.yaml", "Ignored")]
    [InlineData("[!a-c].yaml", "b.yaml", "None")]
    [InlineData("*\n!a.yaml", "a.yaml", "Included")]
    [InlineData("!a.yaml\n*", "a.yaml", "Ignored")]
    [InlineData("\\!a", "!a", "Ignored")]
    [InlineData("\\#a", "#a", "Ignored")]
    [InlineData("#a", "#a", "None")]
    [InlineData("a  ", "a", "Ignored")]
    [InlineData("a\\ ", "a ", "Ignored")]
    [InlineData("a\r\n", "a", "Ignored")]
    [InlineData("\uFEFFa", "a", "Ignored")]
    [InlineData("A", "a", "None")]
    [InlineData("/", "a", "None")]
    [InlineData("\n\n!\n", "a", "None")]
    public void A_pattern_says_of_a_file(string patterns, string path, string expected)
        => Assert.Equal(expected, IgnoreRules.Parse(Encoding.UTF8.GetBytes(patterns)).Match(Encoding.UTF8.GetBytes(path), isFolder: false).ToString());

    [Fact]
    public void A_pattern_with_a_slash_at_its_end_ignores_folders_only()
        => Assert.Equal(IgnoreMatch.Ignored, IgnoreRules.Parse("a/"u8).Match("b/a"u8, isFolder: true));

    [Fact]
    public void A_pattern_made_to_take_for_ever_does_not()
    {
        var pattern = string.Concat(Enumerable.Repeat("**/a*", 40)) + "b";
        var path = string.Join('/', Enumerable.Repeat("aaaaaaaa", 100));
        var clock = Stopwatch.StartNew();

        Assert.Equal(IgnoreMatch.None, IgnoreRules.Parse(Encoding.UTF8.GetBytes(pattern)).Match(Encoding.UTF8.GetBytes(path), isFolder: false));

        // Without the memory it would run for years.
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void A_pattern_of_many_stars_does_not_use_up_the_stack()
    {
        var pattern = string.Concat(Enumerable.Repeat("**/", 1_300)) + "b";

        Assert.Equal(IgnoreMatch.None, IgnoreRules.Parse(Encoding.UTF8.GetBytes(pattern)).Match("a/a"u8, isFolder: false));
    }

    [Fact]
    public void Any_bytes_are_patterns()
        => Gen.Byte.Array[0, 200].Sample(bytes => IgnoreRules.Parse(bytes).Match("a/b/c.yaml"u8, isFolder: false) is IgnoreMatch.None or IgnoreMatch.Ignored or IgnoreMatch.Included);

    // As a walk would: a folder that is ignored is not entered.
    private static bool IsIgnored(string repository, string path)
    {
        var ignoreCase = false;
        var folder = repository;
        var scope = IgnoreScope.Enter(null, folder, isRepository: true, hasIgnoreFile: true, ref ignoreCase);
        var parts = path.Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            var isFolder = i < parts.Length - 1;
            folder = Path.Join(folder, parts[i]);
            if (scope is not null && scope.IsIgnored(folder, isFolder || Directory.Exists(folder)))
                return true;
            if (isFolder)
                scope = IgnoreScope.Enter(scope, folder, isRepository: false, hasIgnoreFile: true, ref ignoreCase);
        }

        return false;
    }
}
