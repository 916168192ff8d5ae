// Generated from game.tos by `npm run codegen`; changes here are lost.
// What players and server say inside a session. Packet ids below 0x10 belong to the session layer.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "codec.hpp"

namespace tos {

/// Longest character name in bytes.
constexpr std::int32_t NameBytesMax = 24;

/// Longest chat text in bytes of UTF-8.
constexpr std::int32_t ChatBytesMax = 200;

/// World steps per second.
constexpr std::int32_t TickRate = 60;

/// Most other entities one client is told of at a time.
constexpr std::int32_t VisibleEntitiesMax = 250;

/// Most members of a party.
constexpr std::int32_t PartyMembersMax = 5;

/// What an entity is.
enum class EntityKind : std::uint8_t {
  player = 1,
  /// Everything alive that no player plays.
  creature = 2,
  /// An item lying on the ground.
  loot = 3,
  /// Somebody who can be talked to, and not fought.
  npc = 4,
};

constexpr bool isKnown(EntityKind value) {
  switch (value) {
    case EntityKind::player:
    case EntityKind::creature:
    case EntityKind::loot:
    case EntityKind::npc:
      return true;
  }
  return false;
}

inline bool read(Reader& in, EntityKind& value) {
  std::uint8_t number = 0;
  if (!in.u8(number)) return false;
  value = static_cast<EntityKind>(number);
  return isKnown(value) || in.fail(CodecFault::outOfRange);
}

inline bool write(Writer& out, EntityKind value) {
  if (!isKnown(value)) return out.fail(CodecFault::outOfRange);
  return out.u8(static_cast<std::uint8_t>(value));
}

/// What an entity is doing, for its animation. Any of these bits at once.
namespace EntityStatus {
using Bits = std::uint8_t;
/// Lies on the ground; a player may ask to stand up again.
constexpr Bits dead = 0x01;
/// In a fight within the last seconds.
constexpr Bits inCombat = 0x02;
/// Prepares a skill that takes time.
constexpr Bits casting = 0x04;
/// Can neither move nor act.
constexpr Bits stunned = 0x08;
/// Inside a safe zone.
constexpr Bits safe = 0x10;
constexpr Bits all = 0x1f;
}  // namespace EntityStatus

/// One step of a player's movement.
struct MoveStep {
  static constexpr Quantization moveXSteps{-1, 1, 1, 127, 254, 1, false};
  /// Wished direction, east positive. A vector longer than 1 is shortened to 1 by the server.
  /// -1 .. 1 in steps of 1/127; clamped when written.
  double moveX = 0;
  static constexpr Quantization moveYSteps{-1, 1, 1, 127, 254, 1, false};
  /// Wished direction, south positive.
  /// -1 .. 1 in steps of 1/127; clamped when written.
  double moveY = 0;
  /// Where the player looks; 0 is east, clockwise (towards south).
  /// Parts of a turn: 256 are a whole one.
  std::uint8_t facing = 0;
  /// For how many world steps this holds, 1 to 6.
  /// 1 .. 6.
  /// Unit: ticks.
  std::uint8_t ticks = 1;
};

inline bool read(Reader& in, MoveStep& message) {
  if (!in.quantized(message.moveX, MoveStep::moveXSteps)) return false;
  if (!in.quantized(message.moveY, MoveStep::moveYSteps)) return false;
  if (!in.u8(message.facing)) return false;
  if (!in.u8(message.ticks) || !in.within(message.ticks, 1u, 6u)) return false;
  return true;
}

inline bool write(Writer& out, const MoveStep& message) {
  if (!out.quantized(message.moveX, MoveStep::moveXSteps)) return false;
  if (!out.quantized(message.moveY, MoveStep::moveYSteps)) return false;
  if (!out.u8(message.facing)) return false;
  if (!out.within(message.ticks, 1u, 6u) || !out.u8(message.ticks)) return false;
  return true;
}

/// Movement, newest step last. Carrying earlier steps again costs little and spares a resend.
/// From the client, unreliable.
struct PlayerInput {
  static constexpr std::uint8_t packetId = 0x10;
  static constexpr std::size_t sizeMin = 8;
  static constexpr std::size_t sizeMax = 40;
  static constexpr bool padded = false;

  /// Number of the newest step; counts up by one per step and wraps. The first of a session may have any number.
  std::uint16_t sequence = 0;
  /// The server tick of which the client was showing others when it made the newest step, rounded down between two,
  /// 0 for
  /// none. Skills are judged by where their target was that long ago, at most 250 ms; a tick ahead of the server's
  /// is now.
  std::uint32_t viewTick = 0;
  /// The newest step is the last; the one before it has the number before it, and so on. Steps that the server has
  /// already are skipped.
  List<MoveStep, 8> steps;
};

inline bool read(Reader& in, PlayerInput& message) {
  if (!in.u16(message.sequence)) return false;
  if (!in.u32(message.viewTick)) return false;
  if (!in.count(message.steps, 4)) return false;
  for (std::size_t i = 0; i < message.steps.size(); i++) {
    if (!read(in, message.steps[i])) return false;
  }
  return true;
}

inline bool write(Writer& out, const PlayerInput& message) {
  if (!out.u16(message.sequence)) return false;
  if (!out.u32(message.viewTick)) return false;
  if (!out.count(message.steps, 4)) return false;
  for (std::size_t i = 0; i < message.steps.size(); i++) {
    if (!write(out, message.steps[i])) return false;
  }
  return true;
}

/// Uses a skill, at once or not at all.
/// From the client, reliable.
struct UseSkill {
  static constexpr std::uint8_t packetId = 0x11;
  static constexpr std::size_t sizeMin = 7;
  static constexpr std::size_t sizeMax = 7;
  static constexpr bool padded = false;

  /// Skill id from the content; 1 is the plain attack with the weapon at hand.
  std::uint16_t skill = 0;
  /// Entity id from EntityState, 0 for none.
  std::uint32_t target = 0;
};

inline bool read(Reader& in, UseSkill& message) {
  if (!in.u16(message.skill)) return false;
  if (!in.u32(message.target)) return false;
  return true;
}

inline bool write(Writer& out, const UseSkill& message) {
  if (!out.u16(message.skill)) return false;
  if (!out.u32(message.target)) return false;
  return true;
}

/// What a stack of items lies in.
enum class HolderKind : std::uint8_t {
  /// Nothing: it did not exist before, or does not any more.
  nowhere = 0,
  /// The bag of a character.
  inventory = 1,
  /// Worn by a character.
  equipment = 2,
  /// The bank of a character.
  bank = 3,
  /// What a vendor keeps for a character to buy back.
  buyBack = 4,
  /// The ground.
  ground = 5,
  /// A letter.
  letter = 6,
  /// A listing on the market.
  listing = 7,
};

constexpr bool isKnown(HolderKind value) {
  switch (value) {
    case HolderKind::nowhere:
    case HolderKind::inventory:
    case HolderKind::equipment:
    case HolderKind::bank:
    case HolderKind::buyBack:
    case HolderKind::ground:
    case HolderKind::letter:
    case HolderKind::listing:
      return true;
  }
  return false;
}

inline bool read(Reader& in, HolderKind& value) {
  std::uint8_t number = 0;
  if (!in.u8(number)) return false;
  value = static_cast<HolderKind>(number);
  return isKnown(value) || in.fail(CodecFault::outOfRange);
}

inline bool write(Writer& out, HolderKind value) {
  if (!isKnown(value)) return out.fail(CodecFault::outOfRange);
  return out.u8(static_cast<std::uint8_t>(value));
}

/// Takes an item from the ground. Like all requests with a command it is done once: asked again under the same
/// number, also
/// by a later session of the character, it is answered and not done again.
/// From the client, reliable.
struct PickUp {
  static constexpr std::uint8_t packetId = 0x12;
  static constexpr std::size_t sizeMin = 9;
  static constexpr std::size_t sizeMax = 9;
  static constexpr bool padded = false;

  /// Counted up by the client for each new request of its character, beginning one above Welcome.lastCommand. One
  /// that was
  /// refused is not used up.
  std::uint32_t command = 0;
  /// Entity id of a loot entity within reach.
  std::uint32_t loot = 0;
};

inline bool read(Reader& in, PickUp& message) {
  if (!in.u32(message.command)) return false;
  if (!in.u32(message.loot)) return false;
  return true;
}

inline bool write(Writer& out, const PickUp& message) {
  if (!out.u32(message.command)) return false;
  if (!out.u32(message.loot)) return false;
  return true;
}

/// Who hears a chat message.
enum class ChatScope : std::uint8_t {
  /// Heard by those who see the speaker.
  say = 1,
  /// Heard on the whole map.
  zone = 2,
  /// From the operators.
  server = 3,
  /// Heard by the speaker's party, wherever its members are.
  party = 4,
};

constexpr bool isKnown(ChatScope value) {
  switch (value) {
    case ChatScope::say:
    case ChatScope::zone:
    case ChatScope::server:
    case ChatScope::party:
      return true;
  }
  return false;
}

inline bool read(Reader& in, ChatScope& value) {
  std::uint8_t number = 0;
  if (!in.u8(number)) return false;
  value = static_cast<ChatScope>(number);
  return isKnown(value) || in.fail(CodecFault::outOfRange);
}

inline bool write(Writer& out, ChatScope value) {
  if (!isKnown(value)) return out.fail(CodecFault::outOfRange);
  return out.u8(static_cast<std::uint8_t>(value));
}

/// Says something.
/// From the client, reliable.
struct ChatRequest {
  static constexpr std::uint8_t packetId = 0x13;
  static constexpr std::size_t sizeMin = 3;
  static constexpr std::size_t sizeMax = 203;
  static constexpr bool padded = false;

  /// `say`, `zone` or `party`.
  ChatScope scope = ChatScope::say;
  /// Not empty once trimmed; refused as a whole with control or invisible direction characters.
  /// Up to 200 bytes of UTF-8.
  Text<200> text;
};

inline bool read(Reader& in, ChatRequest& message) {
  if (!read(in, message.scope)) return false;
  if (!in.text(message.text)) return false;
  return true;
}

inline bool write(Writer& out, const ChatRequest& message) {
  if (!write(out, message.scope)) return false;
  if (!out.text(message.text)) return false;
  return true;
}

/// A dead player asks to stand up at the bind point.
/// From the client, reliable.
struct RespawnRequest {
  static constexpr std::uint8_t packetId = 0x14;
  static constexpr std::size_t sizeMin = 1;
  static constexpr std::size_t sizeMax = 1;
  static constexpr bool padded = false;
};

inline bool read(Reader&, RespawnRequest&) { return true; }

inline bool write(Writer&, const RespawnRequest&) { return true; }

/// The client leaves on purpose; the server saves, then disconnects.
/// From the client, reliable.
struct LeaveRequest {
  static constexpr std::uint8_t packetId = 0x15;
  static constexpr std::size_t sizeMin = 1;
  static constexpr std::size_t sizeMax = 1;
  static constexpr bool padded = false;
};

inline bool read(Reader&, LeaveRequest&) { return true; }

inline bool write(Writer&, const LeaveRequest&) { return true; }

/// Puts a stack, or a part of it, into another slot: an empty one, one with more of the same, or, for a whole
/// stack, one with
/// something else, which comes back in exchange. From the bag to `equipment` it is put on, where its kind is
/// worn; the slots
/// there are those of EquipSlot in the content.
/// From the client, reliable.
struct MoveItem {
  static constexpr std::uint8_t packetId = 0x16;
  static constexpr std::size_t sizeMin = 11;
  static constexpr std::size_t sizeMax = 11;
  static constexpr bool padded = false;

  /// As in PickUp.
  std::uint32_t command = 0;
  /// Where it lies: `inventory`, `equipment` or `bank`.
  HolderKind from = HolderKind::nowhere;
  /// In which slot, from 0.
  std::uint8_t fromSlot = 0;
  /// Where it goes: from the bag anywhere of these, from elsewhere into the bag, within the bank too.
  HolderKind to = HolderKind::nowhere;
  /// Into which slot, from 0.
  std::uint8_t toSlot = 0;
  /// How many.
  std::uint16_t units = 0;
};

inline bool read(Reader& in, MoveItem& message) {
  if (!in.u32(message.command)) return false;
  if (!read(in, message.from)) return false;
  if (!in.u8(message.fromSlot)) return false;
  if (!read(in, message.to)) return false;
  if (!in.u8(message.toSlot)) return false;
  if (!in.u16(message.units)) return false;
  return true;
}

inline bool write(Writer& out, const MoveItem& message) {
  if (!out.u32(message.command)) return false;
  if (!write(out, message.from)) return false;
  if (!out.u8(message.fromSlot)) return false;
  if (!write(out, message.to)) return false;
  if (!out.u8(message.toSlot)) return false;
  if (!out.u16(message.units)) return false;
  return true;
}

/// Lays items on the ground, where anybody can take them.
/// From the client, reliable.
struct DropItem {
  static constexpr std::uint8_t packetId = 0x17;
  static constexpr std::size_t sizeMin = 9;
  static constexpr std::size_t sizeMax = 9;
  static constexpr bool padded = false;

  /// As in PickUp.
  std::uint32_t command = 0;
  /// Where they lie; the bag.
  HolderKind from = HolderKind::nowhere;
  /// In which slot, from 0.
  std::uint8_t slot = 0;
  /// How many.
  std::uint16_t units = 0;
};

inline bool read(Reader& in, DropItem& message) {
  if (!in.u32(message.command)) return false;
  if (!read(in, message.from)) return false;
  if (!in.u8(message.slot)) return false;
  if (!in.u16(message.units)) return false;
  return true;
}

inline bool write(Writer& out, const DropItem& message) {
  if (!out.u32(message.command)) return false;
  if (!write(out, message.from)) return false;
  if (!out.u8(message.slot)) return false;
  if (!out.u16(message.units)) return false;
  return true;
}

/// Consumes one of a stack, for the health and mana that it gives.
/// From the client, reliable.
struct UseItem {
  static constexpr std::uint8_t packetId = 0x18;
  static constexpr std::size_t sizeMin = 7;
  static constexpr std::size_t sizeMax = 7;
  static constexpr bool padded = false;

  /// As in PickUp.
  std::uint32_t command = 0;
  /// Where it lies; the bag.
  HolderKind from = HolderKind::nowhere;
  /// In which slot, from 0.
  std::uint8_t slot = 0;
};

inline bool read(Reader& in, UseItem& message) {
  if (!in.u32(message.command)) return false;
  if (!read(in, message.from)) return false;
  if (!in.u8(message.slot)) return false;
  return true;
}

inline bool write(Writer& out, const UseItem& message) {
  if (!out.u32(message.command)) return false;
  if (!write(out, message.from)) return false;
  if (!out.u8(message.slot)) return false;
  return true;
}

/// Buys from a vendor who is near enough to talk to. All of it or nothing.
/// From the client, reliable.
struct BuyItem {
  static constexpr std::uint8_t packetId = 0x1a;
  static constexpr std::size_t sizeMin = 13;
  static constexpr std::size_t sizeMax = 13;
  static constexpr bool padded = false;

  /// As in PickUp.
  std::uint32_t command = 0;
  /// Entity id of the vendor.
  std::uint32_t vendor = 0;
  /// Item id from the content, one that this vendor sells.
  std::uint16_t item = 0;
  /// How many.
  std::uint16_t units = 0;
};

inline bool read(Reader& in, BuyItem& message) {
  if (!in.u32(message.command)) return false;
  if (!in.u32(message.vendor)) return false;
  if (!in.u16(message.item)) return false;
  if (!in.u16(message.units)) return false;
  return true;
}

inline bool write(Writer& out, const BuyItem& message) {
  if (!out.u32(message.command)) return false;
  if (!out.u32(message.vendor)) return false;
  if (!out.u16(message.item)) return false;
  if (!out.u16(message.units)) return false;
  return true;
}

/// Sells to a vendor, who keeps the last 8 stacks for buying back.
/// From the client, reliable.
struct SellItem {
  static constexpr std::uint8_t packetId = 0x1b;
  static constexpr std::size_t sizeMin = 12;
  static constexpr std::size_t sizeMax = 12;
  static constexpr bool padded = false;

