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

        /// <summary>What is held at a place; nothing where there is no baseline.</summary>
        public static T Held<T>(T[] baseline, int place) where T : new()
        {
            return baseline == null ? Nothing<T>.Value : baseline[place];
        }

        private static class Nothing<T> where T : new()
        {
            public static readonly T Value = new T();
        }
    }
}
