// Generated from the schema by `npm run codegen`; changes here are lost.
// All packets, and the hash that Hello carries.

using System;

namespace Tos.Protocol
{
    public static class Packets
    {
        /// <summary>First 8 bytes of the SHA-256 of the schema; a server refuses a client that has another.</summary>
        public static readonly byte[] ProtocolHash = { 0x89, 0x54, 0x71, 0x1a, 0x01, 0x92, 0x32, 0xe5 };

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
            new PacketInfo(MoveItem.PacketId, "MoveItem", Sender.Client, Channel.Reliable, SessionState.Playing, 20, 40, MoveItem.SizeMin, MoveItem.SizeMax),
            new PacketInfo(DropItem.PacketId, "DropItem", Sender.Client, Channel.Reliable, SessionState.Playing, 10, 20, DropItem.SizeMin, DropItem.SizeMax),
            new PacketInfo(UseItem.PacketId, "UseItem", Sender.Client, Channel.Reliable, SessionState.Playing, 10, 20, UseItem.SizeMin, UseItem.SizeMax),
            new PacketInfo(DiscardItem.PacketId, "DiscardItem", Sender.Client, Channel.Reliable, SessionState.Playing, 10, 20, DiscardItem.SizeMin, DiscardItem.SizeMax),
            new PacketInfo(BuyItem.PacketId, "BuyItem", Sender.Client, Channel.Reliable, SessionState.Playing, 10, 20, BuyItem.SizeMin, BuyItem.SizeMax),
            new PacketInfo(SellItem.PacketId, "SellItem", Sender.Client, Channel.Reliable, SessionState.Playing, 10, 20, SellItem.SizeMin, SellItem.SizeMax),
            new PacketInfo(BuyBackItem.PacketId, "BuyBackItem", Sender.Client, Channel.Reliable, SessionState.Playing, 10, 20, BuyBackItem.SizeMin, BuyBackItem.SizeMax),
            new PacketInfo(RepairItem.PacketId, "RepairItem", Sender.Client, Channel.Reliable, SessionState.Playing, 10, 20, RepairItem.SizeMin, RepairItem.SizeMax),
            new PacketInfo(OpenBank.PacketId, "OpenBank", Sender.Client, Channel.Reliable, SessionState.Playing, 1, 5, OpenBank.SizeMin, OpenBank.SizeMax),
            new PacketInfo(Craft.PacketId, "Craft", Sender.Client, Channel.Reliable, SessionState.Playing, 5, 10, Craft.SizeMin, Craft.SizeMax),
            new PacketInfo(StopCrafting.PacketId, "StopCrafting", Sender.Client, Channel.Reliable, SessionState.Playing, 5, 10, StopCrafting.SizeMin, StopCrafting.SizeMax),
            new PacketInfo(TradeInvite.PacketId, "TradeInvite", Sender.Client, Channel.Reliable, SessionState.Playing, 1, 3, TradeInvite.SizeMin, TradeInvite.SizeMax),
            new PacketInfo(TradeAccept.PacketId, "TradeAccept", Sender.Client, Channel.Reliable, SessionState.Playing, 2, 5, TradeAccept.SizeMin, TradeAccept.SizeMax),
            new PacketInfo(TradeOffer.PacketId, "TradeOffer", Sender.Client, Channel.Reliable, SessionState.Playing, 10, 20, TradeOffer.SizeMin, TradeOffer.SizeMax),
            new PacketInfo(TradeCoins.PacketId, "TradeCoins", Sender.Client, Channel.Reliable, SessionState.Playing, 10, 20, TradeCoins.SizeMin, TradeCoins.SizeMax),
            new PacketInfo(TradeConfirm.PacketId, "TradeConfirm", Sender.Client, Channel.Reliable, SessionState.Playing, 5, 10, TradeConfirm.SizeMin, TradeConfirm.SizeMax),
            new PacketInfo(TradeCancel.PacketId, "TradeCancel", Sender.Client, Channel.Reliable, SessionState.Playing, 5, 10, TradeCancel.SizeMin, TradeCancel.SizeMax),
            new PacketInfo(SendLetter.PacketId, "SendLetter", Sender.Client, Channel.Reliable, SessionState.Playing, 1, 5, SendLetter.SizeMin, SendLetter.SizeMax),
            new PacketInfo(TakeFromLetter.PacketId, "TakeFromLetter", Sender.Client, Channel.Reliable, SessionState.Playing, 10, 20, TakeFromLetter.SizeMin, TakeFromLetter.SizeMax),
            new PacketInfo(PayLetter.PacketId, "PayLetter", Sender.Client, Channel.Reliable, SessionState.Playing, 5, 10, PayLetter.SizeMin, PayLetter.SizeMax),
            new PacketInfo(DeleteLetter.PacketId, "DeleteLetter", Sender.Client, Channel.Reliable, SessionState.Playing, 10, 20, DeleteLetter.SizeMin, DeleteLetter.SizeMax),
            new PacketInfo(ReturnLetter.PacketId, "ReturnLetter", Sender.Client, Channel.Reliable, SessionState.Playing, 5, 10, ReturnLetter.SizeMin, ReturnLetter.SizeMax),
            new PacketInfo(ReadLetters.PacketId, "ReadLetters", Sender.Client, Channel.Reliable, SessionState.Playing, 5, 10, ReadLetters.SizeMin, ReadLetters.SizeMax),
            new PacketInfo(ListItem.PacketId, "ListItem", Sender.Client, Channel.Reliable, SessionState.Playing, 2, 5, ListItem.SizeMin, ListItem.SizeMax),
            new PacketInfo(BuyListing.PacketId, "BuyListing", Sender.Client, Channel.Reliable, SessionState.Playing, 5, 10, BuyListing.SizeMin, BuyListing.SizeMax),
            new PacketInfo(CancelListing.PacketId, "CancelListing", Sender.Client, Channel.Reliable, SessionState.Playing, 5, 10, CancelListing.SizeMin, CancelListing.SizeMax),
            new PacketInfo(SearchMarket.PacketId, "SearchMarket", Sender.Client, Channel.Reliable, SessionState.Playing, 5, 10, SearchMarket.SizeMin, SearchMarket.SizeMax),
            new PacketInfo(AcceptQuest.PacketId, "AcceptQuest", Sender.Client, Channel.Reliable, SessionState.Playing, 5, 10, AcceptQuest.SizeMin, AcceptQuest.SizeMax),
            new PacketInfo(AbandonQuest.PacketId, "AbandonQuest", Sender.Client, Channel.Reliable, SessionState.Playing, 5, 10, AbandonQuest.SizeMin, AbandonQuest.SizeMax),
            new PacketInfo(HandInQuest.PacketId, "HandInQuest", Sender.Client, Channel.Reliable, SessionState.Playing, 5, 10, HandInQuest.SizeMin, HandInQuest.SizeMax),
            new PacketInfo(TalkTo.PacketId, "TalkTo", Sender.Client, Channel.Reliable, SessionState.Playing, 5, 10, TalkTo.SizeMin, TalkTo.SizeMax),
            new PacketInfo(Welcome.PacketId, "Welcome", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, Welcome.SizeMin, Welcome.SizeMax),
            new PacketInfo(MapChanged.PacketId, "MapChanged", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, MapChanged.SizeMin, MapChanged.SizeMax),
            new PacketInfo(CharacterStatus.PacketId, "CharacterStatus", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, CharacterStatus.SizeMin, CharacterStatus.SizeMax),
            new PacketInfo(InventorySlot.PacketId, "InventorySlot", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, InventorySlot.SizeMin, InventorySlot.SizeMax),
            new PacketInfo(ChatMessage.PacketId, "ChatMessage", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, ChatMessage.SizeMin, ChatMessage.SizeMax),
            new PacketInfo(CombatEvent.PacketId, "CombatEvent", Sender.Server, Channel.Unreliable, SessionState.Connected, 0, 0, CombatEvent.SizeMin, CombatEvent.SizeMax),
            new PacketInfo(Refused.PacketId, "Refused", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, Refused.SizeMin, Refused.SizeMax),
            new PacketInfo(CommandConfirmed.PacketId, "CommandConfirmed", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, CommandConfirmed.SizeMin, CommandConfirmed.SizeMax),
            new PacketInfo(CraftingBegun.PacketId, "CraftingBegun", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, CraftingBegun.SizeMin, CraftingBegun.SizeMax),
            new PacketInfo(PieceCrafted.PacketId, "PieceCrafted", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, PieceCrafted.SizeMin, PieceCrafted.SizeMax),
            new PacketInfo(CraftingEnded.PacketId, "CraftingEnded", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, CraftingEnded.SizeMin, CraftingEnded.SizeMax),
            new PacketInfo(ProfessionSkill.PacketId, "ProfessionSkill", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, ProfessionSkill.SizeMin, ProfessionSkill.SizeMax),
            new PacketInfo(TradeInvited.PacketId, "TradeInvited", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, TradeInvited.SizeMin, TradeInvited.SizeMax),
            new PacketInfo(TradeState.PacketId, "TradeState", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, TradeState.SizeMin, TradeState.SizeMax),
            new PacketInfo(TradeEnded.PacketId, "TradeEnded", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, TradeEnded.SizeMin, TradeEnded.SizeMax),
            new PacketInfo(Letter.PacketId, "Letter", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, Letter.SizeMin, Letter.SizeMax),
            new PacketInfo(LettersRead.PacketId, "LettersRead", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, LettersRead.SizeMin, LettersRead.SizeMax),
            new PacketInfo(LetterNews.PacketId, "LetterNews", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, LetterNews.SizeMin, LetterNews.SizeMax),
            new PacketInfo(MarketListing.PacketId, "MarketListing", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, MarketListing.SizeMin, MarketListing.SizeMax),
            new PacketInfo(MarketSearched.PacketId, "MarketSearched", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, MarketSearched.SizeMin, MarketSearched.SizeMax),
            new PacketInfo(QuestStatus.PacketId, "QuestStatus", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, QuestStatus.SizeMin, QuestStatus.SizeMax),
            new PacketInfo(QuestOffers.PacketId, "QuestOffers", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, QuestOffers.SizeMin, QuestOffers.SizeMax),
            new PacketInfo(Snapshot.PacketId, "Snapshot", Sender.Server, Channel.Sequenced, SessionState.Connected, 0, 0, Snapshot.SizeMin, Snapshot.SizeMax),
            new PacketInfo(PartyInvite.PacketId, "PartyInvite", Sender.Client, Channel.Reliable, SessionState.Playing, 2, 5, PartyInvite.SizeMin, PartyInvite.SizeMax),
            new PacketInfo(PartyAccept.PacketId, "PartyAccept", Sender.Client, Channel.Reliable, SessionState.Playing, 2, 5, PartyAccept.SizeMin, PartyAccept.SizeMax),
            new PacketInfo(PartyDecline.PacketId, "PartyDecline", Sender.Client, Channel.Reliable, SessionState.Playing, 5, 10, PartyDecline.SizeMin, PartyDecline.SizeMax),
            new PacketInfo(PartyLeave.PacketId, "PartyLeave", Sender.Client, Channel.Reliable, SessionState.Playing, 1, 3, PartyLeave.SizeMin, PartyLeave.SizeMax),
            new PacketInfo(PartyKick.PacketId, "PartyKick", Sender.Client, Channel.Reliable, SessionState.Playing, 2, 5, PartyKick.SizeMin, PartyKick.SizeMax),
            new PacketInfo(PartyPromote.PacketId, "PartyPromote", Sender.Client, Channel.Reliable, SessionState.Playing, 1, 3, PartyPromote.SizeMin, PartyPromote.SizeMax),
            new PacketInfo(PartyLoot.PacketId, "PartyLoot", Sender.Client, Channel.Reliable, SessionState.Playing, 1, 3, PartyLoot.SizeMin, PartyLoot.SizeMax),
            new PacketInfo(LootRoll.PacketId, "LootRoll", Sender.Client, Channel.Reliable, SessionState.Playing, 5, 10, LootRoll.SizeMin, LootRoll.SizeMax),
            new PacketInfo(ReportPlayer.PacketId, "ReportPlayer", Sender.Client, Channel.Reliable, SessionState.Playing, 1, 3, ReportPlayer.SizeMin, ReportPlayer.SizeMax),
            new PacketInfo(PartyInvited.PacketId, "PartyInvited", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, PartyInvited.SizeMin, PartyInvited.SizeMax),
            new PacketInfo(PartyInvitationEnded.PacketId, "PartyInvitationEnded", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, PartyInvitationEnded.SizeMin, PartyInvitationEnded.SizeMax),
            new PacketInfo(PartyState.PacketId, "PartyState", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, PartyState.SizeMin, PartyState.SizeMax),
            new PacketInfo(PartyMoved.PacketId, "PartyMoved", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, PartyMoved.SizeMin, PartyMoved.SizeMax),
            new PacketInfo(PartyEnded.PacketId, "PartyEnded", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, PartyEnded.SizeMin, PartyEnded.SizeMax),
            new PacketInfo(LootRollBegun.PacketId, "LootRollBegun", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, LootRollBegun.SizeMin, LootRollBegun.SizeMax),
            new PacketInfo(LootRollEnded.PacketId, "LootRollEnded", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, LootRollEnded.SizeMin, LootRollEnded.SizeMax),
            new PacketInfo(ReportTaken.PacketId, "ReportTaken", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, ReportTaken.SizeMin, ReportTaken.SizeMax),
            new PacketInfo(ReportDecided.PacketId, "ReportDecided", Sender.Server, Channel.Reliable, SessionState.Connected, 0, 0, ReportDecided.SizeMin, ReportDecided.SizeMax),
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