  /// As in PickUp.
  std::uint32_t command = 0;
  /// Entity id of the vendor.
  std::uint32_t vendor = 0;
  /// Slot of the bag in which it lies, from 0.
  std::uint8_t slot = 0;
  /// How many.
  std::uint16_t units = 0;
};

inline bool read(Reader& in, SellItem& message) {
  if (!in.u32(message.command)) return false;
  if (!in.u32(message.vendor)) return false;
  if (!in.u8(message.slot)) return false;
  if (!in.u16(message.units)) return false;
  return true;
}

inline bool write(Writer& out, const SellItem& message) {
  if (!out.u32(message.command)) return false;
  if (!out.u32(message.vendor)) return false;
  if (!out.u8(message.slot)) return false;
  if (!out.u16(message.units)) return false;
  return true;
}

/// Buys back what was sold, the whole stack, from any vendor, for as much as the most generous one may have paid.
/// From the client, reliable.
struct BuyBackItem {
  static constexpr std::uint8_t packetId = 0x1c;
  static constexpr std::size_t sizeMin = 10;
  static constexpr std::size_t sizeMax = 10;
  static constexpr bool padded = false;

  /// As in PickUp.
  std::uint32_t command = 0;
  /// Entity id of the vendor.
  std::uint32_t vendor = 0;
  /// Slot of `buyBack` in which it lies, from 0.
  std::uint8_t slot = 0;
};

inline bool read(Reader& in, BuyBackItem& message) {
  if (!in.u32(message.command)) return false;
  if (!in.u32(message.vendor)) return false;
  if (!in.u8(message.slot)) return false;
  return true;
}

inline bool write(Writer& out, const BuyBackItem& message) {
  if (!out.u32(message.command)) return false;
  if (!out.u32(message.vendor)) return false;
  if (!out.u8(message.slot)) return false;
  return true;
}

/// Has somebody mend what is worn, or worn out.
/// From the client, reliable.
struct RepairItem {
  static constexpr std::uint8_t packetId = 0x1d;
  static constexpr std::size_t sizeMin = 11;
  static constexpr std::size_t sizeMax = 11;
  static constexpr bool padded = false;

  /// As in PickUp.
  std::uint32_t command = 0;
  /// Entity id of who mends.
  std::uint32_t mender = 0;
  /// Where it lies: the bag, or what is worn.
  HolderKind from = HolderKind::nowhere;
  /// In which slot, from 0.
  std::uint8_t slot = 0;
};

inline bool read(Reader& in, RepairItem& message) {
  if (!in.u32(message.command)) return false;
  if (!in.u32(message.mender)) return false;
  if (!read(in, message.from)) return false;
  if (!in.u8(message.slot)) return false;
  return true;
}

inline bool write(Writer& out, const RepairItem& message) {
  if (!out.u32(message.command)) return false;
  if (!out.u32(message.mender)) return false;
  if (!write(out, message.from)) return false;
  if (!out.u8(message.slot)) return false;
  return true;
}

/// Asks a banker what lies in the own bank. CommandConfirmed comes, and behind it InventorySlot for each slot
/// that is not
/// empty. What changes later is told without being asked. Near a banker MoveItem moves between bag and bank.
/// From the client, reliable.
struct OpenBank {
  static constexpr std::uint8_t packetId = 0x1e;
  static constexpr std::size_t sizeMin = 9;
  static constexpr std::size_t sizeMax = 9;
  static constexpr bool padded = false;

  /// As in PickUp.
  std::uint32_t command = 0;
  /// Entity id of the banker.
  std::uint32_t banker = 0;
};

inline bool read(Reader& in, OpenBank& message) {
  if (!in.u32(message.command)) return false;
  if (!in.u32(message.banker)) return false;
  return true;
}

inline bool write(Writer& out, const OpenBank& message) {
  if (!out.u32(message.command)) return false;
  if (!out.u32(message.banker)) return false;
  return true;
}

/// Throws items away for ever.
/// From the client, reliable.
struct DiscardItem {
  static constexpr std::uint8_t packetId = 0x19;
  static constexpr std::size_t sizeMin = 9;
  static constexpr std::size_t sizeMax = 9;
  static constexpr bool padded = false;

  /// As in PickUp.
  std::uint32_t command = 0;
  /// Where they lie; the bag.
  HolderKind from = HolderKind::nowhere;
  /// In which slot, from 0.
  std::uint8_t slot = 0;
  /// How many.
  std::uint16_t units = 0;
};

inline bool read(Reader& in, DiscardItem& message) {
  if (!in.u32(message.command)) return false;
  if (!read(in, message.from)) return false;
  if (!in.u8(message.slot)) return false;
  if (!in.u16(message.units)) return false;
  return true;
}

inline bool write(Writer& out, const DiscardItem& message) {
  if (!out.u32(message.command)) return false;
  if (!write(out, message.from)) return false;
  if (!out.u8(message.slot)) return false;
  if (!out.u16(message.units)) return false;
  return true;
}

/// Asks another player to trade. The other has 30 s to accept; it cannot decline, the invitation lapses. A new
/// one takes the place
/// of the one before.
/// From the client, reliable.
struct TradeInvite {
  static constexpr std::uint8_t packetId = 0x28;
  static constexpr std::size_t sizeMin = 5;
  static constexpr std::size_t sizeMax = 5;
  static constexpr bool padded = false;

  /// Entity id of a player within reach.
  std::uint32_t target = 0;
};

inline bool read(Reader& in, TradeInvite& message) {
  if (!in.u32(message.target)) return false;
  return true;
}

inline bool write(Writer& out, const TradeInvite& message) {
  if (!out.u32(message.target)) return false;
  return true;
}

/// Takes up the invitation of another player.
/// From the client, reliable.
struct TradeAccept {
  static constexpr std::uint8_t packetId = 0x29;
  static constexpr std::size_t sizeMin = 5;
  static constexpr std::size_t sizeMax = 5;
  static constexpr bool padded = false;

  /// Entity id of who invited.
  std::uint32_t inviter = 0;
};

inline bool read(Reader& in, TradeAccept& message) {
  if (!in.u32(message.inviter)) return false;
  return true;
}

inline bool write(Writer& out, const TradeAccept& message) {
  if (!out.u32(message.inviter)) return false;
  return true;
}

/// Puts a stack of the bag, or a part of it, on the table of a trade, or takes back what lay there. It stays in
/// the bag.
/// From the client, reliable.
struct TradeOffer {
  static constexpr std::uint8_t packetId = 0x2a;
  static constexpr std::size_t sizeMin = 9;
  static constexpr std::size_t sizeMax = 9;
  static constexpr bool padded = false;

  /// As told by TradeState.
  std::uint32_t trade = 0;
  /// Where on the own side of the table.
  /// 0 .. 7.
  std::uint8_t place = 0;
  /// In which slot of the bag it lies, from 0.
  std::uint8_t slot = 0;
  /// How many, 0 to take back what lies in `place`.
  std::uint16_t units = 0;
};

inline bool read(Reader& in, TradeOffer& message) {
  if (!in.u32(message.trade)) return false;
  if (!in.u8(message.place) || !in.within(message.place, 0u, 7u)) return false;
  if (!in.u8(message.slot)) return false;
  if (!in.u16(message.units)) return false;
  return true;
}

inline bool write(Writer& out, const TradeOffer& message) {
  if (!out.u32(message.trade)) return false;
  if (!out.within(message.place, 0u, 7u) || !out.u8(message.place)) return false;
  if (!out.u8(message.slot)) return false;
  if (!out.u16(message.units)) return false;
  return true;
}

/// Puts coins on the table instead of those that lay there. They stay in the purse.
/// From the client, reliable.
struct TradeCoins {
  static constexpr std::uint8_t packetId = 0x2b;
  static constexpr std::size_t sizeMin = 9;
  static constexpr std::size_t sizeMax = 9;
  static constexpr bool padded = false;

  /// As told by TradeState.
  std::uint32_t trade = 0;
  /// 0 for none.
  /// Unit: coins.
  std::uint32_t coins = 0;
};

inline bool read(Reader& in, TradeCoins& message) {
  if (!in.u32(message.trade)) return false;
  if (!in.u32(message.coins)) return false;
  return true;
}

inline bool write(Writer& out, const TradeCoins& message) {
  if (!out.u32(message.trade)) return false;
  if (!out.u32(message.coins)) return false;
  return true;
}

/// Agrees to what lies on the table. When both have agreed to the same, all of it changes hands at once.
/// CommandConfirmed says
/// that the player has agreed; that all changed hands says TradeEnded.
/// From the client, reliable.
struct TradeConfirm {
  static constexpr std::uint8_t packetId = 0x2c;
  static constexpr std::size_t sizeMin = 9;
  static constexpr std::size_t sizeMax = 9;
  static constexpr bool padded = false;

  /// As in PickUp.
  std::uint32_t command = 0;
  /// As told by TradeState: what is meant. When something else lies there by now, nothing happens.
  std::uint32_t version = 0;
};

inline bool read(Reader& in, TradeConfirm& message) {
  if (!in.u32(message.command)) return false;
  if (!in.u32(message.version)) return false;
  return true;
}

inline bool write(Writer& out, const TradeConfirm& message) {
  if (!out.u32(message.command)) return false;
  if (!out.u32(message.version)) return false;
  return true;
}

/// Leaves a trade, or takes back the own invitation.
/// From the client, reliable.
struct TradeCancel {
  static constexpr std::uint8_t packetId = 0x2d;
  static constexpr std::size_t sizeMin = 5;
  static constexpr std::size_t sizeMax = 5;
  static constexpr bool padded = false;

  /// As told by TradeState, 0 for the own invitation.
  std::uint32_t trade = 0;
};

inline bool read(Reader& in, TradeCancel& message) {
  if (!in.u32(message.trade)) return false;
  return true;
}

inline bool write(Writer& out, const TradeCancel& message) {
  if (!out.u32(message.trade)) return false;
  return true;
}

/// A stack of the bag, or a part of it, to be put into a letter.
struct LetterStack {
  /// In which slot it lies, from 0.
  std::uint8_t slot = 0;
  /// How many.
  std::uint16_t units = 0;
};

inline bool read(Reader& in, LetterStack& message) {
  if (!in.u8(message.slot)) return false;
  if (!in.u16(message.units)) return false;
  return true;
}

inline bool write(Writer& out, const LetterStack& message) {
  if (!out.u8(message.slot)) return false;
  if (!out.u16(message.units)) return false;
  return true;
}

/// Sends a letter to a character, who need not be in the world. Costs postage, see the content's rules.
/// From the client, reliable.
struct SendLetter {
  static constexpr std::uint8_t packetId = 0x30;
  static constexpr std::size_t sizeMin = 17;
  static constexpr std::size_t sizeMax = 301;
  static constexpr bool padded = false;

  /// As in PickUp.
  std::uint32_t command = 0;
  /// Name of the character, in whatever case.
  /// Up to 24 bytes of UTF-8.
  Text<24> recipient;
  /// May be empty, else as ChatRequest.text.
  /// Up to 48 bytes of UTF-8.
  Text<48> title;
  /// May be empty, else as ChatRequest.text.
  /// Up to 200 bytes of UTF-8.
  Text<200> text;
  /// Enclosed coins.
  /// Unit: coins.
  std::uint32_t coins = 0;
  /// What has to be paid before the stacks can be taken, 0 for nothing. Only with stacks, and without enclosed
  /// coins.
  /// Unit: coins.
  std::uint32_t cashOnDelivery = 0;
  /// What is enclosed. Each from a slot of its own.
  List<LetterStack, 4> stacks;
};

inline bool read(Reader& in, SendLetter& message) {
  if (!in.u32(message.command)) return false;
  if (!in.text(message.recipient)) return false;
  if (!in.text(message.title)) return false;
  if (!in.text(message.text)) return false;
  if (!in.u32(message.coins)) return false;
  if (!in.u32(message.cashOnDelivery)) return false;
  if (!in.count(message.stacks, 3)) return false;
  for (std::size_t i = 0; i < message.stacks.size(); i++) {
    if (!read(in, message.stacks[i])) return false;
  }
  return true;
}

inline bool write(Writer& out, const SendLetter& message) {
  if (!out.u32(message.command)) return false;
  if (!out.text(message.recipient)) return false;
  if (!out.text(message.title)) return false;
  if (!out.text(message.text)) return false;
  if (!out.u32(message.coins)) return false;
  if (!out.u32(message.cashOnDelivery)) return false;
  if (!out.count(message.stacks, 3)) return false;
  for (std::size_t i = 0; i < message.stacks.size(); i++) {
    if (!write(out, message.stacks[i])) return false;
  }
  return true;
}

/// Takes what a letter encloses.
/// From the client, reliable.
struct TakeFromLetter {
  static constexpr std::uint8_t packetId = 0x31;
  static constexpr std::size_t sizeMin = 10;
  static constexpr std::size_t sizeMax = 10;
  static constexpr bool padded = false;

  /// As in PickUp.
  std::uint32_t command = 0;
  /// Id of one of the own letters.
  std::uint32_t letter = 0;
  /// Which of its stacks, whole; 4 for the coins.
  /// 0 .. 4.
  std::uint8_t place = 0;
};

inline bool read(Reader& in, TakeFromLetter& message) {
  if (!in.u32(message.command)) return false;
  if (!in.u32(message.letter)) return false;
  if (!in.u8(message.place) || !in.within(message.place, 0u, 4u)) return false;
  return true;
}

inline bool write(Writer& out, const TakeFromLetter& message) {
  if (!out.u32(message.command)) return false;
  if (!out.u32(message.letter)) return false;
  if (!out.within(message.place, 0u, 4u) || !out.u8(message.place)) return false;
  return true;
}

/// Pays what a letter asks for. The coins go to its sender by letter, and then its stacks can be taken.
/// From the client, reliable.
struct PayLetter {
  static constexpr std::uint8_t packetId = 0x32;
  static constexpr std::size_t sizeMin = 13;
  static constexpr std::size_t sizeMax = 13;
  static constexpr bool padded = false;

  /// As in PickUp.
  std::uint32_t command = 0;
  /// Id of one of the own letters.
  std::uint32_t letter = 0;
  /// What is meant to be paid: nothing happens when it asks for something else.
  /// Unit: coins.
  std::uint32_t coins = 0;
};

inline bool read(Reader& in, PayLetter& message) {
  if (!in.u32(message.command)) return false;
  if (!in.u32(message.letter)) return false;
  if (!in.u32(message.coins)) return false;
  return true;
}

inline bool write(Writer& out, const PayLetter& message) {
  if (!out.u32(message.command)) return false;
  if (!out.u32(message.letter)) return false;
  if (!out.u32(message.coins)) return false;
  return true;
}

/// Throws an empty letter away.
/// From the client, reliable.
struct DeleteLetter {
  static constexpr std::uint8_t packetId = 0x33;
  static constexpr std::size_t sizeMin = 9;
  static constexpr std::size_t sizeMax = 9;
  static constexpr bool padded = false;

