using System;

namespace Tos.Protocol
{
    /// <summary>
    /// Writes what STANDARD.md's section "Encodings" lays out, one value at a time. Never writes outside the array. Every function
    /// returns false at a fault, which is kept; its caller stops there.
    /// </summary>
    public struct Writer
    {
        private readonly byte[] output;
        private readonly int start;
        private int at;
        private int fault;

        /// <summary>Writes from <paramref name="at"/> on.</summary>
        public Writer(byte[] output, int at)
        {
            this.output = output;
            bool inside = at >= 0 && at <= output.Length;
            // An offset outside the array is a caller's mistake; there is no room then.
            start = inside ? at : output.Length;
            this.at = start;
            fault = inside ? 0 : CodecFault.NoRoom;
        }

        /// <summary>The offset of the next byte.</summary>
        public int At { get { return at; } }

        public int Fault { get { return fault; } }

        /// <summary>Keeps the fault, unless there is one already; false, so that it can be returned.</summary>
        public bool Fail(int reason)
        {
            if (fault == 0) fault = reason;
            return false;
        }

        public bool U8(byte value) { return Unsigned(value, 1); }

        public bool U16(ushort value) { return Unsigned(value, 2); }

        public bool U32(uint value) { return Unsigned(value, 4); }

        public bool I8(sbyte value) { return Unsigned(unchecked((byte)value), 1); }

        public bool I16(short value) { return Unsigned(unchecked((ushort)value), 2); }

        public bool I32(int value) { return Unsigned(unchecked((uint)value), 4); }

        public bool Varint(uint value)
        {
            for (; value >= 0x80; value >>= 7)
            {
                if (!Unsigned((value & 0x7f) | 0x80, 1)) return false;
            }
            return Unsigned(value, 1);
        }

        public bool Zigzag(int value)
        {
            return Varint(ZigzagCode(value));
        }

        public bool F32(float value)
        {
            if (float.IsNaN(value) || float.IsInfinity(value)) return Fail(CodecFault.OutOfRange);
            var both = new FloatBits { Number = value };
            return Unsigned(both.Bits, 4);
        }

        public bool F64(double value)
        {
            if (double.IsNaN(value) || double.IsInfinity(value)) return Fail(CodecFault.OutOfRange);
            ulong bits = unchecked((ulong)BitConverter.DoubleToInt64Bits(value));
            return Has(8) && Unsigned(unchecked((uint)bits), 4) && Unsigned((uint)(bits >> 32), 4);
        }

        public bool Boolean(bool value) { return Unsigned(value ? 1u : 0u, 1); }

        public bool Quantized(double value, Quantization how)
        {
            uint steps;
            return how.ToSteps(value, out steps) ? Unsigned(steps, how.Bytes) : Fail(CodecFault.OutOfRange);
        }

        /// <summary>A mask, flags or presence bits: only those of <paramref name="defined"/> may be set.</summary>
        public bool Bits(uint value, uint defined, int bytes)
        {
            return (value & ~defined) == 0 ? Unsigned(value, bytes) : Fail(CodecFault.OutOfRange);
        }

        /// <summary>Null is written as the empty text.</summary>
        public bool Text(string value, int cap)
        {
            if (value == null) value = "";
            int size = Utf8.Size(value);
            if (size < 0) return Fail(CodecFault.BadText);
            if (!Count(size, cap, 1) || !Has(size)) return false;
            Utf8.Write(value, output, at);
            at += size;
            return true;
        }

        public bool Bytes(byte[] value, int size)
        {
            if (!Has(size)) return false;
            Buffer.BlockCopy(value, 0, output, at, size);
            at += size;
            return true;
        }

        public bool Bytes(byte[] value, int size, int cap)
        {
            return Count(size, cap, 1) && Bytes(value, size);
        }

        /// <summary>A count or length of at most <paramref name="cap"/>.</summary>
        public bool Count(int count, int cap, int leastBytes)
        {
            if (count < 0 || count > cap) return Fail(CodecFault.TooLong);
            return Unsigned((uint)count, cap > 0xff ? 2 : 1);
        }

        /// <summary>A place of a list of delta records, above the one before it.</summary>
        public bool Place(ushort[] places, int index, int size)
        {
            int place = places[index];
            if (place >= size || (index > 0 && place <= places[index - 1])) return Fail(CodecFault.OutOfRange);
            return Unsigned((uint)place, size > 0x100 ? 2 : 1);
        }

        public bool Within(long value, long min, long max)
        {
            return (value >= min && value <= max) || Fail(CodecFault.OutOfRange);
        }

        public bool Within(double value, double min, double max)
        {
            return (value >= min && value <= max) || Fail(CodecFault.OutOfRange);
        }

        /// <summary>What an integer is above <paramref name="then"/>, as zigzag writes it.</summary>
        public bool Difference(ref uint code, long now, long then, long min, long max)
        {
            if (!Within(now, min, max)) return false;
            code = ZigzagCode(unchecked((int)(now - then)));
            return true;
        }

        public bool Difference(ref uint code, double now, double then, Quantization how)
        {
            uint steps;
            uint stepsThen = 0;
            if (!how.ToSteps(now, out steps) || !how.ToSteps(then, out stepsThen)) return Fail(CodecFault.OutOfRange);
            code = ZigzagCode(unchecked((int)(steps - stepsThen)));
            return true;
        }

        /// <summary>Parts of a turn, taken the shorter way round.</summary>
        public bool Turn(ref uint code, ushort now, ushort then)
        {
            code = ZigzagCode(unchecked((short)(now - then)));
            return true;
        }

        /// <summary>Replaces an integer that was written before.</summary>
        public void Patch(int place, uint value, int bytes)
        {
            for (int i = 0; i < bytes; i++) output[place + i] = unchecked((byte)(value >> (8 * i)));
        }

        /// <summary>What a varint takes.</summary>
        public static int VarintBytes(uint value)
        {
            return value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x200000 ? 3 : value < 0x10000000 ? 4 : 5;
        }

        /// <summary>Small numbers of either sign become small.</summary>
        private static uint ZigzagCode(int value)
        {
            return unchecked((uint)((value << 1) ^ (value >> 31)));
        }

        /// <summary>Ends a packet: no longer than it may be, and padded with zeros if it is one of those.</summary>
        public bool Close(int sizeMax, bool padded)
        {
            if (at - start > sizeMax) return Fail(CodecFault.TooLong);
            if (!padded) return true;
            if (sizeMax > output.Length - start) return Fail(CodecFault.NoRoom);
            Array.Clear(output, at, start + sizeMax - at);
            at = start + sizeMax;
            return true;
        }

        private bool Has(int bytes)
        {
            return bytes <= output.Length - at || Fail(CodecFault.NoRoom);
        }

        private bool Unsigned(uint value, int bytes)
        {
            if (!Has(bytes)) return false;
            for (int i = 0; i < bytes; i++) output[at + i] = unchecked((byte)(value >> (8 * i)));
            at += bytes;
            return true;
        }
    }
}
