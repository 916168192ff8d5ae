namespace Tos.Protocol
{
    /// <summary>Messages hold all their objects from the start, so that decoding makes none.</summary>
    internal static class Preallocated
    {
        public static T[] Array<T>(int size) where T : new()
        {
            var array = new T[size];
            for (int i = 0; i < size; i++) array[i] = new T();
            return array;
        }
    }
}