  /// As in PickUp.
  std::uint32_t command = 0;
  /// Id of one of the own letters.
  std::uint32_t letter = 0;
};

inline bool read(Reader& in, DeleteLetter& message) {
  if (!in.u32(message.command)) return false;
  if (!in.u32(message.letter)) return false;
  return true;
}

inline bool write(Writer& out, const DeleteLetter& message) {
  if (!out.u32(message.command)) return false;
  if (!out.u32(message.letter)) return false;
  return true;
}

/// Sends a letter back to who sent it, with all that it encloses and without being paid.
/// From the client, reliable.
struct ReturnLetter {
  static constexpr std::uint8_t packetId = 0x34;
  static constexpr std::size_t sizeMin = 9;
  static constexpr std::size_t sizeMax = 9;
  static constexpr bool padded = false;

  /// As in PickUp.
  std::uint32_t command = 0;
  /// Id of one of the own letters.
  std::uint32_t letter = 0;
};

inline bool read(Reader& in, ReturnLetter& message) {
  if (!in.u32(message.command)) return false;
  if (!in.u32(message.letter)) return false;
  return true;
}

inline bool write(Writer& out, const ReturnLetter& message) {
  if (!out.u32(message.command)) return false;
  if (!out.u32(message.letter)) return false;
  return true;
}

/// Asks for the own letters.
/// From the client, reliable.
struct ReadLetters {
  static constexpr std::uint8_t packetId = 0x35;
  static constexpr std::size_t sizeMin = 5;
  static constexpr std::size_t sizeMax = 5;
  static constexpr bool padded = false;

  /// Those with an id above this one, at most 8 of them, the smallest id first.
  std::uint32_t after = 0;
};

inline bool read(Reader& in, ReadLetters& message) {
  if (!in.u32(message.after)) return false;
  return true;
}

inline bool write(Writer& out, const ReadLetters& message) {
  if (!out.u32(message.after)) return false;
  return true;
}

/// Puts a stack of the bag, or a part of it, on the market. Costs a share of the price, see the content's rules.
/// From the client, reliable.
struct ListItem {
  static constexpr std::uint8_t packetId = 0x38;
  static constexpr std::size_t sizeMin = 12;
  static constexpr std::size_t sizeMax = 12;
  static constexpr bool padded = false;

  /// As in PickUp.
  std::uint32_t command = 0;
  /// In which slot it lies, from 0.
  std::uint8_t slot = 0;
  /// How many.
  std::uint16_t units = 0;
  /// Of all of it together.
  /// Unit: coins.
  std::uint32_t price = 0;
};

inline bool read(Reader& in, ListItem& message) {
  if (!in.u32(message.command)) return false;
  if (!in.u8(message.slot)) return false;
  if (!in.u16(message.units)) return false;
  if (!in.u32(message.price)) return false;
  return true;
}

inline bool write(Writer& out, const ListItem& message) {
  if (!out.u32(message.command)) return false;
  if (!out.u8(message.slot)) return false;
  if (!out.u16(message.units)) return false;
  if (!out.u32(message.price)) return false;
  return true;
}

/// Buys all of a listing.
/// From the client, reliable.
struct BuyListing {
  static constexpr std::uint8_t packetId = 0x39;
  static constexpr std::size_t sizeMin = 13;
  static constexpr std::size_t sizeMax = 13;
  static constexpr bool padded = false;

  /// As in PickUp.
  std::uint32_t command = 0;
  /// Its id.
  std::uint32_t listing = 0;
  /// What is meant to be paid.
  /// Unit: coins.
  std::uint32_t price = 0;
};

inline bool read(Reader& in, BuyListing& message) {
  if (!in.u32(message.command)) return false;
  if (!in.u32(message.listing)) return false;
  if (!in.u32(message.price)) return false;
  return true;
}

inline bool write(Writer& out, const BuyListing& message) {
  if (!out.u32(message.command)) return false;
  if (!out.u32(message.listing)) return false;
  if (!out.u32(message.price)) return false;
  return true;
}

/// Takes an own listing from the market; its stack comes into the bag, or by letter when it has no room there.
/// From the client, reliable.
struct CancelListing {
  static constexpr std::uint8_t packetId = 0x3a;
  static constexpr std::size_t sizeMin = 9;
  static constexpr std::size_t sizeMax = 9;
  static constexpr bool padded = false;

  /// As in PickUp.
  std::uint32_t command = 0;
  /// Its id.
  std::uint32_t listing = 0;
};

inline bool read(Reader& in, CancelListing& message) {
  if (!in.u32(message.command)) return false;
  if (!in.u32(message.listing)) return false;
  return true;
}

inline bool write(Writer& out, const CancelListing& message) {
  if (!out.u32(message.command)) return false;
  if (!out.u32(message.listing)) return false;
  return true;
}

/// Asks what is on the market.
/// From the client, reliable.
struct SearchMarket {
  static constexpr std::uint8_t packetId = 0x3b;
  static constexpr std::size_t sizeMin = 7;
  static constexpr std::size_t sizeMax = 7;
  static constexpr bool padded = false;

  /// Item id from the content, 0 for any.
  std::uint16_t item = 0;
  /// Those with an id above this one, at most 8 of them, the smallest id first.
  std::uint32_t after = 0;
};

inline bool read(Reader& in, SearchMarket& message) {
  if (!in.u16(message.item)) return false;
  if (!in.u32(message.after)) return false;
  return true;
}

inline bool write(Writer& out, const SearchMarket& message) {
  if (!out.u16(message.item)) return false;
  if (!out.u32(message.after)) return false;
  return true;
}

/// Begins to make something. Nothing is taken before a piece is finished, and then all at once with what comes of
/// it: whatever
/// ends the work before costs nothing. Confirmed when it begins; pieces of which nothing was told when a server
/// ended are not
/// made. Ends by StopCrafting, by going away, by a fight, by death.
/// From the client, reliable.
struct Craft {
  static constexpr std::uint8_t packetId = 0x20;
  static constexpr std::size_t sizeMin = 8;
  static constexpr std::size_t sizeMax = 8;
  static constexpr bool padded = false;

  /// As in PickUp.
  std::uint32_t command = 0;
  /// Recipe id from the content.
  std::uint16_t recipe = 0;
  /// How many pieces, one after another: 1 to 99.
  std::uint8_t count = 0;
};

inline bool read(Reader& in, Craft& message) {
  if (!in.u32(message.command)) return false;
  if (!in.u16(message.recipe)) return false;
  if (!in.u8(message.count)) return false;
  return true;
}

inline bool write(Writer& out, const Craft& message) {
  if (!out.u32(message.command)) return false;
  if (!out.u16(message.recipe)) return false;
  if (!out.u8(message.count)) return false;
  return true;
}

/// Makes nothing more. The piece under way costs nothing.
/// From the client, reliable.
struct StopCrafting {
  static constexpr std::uint8_t packetId = 0x21;
  static constexpr std::size_t sizeMin = 5;
  static constexpr std::size_t sizeMax = 5;
  static constexpr bool padded = false;

  /// As in PickUp.
  std::uint32_t command = 0;
};

inline bool read(Reader& in, StopCrafting& message) {
  if (!in.u32(message.command)) return false;
  return true;
}

inline bool write(Writer& out, const StopCrafting& message) {
  if (!out.u32(message.command)) return false;
  return true;
}

/// Takes on a quest that an npc within reach offers.
/// From the client, reliable.
struct AcceptQuest {
  static constexpr std::uint8_t packetId = 0x3c;
  static constexpr std::size_t sizeMin = 11;
  static constexpr std::size_t sizeMax = 11;
  static constexpr bool padded = false;

  /// As in PickUp.
  std::uint32_t command = 0;
  /// Entity id of who offers it.
  std::uint32_t npc = 0;
  /// Quest id from the content.
  std::uint16_t quest = 0;
};

inline bool read(Reader& in, AcceptQuest& message) {
  if (!in.u32(message.command)) return false;
  if (!in.u32(message.npc)) return false;
  if (!in.u16(message.quest)) return false;
  return true;
}

inline bool write(Writer& out, const AcceptQuest& message) {
  if (!out.u32(message.command)) return false;
  if (!out.u32(message.npc)) return false;
  if (!out.u16(message.quest)) return false;
  return true;
}

/// Gives up a quest. What is done of it is gone, and what lies in the bag for it alone.
/// From the client, reliable.
struct AbandonQuest {
  static constexpr std::uint8_t packetId = 0x3d;
  static constexpr std::size_t sizeMin = 7;
  static constexpr std::size_t sizeMax = 7;
  static constexpr bool padded = false;

  /// As in PickUp.
  std::uint32_t command = 0;
  /// Quest id from the content, one that was taken on.
  std::uint16_t quest = 0;
};

inline bool read(Reader& in, AbandonQuest& message) {
  if (!in.u32(message.command)) return false;
  if (!in.u16(message.quest)) return false;
  return true;
}

inline bool write(Writer& out, const AbandonQuest& message) {
  if (!out.u32(message.command)) return false;
  if (!out.u16(message.quest)) return false;
  return true;
}

/// Ends a stage of a quest whose objectives are all done: what it collected is handed in, and what it gives
/// comes, all of it or
/// nothing.
/// From the client, reliable.
struct HandInQuest {
  static constexpr std::uint8_t packetId = 0x3e;
  static constexpr std::size_t sizeMin = 13;
  static constexpr std::size_t sizeMax = 13;
  static constexpr bool padded = false;

  /// As in PickUp.
  std::uint32_t command = 0;
  /// Entity id of the npc who hears of this stage.
  std::uint32_t npc = 0;
  /// Quest id from the content.
  std::uint16_t quest = 0;
  /// Number of the stage that is meant: nothing happens when the quest is in another by now.
  std::uint8_t stage = 0;
  /// Which of its outcomes, from 0.
  /// 0 .. 3.
  std::uint8_t outcome = 0;
};

inline bool read(Reader& in, HandInQuest& message) {
  if (!in.u32(message.command)) return false;
  if (!in.u32(message.npc)) return false;
  if (!in.u16(message.quest)) return false;
  if (!in.u8(message.stage)) return false;
  if (!in.u8(message.outcome) || !in.within(message.outcome, 0u, 3u)) return false;
  return true;
}

inline bool write(Writer& out, const HandInQuest& message) {
  if (!out.u32(message.command)) return false;
  if (!out.u32(message.npc)) return false;
  if (!out.u16(message.quest)) return false;
  if (!out.u8(message.stage)) return false;
  if (!out.within(message.outcome, 0u, 3u) || !out.u8(message.outcome)) return false;
  return true;
}

/// Talks with an npc within reach. CommandConfirmed comes, and behind it QuestOffers.
/// From the client, reliable.
struct TalkTo {
  static constexpr std::uint8_t packetId = 0x3f;
  static constexpr std::size_t sizeMin = 9;
  static constexpr std::size_t sizeMax = 9;
  static constexpr bool padded = false;

  /// As in PickUp.
  std::uint32_t command = 0;
  /// Entity id of the npc.
  std::uint32_t npc = 0;
};

inline bool read(Reader& in, TalkTo& message) {
  if (!in.u32(message.command)) return false;
  if (!in.u32(message.npc)) return false;
  return true;
}

inline bool write(Writer& out, const TalkTo& message) {
  if (!out.u32(message.command)) return false;
  if (!out.u32(message.npc)) return false;
  return true;
}

/// Invites another player into a party: into that of who invites, who has to lead it, or into a new one. The
/// other may be on any
/// map, and has as long as PartyInvited says to accept. Who declined is not asked again by the same player within
/// that time.
/// From the client, reliable.
struct PartyInvite {
  static constexpr std::uint8_t packetId = 0x62;
  static constexpr std::size_t sizeMin = 2;
  static constexpr std::size_t sizeMax = 26;
  static constexpr bool padded = false;

  /// Name of the character, in whatever case.
  /// Up to 24 bytes of UTF-8.
  Text<24> name;
};

inline bool read(Reader& in, PartyInvite& message) {
  if (!in.text(message.name)) return false;
  return true;
}

inline bool write(Writer& out, const PartyInvite& message) {
  if (!out.text(message.name)) return false;
  return true;
}

/// Takes up an invitation.
/// From the client, reliable.
struct PartyAccept {
  static constexpr std::uint8_t packetId = 0x63;
  static constexpr std::size_t sizeMin = 5;
  static constexpr std::size_t sizeMax = 5;
  static constexpr bool padded = false;

  /// As told by PartyInvited.
  std::uint32_t invitation = 0;
};

inline bool read(Reader& in, PartyAccept& message) {
  if (!in.u32(message.invitation)) return false;
  return true;
}

inline bool write(Writer& out, const PartyAccept& message) {
  if (!out.u32(message.invitation)) return false;
  return true;
}

/// Turns an invitation down.
/// From the client, reliable.
struct PartyDecline {
  static constexpr std::uint8_t packetId = 0x64;
  static constexpr std::size_t sizeMin = 5;
  static constexpr std::size_t sizeMax = 5;
  static constexpr bool padded = false;

  /// As told by PartyInvited.
  std::uint32_t invitation = 0;
};

inline bool read(Reader& in, PartyDecline& message) {
  if (!in.u32(message.invitation)) return false;
  return true;
}

inline bool write(Writer& out, const PartyDecline& message) {
  if (!out.u32(message.invitation)) return false;
  return true;
}

/// Leaves the party.
/// From the client, reliable.
struct PartyLeave {
  static constexpr std::uint8_t packetId = 0x65;
  static constexpr std::size_t sizeMin = 1;
  static constexpr std::size_t sizeMax = 1;
  static constexpr bool padded = false;
};

inline bool read(Reader&, PartyLeave&) { return true; }

inline bool write(Writer&, const PartyLeave&) { return true; }

/// The leader puts a member out of the party.
/// From the client, reliable.
struct PartyKick {
  static constexpr std::uint8_t packetId = 0x66;
  static constexpr std::size_t sizeMin = 5;
  static constexpr std::size_t sizeMax = 5;
  static constexpr bool padded = false;

  /// As told by PartyState.
  std::uint32_t member = 0;
};

inline bool read(Reader& in, PartyKick& message) {
  if (!in.u32(message.member)) return false;
  return true;
}

inline bool write(Writer& out, const PartyKick& message) {
  if (!out.u32(message.member)) return false;
  return true;
}

/// The leader has somebody else lead.
/// From the client, reliable.
struct PartyPromote {
  static constexpr std::uint8_t packetId = 0x67;
  static constexpr std::size_t sizeMin = 5;
  static constexpr std::size_t sizeMax = 5;
  static constexpr bool padded = false;

  /// As told by PartyState; one who is in the world.
  std::uint32_t member = 0;
};

inline bool read(Reader& in, PartyPromote& message) {
  if (!in.u32(message.member)) return false;
  return true;
}

inline bool write(Writer& out, const PartyPromote& message) {
  if (!out.u32(message.member)) return false;
  return true;
}

/// Who may take what a kill of a party leaves, for as long as that is not anybody's.
enum class PartyLootMode : std::uint8_t {
  /// Any member with a share in the kill.
  freeForAll = 1,
  /// The members with a share in the kill in turns, a stack each.
  roundRobin = 2,
  /// Of things that lie in a slot by themselves, the member who wins a roll; everything else in turns.
  needGreed = 3,
};

constexpr bool isKnown(PartyLootMode value) {
  switch (value) {
    case PartyLootMode::freeForAll:
    case PartyLootMode::roundRobin:
    case PartyLootMode::needGreed:
      return true;
  }
  return false;
}

inline bool read(Reader& in, PartyLootMode& value) {
  std::uint8_t number = 0;
  if (!in.u8(number)) return false;
  value = static_cast<PartyLootMode>(number);
  return isKnown(value) || in.fail(CodecFault::outOfRange);
}

inline bool write(Writer& out, PartyLootMode value) {
  if (!isKnown(value)) return out.fail(CodecFault::outOfRange);
  return out.u8(static_cast<std::uint8_t>(value));
}

/// The leader decides how loot is shared: of creatures that the party strikes for the first time from then on.
/// From the client, reliable.
struct PartyLoot {
  static constexpr std::uint8_t packetId = 0x68;
  static constexpr std::size_t sizeMin = 2;
  static constexpr std::size_t sizeMax = 2;
  static constexpr bool padded = false;

