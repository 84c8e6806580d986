using System.Text;

namespace ConnectorLint.Engine;

/// <summary>SHA-256 (FIPS 180-4) of short texts.</summary>
/// <remarks>
/// The framework's own asks the system's OpenSSL on Linux: a native binary would need it installed, and one finding
/// would cost its loading (half of a cold start).
/// </remarks>
internal static class Sha256
{
    private static readonly uint[] Constants =
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    /// <summary>The hash of the bytes, in lower-case hexadecimal.</summary>
    public static string Hex(byte[] bytes)
    {
        uint[] state = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];
        var words = new uint[64];
        var padded = Padded(bytes);
        for (var start = 0; start < padded.Length; start += 64)
            Add(state, words, padded, start);
        var text = new StringBuilder(64);
        foreach (var word in state)
        {
            for (var shift = 28; shift >= 0; shift -= 4)
                text.Append("0123456789abcdef"[(int)(word >> shift) & 15]);
        }

        return text.ToString();
    }

    // A one bit, zeros, and the length in bits, up to whole blocks.
    private static byte[] Padded(byte[] bytes)
    {
        var padded = new byte[(bytes.Length + 8) / 64 * 64 + 64];
        Array.Copy(bytes, padded, bytes.Length);
        padded[bytes.Length] = 0x80;
        var bits = (ulong)bytes.Length * 8;
        for (var i = 0; i < 8; i++)
            padded[padded.Length - 1 - i] = (byte)(bits >> (8 * i));
        return padded;
    }

    private static void Add(uint[] state, uint[] words, byte[] block, int start)
    {
        for (var i = 0; i < 16; i++)
            words[i] = (uint)((block[start + (4 * i)] << 24) | (block[start + (4 * i) + 1] << 16) | (block[start + (4 * i) + 2] << 8) | block[start + (4 * i) + 3]);
        for (var i = 16; i < 64; i++)
        {
            var small0 = Rotate(words[i - 15], 7) ^ Rotate(words[i - 15], 18) ^ (words[i - 15] >> 3);
            var small1 = Rotate(words[i - 2], 17) ^ Rotate(words[i - 2], 19) ^ (words[i - 2] >> 10);
            words[i] = unchecked(words[i - 16] + small0 + words[i - 7] + small1);
        }

        var (a, b, c, d, e, f, g, h) = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7]);
        for (var i = 0; i < 64; i++)
        {
            var sum1 = Rotate(e, 6) ^ Rotate(e, 11) ^ Rotate(e, 25);
            var first = unchecked(h + sum1 + ((e & f) ^ (~e & g)) + Constants[i] + words[i]);
            var sum0 = Rotate(a, 2) ^ Rotate(a, 13) ^ Rotate(a, 22);
            var second = unchecked(sum0 + ((a & b) ^ (a & c) ^ (b & c)));
            (h, g, f, e, d, c, b, a) = (g, f, e, unchecked(d + first), c, b, a, unchecked(first + second));
        }

        unchecked
        {
            state[0] += a;
            state[1] += b;
            state[2] += c;
            state[3] += d;
            state[4] += e;
            state[5] += f;
            state[6] += g;
            state[7] += h;
        }
    }

    private static uint Rotate(uint word, int by) => (word >> by) | (word << (32 - by));
}
