using System;

namespace Tos.Protocol
{
    /// <summary>
    /// Reads what STANDARD.md's section "Encodings" lays out, one value at a time. Never reads outside the given bytes. Every
    /// function returns false at a fault, which is kept; its caller stops there.
    /// </summary>
    public struct Reader
    {
        private readonly byte[] data;
        private readonly int start;
        private readonly int end;
        private int at;
        private int fault;

        /// <summary>Reads from <paramref name="at"/> up to <paramref name="end"/>.</summary>
        public Reader(byte[] data, int at, int end)
        {
            this.data = data;
            this.at = at;
            start = at;
            bool inside = at >= 0 && at <= end && end <= data.Length;
            // Bounds outside the array are a caller's mistake; there is nothing to read then.
            this.end = inside ? end : at;
            fault = inside ? 0 : CodecFault.Truncated;
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

        public bool U8(ref byte value)
        {
            uint read = 0;
            if (!Unsigned(ref read, 1)) return false;
            value = (byte)read;
            return true;
        }

        public bool U16(ref ushort value)
        {
            uint read = 0;
            if (!Unsigned(ref read, 2)) return false;
            value = (ushort)read;
            return true;
        }

        public bool U32(ref uint value)
        {
            return Unsigned(ref value, 4);
        }

        public bool I8(ref sbyte value)
        {
            uint read = 0;
            if (!Unsigned(ref read, 1)) return false;
            value = unchecked((sbyte)read);
            return true;
        }

        public bool I16(ref short value)
        {
            uint read = 0;
            if (!Unsigned(ref read, 2)) return false;
            value = unchecked((short)read);
            return true;
        }

        public bool I32(ref int value)
        {
            uint read = 0;
            if (!Unsigned(ref read, 4)) return false;
            value = unchecked((int)read);
            return true;
        }

        public bool Varint(ref uint value)
        {
            value = 0;
            for (int shift = 0; shift < 35; shift += 7)
            {
                if (!Has(1)) return false;
                uint next = data[at++];
                if (shift == 28 && next > 0x0f) return Fail(CodecFault.OutOfRange);
                value |= (next & 0x7f) << shift;
                if (next < 0x80) return next > 0 || shift == 0 || Fail(CodecFault.NotCanonical);
            }
            return Fail(CodecFault.OutOfRange);
        }

        public bool Zigzag(ref int value)
        {
            uint folded = 0;
            if (!Varint(ref folded)) return false;
            value = unchecked((int)(folded >> 1) ^ -(int)(folded & 1));
            return true;
        }

        public bool F32(ref float value)
        {
            var both = new FloatBits();
            if (!Unsigned(ref both.Bits, 4)) return false;
            value = both.Number;
            return !(float.IsNaN(value) || float.IsInfinity(value)) || Fail(CodecFault.OutOfRange);
        }

        public bool F64(ref double value)
        {
            uint low = 0;
            uint high = 0;
            if (!Has(8) || !Unsigned(ref low, 4) || !Unsigned(ref high, 4)) return false;
            value = BitConverter.Int64BitsToDouble(unchecked((long)((ulong)high << 32 | low)));
            return !(double.IsNaN(value) || double.IsInfinity(value)) || Fail(CodecFault.OutOfRange);
        }

        public bool Boolean(ref bool value)
        {
            byte read = 0;
            if (!U8(ref read)) return false;
            value = read == 1;
            return read <= 1 || Fail(CodecFault.OutOfRange);
        }

        public bool Quantized(ref double value, Quantization how)
        {
            uint steps = 0;
            if (!Unsigned(ref steps, how.Bytes)) return false;
            if (steps > how.StepsMax) return Fail(CodecFault.OutOfRange);
            value = how.Value(steps);
            return true;
        }

        /// <summary>A mask, flags or presence bits: only those of <paramref name="defined"/> may be set.</summary>
        public bool Bits(ref uint value, uint defined, int bytes)
        {
            return Unsigned(ref value, bytes) && ((value & ~defined) == 0 || Fail(CodecFault.OutOfRange));
        }

        public bool Text(ref string value, int cap)
        {
            int size = 0;
            if (!Count(ref size, cap, 1)) return false;
            if (!Utf8.IsWellFormed(data, at, at + size)) return Fail(CodecFault.BadText);
            value = Utf8.Read(data, at, size);
            at += size;
            return true;
        }

        public bool Bytes(byte[] value, int size)
        {
            if (!Has(size)) return false;
            Buffer.BlockCopy(data, at, value, 0, size);
            at += size;
            return true;
        }

        public bool Bytes(byte[] value, ref int size, int cap)
        {
            return Count(ref size, cap, 1) && Bytes(value, size);
        }

        /// <summary>A count of elements that take at least <paramref name="leastBytes"/> each; they must still be there.</summary>
        public bool Count(ref int count, int cap, int leastBytes)
        {
            uint read = 0;
            if (!Unsigned(ref read, cap > 0xff ? 2 : 1)) return false;
            if (read > cap) return Fail(CodecFault.TooLong);
            count = (int)read;
            return Has(count * leastBytes);
        }

        /// <summary>The next place of a list of delta records, above the one before it.</summary>
        public bool Place(ushort[] places, int index, int size)
        {
            uint read = 0;
            if (!Unsigned(ref read, size > 0x100 ? 2 : 1)) return false;
            if (read >= size) return Fail(CodecFault.OutOfRange);
            if (index > 0 && read <= places[index - 1]) return Fail(CodecFault.NotCanonical);
            places[index] = (ushort)read;
            return true;
        }

        /// <summary>
        /// An integer as the difference to <paramref name="then"/>. Above 0, <paramref name="wraps"/> says that it is an
        /// unsigned one of four bytes, below 0 a signed one; these wrap.
        /// </summary>
        public bool Sum(ref long value, long then, int wraps, long min, long max)
        {
            int difference = 0;
            if (!Zigzag(ref difference)) return false;
            value = then + difference;
            if (wraps > 0) value = unchecked((uint)value);
            else if (wraps < 0) value = unchecked((int)value);
            return Within(value, min, max);
        }

        public bool Sum(ref double value, double then, Quantization how)
        {
            int difference = 0;
            uint steps;
            if (!Zigzag(ref difference)) return false;
            if (!how.ToSteps(then, out steps)) return Fail(CodecFault.OutOfRange);
            long result = (long)steps + difference;
            if (how.Bytes == 4) result = unchecked((uint)result);
            if (!Within(result, 0, how.StepsMax)) return false;
            value = how.Value((uint)result);
            return true;
        }

        /// <summary>Parts of a turn, taken either way round.</summary>
        public bool Turn(ref ushort value, ushort then)
        {
            int difference = 0;
            if (!Zigzag(ref difference)) return false;
            value = unchecked((ushort)(then + difference));
            return true;
        }

        public bool Within(long value, long min, long max)
        {
            return (value >= min && value <= max) || Fail(CodecFault.OutOfRange);
        }

        public bool Within(double value, double min, double max)
        {
            return (value >= min && value <= max) || Fail(CodecFault.OutOfRange);
        }

        /// <summary>A packet's first byte, after the size of the whole message.</summary>
        public bool Open(byte id, int sizeMin, int sizeMax)
        {
            if (fault != 0) return false;
            int size = end - start;
            if (sizeMin == sizeMax && size < sizeMax) return Fail(CodecFault.Truncated);
            if (size > sizeMax) return Fail(sizeMin == sizeMax ? CodecFault.Trailing : CodecFault.TooLong);
            byte first = 0;
            return U8(ref first) && (first == id || Fail(CodecFault.WrongId));
        }

        /// <summary>Nothing is left over, or for a padded packet nothing but zeros.</summary>
        public bool Close(bool padded)
        {
            if (!padded) return at == end || Fail(CodecFault.Trailing);
            while (at < end)
            {
                if (data[at++] != 0) return Fail(CodecFault.NotCanonical);
            }
            return true;
        }

        private bool Has(int bytes)
        {
            return bytes <= end - at || Fail(CodecFault.Truncated);
        }

        private bool Unsigned(ref uint value, int bytes)
        {
            if (!Has(bytes)) return false;
            value = 0;
            for (int i = 0; i < bytes; i++) value |= (uint)data[at + i] << (8 * i);
            at += bytes;
            return true;
        }
    }
}