  PartyLootMode mode = PartyLootMode::freeForAll;
};

inline bool read(Reader& in, PartyLoot& message) {
  if (!read(in, message.mode)) return false;
  return true;
}

inline bool write(Writer& out, const PartyLoot& message) {
  if (!write(out, message.mode)) return false;
  return true;
}

/// What somebody wants of a thing that is rolled for.
enum class LootChoice : std::uint8_t {
  /// Not to have it.
  pass = 1,
  /// To have it, if nobody has a need for it.
  greed = 2,
  /// To have it.
  need = 3,
};

constexpr bool isKnown(LootChoice value) {
  switch (value) {
    case LootChoice::pass:
    case LootChoice::greed:
    case LootChoice::need:
      return true;
  }
  return false;
}

inline bool read(Reader& in, LootChoice& value) {
  std::uint8_t number = 0;
  if (!in.u8(number)) return false;
  value = static_cast<LootChoice>(number);
  return isKnown(value) || in.fail(CodecFault::outOfRange);
}

inline bool write(Writer& out, LootChoice value) {
  if (!isKnown(value)) return out.fail(CodecFault::outOfRange);
  return out.u8(static_cast<std::uint8_t>(value));
}

/// Says once what the player wants of something that is rolled for.
/// From the client, reliable.
struct LootRoll {
  static constexpr std::uint8_t packetId = 0x69;
  static constexpr std::size_t sizeMin = 6;
  static constexpr std::size_t sizeMax = 6;
  static constexpr bool padded = false;

  /// As told by LootRollBegun.
  std::uint32_t roll = 0;
  LootChoice choice = LootChoice::pass;
};

inline bool read(Reader& in, LootRoll& message) {
  if (!in.u32(message.roll)) return false;
  if (!read(in, message.choice)) return false;
  return true;
}

inline bool write(Writer& out, const LootRoll& message) {
  if (!out.u32(message.roll)) return false;
  if (!write(out, message.choice)) return false;
  return true;
}

/// Why a player reports another one to the operators.
enum class ReportReason : std::uint8_t {
  /// Plays by other means than the game's.
  cheating = 1,
  /// Insults, threatens, follows somebody about.
  harassment = 2,
  /// Says the same again and again, or sells what is not of the game.
  spam = 3,
  /// What the character is called.
  name = 4,
  /// Something else, which the text says.
  other = 5,
};

constexpr bool isKnown(ReportReason value) {
  switch (value) {
    case ReportReason::cheating:
    case ReportReason::harassment:
    case ReportReason::spam:
    case ReportReason::name:
    case ReportReason::other:
      return true;
  }
  return false;
}

inline bool read(Reader& in, ReportReason& value) {
  std::uint8_t number = 0;
  if (!in.u8(number)) return false;
  value = static_cast<ReportReason>(number);
  return isKnown(value) || in.fail(CodecFault::outOfRange);
}

inline bool write(Writer& out, ReportReason value) {
  if (!isKnown(value)) return out.fail(CodecFault::outOfRange);
  return out.u8(static_cast<std::uint8_t>(value));
}

/// Tells the operators of another player, who may be away, and does not hear of it. What either of the two said
/// in the last ten
/// minutes, and where both stand, goes with it. Answered with ReportTaken when it is stored. One player may be
/// reported by
/// the same once an hour, and ten be reported a day.
/// From the client, reliable.
struct ReportPlayer {
  static constexpr std::uint8_t packetId = 0x6a;
  static constexpr std::size_t sizeMin = 4;
  static constexpr std::size_t sizeMax = 228;
  static constexpr bool padded = false;

  /// Name of the character, in whatever case.
  /// Up to 24 bytes of UTF-8.
  Text<24> name;
  ReportReason reason = ReportReason::cheating;
  /// What happened, in the words of who reports; may be empty, but for `other`. Of characters that chat may have.
  /// Up to 200 bytes of UTF-8.
  Text<200> text;
};

inline bool read(Reader& in, ReportPlayer& message) {
  if (!in.text(message.name)) return false;
  if (!read(in, message.reason)) return false;
  if (!in.text(message.text)) return false;
  return true;
}

inline bool write(Writer& out, const ReportPlayer& message) {
  if (!out.text(message.name)) return false;
  if (!write(out, message.reason)) return false;
  if (!out.text(message.text)) return false;
  return true;
}

/// First message to a player who stands in the world.
/// From the server, reliable.
struct Welcome {
  static constexpr std::uint8_t packetId = 0x40;
  static constexpr std::size_t sizeMin = 21;
  static constexpr std::size_t sizeMax = 77;
  static constexpr bool padded = false;

  /// The player's own entity.
  std::uint32_t entity = 0;
  /// The server's tick when it sent this.
  std::uint32_t tick = 0;
  /// The character's name.
  /// Up to 24 bytes of UTF-8.
  Text<24> name;
  /// Numeric id of the map, from the content.
  std::uint16_t map = 0;
  /// Name of the map, from the content.
  /// Up to 32 bytes of UTF-8.
  Text<32> mapKey;
  /// Hash of the content the server runs: STANDARD.md, "Playing", says of what. A client that has another game
  /// shows wrong names, no more.
  std::uint32_t contentHash = 0;
  /// The highest number of a request with a command that was done for this character, 0 for none.
  std::uint32_t lastCommand = 0;
};

inline bool read(Reader& in, Welcome& message) {
  if (!in.u32(message.entity)) return false;
  if (!in.u32(message.tick)) return false;
  if (!in.text(message.name)) return false;
  if (!in.u16(message.map)) return false;
  if (!in.text(message.mapKey)) return false;
  if (!in.u32(message.contentHash)) return false;
  if (!in.u32(message.lastCommand)) return false;
  return true;
}

inline bool write(Writer& out, const Welcome& message) {
  if (!out.u32(message.entity)) return false;
  if (!out.u32(message.tick)) return false;
  if (!out.text(message.name)) return false;
  if (!out.u16(message.map)) return false;
  if (!out.text(message.mapKey)) return false;
  if (!out.u32(message.contentHash)) return false;
  if (!out.u32(message.lastCommand)) return false;
  return true;
}

/// The player stands on another map now. Entities of the old map leave through Snapshot.removed as any other
/// does.
/// From the server, reliable.
struct MapChanged {
  static constexpr std::uint8_t packetId = 0x41;
  static constexpr std::size_t sizeMin = 8;
  static constexpr std::size_t sizeMax = 40;
  static constexpr bool padded = false;

  /// Numeric id of the map, from the content.
  std::uint16_t map = 0;
  /// Name of the map, from the content.
  /// Up to 32 bytes of UTF-8.
  Text<32> mapKey;
  static constexpr Quantization xSteps{0, 1023.984375, 1, 64, 65535, 2, false};
  /// Where the player stands now, in metres: x grows to the east.
  /// 0 .. 1023.984375 in steps of 0.015625; clamped when written.
  /// Unit: m.
  double x = 0;
  static constexpr Quantization ySteps{0, 1023.984375, 1, 64, 65535, 2, false};
  /// y grows to the south.
  /// 0 .. 1023.984375 in steps of 0.015625; clamped when written.
  /// Unit: m.
  double y = 0;
};

inline bool read(Reader& in, MapChanged& message) {
  if (!in.u16(message.map)) return false;
  if (!in.text(message.mapKey)) return false;
  if (!in.quantized(message.x, MapChanged::xSteps)) return false;
  if (!in.quantized(message.y, MapChanged::ySteps)) return false;
  return true;
}

inline bool write(Writer& out, const MapChanged& message) {
  if (!out.u16(message.map)) return false;
  if (!out.text(message.mapKey)) return false;
  if (!out.quantized(message.x, MapChanged::xSteps)) return false;
  if (!out.quantized(message.y, MapChanged::ySteps)) return false;
  return true;
}

/// The player's own numbers, sent when one of them changed.
/// From the server, reliable.
struct CharacterStatus {
  static constexpr std::uint8_t packetId = 0x42;
  static constexpr std::size_t sizeMin = 9;
  static constexpr std::size_t sizeMax = 21;
  static constexpr bool padded = false;

  /// 1 is the first.
  std::uint8_t level = 0;
  /// All that was ever earned.
  std::uint32_t experience = 0;
  /// Experience at which the next level is reached, 0 at the highest.
  std::uint32_t experienceNext = 0;
  /// Health when unhurt.
  std::uint16_t healthMax = 0;
  /// Mana when rested.
  std::uint16_t manaMax = 0;
  /// Money at hand.
  /// Unit: coins.
  std::uint32_t coins = 0;
};

inline bool read(Reader& in, CharacterStatus& message) {
  if (!in.u8(message.level)) return false;
  if (!in.varint(message.experience)) return false;
  if (!in.varint(message.experienceNext)) return false;
  if (!in.u16(message.healthMax)) return false;
  if (!in.u16(message.manaMax)) return false;
  if (!in.varint(message.coins)) return false;
  return true;
}

inline bool write(Writer& out, const CharacterStatus& message) {
  if (!out.u8(message.level)) return false;
  if (!out.varint(message.experience)) return false;
  if (!out.varint(message.experienceNext)) return false;
  if (!out.u16(message.healthMax)) return false;
  if (!out.u16(message.manaMax)) return false;
  if (!out.varint(message.coins)) return false;
  return true;
}

/// What lies in one slot of the player's own: its bag, what it wears, its bank, what can be bought back. Sent
/// when the server has
/// stored it.
/// From the server, reliable.
struct InventorySlot {
  static constexpr std::uint8_t packetId = 0x43;
  static constexpr std::size_t sizeMin = 10;
  static constexpr std::size_t sizeMax = 10;
  static constexpr bool padded = false;

  /// Of what it is a slot.
  HolderKind holder = HolderKind::nowhere;
  /// Number of the slot, from 0.
  std::uint8_t slot = 0;
  /// Item id from the content, 0 for an empty slot.
  std::uint16_t item = 0;
  /// How many of it, 0 for an empty slot.
  std::uint16_t count = 0;
  /// Uses that a single item has behind it.
  std::uint16_t wear = 0;
  /// Nobody else can have it any more.
  bool bound = false;
};

inline bool read(Reader& in, InventorySlot& message) {
  if (!read(in, message.holder)) return false;
  if (!in.u8(message.slot)) return false;
  if (!in.u16(message.item)) return false;
  if (!in.u16(message.count)) return false;
  if (!in.u16(message.wear)) return false;
  if (!in.boolean(message.bound)) return false;
  return true;
}

inline bool write(Writer& out, const InventorySlot& message) {
  if (!write(out, message.holder)) return false;
  if (!out.u8(message.slot)) return false;
  if (!out.u16(message.item)) return false;
  if (!out.u16(message.count)) return false;
  if (!out.u16(message.wear)) return false;
  if (!out.boolean(message.bound)) return false;
  return true;
}

/// Something was said that the receiver hears.
/// From the server, reliable.
struct ChatMessage {
  static constexpr std::uint8_t packetId = 0x44;
  static constexpr std::size_t sizeMin = 8;
  static constexpr std::size_t sizeMax = 232;
  static constexpr bool padded = false;

  /// Who else hears it.
  ChatScope scope = ChatScope::say;
  /// The speaker's entity, 0 for none.
  std::uint32_t speaker = 0;
  /// The speaker's name.
  /// Up to 24 bytes of UTF-8.
  Text<24> name;
  /// What was said.
  /// Up to 200 bytes of UTF-8.
  Text<200> text;
};

inline bool read(Reader& in, ChatMessage& message) {
  if (!read(in, message.scope)) return false;
  if (!in.u32(message.speaker)) return false;
  if (!in.text(message.name)) return false;
  if (!in.text(message.text)) return false;
  return true;
}

inline bool write(Writer& out, const ChatMessage& message) {
  if (!write(out, message.scope)) return false;
  if (!out.u32(message.speaker)) return false;
  if (!out.text(message.name)) return false;
  if (!out.text(message.text)) return false;
  return true;
}

/// What came of an attack or a healing.
enum class CombatOutcome : std::uint8_t {
  /// The damage in `amount`.
  hit = 1,
  /// More damage than a hit, in `amount`.
  critical = 2,
  /// No damage.
  dodged = 3,
  /// Less damage than a hit, in `amount`.
  blocked = 4,
  /// Health given, in `amount`.
  healed = 5,
  /// Follows, as a message of its own with the same source, target and skill and an amount of 0, the hit that took
  /// the
  /// last of the health.
  killed = 6,
};

constexpr bool isKnown(CombatOutcome value) {
  switch (value) {
    case CombatOutcome::hit:
    case CombatOutcome::critical:
    case CombatOutcome::dodged:
    case CombatOutcome::blocked:
    case CombatOutcome::healed:
    case CombatOutcome::killed:
      return true;
  }
  return false;
}

inline bool read(Reader& in, CombatOutcome& value) {
  std::uint8_t number = 0;
  if (!in.u8(number)) return false;
  value = static_cast<CombatOutcome>(number);
  return isKnown(value) || in.fail(CodecFault::outOfRange);
}

inline bool write(Writer& out, CombatOutcome value) {
  if (!isKnown(value)) return out.fail(CodecFault::outOfRange);
  return out.u8(static_cast<std::uint8_t>(value));
}

/// Something happened in a fight that the receiver sees.
/// From the server, unreliable.
struct CombatEvent {
  static constexpr std::uint8_t packetId = 0x45;
  static constexpr std::size_t sizeMin = 14;
  static constexpr std::size_t sizeMax = 14;
  static constexpr bool padded = false;

