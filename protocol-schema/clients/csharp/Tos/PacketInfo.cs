namespace Tos.Protocol
{
    public enum Sender
    {
        Client,
        Server,
        Both,
    }

    public enum Channel
    {
        Handshake,
        Unreliable,
        Sequenced,
        Reliable,
    }

    /// <summary>How far a session must have come before the packet may be sent.</summary>
    public enum SessionState
    {
        Connecting,
        Connected,
        Playing,
    }

    /// <summary>What must be known of a packet before it is decoded.</summary>
    public sealed class PacketInfo
    {
        public readonly byte Id;
        public readonly string Name;
        public readonly Sender From;
        public readonly Channel Channel;
        public readonly SessionState State;
        /// <summary>Packets that one client may send a second on average; 0: no limit of its own.</summary>
        public readonly int RatePerSecond;
        /// <summary>Packets that may come at once after a pause; 0 where there is no rate.</summary>
        public readonly int Burst;
        /// <summary>Bytes of the whole message with its id, at least.</summary>
        public readonly int SizeMin;
        /// <summary>Bytes of the whole message with its id, at most.</summary>
        public readonly int SizeMax;

        public PacketInfo(
            byte id, string name, Sender from, Channel channel, SessionState state, int ratePerSecond, int burst,
            int sizeMin, int sizeMax)
        {
            Id = id;
            Name = name;
            From = from;
            Channel = channel;
            State = state;
            RatePerSecond = ratePerSecond;
            Burst = burst;
            SizeMin = sizeMin;
            SizeMax = sizeMax;
        }
    }
}
