// What the test program does with a line: `decode Name hex` and `encode Name words…`. Messages lie inside larger arrays between
// bytes that must neither be read nor written; a step outside the arrays is an exception, and that is a failure as well.

using System;
using System.Text;

namespace Tos.Protocol
{
    internal delegate int Encoder(byte[] output, int at);

    internal static partial class Program
    {
        private const int Before = 3;
        private const int Behind = 5;
        private const byte Poison = 0xa5;

        private static void Main()
        {
            string line;
            while ((line = Console.ReadLine()) != null)
            {
                string[] words = line.Split(' ');
                string result;
                try
                {
                    result = words[0].EndsWith("delta") ? AnswerDelta(words[1], words) : Answer(words[0] == "decode", words[1], words);
                }
                catch (Exception exception)
                {
                    result = "exception " + exception.GetType().Name;
                }
                Console.WriteLine(result);
            }
        }

        /// <summary>The hexadecimal word as bytes between poison.</summary>
        private static byte[] Surrounded(string word)
        {
            byte[] bytes = Hex.Bytes(word.Substring(1));
            byte[] all = Poisoned(bytes.Length + Behind);
            bytes.CopyTo(all, Before);
            return all;
        }

        private static byte[] Poisoned(int room)
        {
            var all = new byte[Before + room];
            for (int i = 0; i < all.Length; i++) all[i] = Poison;
            return all;
        }

        /// <summary>The answer to a decode: the bytes it encodes to again, then its fields.</summary>
        private static string Decoded(int end, Encoder encode, StringBuilder fields)
        {
            if (end < 0) return CodecFault.Name(end);
            return EncodedInto(encode, end - Before) + fields;
        }

        private static string EncodedInto(Encoder encode, int room)
        {
            byte[] output = Poisoned(room);
            int end = encode(output, Before);
            for (int i = 0; i < Before; i++)
            {
                if (output[i] != Poison) return "wrote before its place";
            }
            return end < 0 ? CodecFault.Name(end) : "x" + Hex.Of(output, Before, end - Before);
        }

        /// <summary>The answer to an encode, after trying rooms that are too small.</summary>
        private static string Encoded(Encoder encode)
        {
            string encoded = EncodedInto(encode, 100000);
            if (encoded[0] != 'x') return encoded;
            int size = encoded.Length / 2;
            for (int room = 0; room < size; room++)
            {
                if (size > 40 && room >= 3 && room != size / 2 && room + 9 < size) continue;
                string result = EncodedInto(encode, room);
                if (result != "noRoom") return "room for " + room + " gave " + result;
            }
            return encoded;
        }
    }
}