  /// Entity that acted, 0 for none.
  std::uint32_t source = 0;
  /// Entity that it happened to.
  std::uint32_t target = 0;
  /// Skill id from the content, 0 for none.
  std::uint16_t skill = 0;
  /// What came of it.
  CombatOutcome outcome = CombatOutcome::hit;
  /// Health lost or gained.
  std::uint16_t amount = 0;
};

inline bool read(Reader& in, CombatEvent& message) {
  if (!in.u32(message.source)) return false;
  if (!in.u32(message.target)) return false;
  if (!in.u16(message.skill)) return false;
  if (!read(in, message.outcome)) return false;
  if (!in.u16(message.amount)) return false;
  return true;
}

inline bool write(Writer& out, const CombatEvent& message) {
  if (!out.u32(message.source)) return false;
  if (!out.u32(message.target)) return false;
  if (!out.u16(message.skill)) return false;
  if (!write(out, message.outcome)) return false;
  if (!out.u16(message.amount)) return false;
  return true;
}

/// Why the server did not do what a client asked.
enum class RefusalReason : std::uint8_t {
  /// There is nothing by this id for the one who asked: no such entity on its map, or 0 where one is needed; no
  /// invitation to
  /// it, or none any more; no trade, letter or listing of its own, no listing at all; no character of this name.
  unknownTarget = 1,
  /// The target is farther away than the skill, the reach for picking up, or that for trading or talking goes; or
  /// no banker is
  /// near.
  outOfRange = 2,
  /// This skill, or the pause that all skills share, is not over; or that of all that is consumed.
  onCooldown = 3,
  /// The skill costs more mana than there is.
  notEnoughMana = 4,
  /// Who asked is dead.
  dead = 5,
  /// RespawnRequest of somebody alive.
  notDead = 6,
  /// One of the two stands in a safe zone.
  safeZone = 7,
  /// The item on the ground belongs to somebody else for now.
  notYours = 8,
  /// It does not fit where it would go: into the bag, the slot that is named, or the place on the body. Of what is
  /// picked up, not
  /// one unit does.
  inventoryFull = 9,
  /// No such skill, or none that players have.
  unknownSkill = 10,
  /// The target is there, but nothing that this can be done to: dead, on its way home, of the wrong side or the own
  /// party, no item, somebody
  /// who does not do this, oneself or what is one's own already, a player who is not there to answer.
  invalidTarget = 11,
  /// A wall stands between.
  noLineOfSight = 12,
  /// Not now. As many requests of the player wait as may (8 with a command, one for a skill); it cannot act
  /// (stunned, casting);
  /// it is too early to stand up again; one of the two trades already, or was asked the same just now; or the
  /// server has no
  /// room for more of it. Later, perhaps.
  busy = 13,
  /// An operator has taken the right to talk, to write letters and to invite into parties away.
  muted = 14,
  /// Nothing to see is left of the text.
  emptyText = 15,
  /// The rules of this map or of this message forbid it: fights of players where there are none, a scope that is
  /// the
  /// operators', characters that a text may not have, trade and crafting of who fights, what vendors do not buy, a
  /// price of 0, payment on
  /// delivery without stacks or besides coins, a letter that has no way back.
  notAllowed = 16,
  /// The server cannot store anything now, so nothing moves.
  notStored = 17,
  /// Operators have switched this off for now.
  switchedOff = 18,
  /// The number of the request is 64 or more below the highest that was done, and nobody knows any more whether it
  /// was.
  staleCommand = 19,
  /// The number of the request is 0, or more than 1,000,000 above the highest that was done.
  invalidCommand = 20,
  /// There is no such slot, nothing in it, nothing like this goes from there to here, or it is named twice.
  unknownSlot = 21,
  /// There are not so many of them, or 0 were asked for.
  notEnoughItems = 22,
  /// There are not so many coins.
  notEnoughCoins = 23,
  /// The item is bound to who has it: it can be sold to vendors and thrown away, and go to nobody else.
  bound = 24,
  /// Level or kind of the item do not allow it: not yet, not on this place, nothing to consume, nothing that is
  /// sold here.
  requirementsNotMet = 25,
  /// It would be too heavy to carry.
  tooHeavy = 26,
  /// The purse does not hold so many coins; the most is 4,294,967,295.
  purseFull = 27,
  /// The item is worn out and has to be mended first.
  wornOut = 28,
  /// Nothing would be other than it is: health and mana that are full already, something that needs no mending.
  noEffect = 29,
  /// What the request means is not as it was any more: the table of a trade, what a letter or a listing costs.
  changed = 40,
  /// There is no room where it would go: in the other's bag or purse, in a mailbox, among the own listings.
  noRoomThere = 41,
  /// Nobody knows yet whether there is a character of this name; asked again soon, it is known.
  notKnownYet = 42,
  /// It has to be paid first.
  unpaid = 43,
  /// There is something in it yet.
  notEmpty = 44,
  /// This character has not played long enough yet to give anything to other players: by trade, by letter, on the
  /// market, on
  /// the ground. Later, it has.
  newcomer = 45,
  /// No such recipe.
  unknownRecipe = 46,
  /// Not so many pieces at once: 1 to 99.
  badCount = 47,
  /// No such station is within reach.
  noStation = 48,
  /// The tool that it takes is neither in the bag nor worn.
  noTool = 49,
  /// The skill in the recipe's profession is too low.
  notSkilled = 50,
  /// Nothing is being made.
  notCrafting = 51,
  /// No such quest, or none that was taken on.
  unknownQuest = 53,
  /// This npc does not offer it, or does not hear of it in this stage.
  notOfferedHere = 54,
  /// The player's level is too low for it.
  levelTooLow = 55,
  /// Something else that it requires is not so: a quest to be completed before, something to be carried.
  prerequisiteMissing = 56,
  /// It was taken on already.
  alreadyTaken = 57,
  /// The most quests that one can have at a time are taken on: 16.
  questLogFull = 58,
  /// Some objective is not done yet.
  notFinished = 59,
  /// The quest is in another stage than the one that is meant, or that has no such outcome.
  wrongStage = 60,
  /// It was completed, and cannot be taken on again yet. Later, it can.
  notRepeatableYet = 61,
  /// It was completed, and is done once only.
  alreadyDone = 62,
  /// No character of this name is in the world.
  notOnline = 70,
  /// That player, or who asks, is in a party already.
  alreadyInParty = 71,
  /// That player has an invitation of the same party already, or declined one just now.
  alreadyInvited = 72,
  /// The party has as many members as it may.
  partyFull = 73,
  /// Who asks is in no party, or whom it names is not in this one.
  notInParty = 74,
  /// Only the leader of a party may.
  notLeader = 75,
  /// The player reported this one within the last hour.
  alreadyReported = 76,
  /// The player has reported as many within a day as it may: 10.
  tooManyReports = 77,
};

constexpr bool isKnown(RefusalReason value) {
  switch (value) {
    case RefusalReason::unknownTarget:
    case RefusalReason::outOfRange:
    case RefusalReason::onCooldown:
    case RefusalReason::notEnoughMana:
    case RefusalReason::dead:
    case RefusalReason::notDead:
    case RefusalReason::safeZone:
    case RefusalReason::notYours:
    case RefusalReason::inventoryFull:
    case RefusalReason::unknownSkill:
    case RefusalReason::invalidTarget:
    case RefusalReason::noLineOfSight:
    case RefusalReason::busy:
    case RefusalReason::muted:
    case RefusalReason::emptyText:
    case RefusalReason::notAllowed:
    case RefusalReason::notStored:
    case RefusalReason::switchedOff:
    case RefusalReason::staleCommand:
    case RefusalReason::invalidCommand:
    case RefusalReason::unknownSlot:
    case RefusalReason::notEnoughItems:
    case RefusalReason::notEnoughCoins:
    case RefusalReason::bound:
    case RefusalReason::requirementsNotMet:
    case RefusalReason::tooHeavy:
    case RefusalReason::purseFull:
    case RefusalReason::wornOut:
    case RefusalReason::noEffect:
    case RefusalReason::changed:
    case RefusalReason::noRoomThere:
    case RefusalReason::notKnownYet:
    case RefusalReason::unpaid:
    case RefusalReason::notEmpty:
    case RefusalReason::newcomer:
    case RefusalReason::unknownRecipe:
    case RefusalReason::badCount:
    case RefusalReason::noStation:
    case RefusalReason::noTool:
    case RefusalReason::notSkilled:
    case RefusalReason::notCrafting:
    case RefusalReason::unknownQuest:
    case RefusalReason::notOfferedHere:
    case RefusalReason::levelTooLow:
    case RefusalReason::prerequisiteMissing:
    case RefusalReason::alreadyTaken:
    case RefusalReason::questLogFull:
    case RefusalReason::notFinished:
    case RefusalReason::wrongStage:
    case RefusalReason::notRepeatableYet:
    case RefusalReason::alreadyDone:
    case RefusalReason::notOnline:
    case RefusalReason::alreadyInParty:
    case RefusalReason::alreadyInvited:
    case RefusalReason::partyFull:
    case RefusalReason::notInParty:
    case RefusalReason::notLeader:
    case RefusalReason::alreadyReported:
    case RefusalReason::tooManyReports:
      return true;
  }
  return false;
}

inline bool read(Reader& in, RefusalReason& value) {
  std::uint8_t number = 0;
  if (!in.u8(number)) return false;
  value = static_cast<RefusalReason>(number);
  return isKnown(value) || in.fail(CodecFault::outOfRange);
}

inline bool write(Writer& out, RefusalReason value) {
  if (!isKnown(value)) return out.fail(CodecFault::outOfRange);
  return out.u8(static_cast<std::uint8_t>(value));
}

/// A request was not done. Sent instead of any effect.
/// From the server, reliable.
struct Refused {
  static constexpr std::uint8_t packetId = 0x46;
  static constexpr std::size_t sizeMin = 7;
  static constexpr std::size_t sizeMax = 7;
  static constexpr bool padded = false;

  /// Id of the message that was refused.
  std::uint8_t request = 0;
  /// Its command, 0 for one without.
  std::uint32_t command = 0;
  /// Why not.
  RefusalReason reason = RefusalReason::unknownTarget;
};

inline bool read(Reader& in, Refused& message) {
  if (!in.u8(message.request)) return false;
  if (!in.u32(message.command)) return false;
  if (!read(in, message.reason)) return false;
  return true;
}

inline bool write(Writer& out, const Refused& message) {
  if (!out.u8(message.request)) return false;
  if (!out.u32(message.command)) return false;
  if (!write(out, message.reason)) return false;
  return true;
}

/// A request with a command was done, and what it did is stored: nothing takes it back. Sent again whenever the
/// number of one
/// that was done is asked again, whatever is asked under it.
/// From the server, reliable.
struct CommandConfirmed {
  static constexpr std::uint8_t packetId = 0x47;
  static constexpr std::size_t sizeMin = 5;
  static constexpr std::size_t sizeMax = 5;
  static constexpr bool padded = false;

  /// Its command.
  std::uint32_t command = 0;
};

inline bool read(Reader& in, CommandConfirmed& message) {
  if (!in.u32(message.command)) return false;
  return true;
}

inline bool write(Writer& out, const CommandConfirmed& message) {
  if (!out.u32(message.command)) return false;
  return true;
}

/// Work at something.
enum class Profession : std::uint8_t {
  /// Anybody's.
  none = 0,
  /// Of metal.
  smithing = 1,
  /// Of hides.
  leatherworking = 2,
  /// Of herbs.
  alchemy = 3,
  /// Of what is eaten.
  cooking = 4,
  /// Of cloth.
  tailoring = 5,
};

constexpr bool isKnown(Profession value) {
  switch (value) {
    case Profession::none:
    case Profession::smithing:
    case Profession::leatherworking:
    case Profession::alchemy:
    case Profession::cooking:
    case Profession::tailoring:
      return true;
  }
  return false;
}

inline bool read(Reader& in, Profession& value) {
  std::uint8_t number = 0;
  if (!in.u8(number)) return false;
  value = static_cast<Profession>(number);
  return isKnown(value) || in.fail(CodecFault::outOfRange);
}

inline bool write(Writer& out, Profession value) {
  if (!isKnown(value)) return out.fail(CodecFault::outOfRange);
  return out.u8(static_cast<std::uint8_t>(value));
}

/// What became of a piece.
enum class CraftOutcome : std::uint8_t {
  /// It spoilt; what went into it is gone.
  failed = 0,
  /// It is what it should be.
  made = 1,
  /// It is finer than that.
  finer = 2,
};

constexpr bool isKnown(CraftOutcome value) {
  switch (value) {
    case CraftOutcome::failed:
    case CraftOutcome::made:
    case CraftOutcome::finer:
      return true;
  }
  return false;
}

inline bool read(Reader& in, CraftOutcome& value) {
  std::uint8_t number = 0;
  if (!in.u8(number)) return false;
  value = static_cast<CraftOutcome>(number);
  return isKnown(value) || in.fail(CodecFault::outOfRange);
}

inline bool write(Writer& out, CraftOutcome value) {
  if (!isKnown(value)) return out.fail(CodecFault::outOfRange);
  return out.u8(static_cast<std::uint8_t>(value));
}

/// Why nothing more is made.
enum class CraftingEnd : std::uint8_t {
  /// All pieces were made, or spoilt.
  done = 1,
  /// The player did not want to go on.
  stopped = 2,
  /// No such station is within reach any more, or it is another map.
  apart = 3,
  /// The player fights.
  combat = 4,
  /// It died.
  death = 5,
  /// It cannot act: stunned, casting.
  interrupted = 6,
  /// What goes into a piece is not there.
  materials = 7,
  /// What comes of a piece has no room in the bag.
  room = 8,
  /// It would be too heavy to carry.
  weight = 9,
  /// The tool is not there, or worn out.
  tool = 10,
  /// Level or skill are too low.
  requirements = 11,
  /// Operators have switched crafting off for now.
  switchedOff = 12,
};

constexpr bool isKnown(CraftingEnd value) {
  switch (value) {
    case CraftingEnd::done:
    case CraftingEnd::stopped:
    case CraftingEnd::apart:
    case CraftingEnd::combat:
    case CraftingEnd::death:
    case CraftingEnd::interrupted:
    case CraftingEnd::materials:
    case CraftingEnd::room:
    case CraftingEnd::weight:
    case CraftingEnd::tool:
    case CraftingEnd::requirements:
    case CraftingEnd::switchedOff:
      return true;
  }
  return false;
}

inline bool read(Reader& in, CraftingEnd& value) {
  std::uint8_t number = 0;
  if (!in.u8(number)) return false;
  value = static_cast<CraftingEnd>(number);
  return isKnown(value) || in.fail(CodecFault::outOfRange);
}

inline bool write(Writer& out, CraftingEnd value) {
  if (!isKnown(value)) return out.fail(CodecFault::outOfRange);
  return out.u8(static_cast<std::uint8_t>(value));
}

/// The player makes something from now on.
/// From the server, reliable.
struct CraftingBegun {
  static constexpr std::uint8_t packetId = 0x48;
  static constexpr std::size_t sizeMin = 8;
  static constexpr std::size_t sizeMax = 8;
  static constexpr bool padded = false;

  /// Recipe id from the content.
  std::uint16_t recipe = 0;
  /// How many pieces.
  std::uint8_t count = 0;
  /// How long each takes.
  /// Unit: ticks.
  std::uint32_t durationTicks = 0;
};

inline bool read(Reader& in, CraftingBegun& message) {
  if (!in.u16(message.recipe)) return false;
  if (!in.u8(message.count)) return false;
  if (!in.u32(message.durationTicks)) return false;
  return true;
}

inline bool write(Writer& out, const CraftingBegun& message) {
  if (!out.u16(message.recipe)) return false;
  if (!out.u8(message.count)) return false;
  if (!out.u32(message.durationTicks)) return false;
  return true;
}

/// A piece is finished. Sent when that is stored, after the slots that it changed.
/// From the server, reliable.
struct PieceCrafted {
  static constexpr std::uint8_t packetId = 0x49;
  static constexpr std::size_t sizeMin = 9;
  static constexpr std::size_t sizeMax = 9;
  static constexpr bool padded = false;

  /// Recipe id from the content.
  std::uint16_t recipe = 0;
  /// What became of it.
  CraftOutcome outcome = CraftOutcome::failed;
  /// Item id from the content, 0 for nothing.
  std::uint16_t item = 0;
  /// How many of it, 0 for nothing.
  std::uint16_t count = 0;
  /// Pieces that are still to be made.
  std::uint8_t left = 0;
};

inline bool read(Reader& in, PieceCrafted& message) {
  if (!in.u16(message.recipe)) return false;
  if (!read(in, message.outcome)) return false;
  if (!in.u16(message.item)) return false;
  if (!in.u16(message.count)) return false;
  if (!in.u8(message.left)) return false;
  return true;
}

inline bool write(Writer& out, const PieceCrafted& message) {
  if (!out.u16(message.recipe)) return false;
  if (!write(out, message.outcome)) return false;
  if (!out.u16(message.item)) return false;
  if (!out.u16(message.count)) return false;
  if (!out.u8(message.left)) return false;
  return true;
}

/// The player makes nothing more.
/// From the server, reliable.
struct CraftingEnded {
  static constexpr std::uint8_t packetId = 0x4a;
  static constexpr std::size_t sizeMin = 5;
  static constexpr std::size_t sizeMax = 5;
  static constexpr bool padded = false;

