// Generated from handshake.tos by `npm run codegen`; changes here are lost.
// Datagrams outside an established session. Each starts with its id as one byte and is never encrypted
// by itself; SESSION.md says when each may be sent. All integers are little-endian.

using System;

namespace Tos.Protocol
{
    public static partial class Constants
    {
        /// <summary>Version of the session layer; a server answers another version with Deny.</summary>
        public const int SessionVersion = 2;

        /// <summary>
        /// Hello, TokenRequest and Connect are padded with zeros to this many bytes, so that no answer is
        /// larger than its question.
        /// </summary>
        public const int RequestSize = 1200;
    }

    /// <summary>Why a server refuses a connection before it exists.</summary>
    public enum DenyReason : byte
    {
        /// <summary>Another SessionVersion; detail is the server's, in decimal.</summary>
        BadVersion = 1,
        /// <summary>The schema's hash differs; detail names the server's.</summary>
        BadProtocol = 2,
        /// <summary>The cookie is too old, or was given to another address or key. Ask for another with Hello.</summary>
        BadCookie = 3,
        /// <summary>
        /// The token is malformed, not signed by anybody this server trusts, or for another server or client
        /// key.
        /// </summary>
        BadToken = 4,
        /// <summary>The token's time is over, by the server's clock.</summary>
        TokenExpired = 5,
        /// <summary>A session or a place in the queue was made of this token before.</summary>
        TokenUsed = 6,
        /// <summary>No place, and none in the queue either. Later, perhaps.</summary>
        ServerFull = 7,
        /// <summary>Only who has a connect token gets in here.</summary>
        GuestsRefused = 8,
        /// <summary>The server stops, or is being emptied: it lets nobody in, or only who takes up a session again.</summary>
        ShuttingDown = 9,
        /// <summary>The Noise message is not authentic, or the name is none that a guest may have.</summary>
        BadHandshake = 10,
        /// <summary>Reserved.</summary>
        Banned = 11,
    }

    /// <summary>
    /// Opens a handshake.
    /// From the client, handshake.
    /// </summary>
    public sealed class Hello
    {
        public const byte PacketId = 0x01;
        public const int SizeMin = 1200;
        public const int SizeMax = 1200;

        /// <summary>SessionVersion.</summary>
        public byte SessionVersion;
        /// <summary>First 8 bytes of the SHA-256 of the schema, as in STANDARD.md.</summary>
        public readonly byte[] ProtocolHash = new byte[8];
        /// <summary>
        /// The client's X25519 public key: the ephemeral key of its Noise handshake, to which its token is
        /// bound.
        /// </summary>
        public readonly byte[] ClientKey = new byte[32];
    }

    /// <summary>
    /// Answers Hello without keeping any state.
    /// From the server, handshake.
    /// </summary>
    public sealed class Challenge
    {
        public const byte PacketId = 0x02;
        public const int SizeMin = 65;
        public const int SizeMax = 65;

        /// <summary>
        /// To be sent back unchanged within its life of 10 seconds, from the same address, with the same client
        /// key.
        /// </summary>
        public readonly byte[] Cookie = new byte[32];
        /// <summary>The server's static X25519 public key. A client that knows the key already refuses another.</summary>
        public readonly byte[] ServerKey = new byte[32];
    }

    /// <summary>
    /// Asks a stand-alone server for a token as a guest.
    /// From the client, handshake.
    /// </summary>
    public sealed class TokenRequest
    {
        public const byte PacketId = 0x03;
        public const int SizeMin = 1200;
        public const int SizeMax = 1200;

        /// <summary>As in Hello.</summary>
        public readonly byte[] ClientKey = new byte[32];
        /// <summary>From Challenge.</summary>
        public readonly byte[] Cookie = new byte[32];
        /// <summary>
        /// The wished character name: 3 to 24 ASCII letters, digits, '-' or '_', starting with a letter.
        /// Up to 24 bytes of UTF-8.
        /// </summary>
        public string Name = "";
    }

    /// <summary>
    /// Answers TokenRequest.
    /// From the server, handshake.
    /// </summary>
    public sealed class TokenGrant
    {
        public const byte PacketId = 0x04;
        public const int SizeMin = 35;
        public const int SizeMax = 547;

        /// <summary>As in the request.</summary>
        public readonly byte[] ClientKey = new byte[32];
        /// <summary>
        /// A connect token as SESSION.md lays it out, for this client key alone.
        /// Up to 512 bytes.
        /// </summary>
        public readonly byte[] Token = new byte[512];
        public int TokenLength;
    }

