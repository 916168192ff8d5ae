namespace Tos.Protocol
{
    /// <summary>
    /// Why a message could not be encoded or decoded. All below 0, so that one number is either an offset or the fault.
    /// </summary>
    public static class CodecFault
    {
        /// <summary>Encoding: the message does not fit behind the offset.</summary>
        public const int NoRoom = -1;
        /// <summary>A number outside its range, NaN, an unknown enum value, an undefined flag, mask or presence bit.</summary>
        public const int OutOfRange = -2;
        /// <summary>A text, byte field or array above its cap, or a whole message above its size.</summary>
        public const int TooLong = -3;
        /// <summary>Decoding: the message ends before its fields do.</summary>
        public const int Truncated = -4;
        /// <summary>Decoding: bytes are left over behind the fields.</summary>
        public const int Trailing = -5;
        /// <summary>Decoding: the first byte is another packet's id.</summary>
        public const int WrongId = -6;
        /// <summary>Text that is no well-formed UTF-8; encoding: a lone surrogate.</summary>
        public const int BadText = -7;
        /// <summary>Decoding: a varint longer than needed, differences no shorter than the values, or padding that is not zero.</summary>
        public const int NotCanonical = -8;
        /// <summary>Decoding: differences to a baseline that does not hold that group.</summary>
        public const int NoBaseline = -9;

        /// <summary>For logs: <c>noRoom</c> …; <c>unknown</c> for any other number.</summary>
        public static string Name(int fault)
        {
            switch (fault)
            {
                case NoRoom: return "noRoom";
                case OutOfRange: return "outOfRange";
                case TooLong: return "tooLong";
                case Truncated: return "truncated";
                case Trailing: return "trailing";
                case WrongId: return "wrongId";
                case BadText: return "badText";
                case NotCanonical: return "notCanonical";
                case NoBaseline: return "noBaseline";
                default: return "unknown";
            }
        }
    }
}