  /// Recipe id from the content.
  std::uint16_t recipe = 0;
  /// Pieces that were made, those that spoilt not counted.
  std::uint8_t made = 0;
  /// Why.
  CraftingEnd reason = CraftingEnd::done;
};

inline bool read(Reader& in, CraftingEnded& message) {
  if (!in.u16(message.recipe)) return false;
  if (!in.u8(message.made)) return false;
  if (!read(in, message.reason)) return false;
  return true;
}

inline bool write(Writer& out, const CraftingEnded& message) {
  if (!out.u16(message.recipe)) return false;
  if (!out.u8(message.made)) return false;
  if (!write(out, message.reason)) return false;
  return true;
}

/// What the player has learned in a profession. Sent for each in which it has learned something when it enters,
/// and when it has
/// learned more and that is stored.
/// From the server, reliable.
struct ProfessionSkill {
  static constexpr std::uint8_t packetId = 0x4b;
  static constexpr std::size_t sizeMin = 4;
  static constexpr std::size_t sizeMax = 4;
  static constexpr bool padded = false;

  /// Which.
  Profession profession = Profession::none;
  /// 0 is nothing.
  std::uint16_t skill = 0;
};

inline bool read(Reader& in, ProfessionSkill& message) {
  if (!read(in, message.profession)) return false;
  if (!in.u16(message.skill)) return false;
  return true;
}

inline bool write(Writer& out, const ProfessionSkill& message) {
  if (!write(out, message.profession)) return false;
  if (!out.u16(message.skill)) return false;
  return true;
}

/// Another player wants to trade.
/// From the server, reliable.
struct TradeInvited {
  static constexpr std::uint8_t packetId = 0x50;
  static constexpr std::size_t sizeMin = 5;
  static constexpr std::size_t sizeMax = 5;
  static constexpr bool padded = false;

  /// Who.
  std::uint32_t inviter = 0;
};

inline bool read(Reader& in, TradeInvited& message) {
  if (!in.u32(message.inviter)) return false;
  return true;
}

inline bool write(Writer& out, const TradeInvited& message) {
  if (!out.u32(message.inviter)) return false;
  return true;
}

/// A stack on the table of a trade.
struct TradeStack {
  /// Where on its side of the table.
  std::uint8_t place = 0;
  /// Item id from the content.
  std::uint16_t item = 0;
  /// How many.
  std::uint16_t count = 0;
  /// Uses that a single item has behind it.
  std::uint16_t wear = 0;
};

inline bool read(Reader& in, TradeStack& message) {
  if (!in.u8(message.place)) return false;
  if (!in.u16(message.item)) return false;
  if (!in.u16(message.count)) return false;
  if (!in.u16(message.wear)) return false;
  return true;
}

inline bool write(Writer& out, const TradeStack& message) {
  if (!out.u8(message.place)) return false;
  if (!out.u16(message.item)) return false;
  if (!out.u16(message.count)) return false;
  if (!out.u16(message.wear)) return false;
  return true;
}

/// What lies on the table of the own trade, whole, whenever something of it changed.
/// From the server, reliable.
struct TradeState {
  static constexpr std::uint8_t packetId = 0x51;
  static constexpr std::size_t sizeMin = 19;
  static constexpr std::size_t sizeMax = 139;
  static constexpr bool padded = false;

  /// Number of the trade; another one has another.
  std::uint32_t trade = 0;
  /// The other player.
  std::uint32_t partner = 0;
  /// Rises with each change of what lies there. TradeConfirm names it.
  std::uint32_t version = 0;
  /// The player itself has agreed to this version.
  bool confirmed = false;
  /// The other has.
  bool partnerConfirmed = false;
  /// What the player gives.
  /// Unit: coins.
  std::uint32_t coins = 0;
  /// What it gets.
  /// Unit: coins.
  std::uint32_t partnerCoins = 0;
  /// What the player gives.
  List<TradeStack, 8> stacks;
  /// What it gets.
  List<TradeStack, 8> partnerStacks;
};

inline bool read(Reader& in, TradeState& message) {
  if (!in.u32(message.trade)) return false;
  if (!in.u32(message.partner)) return false;
  if (!in.u32(message.version)) return false;
  if (!in.boolean(message.confirmed)) return false;
  if (!in.boolean(message.partnerConfirmed)) return false;
  if (!in.varint(message.coins)) return false;
  if (!in.varint(message.partnerCoins)) return false;
  if (!in.count(message.stacks, 7)) return false;
  for (std::size_t i = 0; i < message.stacks.size(); i++) {
    if (!read(in, message.stacks[i])) return false;
  }
  if (!in.count(message.partnerStacks, 7)) return false;
  for (std::size_t i = 0; i < message.partnerStacks.size(); i++) {
    if (!read(in, message.partnerStacks[i])) return false;
  }
  return true;
}

inline bool write(Writer& out, const TradeState& message) {
  if (!out.u32(message.trade)) return false;
  if (!out.u32(message.partner)) return false;
  if (!out.u32(message.version)) return false;
  if (!out.boolean(message.confirmed)) return false;
  if (!out.boolean(message.partnerConfirmed)) return false;
  if (!out.varint(message.coins)) return false;
  if (!out.varint(message.partnerCoins)) return false;
  if (!out.count(message.stacks, 7)) return false;
  for (std::size_t i = 0; i < message.stacks.size(); i++) {
    if (!write(out, message.stacks[i])) return false;
  }
  if (!out.count(message.partnerStacks, 7)) return false;
  for (std::size_t i = 0; i < message.partnerStacks.size(); i++) {
    if (!write(out, message.partnerStacks[i])) return false;
  }
  return true;
}

/// Why a trade or an invitation is over.
enum class TradeEnd : std::uint8_t {
  /// All changed hands, and that is stored.
  done = 1,
  /// One of the two did not want to go on.
  cancelled = 2,
  /// The invitation was not taken up in time.
  expired = 3,
  /// The two are too far apart, or on different maps.
  apart = 4,
  /// One of the two fights.
  combat = 5,
  /// One of the two died.
  death = 6,
  /// One of the two left the world, or plays on from elsewhere.
  left = 7,
  /// Operators have switched trading off for now.
  switchedOff = 8,
};

constexpr bool isKnown(TradeEnd value) {
  switch (value) {
    case TradeEnd::done:
    case TradeEnd::cancelled:
    case TradeEnd::expired:
    case TradeEnd::apart:
    case TradeEnd::combat:
    case TradeEnd::death:
    case TradeEnd::left:
    case TradeEnd::switchedOff:
      return true;
  }
  return false;
}

inline bool read(Reader& in, TradeEnd& value) {
  std::uint8_t number = 0;
  if (!in.u8(number)) return false;
  value = static_cast<TradeEnd>(number);
  return isKnown(value) || in.fail(CodecFault::outOfRange);
}

inline bool write(Writer& out, TradeEnd value) {
  if (!isKnown(value)) return out.fail(CodecFault::outOfRange);
  return out.u8(static_cast<std::uint8_t>(value));
}

/// A trade is over, or an invitation of the player that nobody took up.
/// From the server, reliable.
struct TradeEnded {
  static constexpr std::uint8_t packetId = 0x52;
  static constexpr std::size_t sizeMin = 10;
  static constexpr std::size_t sizeMax = 10;
  static constexpr bool padded = false;

  /// As told by TradeState, 0 for an invitation.
  std::uint32_t trade = 0;
  /// The other player.
  std::uint32_t partner = 0;
  /// Why.
  TradeEnd reason = TradeEnd::done;
};

inline bool read(Reader& in, TradeEnded& message) {
  if (!in.u32(message.trade)) return false;
  if (!in.u32(message.partner)) return false;
  if (!read(in, message.reason)) return false;
  return true;
}

inline bool write(Writer& out, const TradeEnded& message) {
  if (!out.u32(message.trade)) return false;
  if (!out.u32(message.partner)) return false;
  if (!write(out, message.reason)) return false;
  return true;
}

/// What sort of letter it is.
enum class LetterKind : std::uint8_t {
  /// Somebody wrote it.
  written = 1,
  /// Brings what was paid on delivery of a letter.
  payment = 2,
  /// Came back to who sent it.
  returned = 3,
  /// Brings what was earned on the market.
  sold = 4,
  /// Brings what was bought on the market and had no room in the bag.
  bought = 5,
  /// Brings back what nobody bought on the market.
  unsold = 6,
  /// Brings what had no room in the bag or the purse.
  overflow = 7,
  /// Brings what the operators gave.
  granted = 8,
};

constexpr bool isKnown(LetterKind value) {
  switch (value) {
    case LetterKind::written:
    case LetterKind::payment:
    case LetterKind::returned:
    case LetterKind::sold:
    case LetterKind::bought:
    case LetterKind::unsold:
    case LetterKind::overflow:
    case LetterKind::granted:
      return true;
  }
  return false;
}

inline bool read(Reader& in, LetterKind& value) {
  std::uint8_t number = 0;
  if (!in.u8(number)) return false;
  value = static_cast<LetterKind>(number);
  return isKnown(value) || in.fail(CodecFault::outOfRange);
}

inline bool write(Writer& out, LetterKind value) {
  if (!isKnown(value)) return out.fail(CodecFault::outOfRange);
  return out.u8(static_cast<std::uint8_t>(value));
}

/// What a letter encloses.
struct EnclosedStack {
  /// By which TakeFromLetter names it.
  std::uint8_t place = 0;
  /// Item id from the content.
  std::uint16_t item = 0;
  /// How many.
  std::uint16_t count = 0;
  /// Uses that a single item has behind it.
  std::uint16_t wear = 0;
};

inline bool read(Reader& in, EnclosedStack& message) {
  if (!in.u8(message.place)) return false;
  if (!in.u16(message.item)) return false;
  if (!in.u16(message.count)) return false;
  if (!in.u16(message.wear)) return false;
  return true;
}

inline bool write(Writer& out, const EnclosedStack& message) {
  if (!out.u8(message.place)) return false;
  if (!out.u16(message.item)) return false;
  if (!out.u16(message.count)) return false;
  if (!out.u16(message.wear)) return false;
  return true;
}

/// One of the player's letters, as asked for by ReadLetters.
/// From the server, reliable.
struct Letter {
  static constexpr std::uint8_t packetId = 0x54;
  static constexpr std::size_t sizeMin = 13;
  static constexpr std::size_t sizeMax = 325;
  static constexpr bool padded = false;

  /// Its id; rises with the time of sending.
  std::uint32_t letter = 0;
  /// What sort it is.
  LetterKind kind = LetterKind::written;
  /// Name of who wrote it, or paid; empty for the market.
  /// Up to 24 bytes of UTF-8.
  Text<24> sender;
  /// Up to 48 bytes of UTF-8.
  Text<48> title;
  /// Up to 200 bytes of UTF-8.
  Text<200> text;
  /// Enclosed.
  /// Unit: coins.
  std::uint32_t coins = 0;
  /// What has to be paid before the stacks can be taken, 0 for nothing.
  /// Unit: coins.
  std::uint32_t cashOnDelivery = 0;
  /// Goes back, or away when it is empty, in so many seconds; 0 for one that stays.
  /// Unit: s.
  std::uint32_t secondsLeft = 0;
  /// What it encloses.
  List<EnclosedStack, 4> stacks;
};

inline bool read(Reader& in, Letter& message) {
  if (!in.u32(message.letter)) return false;
  if (!read(in, message.kind)) return false;
  if (!in.text(message.sender)) return false;
  if (!in.text(message.title)) return false;
  if (!in.text(message.text)) return false;
  if (!in.varint(message.coins)) return false;
  if (!in.varint(message.cashOnDelivery)) return false;
  if (!in.varint(message.secondsLeft)) return false;
  if (!in.count(message.stacks, 7)) return false;
  for (std::size_t i = 0; i < message.stacks.size(); i++) {
    if (!read(in, message.stacks[i])) return false;
  }
  return true;
}

inline bool write(Writer& out, const Letter& message) {
  if (!out.u32(message.letter)) return false;
  if (!write(out, message.kind)) return false;
  if (!out.text(message.sender)) return false;
  if (!out.text(message.title)) return false;
  if (!out.text(message.text)) return false;
  if (!out.varint(message.coins)) return false;
  if (!out.varint(message.cashOnDelivery)) return false;
  if (!out.varint(message.secondsLeft)) return false;
  if (!out.count(message.stacks, 7)) return false;
  for (std::size_t i = 0; i < message.stacks.size(); i++) {
    if (!write(out, message.stacks[i])) return false;
  }
  return true;
}

/// The answer to ReadLetters is complete.
/// From the server, reliable.
struct LettersRead {
  static constexpr std::uint8_t packetId = 0x55;
  static constexpr std::size_t sizeMin = 2;
  static constexpr std::size_t sizeMax = 2;
  static constexpr bool padded = false;

  /// There are more, behind the last one that was sent.
  bool more = false;
};

inline bool read(Reader& in, LettersRead& message) {
  if (!in.boolean(message.more)) return false;
  return true;
}

inline bool write(Writer& out, const LettersRead& message) {
  if (!out.boolean(message.more)) return false;
  return true;
}

/// What became of a letter.
enum class LetterEvent : std::uint8_t {
  /// It came.
  arrived = 1,
  /// Something of it changed.
  changed = 2,
  /// It is not in the mailbox any more.
  gone = 3,
};

constexpr bool isKnown(LetterEvent value) {
  switch (value) {
    case LetterEvent::arrived:
    case LetterEvent::changed:
    case LetterEvent::gone:
      return true;
  }
  return false;
}

inline bool read(Reader& in, LetterEvent& value) {
  std::uint8_t number = 0;
  if (!in.u8(number)) return false;
  value = static_cast<LetterEvent>(number);
  return isKnown(value) || in.fail(CodecFault::outOfRange);
}

inline bool write(Writer& out, LetterEvent value) {
  if (!isKnown(value)) return out.fail(CodecFault::outOfRange);
  return out.u8(static_cast<std::uint8_t>(value));
}

/// Something became of a letter of the player's, and that is stored. ReadLetters tells how it is now.
/// From the server, reliable.
struct LetterNews {
  static constexpr std::uint8_t packetId = 0x56;
  static constexpr std::size_t sizeMin = 6;
  static constexpr std::size_t sizeMax = 6;
  static constexpr bool padded = false;

  /// Its id.
  std::uint32_t letter = 0;
  /// What.
  LetterEvent event = LetterEvent::arrived;
};

inline bool read(Reader& in, LetterNews& message) {
  if (!in.u32(message.letter)) return false;
  if (!read(in, message.event)) return false;
  return true;
}

inline bool write(Writer& out, const LetterNews& message) {
  if (!out.u32(message.letter)) return false;
  if (!write(out, message.event)) return false;
  return true;
}

/// A stack on the market, as asked for by SearchMarket.
/// From the server, reliable.
struct MarketListing {
  static constexpr std::uint8_t packetId = 0x57;
  static constexpr std::size_t sizeMin = 17;
  static constexpr std::size_t sizeMax = 21;
  static constexpr bool padded = false;

  /// By which BuyListing names it.
  std::uint32_t listing = 0;
  /// Item id from the content.
  std::uint16_t item = 0;
  /// How many.
  std::uint16_t count = 0;
  /// Uses that a single item has behind it.
  std::uint16_t wear = 0;
  /// Of all of it together.
  /// Unit: coins.
  std::uint32_t price = 0;
  /// The player's own.
  bool own = false;
  /// Leaves the market in so many seconds.
  /// Unit: s.
  std::uint32_t secondsLeft = 0;
};

inline bool read(Reader& in, MarketListing& message) {
  if (!in.u32(message.listing)) return false;
  if (!in.u16(message.item)) return false;
  if (!in.u16(message.count)) return false;
  if (!in.u16(message.wear)) return false;
  if (!in.u32(message.price)) return false;
  if (!in.boolean(message.own)) return false;
  if (!in.varint(message.secondsLeft)) return false;
  return true;
}

inline bool write(Writer& out, const MarketListing& message) {
  if (!out.u32(message.listing)) return false;
  if (!out.u16(message.item)) return false;
  if (!out.u16(message.count)) return false;
  if (!out.u16(message.wear)) return false;
  if (!out.u32(message.price)) return false;
  if (!out.boolean(message.own)) return false;
  if (!out.varint(message.secondsLeft)) return false;
  return true;
}

/// The answer to SearchMarket is complete.
/// From the server, reliable.
struct MarketSearched {
  static constexpr std::uint8_t packetId = 0x58;
  static constexpr std::size_t sizeMin = 5;
  static constexpr std::size_t sizeMax = 5;
  static constexpr bool padded = false;

