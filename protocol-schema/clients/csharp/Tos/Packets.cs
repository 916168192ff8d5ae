// Generated from the schema by `npm run codegen`; changes here are lost.
// All packets, and the hash that Hello carries.

using System;

namespace Tos.Protocol
{
    public static class Packets
    {
        /// <summary>First 8 bytes of the SHA-256 of the schema; a server refuses a client that has another.</summary>
        public static readonly byte[] ProtocolHash = { 0x04, 0x0d, 0xea, 0x4c, 0xc3, 0x99, 0x9d, 0x08 };

        /// <summary>In the order of their ids.</summary>
        public static readonly PacketInfo[] All =
        {
            new PacketInfo(Hello.PacketId, "Hello", Sender.Client, Channel.Handshake, SessionState.Connecting, 0, 0, Hello.SizeMin, Hello.SizeMax),
            new PacketInfo(Challenge.PacketId, "Challenge", Sender.Server, Channel.Handshake, SessionState.Connecting, 0, 0, Challenge.SizeMin, Challenge.SizeMax),
            new PacketInfo(TokenRequest.PacketId, "TokenRequest", Sender.Client, Channel.Handshake, SessionState.Connecting, 0, 0, TokenRequest.SizeMin, TokenRequest.SizeMax),
            new PacketInfo(TokenGrant.PacketId, "TokenGrant", Sender.Server, Channel.Handshake, SessionState.Connecting, 0, 0, TokenGrant.SizeMin, TokenGrant.SizeMax),
            new PacketInfo(Connect.PacketId, "Connect", Sender.Client, Channel.Handshake, SessionState.Connecting, 0, 0, Connect.SizeMin, Connect.SizeMax),
            new PacketInfo(Accept.PacketId, "Accept", Sender.Server, Channel.Handshake, SessionState.Connecting, 0, 0, Accept.SizeMin, Accept.SizeMax),
            new PacketInfo(Deny.PacketId, "Deny", Sender.Server, Channel.Handshake, SessionState.Connecting, 0, 0, Deny.SizeMin, Deny.SizeMax),
            new PacketInfo(Disconnect.PacketId, "Disconnect", Sender.Both, Channel.Unreliable, SessionState.Connected, 0, 0, Disconnect.SizeMin, Disconnect.SizeMax),
            new PacketInfo(KeepAlive.PacketId, "KeepAlive", Sender.Both, Channel.Unreliable, SessionState.Connected, 0, 0, KeepAlive.SizeMin, KeepAlive.SizeMax),
            new PacketInfo(Queued.PacketId, "Queued", Sender.Server, Channel.Handshake, SessionState.Connecting, 0, 0, Queued.SizeMin, Queued.SizeMax),
            new PacketInfo(PathChallenge.PacketId, "PathChallenge", Sender.Server, Channel.Unreliable, SessionState.Connected, 0, 0, PathChallenge.SizeMin, PathChallenge.SizeMax),
            new PacketInfo(PathResponse.PacketId, "PathResponse", Sender.Client, Channel.Unreliable, SessionState.Connected, 10, 20, PathResponse.SizeMin, PathResponse.SizeMax),
            new PacketInfo(ResumeRequest.PacketId, "ResumeRequest", Sender.Client, Channel.Reliable, SessionState.Connected, 1, 3, ResumeRequest.SizeMin, ResumeRequest.SizeMax),
            new PacketInfo(ResumeGrant.PacketId, "ResumeGrant", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, ResumeGrant.SizeMin, ResumeGrant.SizeMax),
            new PacketInfo(PlayerInput.PacketId, "PlayerInput", Sender.Client, Channel.Unreliable, SessionState.Playing, 70, 140, PlayerInput.SizeMin, PlayerInput.SizeMax),
            new PacketInfo(UseSkill.PacketId, "UseSkill", Sender.Client, Channel.Reliable, SessionState.Playing, 10, 20, UseSkill.SizeMin, UseSkill.SizeMax),
            new PacketInfo(PickUp.PacketId, "PickUp", Sender.Client, Channel.Reliable, SessionState.Playing, 10, 20, PickUp.SizeMin, PickUp.SizeMax),
            new PacketInfo(ChatRequest.PacketId, "ChatRequest", Sender.Client, Channel.Reliable, SessionState.Playing, 2, 5, ChatRequest.SizeMin, ChatRequest.SizeMax),
            new PacketInfo(RespawnRequest.PacketId, "RespawnRequest", Sender.Client, Channel.Reliable, SessionState.Playing, 1, 3, RespawnRequest.SizeMin, RespawnRequest.SizeMax),
            new PacketInfo(LeaveRequest.PacketId, "LeaveRequest", Sender.Client, Channel.Reliable, SessionState.Connected, 1, 2, LeaveRequest.SizeMin, LeaveRequest.SizeMax),
            new PacketInfo(Welcome.PacketId, "Welcome", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, Welcome.SizeMin, Welcome.SizeMax),
            new PacketInfo(MapChanged.PacketId, "MapChanged", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, MapChanged.SizeMin, MapChanged.SizeMax),
            new PacketInfo(CharacterStatus.PacketId, "CharacterStatus", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, CharacterStatus.SizeMin, CharacterStatus.SizeMax),
            new PacketInfo(InventorySlot.PacketId, "InventorySlot", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, InventorySlot.SizeMin, InventorySlot.SizeMax),
            new PacketInfo(ChatMessage.PacketId, "ChatMessage", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, ChatMessage.SizeMin, ChatMessage.SizeMax),
            new PacketInfo(CombatEvent.PacketId, "CombatEvent", Sender.Server, Channel.Unreliable, SessionState.Connected, 0, 0, CombatEvent.SizeMin, CombatEvent.SizeMax),
            new PacketInfo(Refused.PacketId, "Refused", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, Refused.SizeMin, Refused.SizeMax),
            new PacketInfo(Snapshot.PacketId, "Snapshot", Sender.Server, Channel.Sequenced, SessionState.Connected, 0, 0, Snapshot.SizeMin, Snapshot.SizeMax),
        };

        /// <summary>Null for an id that no packet has.</summary>
        public static PacketInfo Find(byte id)
        {
            foreach (PacketInfo packet in All)
            {
                if (packet.Id == id) return packet;
            }
            return null;
        }
    }
}
