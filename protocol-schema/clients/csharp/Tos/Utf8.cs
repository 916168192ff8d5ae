using System.Text;

namespace Tos.Protocol
{
    /// <summary>
    /// UTF-8 without replacement characters and exceptions: what is not well-formed (Unicode 15, table 3-7) is refused.
    /// </summary>
    internal static class Utf8
    {
        /// <summary>Bytes of the text, or -1 when it holds a lone surrogate.</summary>
        public static int Size(string text)
        {
            int size = 0;
            for (int i = 0; i < text.Length; i++)
            {
                char unit = text[i];
                if (unit < 0x80) size += 1;
                else if (unit < 0x800) size += 2;
                else if (!char.IsSurrogate(unit)) size += 3;
                else if (char.IsHighSurrogate(unit) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                {
                    size += 4;
                    i++;
                }
                else return -1;
            }
            return size;
        }

        /// <summary>Writes a text whose size is known and fits.</summary>
        public static void Write(string text, byte[] output, int at)
        {
            Encoding.UTF8.GetBytes(text, 0, text.Length, output, at);
        }

        /// <summary>The bytes are well-formed.</summary>
        public static string Read(byte[] data, int at, int size)
        {
            return size == 0 ? "" : Encoding.UTF8.GetString(data, at, size);
        }

        public static bool IsWellFormed(byte[] data, int at, int end)
        {
            while (at < end)
            {
                byte first = data[at];
                if (first < 0x80)
                {
                    at++;
                    continue;
                }
                if (first < 0xc2 || first > 0xf4) return false;
                int length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
                if (length > end - at) return false;
                int least = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
                int most = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
                if (data[at + 1] < least || data[at + 1] > most) return false;
                for (int i = 2; i < length; i++)
                {
                    if ((data[at + i] & 0xc0) != 0x80) return false;
                }
                at += length;
            }
            return true;
        }
    }
}