  /// Search again behind this id for more; 0 when that was all.
  std::uint32_t after = 0;
};

inline bool read(Reader& in, MarketSearched& message) {
  if (!in.u32(message.after)) return false;
  return true;
}

inline bool write(Writer& out, const MarketSearched& message) {
  if (!out.u32(message.after)) return false;
  return true;
}

/// What the player has to do with a quest. Sent of each that it took on or completed ever, behind Welcome, and
/// when one of these
/// changed and is stored.
/// From the server, reliable.
struct QuestStatus {
  static constexpr std::uint8_t packetId = 0x5c;
  static constexpr std::size_t sizeMin = 14;
  static constexpr std::size_t sizeMax = 22;
  static constexpr bool padded = false;

  /// Quest id from the content.
  std::uint16_t quest = 0;
  /// Number of the stage that it is in, 0 for one that is not taken on.
  std::uint8_t stage = 0;
  /// How much is done of each objective of the stage. Of what is collected 0: that is what lies in the bag.
  std::array<std::uint16_t, 4> done{};
  /// How often it was completed.
  std::uint32_t completed = 0;
  /// Cannot be taken on again for so many seconds; 0 for one that can, or never can.
  /// Unit: s.
  std::uint32_t secondsLeft = 0;
};

inline bool read(Reader& in, QuestStatus& message) {
  if (!in.u16(message.quest)) return false;
  if (!in.u8(message.stage)) return false;
  for (std::size_t i = 0; i < message.done.size(); i++) {
    if (!in.u16(message.done[i])) return false;
  }
  if (!in.varint(message.completed)) return false;
  if (!in.varint(message.secondsLeft)) return false;
  return true;
}

inline bool write(Writer& out, const QuestStatus& message) {
  if (!out.u16(message.quest)) return false;
  if (!out.u8(message.stage)) return false;
  for (std::size_t i = 0; i < message.done.size(); i++) {
    if (!out.u16(message.done[i])) return false;
  }
  if (!out.varint(message.completed)) return false;
  if (!out.varint(message.secondsLeft)) return false;
  return true;
}

/// How a quest stands with an npc.
enum class QuestOfferState : std::uint8_t {
  /// It can be taken on here.
  available = 1,
  /// It was taken on, and this npc has to do with its stage: offers it, hears of its end, or is to be talked with.
  inProgress = 2,
  /// All objectives of its stage are done, and this npc hears of it.
  ready = 3,
  /// It is given here, and something that it requires is not so yet.
  notYet = 4,
};

constexpr bool isKnown(QuestOfferState value) {
  switch (value) {
    case QuestOfferState::available:
    case QuestOfferState::inProgress:
    case QuestOfferState::ready:
    case QuestOfferState::notYet:
      return true;
  }
  return false;
}

inline bool read(Reader& in, QuestOfferState& value) {
  std::uint8_t number = 0;
  if (!in.u8(number)) return false;
  value = static_cast<QuestOfferState>(number);
  return isKnown(value) || in.fail(CodecFault::outOfRange);
}

inline bool write(Writer& out, QuestOfferState value) {
  if (!isKnown(value)) return out.fail(CodecFault::outOfRange);
  return out.u8(static_cast<std::uint8_t>(value));
}

/// A quest with which an npc has to do.
struct QuestOffer {
  /// Quest id from the content.
  std::uint16_t quest = 0;
  QuestOfferState state = QuestOfferState::available;
};

inline bool read(Reader& in, QuestOffer& message) {
  if (!in.u16(message.quest)) return false;
  if (!read(in, message.state)) return false;
  return true;
}

inline bool write(Writer& out, const QuestOffer& message) {
  if (!out.u16(message.quest)) return false;
  if (!write(out, message.state)) return false;
  return true;
}

/// What an npc has for the player, behind the confirmation of TalkTo, and of AcceptQuest and HandInQuest, which
/// change it. What
/// people say stands in the content.
/// From the server, reliable.
struct QuestOffers {
  static constexpr std::uint8_t packetId = 0x5d;
  static constexpr std::size_t sizeMin = 6;
  static constexpr std::size_t sizeMax = 102;
  static constexpr bool padded = false;

  /// Entity id of the npc.
  std::uint32_t npc = 0;
  /// None that is done with for good.
  List<QuestOffer, 32> offers;
};

inline bool read(Reader& in, QuestOffers& message) {
  if (!in.u32(message.npc)) return false;
  if (!in.count(message.offers, 3)) return false;
  for (std::size_t i = 0; i < message.offers.size(); i++) {
    if (!read(in, message.offers[i])) return false;
  }
  return true;
}

inline bool write(Writer& out, const QuestOffers& message) {
  if (!out.u32(message.npc)) return false;
  if (!out.count(message.offers, 3)) return false;
  for (std::size_t i = 0; i < message.offers.size(); i++) {
    if (!write(out, message.offers[i])) return false;
  }
  return true;
}

/// Another player invites into a party.
/// From the server, reliable.
struct PartyInvited {
  static constexpr std::uint8_t packetId = 0x70;
  static constexpr std::size_t sizeMin = 7;
  static constexpr std::size_t sizeMax = 35;
  static constexpr bool padded = false;

  /// By which PartyAccept and PartyDecline name it.
  std::uint32_t invitation = 0;
  /// Who invites.
  /// Up to 24 bytes of UTF-8.
  Text<24> name;
  /// For so long it can be taken up.
  /// Unit: s.
  std::uint32_t secondsLeft = 0;
};

inline bool read(Reader& in, PartyInvited& message) {
  if (!in.u32(message.invitation)) return false;
  if (!in.text(message.name)) return false;
  if (!in.varint(message.secondsLeft)) return false;
  return true;
}

inline bool write(Writer& out, const PartyInvited& message) {
  if (!out.u32(message.invitation)) return false;
  if (!out.text(message.name)) return false;
  if (!out.varint(message.secondsLeft)) return false;
  return true;
}

/// Why an invitation is over.
enum class PartyInvitationEnd : std::uint8_t {
  /// The other accepted.
  accepted = 1,
  /// The other turned it down.
  declined = 2,
  /// Nobody took it up in time.
  expired = 3,
  /// Who invited took it back, is in another party, or not in the world any more.
  withdrawn = 4,
  /// Whom it invited is in another party, or not in the world any more.
  elsewhere = 5,
};

constexpr bool isKnown(PartyInvitationEnd value) {
  switch (value) {
    case PartyInvitationEnd::accepted:
    case PartyInvitationEnd::declined:
    case PartyInvitationEnd::expired:
    case PartyInvitationEnd::withdrawn:
    case PartyInvitationEnd::elsewhere:
      return true;
  }
  return false;
}

inline bool read(Reader& in, PartyInvitationEnd& value) {
  std::uint8_t number = 0;
  if (!in.u8(number)) return false;
  value = static_cast<PartyInvitationEnd>(number);
  return isKnown(value) || in.fail(CodecFault::outOfRange);
}

inline bool write(Writer& out, PartyInvitationEnd value) {
  if (!isKnown(value)) return out.fail(CodecFault::outOfRange);
  return out.u8(static_cast<std::uint8_t>(value));
}

/// An invitation is over. Told to both.
/// From the server, reliable.
struct PartyInvitationEnded {
  static constexpr std::uint8_t packetId = 0x71;
  static constexpr std::size_t sizeMin = 7;
  static constexpr std::size_t sizeMax = 31;
  static constexpr bool padded = false;

  /// As told by PartyInvited. That of an own invitation is told here only.
  std::uint32_t invitation = 0;
  /// The other player.
  /// Up to 24 bytes of UTF-8.
  Text<24> name;
  PartyInvitationEnd reason = PartyInvitationEnd::accepted;
};

inline bool read(Reader& in, PartyInvitationEnded& message) {
  if (!in.u32(message.invitation)) return false;
  if (!in.text(message.name)) return false;
  if (!read(in, message.reason)) return false;
  return true;
}

inline bool write(Writer& out, const PartyInvitationEnded& message) {
  if (!out.u32(message.invitation)) return false;
  if (!out.text(message.name)) return false;
  if (!write(out, message.reason)) return false;
  return true;
}

/// Somebody in a party.
struct PartyMember {
  /// Number of the membership; another one has another.
  std::uint32_t member = 0;
  /// Up to 24 bytes of UTF-8.
  Text<24> name;
  /// Its entity, 0 while it is not in the world. Then its place in the party is kept for a while.
  std::uint32_t entity = 0;
  std::uint8_t level = 0;
  /// Share of the full health, 255 is all of it; 0 for the dead, and for who is not in the world.
  std::uint8_t health = 0;
  /// Numeric id of its map, from the content; 0 while it is not in the world.
  std::uint16_t map = 0;
  static constexpr Quantization xSteps{0, 1023.984375, 1, 64, 65535, 2, false};
  /// In metres, on its map.
  /// 0 .. 1023.984375 in steps of 0.015625; clamped when written.
  /// Unit: m.
  double x = 0;
  static constexpr Quantization ySteps{0, 1023.984375, 1, 64, 65535, 2, false};
  /// Grows to the south.
  /// 0 .. 1023.984375 in steps of 0.015625; clamped when written.
  /// Unit: m.
  double y = 0;
};

inline bool read(Reader& in, PartyMember& message) {
  if (!in.u32(message.member)) return false;
  if (!in.text(message.name)) return false;
  if (!in.u32(message.entity)) return false;
  if (!in.u8(message.level)) return false;
  if (!in.u8(message.health)) return false;
  if (!in.u16(message.map)) return false;
  if (!in.quantized(message.x, PartyMember::xSteps)) return false;
  if (!in.quantized(message.y, PartyMember::ySteps)) return false;
  return true;
}

inline bool write(Writer& out, const PartyMember& message) {
  if (!out.u32(message.member)) return false;
  if (!out.text(message.name)) return false;
  if (!out.u32(message.entity)) return false;
  if (!out.u8(message.level)) return false;
  if (!out.u8(message.health)) return false;
  if (!out.u16(message.map)) return false;
  if (!out.quantized(message.x, PartyMember::xSteps)) return false;
  if (!out.quantized(message.y, PartyMember::ySteps)) return false;
  return true;
}

/// The own party, whole: when its player enters, and whenever somebody came or went, or another leads or another
/// way of sharing loot
/// holds.
/// From the server, reliable.
struct PartyState {
  static constexpr std::uint8_t packetId = 0x72;
  static constexpr std::size_t sizeMin = 15;
  static constexpr std::size_t sizeMax = 220;
  static constexpr bool padded = false;

  /// Its number; another party has another.
  std::uint32_t party = 0;
  /// The member who leads.
  std::uint32_t leader = 0;
  /// The member that the receiver is.
  std::uint32_t own = 0;
  PartyLootMode loot = PartyLootMode::freeForAll;
  /// From the longest in it to the newest.
  List<PartyMember, 5> members;
};

inline bool read(Reader& in, PartyState& message) {
  if (!in.u32(message.party)) return false;
  if (!in.u32(message.leader)) return false;
  if (!in.u32(message.own)) return false;
  if (!read(in, message.loot)) return false;
  if (!in.count(message.members, 17)) return false;
  for (std::size_t i = 0; i < message.members.size(); i++) {
    if (!read(in, message.members[i])) return false;
  }
  return true;
}

inline bool write(Writer& out, const PartyState& message) {
  if (!out.u32(message.party)) return false;
  if (!out.u32(message.leader)) return false;
  if (!out.u32(message.own)) return false;
  if (!write(out, message.loot)) return false;
  if (!out.count(message.members, 17)) return false;
  for (std::size_t i = 0; i < message.members.size(); i++) {
    if (!write(out, message.members[i])) return false;
  }
  return true;
}

/// How a member is.
struct PartyMemberChange {
  /// As told by PartyState.
  std::uint32_t member = 0;
  std::uint8_t level = 0;
  /// As in PartyMember.
  std::uint8_t health = 0;
  /// As in PartyMember.
  std::uint16_t map = 0;
  static constexpr Quantization xSteps{0, 1023.984375, 1, 64, 65535, 2, false};
  /// In metres, on its map.
  /// 0 .. 1023.984375 in steps of 0.015625; clamped when written.
  /// Unit: m.
  double x = 0;
  static constexpr Quantization ySteps{0, 1023.984375, 1, 64, 65535, 2, false};
  /// Grows to the south.
  /// 0 .. 1023.984375 in steps of 0.015625; clamped when written.
  /// Unit: m.
  double y = 0;
};

inline bool read(Reader& in, PartyMemberChange& message) {
  if (!in.u32(message.member)) return false;
  if (!in.u8(message.level)) return false;
  if (!in.u8(message.health)) return false;
  if (!in.u16(message.map)) return false;
  if (!in.quantized(message.x, PartyMemberChange::xSteps)) return false;
  if (!in.quantized(message.y, PartyMemberChange::ySteps)) return false;
  return true;
}

inline bool write(Writer& out, const PartyMemberChange& message) {
  if (!out.u32(message.member)) return false;
  if (!out.u8(message.level)) return false;
  if (!out.u8(message.health)) return false;
  if (!out.u16(message.map)) return false;
  if (!out.quantized(message.x, PartyMemberChange::xSteps)) return false;
  if (!out.quantized(message.y, PartyMemberChange::ySteps)) return false;
  return true;
}

/// Members of the own party of whom something changed, once a second at most.
/// From the server, reliable.
struct PartyMoved {
  static constexpr std::uint8_t packetId = 0x73;
  static constexpr std::size_t sizeMin = 2;
  static constexpr std::size_t sizeMax = 62;
  static constexpr bool padded = false;

  List<PartyMemberChange, 5> members;
};

inline bool read(Reader& in, PartyMoved& message) {
  if (!in.count(message.members, 12)) return false;
  for (std::size_t i = 0; i < message.members.size(); i++) {
    if (!read(in, message.members[i])) return false;
  }
  return true;
}

inline bool write(Writer& out, const PartyMoved& message) {
  if (!out.count(message.members, 12)) return false;
  for (std::size_t i = 0; i < message.members.size(); i++) {
    if (!write(out, message.members[i])) return false;
  }
  return true;
}

/// Why somebody is in a party no more.
enum class PartyEnd : std::uint8_t {
  /// By its own wish.
  left = 1,
  /// The leader put it out.
  kicked = 2,
  /// It was out of the world for longer than its place is kept.
  away = 3,
  /// Nobody else was left.
  dissolved = 4,
};

constexpr bool isKnown(PartyEnd value) {
  switch (value) {
    case PartyEnd::left:
    case PartyEnd::kicked:
    case PartyEnd::away:
    case PartyEnd::dissolved:
      return true;
  }
  return false;
}

inline bool read(Reader& in, PartyEnd& value) {
  std::uint8_t number = 0;
  if (!in.u8(number)) return false;
  value = static_cast<PartyEnd>(number);
  return isKnown(value) || in.fail(CodecFault::outOfRange);
}

inline bool write(Writer& out, PartyEnd value) {
  if (!isKnown(value)) return out.fail(CodecFault::outOfRange);
  return out.u8(static_cast<std::uint8_t>(value));
}

/// The receiver is in this party no more.
/// From the server, reliable.
struct PartyEnded {
  static constexpr std::uint8_t packetId = 0x74;
  static constexpr std::size_t sizeMin = 6;
  static constexpr std::size_t sizeMax = 6;
  static constexpr bool padded = false;

