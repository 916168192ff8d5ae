using System.Runtime.InteropServices;

namespace Tos.Protocol
{
    /// <summary>A float and its bits in one place; older class libraries have no function for it.</summary>
    [StructLayout(LayoutKind.Explicit)]
    internal struct FloatBits
    {
        [FieldOffset(0)] public float Number;
        [FieldOffset(0)] public uint Bits;
    }
}
