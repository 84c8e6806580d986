using System.Security.Cryptography;
using System.Text;
using ConnectorLint.Engine;
using CsCheck;
using Xunit;

namespace ConnectorLint.Tests.Engine;

public class Sha256Tests
{
    [Fact]
    public void It_is_the_frameworks_hash_for_every_length_around_a_block()
    {
        for (var length = 0; length < 300; length++)
        {
            var bytes = Enumerable.Range(0, length).Select(i => (byte)(i * 31)).ToArray();
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), Sha256.Hex(bytes));
        }
    }

    [Fact]
    public void It_is_the_frameworks_hash_for_any_text() =>
        Gen.String.Select(Encoding.UTF8.GetBytes).Sample(bytes => Convert.ToHexStringLower(SHA256.HashData(bytes)) == Sha256.Hex(bytes), iter: 2_000);
}