  /// As told by PartyState.
  std::uint32_t party = 0;
  PartyEnd reason = PartyEnd::left;
};

inline bool read(Reader& in, PartyEnded& message) {
  if (!in.u32(message.party)) return false;
  if (!read(in, message.reason)) return false;
  return true;
}

inline bool write(Writer& out, const PartyEnded& message) {
  if (!out.u32(message.party)) return false;
  if (!write(out, message.reason)) return false;
  return true;
}

/// Something that a kill of the party left is rolled for by those with a share. It lies there for nobody
/// meanwhile.
/// From the server, reliable.
struct LootRollBegun {
  static constexpr std::uint8_t packetId = 0x75;
  static constexpr std::size_t sizeMin = 14;
  static constexpr std::size_t sizeMax = 18;
  static constexpr bool padded = false;

  /// By which LootRoll names it.
  std::uint32_t roll = 0;
  /// Entity id of what lies there.
  std::uint32_t loot = 0;
  /// Item id from the content.
  std::uint16_t item = 0;
  /// Uses that it has behind it.
  std::uint16_t wear = 0;
  /// For so long can be chosen; who does not passes.
  /// Unit: s.
  std::uint32_t secondsLeft = 0;
};

inline bool read(Reader& in, LootRollBegun& message) {
  if (!in.u32(message.roll)) return false;
  if (!in.u32(message.loot)) return false;
  if (!in.u16(message.item)) return false;
  if (!in.u16(message.wear)) return false;
  if (!in.varint(message.secondsLeft)) return false;
  return true;
}

inline bool write(Writer& out, const LootRollBegun& message) {
  if (!out.u32(message.roll)) return false;
  if (!out.u32(message.loot)) return false;
  if (!out.u16(message.item)) return false;
  if (!out.u16(message.wear)) return false;
  if (!out.varint(message.secondsLeft)) return false;
  return true;
}

/// What somebody chose and threw.
struct LootRollResult {
  /// Empty for who is not in the world.
  /// Up to 24 bytes of UTF-8.
  Text<24> name;
  LootChoice choice = LootChoice::pass;
  /// 1 to 100; 0 for who did not throw.
  std::uint8_t points = 0;
};

inline bool read(Reader& in, LootRollResult& message) {
  if (!in.text(message.name)) return false;
  if (!read(in, message.choice)) return false;
  if (!in.u8(message.points)) return false;
  return true;
}

inline bool write(Writer& out, const LootRollResult& message) {
  if (!out.text(message.name)) return false;
  if (!write(out, message.choice)) return false;
  if (!out.u8(message.points)) return false;
  return true;
}

/// A roll is over. Told to all who had a part in it.
/// From the server, reliable.
struct LootRollEnded {
  static constexpr std::uint8_t packetId = 0x76;
  static constexpr std::size_t sizeMin = 7;
  static constexpr std::size_t sizeMax = 166;
  static constexpr bool padded = false;

  std::uint32_t roll = 0;
  /// Who may take it now. Empty where all passed, or it is gone: then anybody may; and for who is not in the world.
  /// Up to 24 bytes of UTF-8.
  Text<24> winner;
  List<LootRollResult, 5> results;
};

inline bool read(Reader& in, LootRollEnded& message) {
  if (!in.u32(message.roll)) return false;
  if (!in.text(message.winner)) return false;
  if (!in.count(message.results, 3)) return false;
  for (std::size_t i = 0; i < message.results.size(); i++) {
    if (!read(in, message.results[i])) return false;
  }
  return true;
}

inline bool write(Writer& out, const LootRollEnded& message) {
  if (!out.u32(message.roll)) return false;
  if (!out.text(message.winner)) return false;
  if (!out.count(message.results, 3)) return false;
  for (std::size_t i = 0; i < message.results.size(); i++) {
    if (!write(out, message.results[i])) return false;
  }
  return true;
}

/// The player's report is stored, and goes to the operators.
/// From the server, reliable.
struct ReportTaken {
  static constexpr std::uint8_t packetId = 0x78;
  static constexpr std::size_t sizeMin = 7;
  static constexpr std::size_t sizeMax = 31;
  static constexpr bool padded = false;

  /// Its number, by which operators and player may speak of it.
  std::uint32_t report = 0;
  /// Whom it is about.
  /// Up to 24 bytes of UTF-8.
  Text<24> name;
  ReportReason reason = ReportReason::cheating;
};

inline bool read(Reader& in, ReportTaken& message) {
  if (!in.u32(message.report)) return false;
  if (!in.text(message.name)) return false;
  if (!read(in, message.reason)) return false;
  return true;
}

inline bool write(Writer& out, const ReportTaken& message) {
  if (!out.u32(message.report)) return false;
  if (!out.text(message.name)) return false;
  if (!write(out, message.reason)) return false;
  return true;
}

/// What came of a report.
enum class ReportOutcome : std::uint8_t {
  /// Nothing was found to act upon.
  noAction = 1,
  /// The player was spoken to.
  warned = 2,
  /// The right to talk was taken away.
  muted = 3,
  /// The player may not come in.
  banned = 4,
  /// Something else was done, which the text says, or does not.
  other = 5,
};

constexpr bool isKnown(ReportOutcome value) {
  switch (value) {
    case ReportOutcome::noAction:
    case ReportOutcome::warned:
    case ReportOutcome::muted:
    case ReportOutcome::banned:
    case ReportOutcome::other:
      return true;
  }
  return false;
}

inline bool read(Reader& in, ReportOutcome& value) {
  std::uint8_t number = 0;
  if (!in.u8(number)) return false;
  value = static_cast<ReportOutcome>(number);
  return isKnown(value) || in.fail(CodecFault::outOfRange);
}

inline bool write(Writer& out, ReportOutcome value) {
  if (!isKnown(value)) return out.fail(CodecFault::outOfRange);
  return out.u8(static_cast<std::uint8_t>(value));
}

/// Operators have decided about a report of the player. Told when they do, or else when the player comes in the
/// next time; twice
/// at worst, then with the same number.
/// From the server, reliable.
struct ReportDecided {
  static constexpr std::uint8_t packetId = 0x79;
  static constexpr std::size_t sizeMin = 9;
  static constexpr std::size_t sizeMax = 233;
  static constexpr bool padded = false;

  /// As told by ReportTaken.
  std::uint32_t report = 0;
  /// Whom it was about.
  /// Up to 24 bytes of UTF-8.
  Text<24> name;
  ReportReason reason = ReportReason::cheating;
  ReportOutcome outcome = ReportOutcome::noAction;
  /// What operators say to it; may be empty.
  /// Up to 200 bytes of UTF-8.
  Text<200> text;
};

inline bool read(Reader& in, ReportDecided& message) {
  if (!in.u32(message.report)) return false;
  if (!in.text(message.name)) return false;
  if (!read(in, message.reason)) return false;
  if (!read(in, message.outcome)) return false;
  if (!in.text(message.text)) return false;
  return true;
}

inline bool write(Writer& out, const ReportDecided& message) {
  if (!out.u32(message.report)) return false;
  if (!out.text(message.name)) return false;
  if (!write(out, message.reason)) return false;
  if (!write(out, message.outcome)) return false;
  if (!out.text(message.text)) return false;
  return true;
}

/// The groups of EntityState.
namespace EntityStateMask {
using Bits = std::uint8_t;
/// Sent until acknowledged; a slot that comes with another id belongs to another entity.
constexpr Bits identity = 0x01;
/// In metres on the receiver's map.
constexpr Bits position = 0x02;
/// Where it looks.
constexpr Bits facing = 0x04;
/// How it is.
constexpr Bits vitals = 0x08;
/// What it is doing.
constexpr Bits status = 0x10;
constexpr Bits all = 0x1f;
}  // namespace EntityStateMask

/// A change mask says which groups follow. What is absent is as it was.
struct EntityState {
  /// Which groups are there; what decoding does not find it leaves as it was.
  EntityStateMask::Bits mask = 0;

  // Only with EntityStateMask::identity.
  /// Entity id: the low 16 bits are its row at the server, the high 16 its generation; never 0.
  std::uint32_t id = 0;
  /// What it is; decides how `template` is read.
  EntityKind kind = EntityKind::player;
  /// Creature, item or npc id from the content, 0 for players.
  std::uint16_t template_ = 0;
  /// 0 for items and npcs.
  std::uint8_t level = 0;
  /// UTF-8. Empty for creatures, items and npcs, whose names are in the content.
  /// Up to 24 bytes.
  Bytes<24> name;

  // Only with EntityStateMask::position.
  static constexpr Quantization xSteps{0, 1023.984375, 1, 64, 65535, 2, false};
  /// Grows to the east.
  /// 0 .. 1023.984375 in steps of 0.015625; clamped when written.
  /// Unit: m.
  double x = 0;
  static constexpr Quantization ySteps{0, 1023.984375, 1, 64, 65535, 2, false};
  /// Grows to the south.
  /// 0 .. 1023.984375 in steps of 0.015625; clamped when written.
  /// Unit: m.
  double y = 0;

  // Only with EntityStateMask::facing.
  /// 0 is east, clockwise (towards south).
  /// Parts of a turn: 256 are a whole one.
  std::uint8_t facing = 0;

  // Only with EntityStateMask::vitals.
  /// Share of the full health, 255 is all of it; 0 only when dead.
  std::uint8_t health = 0;

  // Only with EntityStateMask::status.
  /// Any of these at once.
  EntityStatus::Bits status = 0;
};

inline bool read(Reader& in, EntityState& message) {
  if (!in.bits(message.mask, EntityStateMask::all)) return false;
  if ((message.mask & EntityStateMask::identity) != 0) {
    if (!in.u32(message.id)) return false;
    if (!read(in, message.kind)) return false;
    if (!in.u16(message.template_)) return false;
    if (!in.u8(message.level)) return false;
    if (!in.bytes(message.name)) return false;
  }
  if ((message.mask & EntityStateMask::position) != 0) {
    if (!in.quantized(message.x, EntityState::xSteps)) return false;
    if (!in.quantized(message.y, EntityState::ySteps)) return false;
  }
  if ((message.mask & EntityStateMask::facing) != 0) {
    if (!in.u8(message.facing)) return false;
  }
  if ((message.mask & EntityStateMask::vitals) != 0) {
    if (!in.u8(message.health)) return false;
  }
  if ((message.mask & EntityStateMask::status) != 0) {
    if (!in.bits(message.status, EntityStatus::all)) return false;
  }
  return true;
}

inline bool write(Writer& out, const EntityState& message) {
  if (!out.bits(message.mask, EntityStateMask::all)) return false;
  if ((message.mask & EntityStateMask::identity) != 0) {
    if (!out.u32(message.id)) return false;
    if (!write(out, message.kind)) return false;
    if (!out.u16(message.template_)) return false;
    if (!out.u8(message.level)) return false;
    if (!out.bytes(message.name)) return false;
  }
  if ((message.mask & EntityStateMask::position) != 0) {
    if (!out.quantized(message.x, EntityState::xSteps)) return false;
    if (!out.quantized(message.y, EntityState::ySteps)) return false;
  }
  if ((message.mask & EntityStateMask::facing) != 0) {
    if (!out.u8(message.facing)) return false;
  }
  if ((message.mask & EntityStateMask::vitals) != 0) {
    if (!out.u8(message.health)) return false;
  }
  if ((message.mask & EntityStateMask::status) != 0) {
    if (!out.bits(message.status, EntityStatus::all)) return false;
  }
  return true;
}

/// What changed of one entity in sight. Groups are sent again until a snapshot with them is acknowledged.
struct EntityUpdate {
  /// This client's short name for the entity.
  /// 0 .. 249.
  std::uint32_t slot = 0;
  /// The groups that changed since what the client acknowledged.
  EntityState state;
};

inline bool read(Reader& in, EntityUpdate& message) {
  if (!in.varint(message.slot) || !in.within(message.slot, 0u, 249u)) return false;
  if (!read(in, message.state)) return false;
  return true;
}

inline bool write(Writer& out, const EntityUpdate& message) {
  if (!out.within(message.slot, 0u, 249u) || !out.varint(message.slot)) return false;
  if (!write(out, message.state)) return false;
  return true;
}

/// The world around one player at one tick.
/// From the server, sequenced.
struct Snapshot {
  static constexpr std::uint8_t packetId = 0x60;
  static constexpr std::size_t sizeMin = 19;
  static constexpr std::size_t sizeMax = 1150;
  static constexpr bool padded = false;

  /// The tick that this shows.
  std::uint32_t tick = 0;
  /// The newest input step applied; the position below is the one after it.
  std::uint16_t lastInput = 0;
  static constexpr Quantization xSteps{0, 1023.9990234375, 1, 1024, 1048575, 3, false};
  /// The player's own position, finer than that of others, for reconciliation.
  /// 0 .. 1023.9990234375 in steps of 0.0009765625; clamped when written.
  /// Unit: m.
  double x = 0;
  static constexpr Quantization ySteps{0, 1023.9990234375, 1, 1024, 1048575, 3, false};
  /// Grows to the south.
  /// 0 .. 1023.9990234375 in steps of 0.0009765625; clamped when written.
  /// Unit: m.
  double y = 0;
  /// The player's own health; 0 is dead.
  std::uint16_t health = 0;
  /// The player's own mana.
  std::uint16_t mana = 0;
  /// Slots whose entity is out of sight. Applied before `entities`, which may give a slot to another entity at
  /// once. A slot
  /// is named again until a snapshot that names it is acknowledged; naming an empty one changes nothing.
  List<std::uint8_t, 250> removed;
  /// Entities in sight of which something changed, each slot once at most. The player's own is among them; once it
  /// is
  /// known its position and facing are not repeated, because its position stands above.
  List<EntityUpdate, 250> entities;
};

inline bool read(Reader& in, Snapshot& message) {
  if (!in.u32(message.tick)) return false;
  if (!in.u16(message.lastInput)) return false;
  if (!in.quantized(message.x, Snapshot::xSteps)) return false;
  if (!in.quantized(message.y, Snapshot::ySteps)) return false;
  if (!in.u16(message.health)) return false;
  if (!in.u16(message.mana)) return false;
  if (!in.count(message.removed, 1)) return false;
  for (std::size_t i = 0; i < message.removed.size(); i++) {
    if (!in.u8(message.removed[i])) return false;
  }
  if (!in.count(message.entities, 2)) return false;
  for (std::size_t i = 0; i < message.entities.size(); i++) {
    if (!read(in, message.entities[i])) return false;
  }
  return true;
}

inline bool write(Writer& out, const Snapshot& message) {
  if (!out.u32(message.tick)) return false;
  if (!out.u16(message.lastInput)) return false;
  if (!out.quantized(message.x, Snapshot::xSteps)) return false;
  if (!out.quantized(message.y, Snapshot::ySteps)) return false;
  if (!out.u16(message.health)) return false;
  if (!out.u16(message.mana)) return false;
  if (!out.count(message.removed, 1)) return false;
  for (std::size_t i = 0; i < message.removed.size(); i++) {
    if (!out.u8(message.removed[i])) return false;
  }
  if (!out.count(message.entities, 2)) return false;
  for (std::size_t i = 0; i < message.entities.size(); i++) {
    if (!write(out, message.entities[i])) return false;
  }
  return true;
}

}  // namespace tos
