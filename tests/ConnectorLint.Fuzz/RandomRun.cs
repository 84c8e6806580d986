using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ConnectorLint.Fuzz;

/// <summary>Changes texts at random; the same seed gives the same texts. For a machine without AFL.</summary>
internal static class RandomRun
{
    // A text of a few thousand characters that takes longer shows a reader that is not linear.
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    /// <summary>Runs for a time; false when a text broke the reader, which is then in a file in the current folder.</summary>
    public static bool Start(FuzzTarget target, TimeSpan time, int seed)
    {
        var random = new Random(seed);
        var pool = new List<string>(target.Seeds);
        var watch = Stopwatch.StartNew();
        var runs = 0L;
        var failures = 0;
        while (watch.Elapsed < time && failures < 10)
        {
            // Half from the seeds: changes shorten a text more often than not.
            var from = random.Next(2) == 0 ? target.Seeds[random.Next(target.Seeds.Count)] : pool[random.Next(pool.Count)];
            var text = Mutation.Of(from, pool, random);
            var started = watch.Elapsed;
            try
            {
                target.Run(text);
                if (watch.Elapsed - started > Slow)
                    throw new TimeoutException("reading took " + (watch.Elapsed - started));
            }
            catch (Exception exception)
            {
                failures++;
                var path = string.Create(CultureInfo.InvariantCulture, $"crash-{seed}-{runs}.txt");
                File.WriteAllBytes(path, Encoding.UTF8.GetBytes(text));
                Console.WriteLine($"{path}: {exception}");
            }

            // Changes on changes, so that texts drift away from the seeds.
            if (random.Next(20) == 0 && text.Length is > 50 and < 5_000)
            {
                if (pool.Count < 500)
                    pool.Add(text);
                else
                    pool[random.Next(target.Seeds.Count, pool.Count)] = text;
            }

            runs++;
        }

        Console.WriteLine($"{runs} texts, {failures} failures");
        return failures == 0;
    }
}
