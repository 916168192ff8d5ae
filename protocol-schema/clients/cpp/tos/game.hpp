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

/// What an entity is.
enum class EntityKind : std::uint8_t {
  player = 1,
  /// Everything alive that no player plays.
  creature = 2,
  /// An item lying on the ground.
  loot = 3,
};

constexpr bool isKnown(EntityKind value) {
  switch (value) {
    case EntityKind::player:
    case EntityKind::creature:
    case EntityKind::loot:
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
  /// The server tick of which the client was showing others when it made the newest step, 0 for none. Skills are
  /// judged by
  /// where their target was that long ago, at most 250 ms.
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

/// Takes an item from the ground.
/// From the client, reliable.
struct PickUp {
  static constexpr std::uint8_t packetId = 0x12;
  static constexpr std::size_t sizeMin = 5;
  static constexpr std::size_t sizeMax = 5;
  static constexpr bool padded = false;

  /// Entity id of a loot entity within reach.
  std::uint32_t loot = 0;
};

inline bool read(Reader& in, PickUp& message) {
  if (!in.u32(message.loot)) return false;
  return true;
}

inline bool write(Writer& out, const PickUp& message) {
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
};

constexpr bool isKnown(ChatScope value) {
  switch (value) {
    case ChatScope::say:
    case ChatScope::zone:
    case ChatScope::server:
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

  /// `say` or `zone`.
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

/// First message to a player who stands in the world.
/// From the server, reliable.
struct Welcome {
  static constexpr std::uint8_t packetId = 0x40;
  static constexpr std::size_t sizeMin = 17;
  static constexpr std::size_t sizeMax = 73;
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
  /// Hash of the content the server runs; see "Content" below. A client that has another game shows wrong names, no
  /// more.
  std::uint32_t contentHash = 0;
};

inline bool read(Reader& in, Welcome& message) {
  if (!in.u32(message.entity)) return false;
  if (!in.u32(message.tick)) return false;
  if (!in.text(message.name)) return false;
  if (!in.u16(message.map)) return false;
  if (!in.text(message.mapKey)) return false;
  if (!in.u32(message.contentHash)) return false;
  return true;
}

inline bool write(Writer& out, const Welcome& message) {
  if (!out.u32(message.entity)) return false;
  if (!out.u32(message.tick)) return false;
  if (!out.text(message.name)) return false;
  if (!out.u16(message.map)) return false;
  if (!out.text(message.mapKey)) return false;
  if (!out.u32(message.contentHash)) return false;
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

/// One slot of the player's inventory.
/// From the server, reliable.
struct InventorySlot {
  static constexpr std::uint8_t packetId = 0x43;
  static constexpr std::size_t sizeMin = 6;
  static constexpr std::size_t sizeMax = 6;
  static constexpr bool padded = false;

  /// Number of the slot, from 0.
  std::uint8_t slot = 0;
  /// Item id from the content, 0 for an empty slot.
  std::uint16_t item = 0;
  /// How many of it, 0 for an empty slot.
  std::uint16_t count = 0;
};

inline bool read(Reader& in, InventorySlot& message) {
  if (!in.u8(message.slot)) return false;
  if (!in.u16(message.item)) return false;
  if (!in.u16(message.count)) return false;
  return true;
}

inline bool write(Writer& out, const InventorySlot& message) {
  if (!out.u8(message.slot)) return false;
  if (!out.u16(message.item)) return false;
  if (!out.u16(message.count)) return false;
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
  /// No entity with this id is on the map of the one who asked, or 0 was given where a target is needed.
  unknownTarget = 1,
  /// The target is farther away than the skill, or the reach for picking up, goes.
  outOfRange = 2,
  /// This skill, or the pause that all skills share, is not over.
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
  /// Not one unit of the item fits.
  inventoryFull = 9,
  /// No such skill, or none that players have.
  unknownSkill = 10,
  /// The target is there, but nothing that this can be done to: dead, on its way home, of the wrong side, no item.
  invalidTarget = 11,
  /// A wall stands between.
  noLineOfSight = 12,
  /// A request of the same kind waits already, the one who asked cannot act now (stunned, casting), or it is too
  /// early to
  /// stand up again.
  busy = 13,
  /// Reserved: an operator has taken the right to chat away.
  muted = 14,
  /// Nothing to see is left of the text.
  emptyText = 15,
  /// The rules of this map or of this message forbid it: fights of players where there are none, a scope that is
  /// the
  /// operators', characters that a text may not have.
  notAllowed = 16,
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
  static constexpr std::size_t sizeMin = 3;
  static constexpr std::size_t sizeMax = 3;
  static constexpr bool padded = false;

  /// Id of the message that was refused.
  std::uint8_t request = 0;
  /// Why not.
  RefusalReason reason = RefusalReason::unknownTarget;
};

inline bool read(Reader& in, Refused& message) {
  if (!in.u8(message.request)) return false;
  if (!read(in, message.reason)) return false;
  return true;
}

inline bool write(Writer& out, const Refused& message) {
  if (!out.u8(message.request)) return false;
  if (!write(out, message.reason)) return false;
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
  /// Entity id: the low 16 bits are its place, the high 16 its generation; never 0.
  std::uint32_t id = 0;
  /// What it is; decides how `template` is read.
  EntityKind kind = EntityKind::player;
  /// Creature or item id from the content, 0 for players.
  std::uint16_t template_ = 0;
  /// 0 for items.
  std::uint8_t level = 0;
  /// UTF-8. Empty for creatures and items, whose names are in the content.
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