    /// <summary>
    /// Asks for a session with a token and the first message of the Noise handshake.
    /// From the client, handshake.
    /// </summary>
    public sealed class Connect
    {
        public const byte PacketId = 0x05;
        public const int SizeMin = 1200;
        public const int SizeMax = 1200;

        /// <summary>As in Hello.</summary>
        public readonly byte[] ClientKey = new byte[32];
        /// <summary>From Challenge.</summary>
        public readonly byte[] Cookie = new byte[32];
        /// <summary>
        /// First message of Noise_NK_25519_ChaChaPoly_BLAKE2s; its payload is the connect token,
        /// and behind a guest's the 32 bytes of the guest's secret.
        /// Up to 640 bytes.
        /// </summary>
        public readonly byte[] Noise = new byte[640];
        public int NoiseLength;
    }

    /// <summary>
    /// Answers Connect: the session exists.
    /// From the server, handshake.
    /// </summary>
    public sealed class Accept
    {
        public const byte PacketId = 0x06;
        public const int SizeMin = 10;
        public const int SizeMax = 138;

        /// <summary>The start of the client key that this answers.</summary>
        public readonly byte[] ClientKeyStart = new byte[8];
        /// <summary>
        /// Second message of the Noise handshake; its payload is SessionParameters.
        /// Up to 128 bytes.
        /// </summary>
        public readonly byte[] Noise = new byte[128];
        public int NoiseLength;
    }

    /// <summary>
    /// Refuses a request of the handshake.
    /// From the server, handshake.
    /// </summary>
    public sealed class Deny
    {
        public const byte PacketId = 0x07;
        public const int SizeMin = 11;
        public const int SizeMax = 75;

        /// <summary>The start of the client key that this answers.</summary>
        public readonly byte[] ClientKeyStart = new byte[8];
        /// <summary>Why.</summary>
        public DenyReason Reason = DenyReason.BadVersion;
        /// <summary>
        /// More about it, for people; may be empty.
        /// Up to 64 bytes of UTF-8.
        /// </summary>
        public string Detail = "";
    }

    /// <summary>The payload of Accept's Noise message.</summary>
    public sealed class SessionParameters
    {
        /// <summary>Stands in the header of every sealed datagram of this session, in both directions.</summary>
        public uint ConnectionId;
        /// <summary>World steps per second.</summary>
        public byte TickRate;
        /// <summary>Snapshots per second that the server aims at.</summary>
        public byte SnapshotRate;
        /// <summary>The server's tick when it sent this.</summary>
        public uint Tick;
        /// <summary>
        /// Silence after which either side gives the session up, in milliseconds.
        /// Unit: ms.
        /// </summary>
        public ushort TimeoutMs;
    }

    /// <summary>Why an established session ended.</summary>
    public enum DisconnectReason : byte
    {
        /// <summary>The player asked to leave.</summary>
        Left = 1,
        /// <summary>Nothing was heard of the client for the time-out of the session.</summary>
        Timeout = 2,
        /// <summary>An operator ended it.</summary>
        Kicked = 3,
        /// <summary>
        /// An operator keeps the player out, for a time or for good. Trying again before that ends changes
        /// nothing.
        /// </summary>
        Banned = 4,
        /// <summary>The same character connected again; the newer session stays.</summary>
        Replaced = 5,
        /// <summary>The server stops; the character is saved.</summary>
        ShuttingDown = 6,
        /// <summary>Malformed messages, or more of them than their limits allow.</summary>
        ProtocolViolation = 7,
        /// <summary>
        /// A queue of this session or of the server reached its cap, or the world has no room. Coming back
        /// later is right.
        /// </summary>
        Overloaded = 8,
        /// <summary>The character could not be loaded. Later, perhaps; trying again at once changes nothing.</summary>
        CharacterUnavailable = 9,
        /// <summary>
        /// The name belongs to somebody else: another account's, or another guest secret's. Trying again
        /// changes nothing.
        /// </summary>
        NameTaken = 10,
    }

    /// <summary>
    /// Ends a session. Sent three times, never answered.
    /// From both sides, unreliable.
    /// </summary>
    public sealed class Disconnect
    {
        public const byte PacketId = 0x08;
        public const int SizeMin = 3;
        public const int SizeMax = 67;

        /// <summary>Why.</summary>
        public DisconnectReason Reason = DisconnectReason.Left;
        /// <summary>
        /// More about it, for people; may be empty.
        /// Up to 64 bytes of UTF-8.
        /// </summary>
        public string Detail = "";
    }

