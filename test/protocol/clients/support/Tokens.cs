// A message as a line of words, to and from: the test's other end writes and reads the same words from the schema. These types
// stand in for Reader and Writer and take everything, valid or not, because refusing is the codec's part.

using System;
using System.Globalization;
using System.Text;

namespace Tos.Protocol
{
    internal static class Hex
    {
        public static string Of(byte[] bytes, int at, int size)
        {
            return BitConverter.ToString(bytes, at, size).Replace("-", "").ToLowerInvariant();
        }

        public static byte[] Bytes(string hex)
        {
            var bytes = new byte[hex.Length / 2];
            for (int i = 0; i < bytes.Length; i++) bytes[i] = Convert.ToByte(hex.Substring(2 * i, 2), 16);
            return bytes;
        }
    }

    internal struct TokenReader
    {
        private readonly string[] words;
        private int next;

        public TokenReader(string[] words, int first)
        {
            this.words = words;
            next = first;
        }

        public bool Fail(int reason) { return true; }
        public bool Within(double value, double min, double max) { return true; }

        public bool U8(ref byte value) { value = unchecked((byte)Number()); return true; }
        public bool U16(ref ushort value) { value = unchecked((ushort)Number()); return true; }
        public bool U32(ref uint value) { value = unchecked((uint)Number()); return true; }
        public bool I8(ref sbyte value) { value = unchecked((sbyte)Number()); return true; }
        public bool I16(ref short value) { value = unchecked((short)Number()); return true; }
        public bool I32(ref int value) { value = unchecked((int)Number()); return true; }
        public bool Varint(ref uint value) { return U32(ref value); }
        public bool Zigzag(ref int value) { return I32(ref value); }
        public bool Boolean(ref bool value) { value = Number() != 0; return true; }
        public bool Bits(ref uint value, uint defined, int bytes) { return U32(ref value); }

        public bool F64(ref double value)
        {
            ulong bits = ulong.Parse(words[next++], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            value = BitConverter.Int64BitsToDouble(unchecked((long)bits));
            return true;
        }

        public bool F32(ref float value)
        {
            double wide = 0;
            F64(ref wide);
            value = (float)wide;
            return true;
        }

        public bool Quantized(ref double value, Quantization how) { return F64(ref value); }

        /// <summary><c>x</c> and UTF-8, or <c>u</c> and UTF-16, which may hold lone surrogates.</summary>
        public bool Text(ref string value, int cap)
        {
            string word = words[next++];
            byte[] bytes = Hex.Bytes(word.Substring(1));
            if (word[0] == 'x') value = Encoding.UTF8.GetString(bytes);
            else
            {
                var units = new StringBuilder();
                for (int i = 0; i < bytes.Length; i += 2) units.Append((char)(bytes[i] << 8 | bytes[i + 1]));
                value = units.ToString();
            }
            return true;
        }

        public bool Bytes(byte[] value, int size)
        {
            byte[] bytes = Blob();
            bytes.CopyTo(value, 0);
            return bytes.Length == size;
        }

        public bool Bytes(byte[] value, ref int size, int cap)
        {
            byte[] bytes = Blob();
            if (bytes.Length > cap) return false;
            bytes.CopyTo(value, 0);
            size = bytes.Length;
            return true;
        }

        /// <summary>A count outside the cap is kept, for the codec to refuse, though nothing can follow it.</summary>
        public bool Count(ref int count, int cap, int leastBytes)
        {
            count = unchecked((int)Number());
            return count >= 0 && count <= cap;
        }

        public bool Place(ushort[] places, int index, int size)
        {
            places[index] = unchecked((ushort)Number());
            return true;
        }

        private long Number() { return long.Parse(words[next++], CultureInfo.InvariantCulture); }

        private byte[] Blob() { return Hex.Bytes(words[next++].Substring(1)); }
    }

    internal struct TokenWriter
    {
        private readonly StringBuilder line;

        public TokenWriter(StringBuilder line) { this.line = line; }

        public bool Fail(int reason) { return true; }
        public bool Within(double value, double min, double max) { return true; }

        public bool U8(byte value) { return Number(value); }
        public bool U16(ushort value) { return Number(value); }
        public bool U32(uint value) { return Number(value); }
        public bool I8(sbyte value) { return Number(value); }
        public bool I16(short value) { return Number(value); }
        public bool I32(int value) { return Number(value); }
        public bool Varint(uint value) { return Number(value); }
        public bool Zigzag(int value) { return Number(value); }
        public bool Boolean(bool value) { return Number(value ? 1 : 0); }
        public bool Bits(uint value, uint defined, int bytes) { return Number(value); }

        public bool F64(double value) { return Word(BitConverter.DoubleToInt64Bits(value).ToString("x16")); }
        public bool F32(float value) { return F64(value); }
        public bool Quantized(double value, Quantization how) { return F64(value); }

        public bool Text(string value, int cap)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(value);
            return Bytes(bytes, bytes.Length);
        }

        public bool Bytes(byte[] value, int size) { return Word("x" + Hex.Of(value, 0, size)); }
        public bool Bytes(byte[] value, int size, int cap) { return Bytes(value, size); }
        public bool Count(int count, int cap, int leastBytes) { return Number(count); }
        public bool Place(ushort[] places, int index, int size) { return Number(places[index]); }

        private bool Number(long value) { return Word(value.ToString(CultureInfo.InvariantCulture)); }

        private bool Word(string word)
        {
            line.Append(' ').Append(word);
            return true;
        }
    }
}
