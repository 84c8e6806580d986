namespace ConnectorLint.Workspace.Tests;

/// <summary>A tenant's shard never changes: CI jobs keep their caches and their baselines by it.</summary>
public class TenantShardTests
{
    // Not to be rewritten, ever.
    [Theory]
    [InlineData("contoso", 1, 1, 1, 841)]
    [InlineData("fabrikam", 2, 2, 4, 4)]
    [InlineData("north wind", 1, 1, 5, 905)]
    [InlineData("prod/exchange/export.json", 2, 1, 8, 448)]
    [InlineData("Müller & Söhne", 1, 3, 5, 455)]
    [InlineData("", 2, 1, 8, 948)]
    public void A_name_has_the_same_shard_in_every_version(string tenant, int ofTwo, int ofThree, int ofTen, int ofThousand) =>
        Assert.Equal([1, ofTwo, ofThree, ofTen, ofThousand], new[] { 1, 2, 3, 10, 1000 }.Select(count => TenantShard.Of(tenant, count)));

    [Fact]
    public void Case_does_not_count() => Assert.Equal(TenantShard.Of("contoso-eu", 97), TenantShard.Of("CONTOSO-eu", 97));

    [Fact]
    public void Shards_are_of_about_the_same_size()
    {
        var sizes = Enumerable.Range(0, 10_000).Select(i => TenantShard.Of($"t{i}", 8)).GroupBy(shard => shard).Select(shard => shard.Count()).ToArray();
        Assert.Equal(8, sizes.Length);
        Assert.All(sizes, size => Assert.InRange(size, 1150, 1350));
    }

    [Theory]
    [InlineData("1/1")]
    [InlineData("2/5")]
    [InlineData("10/10")]
    public void A_share_is_read_as_it_is_written(string text) => Assert.Equal(text, TenantShard.Parse(text)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("x")]
    [InlineData("2")]
    [InlineData("0/3")]
    [InlineData("4/3")]
    [InlineData("-1/3")]
    [InlineData("1/0")]
    [InlineData("1/3/5")]
    [InlineData(" 1/3")]
    [InlineData("1/99999999999")]
    public void What_is_no_share_is_refused(string text) => Assert.Null(TenantShard.Parse(text));
}