    /// <summary>
    /// Asks for an acknowledgement when nothing else was said for a while.
    /// From both sides, unreliable.
    /// </summary>
    public sealed class KeepAlive
    {
        public const byte PacketId = 0x09;
        public const int SizeMin = 1;
        public const int SizeMax = 1;
    }

    /// <summary>
    /// Answers Connect while the server is full: the client keeps a place in the queue for as long as it
    /// repeats Connect.
    /// From the server, handshake.
    /// </summary>
    public sealed class Queued
    {
        public const byte PacketId = 0x0a;
        public const int SizeMin = 13;
        public const int SizeMax = 13;

        /// <summary>The start of the client key that this answers.</summary>
        public readonly byte[] ClientKeyStart = new byte[8];
        /// <summary>
        /// How many are let in before this client, and itself: 1 is the next. Rises only for players who lost
        /// their session.
        /// </summary>
        public ushort Position;
        /// <summary>When to repeat Connect, in milliseconds.</summary>
        public ushort RetryMs;
    }

    /// <summary>
    /// Sent where packets of the session come from all of a sudden: does the client receive there?
    /// From the server, unreliable.
    /// </summary>
    public sealed class PathChallenge
    {
        public const byte PacketId = 0x0b;
        public const int SizeMin = 9;
        public const int SizeMax = 9;

        /// <summary>Random; another one for each new address.</summary>
        public readonly byte[] Token = new byte[8];
    }

    /// <summary>
    /// Answers PathChallenge from the address at which it arrived.
    /// From the client, unreliable.
    /// </summary>
    public sealed class PathResponse
    {
        public const byte PacketId = 0x0c;
        public const int SizeMin = 9;
        public const int SizeMax = 9;

        /// <summary>As in the challenge.</summary>
        public readonly byte[] Token = new byte[8];
    }

    /// <summary>
    /// Asks for a token with which this client may take up its session again after it lost it.
    /// From the client, reliable.
    /// </summary>
    public sealed class ResumeRequest
    {
        public const byte PacketId = 0x0d;
        public const int SizeMin = 33;
        public const int SizeMax = 33;

        /// <summary>A fresh X25519 public key: the client key of the next session.</summary>
        public readonly byte[] ClientKey = new byte[32];
    }

    /// <summary>
    /// Answers ResumeRequest. The token granted before it is void.
    /// From the server, reliable.
    /// </summary>
    public sealed class ResumeGrant
    {
        public const byte PacketId = 0x0e;
        public const int SizeMin = 35;
        public const int SizeMax = 547;

        /// <summary>As in the request.</summary>
        public readonly byte[] ClientKey = new byte[32];
        /// <summary>
        /// A connect token for this client key and the same character, as SESSION.md lays it out; empty when
        /// there is none.
        /// Up to 512 bytes.
        /// </summary>
        public readonly byte[] Token = new byte[512];
        public int TokenLength;
    }

    /// <summary>
    /// Whether a number is one of the values of its enum.
    /// </summary>
    internal static partial class Known
    {
        internal static bool Is(DenyReason value)
        {
            switch (value)
            {
                case DenyReason.BadVersion:
                case DenyReason.BadProtocol:
                case DenyReason.BadCookie:
                case DenyReason.BadToken:
                case DenyReason.TokenExpired:
                case DenyReason.TokenUsed:
                case DenyReason.ServerFull:
                case DenyReason.GuestsRefused:
                case DenyReason.ShuttingDown:
                case DenyReason.BadHandshake:
                case DenyReason.Banned:
                    return true;
                default:
                    return false;
            }
        }

        internal static bool Is(DisconnectReason value)
        {
            switch (value)
            {
                case DisconnectReason.Left:
                case DisconnectReason.Timeout:
                case DisconnectReason.Kicked:
                case DisconnectReason.Banned:
                case DisconnectReason.Replaced:
                case DisconnectReason.ShuttingDown:
                case DisconnectReason.ProtocolViolation:
                case DisconnectReason.Overloaded:
                case DisconnectReason.CharacterUnavailable:
                case DisconnectReason.NameTaken:
                    return true;
                default:
                    return false;
            }
        }
    }

    /// <summary>
    /// Encode returns the offset behind the message, Decode reads exactly the bytes up to end and returns
    /// it; below 0 it is a CodecFault, and what was written or read is unspecified. A struct or record may
    /// end before end.
    /// </summary>
    public static partial class Codec
    {
        internal static bool Read(ref Reader input, ref DenyReason value)
        {
            byte number = 0;
            if (!input.U8(ref number)) return false;
            value = (DenyReason)number;
            return Known.Is(value) || input.Fail(CodecFault.OutOfRange);
        }

