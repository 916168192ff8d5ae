// Generated from the schema by `npm run codegen`; changes here are lost.
// All packets, and the hash that Hello carries.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "game.hpp"
#include "handshake.hpp"

namespace tos {

/// First 8 bytes of the SHA-256 of the schema; a server refuses a client that has another.
constexpr std::array<std::uint8_t, 8> protocolHash{0x89, 0x54, 0x71, 0x1a, 0x01, 0x92, 0x32, 0xe5};

enum class Sender : std::uint8_t { client, server, both };
enum class Channel : std::uint8_t { handshake, unreliable, sequenced, reliable };
/// How far a session must have come before the packet may be sent.
enum class SessionState : std::uint8_t { connecting, connected, playing };

/// What must be known of a packet before it is decoded.
struct PacketInfo {
  std::uint8_t id;
  const char* name;
  Sender from;
  Channel channel;
  SessionState state;
  /// Packets that one client may send a second on average; 0: no limit of its own.
  std::uint16_t ratePerSecond;
  /// Packets that may come at once after a pause; 0 where there is no rate.
  std::uint16_t burst;
  /// Bytes of the whole message with its id.
  std::size_t sizeMin;
  std::size_t sizeMax;
};

/// In the order of their ids.
constexpr std::array<PacketInfo, 92> packets{{
    {Hello::packetId, "Hello", Sender::client, Channel::handshake, SessionState::connecting, 0, 0, Hello::sizeMin, Hello::sizeMax},
    {Challenge::packetId, "Challenge", Sender::server, Channel::handshake, SessionState::connecting, 0, 0, Challenge::sizeMin, Challenge::sizeMax},
    {TokenRequest::packetId, "TokenRequest", Sender::client, Channel::handshake, SessionState::connecting, 0, 0, TokenRequest::sizeMin, TokenRequest::sizeMax},
    {TokenGrant::packetId, "TokenGrant", Sender::server, Channel::handshake, SessionState::connecting, 0, 0, TokenGrant::sizeMin, TokenGrant::sizeMax},
    {Connect::packetId, "Connect", Sender::client, Channel::handshake, SessionState::connecting, 0, 0, Connect::sizeMin, Connect::sizeMax},
    {Accept::packetId, "Accept", Sender::server, Channel::handshake, SessionState::connecting, 0, 0, Accept::sizeMin, Accept::sizeMax},
    {Deny::packetId, "Deny", Sender::server, Channel::handshake, SessionState::connecting, 0, 0, Deny::sizeMin, Deny::sizeMax},
    {Disconnect::packetId, "Disconnect", Sender::both, Channel::unreliable, SessionState::connected, 0, 0, Disconnect::sizeMin, Disconnect::sizeMax},
    {KeepAlive::packetId, "KeepAlive", Sender::both, Channel::unreliable, SessionState::connected, 0, 0, KeepAlive::sizeMin, KeepAlive::sizeMax},
    {Queued::packetId, "Queued", Sender::server, Channel::handshake, SessionState::connecting, 0, 0, Queued::sizeMin, Queued::sizeMax},
    {PathChallenge::packetId, "PathChallenge", Sender::server, Channel::unreliable, SessionState::connected, 0, 0, PathChallenge::sizeMin, PathChallenge::sizeMax},
    {PathResponse::packetId, "PathResponse", Sender::client, Channel::unreliable, SessionState::connected, 10, 20, PathResponse::sizeMin, PathResponse::sizeMax},
    {ResumeRequest::packetId, "ResumeRequest", Sender::client, Channel::reliable, SessionState::connected, 1, 3, ResumeRequest::sizeMin, ResumeRequest::sizeMax},
    {ResumeGrant::packetId, "ResumeGrant", Sender::server, Channel::reliable, SessionState::connected, 0, 0, ResumeGrant::sizeMin, ResumeGrant::sizeMax},
    {PlayerInput::packetId, "PlayerInput", Sender::client, Channel::unreliable, SessionState::playing, 70, 140, PlayerInput::sizeMin, PlayerInput::sizeMax},
    {UseSkill::packetId, "UseSkill", Sender::client, Channel::reliable, SessionState::playing, 10, 20, UseSkill::sizeMin, UseSkill::sizeMax},
    {PickUp::packetId, "PickUp", Sender::client, Channel::reliable, SessionState::playing, 10, 20, PickUp::sizeMin, PickUp::sizeMax},
    {ChatRequest::packetId, "ChatRequest", Sender::client, Channel::reliable, SessionState::playing, 2, 5, ChatRequest::sizeMin, ChatRequest::sizeMax},
    {RespawnRequest::packetId, "RespawnRequest", Sender::client, Channel::reliable, SessionState::playing, 1, 3, RespawnRequest::sizeMin, RespawnRequest::sizeMax},
    {LeaveRequest::packetId, "LeaveRequest", Sender::client, Channel::reliable, SessionState::connected, 1, 2, LeaveRequest::sizeMin, LeaveRequest::sizeMax},
    {MoveItem::packetId, "MoveItem", Sender::client, Channel::reliable, SessionState::playing, 20, 40, MoveItem::sizeMin, MoveItem::sizeMax},
    {DropItem::packetId, "DropItem", Sender::client, Channel::reliable, SessionState::playing, 10, 20, DropItem::sizeMin, DropItem::sizeMax},
    {UseItem::packetId, "UseItem", Sender::client, Channel::reliable, SessionState::playing, 10, 20, UseItem::sizeMin, UseItem::sizeMax},
    {DiscardItem::packetId, "DiscardItem", Sender::client, Channel::reliable, SessionState::playing, 10, 20, DiscardItem::sizeMin, DiscardItem::sizeMax},
    {BuyItem::packetId, "BuyItem", Sender::client, Channel::reliable, SessionState::playing, 10, 20, BuyItem::sizeMin, BuyItem::sizeMax},
    {SellItem::packetId, "SellItem", Sender::client, Channel::reliable, SessionState::playing, 10, 20, SellItem::sizeMin, SellItem::sizeMax},
    {BuyBackItem::packetId, "BuyBackItem", Sender::client, Channel::reliable, SessionState::playing, 10, 20, BuyBackItem::sizeMin, BuyBackItem::sizeMax},
    {RepairItem::packetId, "RepairItem", Sender::client, Channel::reliable, SessionState::playing, 10, 20, RepairItem::sizeMin, RepairItem::sizeMax},
    {OpenBank::packetId, "OpenBank", Sender::client, Channel::reliable, SessionState::playing, 1, 5, OpenBank::sizeMin, OpenBank::sizeMax},
    {Craft::packetId, "Craft", Sender::client, Channel::reliable, SessionState::playing, 5, 10, Craft::sizeMin, Craft::sizeMax},
    {StopCrafting::packetId, "StopCrafting", Sender::client, Channel::reliable, SessionState::playing, 5, 10, StopCrafting::sizeMin, StopCrafting::sizeMax},
    {TradeInvite::packetId, "TradeInvite", Sender::client, Channel::reliable, SessionState::playing, 1, 3, TradeInvite::sizeMin, TradeInvite::sizeMax},
    {TradeAccept::packetId, "TradeAccept", Sender::client, Channel::reliable, SessionState::playing, 2, 5, TradeAccept::sizeMin, TradeAccept::sizeMax},
    {TradeOffer::packetId, "TradeOffer", Sender::client, Channel::reliable, SessionState::playing, 10, 20, TradeOffer::sizeMin, TradeOffer::sizeMax},
    {TradeCoins::packetId, "TradeCoins", Sender::client, Channel::reliable, SessionState::playing, 10, 20, TradeCoins::sizeMin, TradeCoins::sizeMax},
    {TradeConfirm::packetId, "TradeConfirm", Sender::client, Channel::reliable, SessionState::playing, 5, 10, TradeConfirm::sizeMin, TradeConfirm::sizeMax},
    {TradeCancel::packetId, "TradeCancel", Sender::client, Channel::reliable, SessionState::playing, 5, 10, TradeCancel::sizeMin, TradeCancel::sizeMax},
    {SendLetter::packetId, "SendLetter", Sender::client, Channel::reliable, SessionState::playing, 1, 5, SendLetter::sizeMin, SendLetter::sizeMax},
    {TakeFromLetter::packetId, "TakeFromLetter", Sender::client, Channel::reliable, SessionState::playing, 10, 20, TakeFromLetter::sizeMin, TakeFromLetter::sizeMax},
    {PayLetter::packetId, "PayLetter", Sender::client, Channel::reliable, SessionState::playing, 5, 10, PayLetter::sizeMin, PayLetter::sizeMax},
    {DeleteLetter::packetId, "DeleteLetter", Sender::client, Channel::reliable, SessionState::playing, 10, 20, DeleteLetter::sizeMin, DeleteLetter::sizeMax},
    {ReturnLetter::packetId, "ReturnLetter", Sender::client, Channel::reliable, SessionState::playing, 5, 10, ReturnLetter::sizeMin, ReturnLetter::sizeMax},
    {ReadLetters::packetId, "ReadLetters", Sender::client, Channel::reliable, SessionState::playing, 5, 10, ReadLetters::sizeMin, ReadLetters::sizeMax},
    {ListItem::packetId, "ListItem", Sender::client, Channel::reliable, SessionState::playing, 2, 5, ListItem::sizeMin, ListItem::sizeMax},
    {BuyListing::packetId, "BuyListing", Sender::client, Channel::reliable, SessionState::playing, 5, 10, BuyListing::sizeMin, BuyListing::sizeMax},
    {CancelListing::packetId, "CancelListing", Sender::client, Channel::reliable, SessionState::playing, 5, 10, CancelListing::sizeMin, CancelListing::sizeMax},
    {SearchMarket::packetId, "SearchMarket", Sender::client, Channel::reliable, SessionState::playing, 5, 10, SearchMarket::sizeMin, SearchMarket::sizeMax},
    {AcceptQuest::packetId, "AcceptQuest", Sender::client, Channel::reliable, SessionState::playing, 5, 10, AcceptQuest::sizeMin, AcceptQuest::sizeMax},
    {AbandonQuest::packetId, "AbandonQuest", Sender::client, Channel::reliable, SessionState::playing, 5, 10, AbandonQuest::sizeMin, AbandonQuest::sizeMax},
    {HandInQuest::packetId, "HandInQuest", Sender::client, Channel::reliable, SessionState::playing, 5, 10, HandInQuest::sizeMin, HandInQuest::sizeMax},
    {TalkTo::packetId, "TalkTo", Sender::client, Channel::reliable, SessionState::playing, 5, 10, TalkTo::sizeMin, TalkTo::sizeMax},
    {Welcome::packetId, "Welcome", Sender::server, Channel::reliable, SessionState::connected, 0, 0, Welcome::sizeMin, Welcome::sizeMax},
    {MapChanged::packetId, "MapChanged", Sender::server, Channel::reliable, SessionState::connected, 0, 0, MapChanged::sizeMin, MapChanged::sizeMax},
    {CharacterStatus::packetId, "CharacterStatus", Sender::server, Channel::reliable, SessionState::connected, 0, 0, CharacterStatus::sizeMin, CharacterStatus::sizeMax},
    {InventorySlot::packetId, "InventorySlot", Sender::server, Channel::reliable, SessionState::connected, 0, 0, InventorySlot::sizeMin, InventorySlot::sizeMax},
    {ChatMessage::packetId, "ChatMessage", Sender::server, Channel::reliable, SessionState::connected, 0, 0, ChatMessage::sizeMin, ChatMessage::sizeMax},
    {CombatEvent::packetId, "CombatEvent", Sender::server, Channel::unreliable, SessionState::connected, 0, 0, CombatEvent::sizeMin, CombatEvent::sizeMax},
    {Refused::packetId, "Refused", Sender::server, Channel::reliable, SessionState::connected, 0, 0, Refused::sizeMin, Refused::sizeMax},
    {CommandConfirmed::packetId, "CommandConfirmed", Sender::server, Channel::reliable, SessionState::connected, 0, 0, CommandConfirmed::sizeMin, CommandConfirmed::sizeMax},
    {CraftingBegun::packetId, "CraftingBegun", Sender::server, Channel::reliable, SessionState::connected, 0, 0, CraftingBegun::sizeMin, CraftingBegun::sizeMax},
    {PieceCrafted::packetId, "PieceCrafted", Sender::server, Channel::reliable, SessionState::connected, 0, 0, PieceCrafted::sizeMin, PieceCrafted::sizeMax},
    {CraftingEnded::packetId, "CraftingEnded", Sender::server, Channel::reliable, SessionState::connected, 0, 0, CraftingEnded::sizeMin, CraftingEnded::sizeMax},
    {ProfessionSkill::packetId, "ProfessionSkill", Sender::server, Channel::reliable, SessionState::connected, 0, 0, ProfessionSkill::sizeMin, ProfessionSkill::sizeMax},
    {TradeInvited::packetId, "TradeInvited", Sender::server, Channel::reliable, SessionState::connected, 0, 0, TradeInvited::sizeMin, TradeInvited::sizeMax},
    {TradeState::packetId, "TradeState", Sender::server, Channel::reliable, SessionState::connected, 0, 0, TradeState::sizeMin, TradeState::sizeMax},
    {TradeEnded::packetId, "TradeEnded", Sender::server, Channel::reliable, SessionState::connected, 0, 0, TradeEnded::sizeMin, TradeEnded::sizeMax},
    {Letter::packetId, "Letter", Sender::server, Channel::reliable, SessionState::connected, 0, 0, Letter::sizeMin, Letter::sizeMax},
    {LettersRead::packetId, "LettersRead", Sender::server, Channel::reliable, SessionState::connected, 0, 0, LettersRead::sizeMin, LettersRead::sizeMax},
    {LetterNews::packetId, "LetterNews", Sender::server, Channel::reliable, SessionState::connected, 0, 0, LetterNews::sizeMin, LetterNews::sizeMax},
    {MarketListing::packetId, "MarketListing", Sender::server, Channel::reliable, SessionState::connected, 0, 0, MarketListing::sizeMin, MarketListing::sizeMax},
    {MarketSearched::packetId, "MarketSearched", Sender::server, Channel::reliable, SessionState::connected, 0, 0, MarketSearched::sizeMin, MarketSearched::sizeMax},
    {QuestStatus::packetId, "QuestStatus", Sender::server, Channel::reliable, SessionState::connected, 0, 0, QuestStatus::sizeMin, QuestStatus::sizeMax},
    {QuestOffers::packetId, "QuestOffers", Sender::server, Channel::reliable, SessionState::connected, 0, 0, QuestOffers::sizeMin, QuestOffers::sizeMax},
    {Snapshot::packetId, "Snapshot", Sender::server, Channel::sequenced, SessionState::connected, 0, 0, Snapshot::sizeMin, Snapshot::sizeMax},
    {PartyInvite::packetId, "PartyInvite", Sender::client, Channel::reliable, SessionState::playing, 2, 5, PartyInvite::sizeMin, PartyInvite::sizeMax},
    {PartyAccept::packetId, "PartyAccept", Sender::client, Channel::reliable, SessionState::playing, 2, 5, PartyAccept::sizeMin, PartyAccept::sizeMax},
    {PartyDecline::packetId, "PartyDecline", Sender::client, Channel::reliable, SessionState::playing, 5, 10, PartyDecline::sizeMin, PartyDecline::sizeMax},
    {PartyLeave::packetId, "PartyLeave", Sender::client, Channel::reliable, SessionState::playing, 1, 3, PartyLeave::sizeMin, PartyLeave::sizeMax},
    {PartyKick::packetId, "PartyKick", Sender::client, Channel::reliable, SessionState::playing, 2, 5, PartyKick::sizeMin, PartyKick::sizeMax},
    {PartyPromote::packetId, "PartyPromote", Sender::client, Channel::reliable, SessionState::playing, 1, 3, PartyPromote::sizeMin, PartyPromote::sizeMax},
    {PartyLoot::packetId, "PartyLoot", Sender::client, Channel::reliable, SessionState::playing, 1, 3, PartyLoot::sizeMin, PartyLoot::sizeMax},
    {LootRoll::packetId, "LootRoll", Sender::client, Channel::reliable, SessionState::playing, 5, 10, LootRoll::sizeMin, LootRoll::sizeMax},
    {ReportPlayer::packetId, "ReportPlayer", Sender::client, Channel::reliable, SessionState::playing, 1, 3, ReportPlayer::sizeMin, ReportPlayer::sizeMax},
    {PartyInvited::packetId, "PartyInvited", Sender::server, Channel::reliable, SessionState::connected, 0, 0, PartyInvited::sizeMin, PartyInvited::sizeMax},
    {PartyInvitationEnded::packetId, "PartyInvitationEnded", Sender::server, Channel::reliable, SessionState::connected, 0, 0, PartyInvitationEnded::sizeMin, PartyInvitationEnded::sizeMax},
    {PartyState::packetId, "PartyState", Sender::server, Channel::reliable, SessionState::connected, 0, 0, PartyState::sizeMin, PartyState::sizeMax},
    {PartyMoved::packetId, "PartyMoved", Sender::server, Channel::reliable, SessionState::connected, 0, 0, PartyMoved::sizeMin, PartyMoved::sizeMax},
    {PartyEnded::packetId, "PartyEnded", Sender::server, Channel::reliable, SessionState::connected, 0, 0, PartyEnded::sizeMin, PartyEnded::sizeMax},
    {LootRollBegun::packetId, "LootRollBegun", Sender::server, Channel::reliable, SessionState::connected, 0, 0, LootRollBegun::sizeMin, LootRollBegun::sizeMax},
    {LootRollEnded::packetId, "LootRollEnded", Sender::server, Channel::reliable, SessionState::connected, 0, 0, LootRollEnded::sizeMin, LootRollEnded::sizeMax},
    {ReportTaken::packetId, "ReportTaken", Sender::server, Channel::reliable, SessionState::connected, 0, 0, ReportTaken::sizeMin, ReportTaken::sizeMax},
    {ReportDecided::packetId, "ReportDecided", Sender::server, Channel::reliable, SessionState::connected, 0, 0, ReportDecided::sizeMin, ReportDecided::sizeMax},
}};

/// Null for an id that no packet has.
constexpr const PacketInfo* packetInfo(std::uint8_t id) {
  for (const PacketInfo& packet : packets) {
    if (packet.id == id) return &packet;
  }
  return nullptr;
}

}  // namespace tos
