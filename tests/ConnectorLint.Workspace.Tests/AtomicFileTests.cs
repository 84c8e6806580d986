namespace ConnectorLint.Workspace.Tests;

public sealed class AtomicFileTests
{
    [Fact]
    public void A_new_file_is_written_and_no_other_stays()
    {
        using var folder = new TempFolder();

        AtomicFile.Write(folder["out.txt"], "new"u8, flush: true);

        Assert.Equal("new", File.ReadAllText(folder["out.txt"]));
        Assert.Single(Directory.GetFiles(folder.FullPath));
    }

    [Fact]
    public void An_old_file_is_replaced_and_keeps_its_mode()
    {
        using var folder = new TempFolder();
        var path = folder.Write("out.txt", "something longer than before");
        var mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherWrite;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, mode);

        AtomicFile.Write(path, "new"u8);

        Assert.Equal("new", File.ReadAllText(path));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(mode, File.GetUnixFileMode(path));
    }

    [Fact]
    public void Whoever_has_the_old_file_open_still_reads_the_old_content()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "an open file can't be replaced on Windows");
        using var folder = new TempFolder();
        using var reader = new StreamReader(folder.Write("out.txt", "old"));

        AtomicFile.Write(folder["out.txt"], "new"u8);

        Assert.Equal("old", reader.ReadToEnd());
    }

    [Fact]
    public void A_link_stays_and_its_target_is_written()
    {
        using var folder = new TempFolder();
        folder.Write("real/out.txt", "old");
        folder.LinkFile("link", "link2");
        folder.LinkFile("link2", "real/out.txt");
        folder.LinkFile("to-new", "real/new.txt");

        AtomicFile.Write(folder["link"], "new"u8);
        AtomicFile.Write(folder["to-new"], "new"u8);

        Assert.Equal("link2", new FileInfo(folder["link"]).LinkTarget);
        Assert.Equal("new", File.ReadAllText(folder["real/out.txt"]));
        Assert.Equal("new", File.ReadAllText(folder["real/new.txt"]));
    }

    [Fact]
    public void A_failure_leaves_the_folder_as_it_was()
    {
        using var folder = new TempFolder();
        folder.MakeFolder("out/x");

        Assert.ThrowsAny<Exception>(() => AtomicFile.Write(folder["out"], "new"u8));
        Assert.Throws<DirectoryNotFoundException>(() => AtomicFile.Write(folder["no/such/file"], "new"u8));

        Assert.Empty(Directory.GetFiles(folder.FullPath));
        Assert.True(Directory.Exists(folder["out/x"]));
    }

    [Fact]
    public void A_file_that_may_not_be_written_is_not_replaced()
    {
        using var folder = new TempFolder();
        var path = folder.Write("out.txt", "old");
        File.SetAttributes(path, FileAttributes.ReadOnly);
        Assert.SkipUnless(new FileInfo(path).IsReadOnly, "root may write everything");

        Assert.Throws<UnauthorizedAccessException>(() => AtomicFile.Write(path, "new"u8));

        Assert.Equal("old", File.ReadAllText(path));
        File.SetAttributes(path, FileAttributes.Normal);
    }

    [Fact]
    public void A_device_is_written_to_and_not_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no /dev/null");
        Assert.True(AtomicFile.IsSpecial("/dev/null"));
        Assert.True(AtomicFile.IsSpecial("/proc/self/fd/1"));
        Assert.SkipWhen(Environment.UserName == "root", "a mistake of root's would replace /dev/null");

        AtomicFile.Write("/dev/null", "new"u8);

        Assert.Equal(0, new FileInfo("/dev/null").Length);
        Assert.Empty(File.ReadAllText("/dev/null"));
    }
}