        internal static bool Write(ref Writer output, DenyReason value)
        {
            if (!Known.Is(value)) return output.Fail(CodecFault.OutOfRange);
            return output.U8((byte)value);
        }

        public static int Encode(Hello message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(Hello.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(Hello.SizeMax, true)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(Hello message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(Hello.PacketId, Hello.SizeMin, Hello.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(true)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, Hello message)
        {
            if (!input.U8(ref message.SessionVersion)) return false;
            if (!input.Bytes(message.ProtocolHash, 8)) return false;
            if (!input.Bytes(message.ClientKey, 32)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, Hello message)
        {
            if (!output.U8(message.SessionVersion)) return false;
            if (!output.Bytes(message.ProtocolHash, 8)) return false;
            if (!output.Bytes(message.ClientKey, 32)) return false;
            return true;
        }

        public static int Encode(Challenge message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(Challenge.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(Challenge.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(Challenge message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(Challenge.PacketId, Challenge.SizeMin, Challenge.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, Challenge message)
        {
            if (!input.Bytes(message.Cookie, 32)) return false;
            if (!input.Bytes(message.ServerKey, 32)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, Challenge message)
        {
            if (!output.Bytes(message.Cookie, 32)) return false;
            if (!output.Bytes(message.ServerKey, 32)) return false;
            return true;
        }

        public static int Encode(TokenRequest message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(TokenRequest.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(TokenRequest.SizeMax, true)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(TokenRequest message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(TokenRequest.PacketId, TokenRequest.SizeMin, TokenRequest.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(true)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, TokenRequest message)
        {
            if (!input.Bytes(message.ClientKey, 32)) return false;
            if (!input.Bytes(message.Cookie, 32)) return false;
            if (!input.Text(ref message.Name, 24)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, TokenRequest message)
        {
            if (!output.Bytes(message.ClientKey, 32)) return false;
            if (!output.Bytes(message.Cookie, 32)) return false;
            if (!output.Text(message.Name, 24)) return false;
            return true;
        }

        public static int Encode(TokenGrant message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(TokenGrant.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(TokenGrant.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(TokenGrant message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(TokenGrant.PacketId, TokenGrant.SizeMin, TokenGrant.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, TokenGrant message)
        {
            if (!input.Bytes(message.ClientKey, 32)) return false;
            if (!input.Bytes(message.Token, ref message.TokenLength, 512)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, TokenGrant message)
        {
            if (!output.Bytes(message.ClientKey, 32)) return false;
            if (!output.Bytes(message.Token, message.TokenLength, 512)) return false;
            return true;
        }

        public static int Encode(Connect message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(Connect.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(Connect.SizeMax, true)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(Connect message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(Connect.PacketId, Connect.SizeMin, Connect.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(true)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, Connect message)
        {
            if (!input.Bytes(message.ClientKey, 32)) return false;
            if (!input.Bytes(message.Cookie, 32)) return false;
            if (!input.Bytes(message.Noise, ref message.NoiseLength, 640)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, Connect message)
        {
            if (!output.Bytes(message.ClientKey, 32)) return false;
            if (!output.Bytes(message.Cookie, 32)) return false;
            if (!output.Bytes(message.Noise, message.NoiseLength, 640)) return false;
            return true;
        }

        public static int Encode(Accept message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(Accept.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(Accept.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(Accept message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(Accept.PacketId, Accept.SizeMin, Accept.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, Accept message)
        {
            if (!input.Bytes(message.ClientKeyStart, 8)) return false;
            if (!input.Bytes(message.Noise, ref message.NoiseLength, 128)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, Accept message)
        {
            if (!output.Bytes(message.ClientKeyStart, 8)) return false;
            if (!output.Bytes(message.Noise, message.NoiseLength, 128)) return false;
            return true;
        }

        public static int Encode(Deny message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(Deny.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(Deny.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(Deny message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(Deny.PacketId, Deny.SizeMin, Deny.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, Deny message)
        {
            if (!input.Bytes(message.ClientKeyStart, 8)) return false;
            if (!Read(ref input, ref message.Reason)) return false;
            if (!input.Text(ref message.Detail, 64)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, Deny message)
        {
            if (!output.Bytes(message.ClientKeyStart, 8)) return false;
            if (!Write(ref output, message.Reason)) return false;
            if (!output.Text(message.Detail, 64)) return false;
            return true;
        }

        public static int Encode(SessionParameters message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.Fault == 0 && Write(ref writer, message))) return writer.Fault;
            return writer.At;
        }

        public static int Decode(SessionParameters message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Fault == 0 && Read(ref reader, message))) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, SessionParameters message)
        {
            if (!input.U32(ref message.ConnectionId)) return false;
            if (!input.U8(ref message.TickRate)) return false;
            if (!input.U8(ref message.SnapshotRate)) return false;
            if (!input.U32(ref message.Tick)) return false;
            if (!input.U16(ref message.TimeoutMs)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, SessionParameters message)
        {
            if (!output.U32(message.ConnectionId)) return false;
            if (!output.U8(message.TickRate)) return false;
            if (!output.U8(message.SnapshotRate)) return false;
            if (!output.U32(message.Tick)) return false;
            if (!output.U16(message.TimeoutMs)) return false;
            return true;
        }

        internal static bool Read(ref Reader input, ref DisconnectReason value)
        {
            byte number = 0;
            if (!input.U8(ref number)) return false;
            value = (DisconnectReason)number;
            return Known.Is(value) || input.Fail(CodecFault.OutOfRange);
        }

        internal static bool Write(ref Writer output, DisconnectReason value)
        {
            if (!Known.Is(value)) return output.Fail(CodecFault.OutOfRange);
            return output.U8((byte)value);
        }

        public static int Encode(Disconnect message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(Disconnect.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(Disconnect.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(Disconnect message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(Disconnect.PacketId, Disconnect.SizeMin, Disconnect.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, Disconnect message)
        {
            if (!Read(ref input, ref message.Reason)) return false;
            if (!input.Text(ref message.Detail, 64)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, Disconnect message)
        {
            if (!Write(ref output, message.Reason)) return false;
            if (!output.Text(message.Detail, 64)) return false;
            return true;
        }

        public static int Encode(KeepAlive message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(KeepAlive.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(KeepAlive.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(KeepAlive message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(KeepAlive.PacketId, KeepAlive.SizeMin, KeepAlive.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, KeepAlive message)
        {
            return true;
        }

        internal static bool Write(ref Writer output, KeepAlive message)
        {
            return true;
        }

        public static int Encode(Queued message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(Queued.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(Queued.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(Queued message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(Queued.PacketId, Queued.SizeMin, Queued.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, Queued message)
        {
            if (!input.Bytes(message.ClientKeyStart, 8)) return false;
            if (!input.U16(ref message.Position)) return false;
            if (!input.U16(ref message.RetryMs)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, Queued message)
        {
            if (!output.Bytes(message.ClientKeyStart, 8)) return false;
            if (!output.U16(message.Position)) return false;
            if (!output.U16(message.RetryMs)) return false;
            return true;
        }

        public static int Encode(PathChallenge message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(PathChallenge.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(PathChallenge.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(PathChallenge message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(PathChallenge.PacketId, PathChallenge.SizeMin, PathChallenge.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, PathChallenge message)
        {
            if (!input.Bytes(message.Token, 8)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, PathChallenge message)
        {
            if (!output.Bytes(message.Token, 8)) return false;
            return true;
        }

        public static int Encode(PathResponse message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(PathResponse.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(PathResponse.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(PathResponse message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(PathResponse.PacketId, PathResponse.SizeMin, PathResponse.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, PathResponse message)
        {
            if (!input.Bytes(message.Token, 8)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, PathResponse message)
        {
            if (!output.Bytes(message.Token, 8)) return false;
            return true;
        }

        public static int Encode(ResumeRequest message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(ResumeRequest.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(ResumeRequest.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(ResumeRequest message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(ResumeRequest.PacketId, ResumeRequest.SizeMin, ResumeRequest.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, ResumeRequest message)
        {
            if (!input.Bytes(message.ClientKey, 32)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, ResumeRequest message)
        {
            if (!output.Bytes(message.ClientKey, 32)) return false;
            return true;
        }

        public static int Encode(ResumeGrant message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(ResumeGrant.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(ResumeGrant.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(ResumeGrant message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(ResumeGrant.PacketId, ResumeGrant.SizeMin, ResumeGrant.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, ResumeGrant message)
        {
            if (!input.Bytes(message.ClientKey, 32)) return false;
            if (!input.Bytes(message.Token, ref message.TokenLength, 512)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, ResumeGrant message)
        {
            if (!output.Bytes(message.ClientKey, 32)) return false;
            if (!output.Bytes(message.Token, message.TokenLength, 512)) return false;
            return true;
        }
    }
}
