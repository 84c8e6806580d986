using ConnectorLint.Syntax;
using System.Collections.Concurrent;
using System.Reflection;
using Xunit;
using YamlDotNet.Core;

namespace ConnectorLint.Tests.Build;

/// <summary>What <c>build/YamlDotNetRewriter</c> promises about the YamlDotNet that Core runs on.</summary>
public sealed class RewrittenYamlDotNetTests
{
    private static readonly Assembly YamlDotNet = typeof(Parser).Assembly;

    [Fact]
    public void The_library_has_a_name_of_its_own_and_no_strong_name()
    {
        var name = YamlDotNet.GetName();

        Assert.Equal("ConnectorLint.YamlDotNet", name.Name);
        Assert.Empty(name.GetPublicKeyToken()!);
    }

    [Fact]
    public void Core_does_not_refer_to_the_original()
    {
        var references = typeof(SourceSpan).Assembly.GetReferencedAssemblies();

        Assert.DoesNotContain(references, reference => reference.Name == "YamlDotNet");
    }

    [Theory]
    [InlineData("StringBuilderPool")]
    [InlineData("StringLookAheadBufferPool")]
    public void A_pool_is_one_per_thread(string owner)
    {
        var pool = Pool(owner);

        Assert.NotNull(pool.GetCustomAttribute<ThreadStaticAttribute>());
        Assert.False(pool.IsInitOnly);
    }

    [Fact]
    public void No_static_pool_is_shared_by_threads()
    {
        var pools = YamlDotNet.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => field.FieldType.Name.Contains("Pool", StringComparison.Ordinal));

        Assert.All(pools, pool => Assert.NotNull(pool.GetCustomAttribute<ThreadStaticAttribute>()));
    }

    [Fact]
    public void Each_thread_that_parses_and_emits_fills_its_own_pools()
    {
        var found = new ConcurrentBag<(object Builders, object Buffers)>();
        var threads = Enumerable.Range(0, 3).Select(_ => new Thread(() =>
        {
            var parser = new Parser(new StringReader("a: [b, 'c: d', \"e\\tf\"]"));
            var text = new StringWriter();
            var emitter = new Emitter(text);
            while (parser.MoveNext())
                emitter.Emit(parser.Current!);
            if (text.ToString().Contains("c: d", StringComparison.Ordinal))
                found.Add((Pool("StringBuilderPool").GetValue(null)!, Pool("StringLookAheadBufferPool").GetValue(null)!));
        })).ToList();

        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.Equal(3, found.Select(pools => pools.Builders).Distinct().Count());
        Assert.Equal(3, found.Select(pools => pools.Buffers).Distinct().Count());
    }

    private static FieldInfo Pool(string owner) =>
        YamlDotNet.GetType("YamlDotNet.Core.ObjectPool." + owner, throwOnError: true)!
            .GetField("Pool", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!;
}
