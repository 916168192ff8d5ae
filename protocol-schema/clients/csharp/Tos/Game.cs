// Generated from game.tos by `npm run codegen`; changes here are lost.
// What players and server say inside a session. Packet ids below 0x10 belong to the session layer.

using System;

namespace Tos.Protocol
{
    public static partial class Constants
    {
        /// <summary>Longest character name in bytes.</summary>
        public const int NameBytesMax = 24;

        /// <summary>Longest chat text in bytes of UTF-8.</summary>
        public const int ChatBytesMax = 200;

        /// <summary>World steps per second.</summary>
        public const int TickRate = 60;

        /// <summary>Most other entities one client is told of at a time.</summary>
        public const int VisibleEntitiesMax = 250;
    }

    /// <summary>What an entity is.</summary>
    public enum EntityKind : byte
    {
        Player = 1,
        /// <summary>Everything alive that no player plays.</summary>
        Creature = 2,
        /// <summary>An item lying on the ground.</summary>
        Loot = 3,
    }

    /// <summary>What an entity is doing, for its animation.</summary>
    [Flags]
    public enum EntityStatus : byte
    {
        /// <summary>Lies on the ground; a player may ask to stand up again.</summary>
        Dead = 0x01,
        /// <summary>In a fight within the last seconds.</summary>
        InCombat = 0x02,
        /// <summary>Prepares a skill that takes time.</summary>
        Casting = 0x04,
        /// <summary>Can neither move nor act.</summary>
        Stunned = 0x08,
        /// <summary>Inside a safe zone.</summary>
        Safe = 0x10,
    }

    /// <summary>One step of a player's movement.</summary>
    public sealed class MoveStep
    {
        public static readonly Quantization MoveXSteps = new Quantization(-1, 1, 1, 127, 254, 1, false);
        /// <summary>
        /// Wished direction, east positive. A vector longer than 1 is shortened to 1 by the server.
        /// -1 .. 1 in steps of 1/127; clamped when written.
        /// </summary>
        public double MoveX;
        public static readonly Quantization MoveYSteps = new Quantization(-1, 1, 1, 127, 254, 1, false);
        /// <summary>
        /// Wished direction, south positive.
        /// -1 .. 1 in steps of 1/127; clamped when written.
        /// </summary>
        public double MoveY;
        /// <summary>
        /// Where the player looks; 0 is east, clockwise (towards south).
        /// Parts of a turn: 256 are a whole one.
        /// </summary>
        public byte Facing;
        /// <summary>
        /// For how many world steps this holds, 1 to 6.
        /// 1 .. 6.
        /// Unit: ticks.
        /// </summary>
        public byte Ticks = 1;
    }

    /// <summary>
    /// Movement, newest step last. Carrying earlier steps again costs little and spares a resend.
    /// From the client, unreliable.
    /// </summary>
    public sealed class PlayerInput
    {
        public const byte PacketId = 0x10;
        public const int SizeMin = 8;
        public const int SizeMax = 40;

        /// <summary>
        /// Number of the newest step; counts up by one per step and wraps. The first of a session may have any
        /// number.
        /// </summary>
        public ushort Sequence;
        /// <summary>
        /// The server tick of which the client was showing others when it made the newest step, 0 for none.
        /// Skills are judged by
        /// where their target was that long ago, at most 250 ms.
        /// </summary>
        public uint ViewTick;
        /// <summary>
        /// The newest step is the last; the one before it has the number before it, and so on. Steps that the
        /// server has already are skipped.
        /// </summary>
        public readonly MoveStep[] Steps = Preallocated.Array<MoveStep>(8);
        public int StepsCount;
    }

    /// <summary>
    /// Uses a skill, at once or not at all.
    /// From the client, reliable.
    /// </summary>
    public sealed class UseSkill
    {
        public const byte PacketId = 0x11;
        public const int SizeMin = 7;
        public const int SizeMax = 7;

        /// <summary>Skill id from the content; 1 is the plain attack with the weapon at hand.</summary>
        public ushort Skill;
        /// <summary>Entity id from EntityState, 0 for none.</summary>
        public uint Target;
    }

    /// <summary>
    /// Takes an item from the ground.
    /// From the client, reliable.
    /// </summary>
    public sealed class PickUp
    {
        public const byte PacketId = 0x12;
        public const int SizeMin = 5;
        public const int SizeMax = 5;

        /// <summary>Entity id of a loot entity within reach.</summary>
        public uint Loot;
    }

    /// <summary>Who hears a chat message.</summary>
    public enum ChatScope : byte
    {
        /// <summary>Heard by those who see the speaker.</summary>
        Say = 1,
        /// <summary>Heard on the whole map.</summary>
        Zone = 2,
        /// <summary>From the operators.</summary>
        Server = 3,
    }

    /// <summary>
    /// Says something.
    /// From the client, reliable.
    /// </summary>
    public sealed class ChatRequest
    {
        public const byte PacketId = 0x13;
        public const int SizeMin = 3;
        public const int SizeMax = 203;

        /// <summary>`say` or `zone`.</summary>
        public ChatScope Scope = ChatScope.Say;
        /// <summary>
        /// Not empty once trimmed; refused as a whole with control or invisible direction characters.
        /// Up to 200 bytes of UTF-8.
        /// </summary>
        public string Text = "";
    }

    /// <summary>
    /// A dead player asks to stand up at the bind point.
    /// From the client, reliable.
    /// </summary>
    public sealed class RespawnRequest
    {
        public const byte PacketId = 0x14;
        public const int SizeMin = 1;
        public const int SizeMax = 1;
    }

    /// <summary>
    /// The client leaves on purpose; the server saves, then disconnects.
    /// From the client, reliable.
    /// </summary>
    public sealed class LeaveRequest
    {
        public const byte PacketId = 0x15;
        public const int SizeMin = 1;
        public const int SizeMax = 1;
    }

    /// <summary>
    /// First message to a player who stands in the world.
    /// From the server, reliable.
    /// </summary>
    public sealed class Welcome
    {
        public const byte PacketId = 0x40;
        public const int SizeMin = 17;
        public const int SizeMax = 73;

        /// <summary>The player's own entity.</summary>
        public uint Entity;
        /// <summary>The server's tick when it sent this.</summary>
        public uint Tick;
        /// <summary>
        /// The character's name.
        /// Up to 24 bytes of UTF-8.
        /// </summary>
        public string Name = "";
        /// <summary>Numeric id of the map, from the content.</summary>
        public ushort Map;
        /// <summary>
        /// Name of the map, from the content.
        /// Up to 32 bytes of UTF-8.
        /// </summary>
        public string MapKey = "";
        /// <summary>
        /// Hash of the content the server runs; see "Content" below. A client that has another game shows wrong
        /// names, no more.
        /// </summary>
        public uint ContentHash;
    }

    /// <summary>
    /// The player stands on another map now. Entities of the old map leave through Snapshot.removed as any
    /// other does.
    /// From the server, reliable.
    /// </summary>
    public sealed class MapChanged
    {
        public const byte PacketId = 0x41;
        public const int SizeMin = 8;
        public const int SizeMax = 40;

        /// <summary>Numeric id of the map, from the content.</summary>
        public ushort Map;
        /// <summary>
        /// Name of the map, from the content.
        /// Up to 32 bytes of UTF-8.
        /// </summary>
        public string MapKey = "";
        public static readonly Quantization XSteps = new Quantization(0, 1023.984375, 1, 64, 65535, 2, false);
        /// <summary>
        /// Where the player stands now, in metres: x grows to the east.
        /// 0 .. 1023.984375 in steps of 0.015625; clamped when written.
        /// Unit: m.
        /// </summary>
        public double X;
        public static readonly Quantization YSteps = new Quantization(0, 1023.984375, 1, 64, 65535, 2, false);
        /// <summary>
        /// y grows to the south.
        /// 0 .. 1023.984375 in steps of 0.015625; clamped when written.
        /// Unit: m.
        /// </summary>
        public double Y;
    }

    /// <summary>
    /// The player's own numbers, sent when one of them changed.
    /// From the server, reliable.
    /// </summary>
    public sealed class CharacterStatus
    {
        public const byte PacketId = 0x42;
        public const int SizeMin = 9;
        public const int SizeMax = 21;

        /// <summary>1 is the first.</summary>
        public byte Level;
        /// <summary>All that was ever earned.</summary>
        public uint Experience;
        /// <summary>Experience at which the next level is reached, 0 at the highest.</summary>
        public uint ExperienceNext;
        /// <summary>Health when unhurt.</summary>
        public ushort HealthMax;
        /// <summary>Mana when rested.</summary>
        public ushort ManaMax;
        /// <summary>
        /// Money at hand.
        /// Unit: coins.
        /// </summary>
        public uint Coins;
    }

    /// <summary>
    /// One slot of the player's inventory.
    /// From the server, reliable.
    /// </summary>
    public sealed class InventorySlot
    {
        public const byte PacketId = 0x43;
        public const int SizeMin = 6;
        public const int SizeMax = 6;

        /// <summary>Number of the slot, from 0.</summary>
        public byte Slot;
        /// <summary>Item id from the content, 0 for an empty slot.</summary>
        public ushort Item;
        /// <summary>How many of it, 0 for an empty slot.</summary>
        public ushort Count;
    }

    /// <summary>
    /// Something was said that the receiver hears.
    /// From the server, reliable.
    /// </summary>
    public sealed class ChatMessage
    {
        public const byte PacketId = 0x44;
        public const int SizeMin = 8;
        public const int SizeMax = 232;

        /// <summary>Who else hears it.</summary>
        public ChatScope Scope = ChatScope.Say;
        /// <summary>The speaker's entity, 0 for none.</summary>
        public uint Speaker;
        /// <summary>
        /// The speaker's name.
        /// Up to 24 bytes of UTF-8.
        /// </summary>
        public string Name = "";
        /// <summary>
        /// What was said.
        /// Up to 200 bytes of UTF-8.
        /// </summary>
        public string Text = "";
    }

    /// <summary>What came of an attack or a healing.</summary>
    public enum CombatOutcome : byte
    {
        /// <summary>The damage in `amount`.</summary>
        Hit = 1,
        /// <summary>More damage than a hit, in `amount`.</summary>
        Critical = 2,
        /// <summary>No damage.</summary>
        Dodged = 3,
        /// <summary>Less damage than a hit, in `amount`.</summary>
        Blocked = 4,
        /// <summary>Health given, in `amount`.</summary>
        Healed = 5,
        /// <summary>
        /// Follows, as a message of its own with the same source, target and skill and an amount of 0, the hit
        /// that took the
        /// last of the health.
        /// </summary>
        Killed = 6,
    }

    /// <summary>
    /// Something happened in a fight that the receiver sees.
    /// From the server, unreliable.
    /// </summary>
    public sealed class CombatEvent
    {
        public const byte PacketId = 0x45;
        public const int SizeMin = 14;
        public const int SizeMax = 14;

        /// <summary>Entity that acted, 0 for none.</summary>
        public uint Source;
        /// <summary>Entity that it happened to.</summary>
        public uint Target;
        /// <summary>Skill id from the content, 0 for none.</summary>
        public ushort Skill;
        /// <summary>What came of it.</summary>
        public CombatOutcome Outcome = CombatOutcome.Hit;
        /// <summary>Health lost or gained.</summary>
        public ushort Amount;
    }

    /// <summary>Why the server did not do what a client asked.</summary>
    public enum RefusalReason : byte
    {
        /// <summary>No entity with this id is on the map of the one who asked, or 0 was given where a target is needed.</summary>
        UnknownTarget = 1,
        /// <summary>The target is farther away than the skill, or the reach for picking up, goes.</summary>
        OutOfRange = 2,
        /// <summary>This skill, or the pause that all skills share, is not over.</summary>
        OnCooldown = 3,
        /// <summary>The skill costs more mana than there is.</summary>
        NotEnoughMana = 4,
        /// <summary>Who asked is dead.</summary>
        Dead = 5,
        /// <summary>RespawnRequest of somebody alive.</summary>
        NotDead = 6,
        /// <summary>One of the two stands in a safe zone.</summary>
        SafeZone = 7,
        /// <summary>The item on the ground belongs to somebody else for now.</summary>
        NotYours = 8,
        /// <summary>Not one unit of the item fits.</summary>
        InventoryFull = 9,
        /// <summary>No such skill, or none that players have.</summary>
        UnknownSkill = 10,
        /// <summary>
        /// The target is there, but nothing that this can be done to: dead, on its way home, of the wrong side,
        /// no item.
        /// </summary>
        InvalidTarget = 11,
        /// <summary>A wall stands between.</summary>
        NoLineOfSight = 12,
        /// <summary>
        /// A request of the same kind waits already, the one who asked cannot act now (stunned, casting), or it
        /// is too early to
        /// stand up again.
        /// </summary>
        Busy = 13,
        /// <summary>Reserved: an operator has taken the right to chat away.</summary>
        Muted = 14,
        /// <summary>Nothing to see is left of the text.</summary>
        EmptyText = 15,
        /// <summary>
        /// The rules of this map or of this message forbid it: fights of players where there are none, a scope
        /// that is the
        /// operators', characters that a text may not have.
        /// </summary>
        NotAllowed = 16,
    }

    /// <summary>
    /// A request was not done. Sent instead of any effect.
    /// From the server, reliable.
    /// </summary>
    public sealed class Refused
    {
        public const byte PacketId = 0x46;
        public const int SizeMin = 3;
        public const int SizeMax = 3;

        /// <summary>Id of the message that was refused.</summary>
        public byte Request;
        /// <summary>Why not.</summary>
        public RefusalReason Reason = RefusalReason.UnknownTarget;
    }

    /// <summary>The groups of EntityState.</summary>
    [Flags]
    public enum EntityStateMask : byte
    {
        /// <summary>Sent until acknowledged; a slot that comes with another id belongs to another entity.</summary>
        Identity = 0x01,
        /// <summary>In metres on the receiver's map.</summary>
        Position = 0x02,
        /// <summary>Where it looks.</summary>
        Facing = 0x04,
        /// <summary>How it is.</summary>
        Vitals = 0x08,
        /// <summary>What it is doing.</summary>
        Status = 0x10,
    }

    /// <summary>A change mask says which groups follow. What is absent is as it was.</summary>
    public sealed class EntityState
    {
        /// <summary>Which groups are there; what decoding does not find it leaves as it was.</summary>
        public EntityStateMask Mask;

        // Only with EntityStateMask.Identity.
        /// <summary>Entity id: the low 16 bits are its place, the high 16 its generation; never 0.</summary>
        public uint Id;
        /// <summary>What it is; decides how `template` is read.</summary>
        public EntityKind Kind = EntityKind.Player;
        /// <summary>Creature or item id from the content, 0 for players.</summary>
        public ushort Template;
        /// <summary>0 for items.</summary>
        public byte Level;
        /// <summary>
        /// UTF-8. Empty for creatures and items, whose names are in the content.
        /// Up to 24 bytes.
        /// </summary>
        public readonly byte[] Name = new byte[24];
        public int NameLength;

        // Only with EntityStateMask.Position.
        public static readonly Quantization XSteps = new Quantization(0, 1023.984375, 1, 64, 65535, 2, false);
        /// <summary>
        /// Grows to the east.
        /// 0 .. 1023.984375 in steps of 0.015625; clamped when written.
        /// Unit: m.
        /// </summary>
        public double X;
        public static readonly Quantization YSteps = new Quantization(0, 1023.984375, 1, 64, 65535, 2, false);
        /// <summary>
        /// Grows to the south.
        /// 0 .. 1023.984375 in steps of 0.015625; clamped when written.
        /// Unit: m.
        /// </summary>
        public double Y;

        // Only with EntityStateMask.Facing.
        /// <summary>
        /// 0 is east, clockwise (towards south).
        /// Parts of a turn: 256 are a whole one.
        /// </summary>
        public byte Facing;

        // Only with EntityStateMask.Vitals.
        /// <summary>Share of the full health, 255 is all of it; 0 only when dead.</summary>
        public byte Health;

        // Only with EntityStateMask.Status.
        /// <summary>Any of these at once.</summary>
        public EntityStatus Status;
    }

    /// <summary>
    /// What changed of one entity in sight. Groups are sent again until a snapshot with them is
    /// acknowledged.
    /// </summary>
    public sealed class EntityUpdate
    {
        /// <summary>
        /// This client's short name for the entity.
        /// 0 .. 249.
        /// </summary>
        public uint Slot;
        /// <summary>The groups that changed since what the client acknowledged.</summary>
        public readonly EntityState State = new EntityState();
    }

    /// <summary>
    /// The world around one player at one tick.
    /// From the server, sequenced.
    /// </summary>
    public sealed class Snapshot
    {
        public const byte PacketId = 0x60;
        public const int SizeMin = 19;
        public const int SizeMax = 1150;

        /// <summary>The tick that this shows.</summary>
        public uint Tick;
        /// <summary>The newest input step applied; the position below is the one after it.</summary>
        public ushort LastInput;
        public static readonly Quantization XSteps = new Quantization(0, 1023.9990234375, 1, 1024, 1048575, 3, false);
        /// <summary>
        /// The player's own position, finer than that of others, for reconciliation.
        /// 0 .. 1023.9990234375 in steps of 0.0009765625; clamped when written.
        /// Unit: m.
        /// </summary>
        public double X;
        public static readonly Quantization YSteps = new Quantization(0, 1023.9990234375, 1, 1024, 1048575, 3, false);
        /// <summary>
        /// Grows to the south.
        /// 0 .. 1023.9990234375 in steps of 0.0009765625; clamped when written.
        /// Unit: m.
        /// </summary>
        public double Y;
        /// <summary>The player's own health; 0 is dead.</summary>
        public ushort Health;
        /// <summary>The player's own mana.</summary>
        public ushort Mana;
        /// <summary>
        /// Slots whose entity is out of sight. Applied before `entities`, which may give a slot to another
        /// entity at once. A slot
        /// is named again until a snapshot that names it is acknowledged; naming an empty one changes nothing.
        /// </summary>
        public readonly byte[] Removed = new byte[250];
        public int RemovedCount;
        /// <summary>
        /// Entities in sight of which something changed, each slot once at most. The player's own is among
        /// them; once it is
        /// known its position and facing are not repeated, because its position stands above.
        /// </summary>
        public readonly EntityUpdate[] Entities = Preallocated.Array<EntityUpdate>(250);
        public int EntitiesCount;
    }

    /// <summary>
    /// Whether a number is one of the values of its enum.
    /// </summary>
    internal static partial class Known
    {
        internal static bool Is(EntityKind value)
        {
            switch (value)
            {
                case EntityKind.Player:
                case EntityKind.Creature:
                case EntityKind.Loot:
                    return true;
                default:
                    return false;
            }
        }

        internal static bool Is(ChatScope value)
        {
            switch (value)
            {
                case ChatScope.Say:
                case ChatScope.Zone:
                case ChatScope.Server:
                    return true;
                default:
                    return false;
            }
        }

        internal static bool Is(CombatOutcome value)
        {
            switch (value)
            {
                case CombatOutcome.Hit:
                case CombatOutcome.Critical:
                case CombatOutcome.Dodged:
                case CombatOutcome.Blocked:
                case CombatOutcome.Healed:
                case CombatOutcome.Killed:
                    return true;
                default:
                    return false;
            }
        }

        internal static bool Is(RefusalReason value)
        {
            switch (value)
            {
                case RefusalReason.UnknownTarget:
                case RefusalReason.OutOfRange:
                case RefusalReason.OnCooldown:
                case RefusalReason.NotEnoughMana:
                case RefusalReason.Dead:
                case RefusalReason.NotDead:
                case RefusalReason.SafeZone:
                case RefusalReason.NotYours:
                case RefusalReason.InventoryFull:
                case RefusalReason.UnknownSkill:
                case RefusalReason.InvalidTarget:
                case RefusalReason.NoLineOfSight:
                case RefusalReason.Busy:
                case RefusalReason.Muted:
                case RefusalReason.EmptyText:
                case RefusalReason.NotAllowed:
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
        internal static bool Read(ref Reader input, ref EntityKind value)
        {
            byte number = 0;
            if (!input.U8(ref number)) return false;
            value = (EntityKind)number;
            return Known.Is(value) || input.Fail(CodecFault.OutOfRange);
        }

        internal static bool Write(ref Writer output, EntityKind value)
        {
            if (!Known.Is(value)) return output.Fail(CodecFault.OutOfRange);
            return output.U8((byte)value);
        }

        internal static bool Read(ref Reader input, ref EntityStatus value)
        {
            uint bits = 0;
            if (!input.Bits(ref bits, 0x1f, 1)) return false;
            value = (EntityStatus)bits;
            return true;
        }

        internal static bool Write(ref Writer output, EntityStatus value)
        {
            return output.Bits((uint)value, 0x1f, 1);
        }

        public static int Encode(MoveStep message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.Fault == 0 && Write(ref writer, message))) return writer.Fault;
            return writer.At;
        }

        public static int Decode(MoveStep message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Fault == 0 && Read(ref reader, message))) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, MoveStep message)
        {
            if (!input.Quantized(ref message.MoveX, MoveStep.MoveXSteps)) return false;
            if (!input.Quantized(ref message.MoveY, MoveStep.MoveYSteps)) return false;
            if (!input.U8(ref message.Facing)) return false;
            if (!input.U8(ref message.Ticks) || !input.Within(message.Ticks, 1, 6)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, MoveStep message)
        {
            if (!output.Quantized(message.MoveX, MoveStep.MoveXSteps)) return false;
            if (!output.Quantized(message.MoveY, MoveStep.MoveYSteps)) return false;
            if (!output.U8(message.Facing)) return false;
            if (!output.Within(message.Ticks, 1, 6) || !output.U8(message.Ticks)) return false;
            return true;
        }

        public static int Encode(PlayerInput message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(PlayerInput.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(PlayerInput.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(PlayerInput message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(PlayerInput.PacketId, PlayerInput.SizeMin, PlayerInput.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, PlayerInput message)
        {
            if (!input.U16(ref message.Sequence)) return false;
            if (!input.U32(ref message.ViewTick)) return false;
            if (!input.Count(ref message.StepsCount, 8, 4)) return false;
            for (int i = 0; i < message.StepsCount; i++)
            {
                if (!Read(ref input, message.Steps[i])) return false;
            }
            return true;
        }

        internal static bool Write(ref Writer output, PlayerInput message)
        {
            if (!output.U16(message.Sequence)) return false;
            if (!output.U32(message.ViewTick)) return false;
            if (!output.Count(message.StepsCount, 8, 4)) return false;
            for (int i = 0; i < message.StepsCount; i++)
            {
                if (!Write(ref output, message.Steps[i])) return false;
            }
            return true;
        }

        public static int Encode(UseSkill message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(UseSkill.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(UseSkill.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(UseSkill message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(UseSkill.PacketId, UseSkill.SizeMin, UseSkill.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, UseSkill message)
        {
            if (!input.U16(ref message.Skill)) return false;
            if (!input.U32(ref message.Target)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, UseSkill message)
        {
            if (!output.U16(message.Skill)) return false;
            if (!output.U32(message.Target)) return false;
            return true;
        }

        public static int Encode(PickUp message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(PickUp.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(PickUp.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(PickUp message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(PickUp.PacketId, PickUp.SizeMin, PickUp.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, PickUp message)
        {
            if (!input.U32(ref message.Loot)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, PickUp message)
        {
            if (!output.U32(message.Loot)) return false;
            return true;
        }

        internal static bool Read(ref Reader input, ref ChatScope value)
        {
            byte number = 0;
            if (!input.U8(ref number)) return false;
            value = (ChatScope)number;
            return Known.Is(value) || input.Fail(CodecFault.OutOfRange);
        }

        internal static bool Write(ref Writer output, ChatScope value)
        {
            if (!Known.Is(value)) return output.Fail(CodecFault.OutOfRange);
            return output.U8((byte)value);
        }

        public static int Encode(ChatRequest message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(ChatRequest.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(ChatRequest.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(ChatRequest message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(ChatRequest.PacketId, ChatRequest.SizeMin, ChatRequest.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, ChatRequest message)
        {
            if (!Read(ref input, ref message.Scope)) return false;
            if (!input.Text(ref message.Text, 200)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, ChatRequest message)
        {
            if (!Write(ref output, message.Scope)) return false;
            if (!output.Text(message.Text, 200)) return false;
            return true;
        }

        public static int Encode(RespawnRequest message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(RespawnRequest.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(RespawnRequest.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(RespawnRequest message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(RespawnRequest.PacketId, RespawnRequest.SizeMin, RespawnRequest.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, RespawnRequest message)
        {
            return true;
        }

        internal static bool Write(ref Writer output, RespawnRequest message)
        {
            return true;
        }

        public static int Encode(LeaveRequest message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(LeaveRequest.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(LeaveRequest.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(LeaveRequest message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(LeaveRequest.PacketId, LeaveRequest.SizeMin, LeaveRequest.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, LeaveRequest message)
        {
            return true;
        }

        internal static bool Write(ref Writer output, LeaveRequest message)
        {
            return true;
        }

        public static int Encode(Welcome message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(Welcome.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(Welcome.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(Welcome message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(Welcome.PacketId, Welcome.SizeMin, Welcome.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, Welcome message)
        {
            if (!input.U32(ref message.Entity)) return false;
            if (!input.U32(ref message.Tick)) return false;
            if (!input.Text(ref message.Name, 24)) return false;
            if (!input.U16(ref message.Map)) return false;
            if (!input.Text(ref message.MapKey, 32)) return false;
            if (!input.U32(ref message.ContentHash)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, Welcome message)
        {
            if (!output.U32(message.Entity)) return false;
            if (!output.U32(message.Tick)) return false;
            if (!output.Text(message.Name, 24)) return false;
            if (!output.U16(message.Map)) return false;
            if (!output.Text(message.MapKey, 32)) return false;
            if (!output.U32(message.ContentHash)) return false;
            return true;
        }

        public static int Encode(MapChanged message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(MapChanged.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(MapChanged.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(MapChanged message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(MapChanged.PacketId, MapChanged.SizeMin, MapChanged.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, MapChanged message)
        {
            if (!input.U16(ref message.Map)) return false;
            if (!input.Text(ref message.MapKey, 32)) return false;
            if (!input.Quantized(ref message.X, MapChanged.XSteps)) return false;
            if (!input.Quantized(ref message.Y, MapChanged.YSteps)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, MapChanged message)
        {
            if (!output.U16(message.Map)) return false;
            if (!output.Text(message.MapKey, 32)) return false;
            if (!output.Quantized(message.X, MapChanged.XSteps)) return false;
            if (!output.Quantized(message.Y, MapChanged.YSteps)) return false;
            return true;
        }

        public static int Encode(CharacterStatus message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(CharacterStatus.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(CharacterStatus.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(CharacterStatus message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(CharacterStatus.PacketId, CharacterStatus.SizeMin, CharacterStatus.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, CharacterStatus message)
        {
            if (!input.U8(ref message.Level)) return false;
            if (!input.Varint(ref message.Experience)) return false;
            if (!input.Varint(ref message.ExperienceNext)) return false;
            if (!input.U16(ref message.HealthMax)) return false;
            if (!input.U16(ref message.ManaMax)) return false;
            if (!input.Varint(ref message.Coins)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, CharacterStatus message)
        {
            if (!output.U8(message.Level)) return false;
            if (!output.Varint(message.Experience)) return false;
            if (!output.Varint(message.ExperienceNext)) return false;
            if (!output.U16(message.HealthMax)) return false;
            if (!output.U16(message.ManaMax)) return false;
            if (!output.Varint(message.Coins)) return false;
            return true;
        }

        public static int Encode(InventorySlot message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(InventorySlot.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(InventorySlot.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(InventorySlot message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(InventorySlot.PacketId, InventorySlot.SizeMin, InventorySlot.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, InventorySlot message)
        {
            if (!input.U8(ref message.Slot)) return false;
            if (!input.U16(ref message.Item)) return false;
            if (!input.U16(ref message.Count)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, InventorySlot message)
        {
            if (!output.U8(message.Slot)) return false;
            if (!output.U16(message.Item)) return false;
            if (!output.U16(message.Count)) return false;
            return true;
        }

        public static int Encode(ChatMessage message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(ChatMessage.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(ChatMessage.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(ChatMessage message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(ChatMessage.PacketId, ChatMessage.SizeMin, ChatMessage.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, ChatMessage message)
        {
            if (!Read(ref input, ref message.Scope)) return false;
            if (!input.U32(ref message.Speaker)) return false;
            if (!input.Text(ref message.Name, 24)) return false;
            if (!input.Text(ref message.Text, 200)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, ChatMessage message)
        {
            if (!Write(ref output, message.Scope)) return false;
            if (!output.U32(message.Speaker)) return false;
            if (!output.Text(message.Name, 24)) return false;
            if (!output.Text(message.Text, 200)) return false;
            return true;
        }

        internal static bool Read(ref Reader input, ref CombatOutcome value)
        {
            byte number = 0;
            if (!input.U8(ref number)) return false;
            value = (CombatOutcome)number;
            return Known.Is(value) || input.Fail(CodecFault.OutOfRange);
        }

        internal static bool Write(ref Writer output, CombatOutcome value)
        {
            if (!Known.Is(value)) return output.Fail(CodecFault.OutOfRange);
            return output.U8((byte)value);
        }

        public static int Encode(CombatEvent message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(CombatEvent.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(CombatEvent.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(CombatEvent message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(CombatEvent.PacketId, CombatEvent.SizeMin, CombatEvent.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, CombatEvent message)
        {
            if (!input.U32(ref message.Source)) return false;
            if (!input.U32(ref message.Target)) return false;
            if (!input.U16(ref message.Skill)) return false;
            if (!Read(ref input, ref message.Outcome)) return false;
            if (!input.U16(ref message.Amount)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, CombatEvent message)
        {
            if (!output.U32(message.Source)) return false;
            if (!output.U32(message.Target)) return false;
            if (!output.U16(message.Skill)) return false;
            if (!Write(ref output, message.Outcome)) return false;
            if (!output.U16(message.Amount)) return false;
            return true;
        }

        internal static bool Read(ref Reader input, ref RefusalReason value)
        {
            byte number = 0;
            if (!input.U8(ref number)) return false;
            value = (RefusalReason)number;
            return Known.Is(value) || input.Fail(CodecFault.OutOfRange);
        }

        internal static bool Write(ref Writer output, RefusalReason value)
        {
            if (!Known.Is(value)) return output.Fail(CodecFault.OutOfRange);
            return output.U8((byte)value);
        }

        public static int Encode(Refused message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(Refused.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(Refused.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(Refused message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(Refused.PacketId, Refused.SizeMin, Refused.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, Refused message)
        {
            if (!input.U8(ref message.Request)) return false;
            if (!Read(ref input, ref message.Reason)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, Refused message)
        {
            if (!output.U8(message.Request)) return false;
            if (!Write(ref output, message.Reason)) return false;
            return true;
        }

        public static int Encode(EntityState message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.Fault == 0 && Write(ref writer, message))) return writer.Fault;
            return writer.At;
        }

        public static int Decode(EntityState message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Fault == 0 && Read(ref reader, message))) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, EntityState message)
        {
            uint mask = 0;
            if (!input.Bits(ref mask, 0x1f, 1)) return false;
            message.Mask = (EntityStateMask)mask;
            if ((message.Mask & EntityStateMask.Identity) != 0)
            {
                if (!input.U32(ref message.Id)) return false;
                if (!Read(ref input, ref message.Kind)) return false;
                if (!input.U16(ref message.Template)) return false;
                if (!input.U8(ref message.Level)) return false;
                if (!input.Bytes(message.Name, ref message.NameLength, 24)) return false;
            }
            if ((message.Mask & EntityStateMask.Position) != 0)
            {
                if (!input.Quantized(ref message.X, EntityState.XSteps)) return false;
                if (!input.Quantized(ref message.Y, EntityState.YSteps)) return false;
            }
            if ((message.Mask & EntityStateMask.Facing) != 0)
            {
                if (!input.U8(ref message.Facing)) return false;
            }
            if ((message.Mask & EntityStateMask.Vitals) != 0)
            {
                if (!input.U8(ref message.Health)) return false;
            }
            if ((message.Mask & EntityStateMask.Status) != 0)
            {
                if (!Read(ref input, ref message.Status)) return false;
            }
            return true;
        }

        internal static bool Write(ref Writer output, EntityState message)
        {
            if (!output.Bits((uint)message.Mask, 0x1f, 1)) return false;
            if ((message.Mask & EntityStateMask.Identity) != 0)
            {
                if (!output.U32(message.Id)) return false;
                if (!Write(ref output, message.Kind)) return false;
                if (!output.U16(message.Template)) return false;
                if (!output.U8(message.Level)) return false;
                if (!output.Bytes(message.Name, message.NameLength, 24)) return false;
            }
            if ((message.Mask & EntityStateMask.Position) != 0)
            {
                if (!output.Quantized(message.X, EntityState.XSteps)) return false;
                if (!output.Quantized(message.Y, EntityState.YSteps)) return false;
            }
            if ((message.Mask & EntityStateMask.Facing) != 0)
            {
                if (!output.U8(message.Facing)) return false;
            }
            if ((message.Mask & EntityStateMask.Vitals) != 0)
            {
                if (!output.U8(message.Health)) return false;
            }
            if ((message.Mask & EntityStateMask.Status) != 0)
            {
                if (!Write(ref output, message.Status)) return false;
            }
            return true;
        }

        public static int Encode(EntityUpdate message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.Fault == 0 && Write(ref writer, message))) return writer.Fault;
            return writer.At;
        }

        public static int Decode(EntityUpdate message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Fault == 0 && Read(ref reader, message))) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, EntityUpdate message)
        {
            if (!input.Varint(ref message.Slot) || !input.Within(message.Slot, 0, 249)) return false;
            if (!Read(ref input, message.State)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, EntityUpdate message)
        {
            if (!output.Within(message.Slot, 0, 249) || !output.Varint(message.Slot)) return false;
            if (!Write(ref output, message.State)) return false;
            return true;
        }

        public static int Encode(Snapshot message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(Snapshot.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(Snapshot.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(Snapshot message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(Snapshot.PacketId, Snapshot.SizeMin, Snapshot.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, Snapshot message)
        {
            if (!input.U32(ref message.Tick)) return false;
            if (!input.U16(ref message.LastInput)) return false;
            if (!input.Quantized(ref message.X, Snapshot.XSteps)) return false;
            if (!input.Quantized(ref message.Y, Snapshot.YSteps)) return false;
            if (!input.U16(ref message.Health)) return false;
            if (!input.U16(ref message.Mana)) return false;
            if (!input.Count(ref message.RemovedCount, 250, 1)) return false;
            for (int i = 0; i < message.RemovedCount; i++)
            {
                if (!input.U8(ref message.Removed[i])) return false;
            }
            if (!input.Count(ref message.EntitiesCount, 250, 2)) return false;
            for (int i = 0; i < message.EntitiesCount; i++)
            {
                if (!Read(ref input, message.Entities[i])) return false;
            }
            return true;
        }

        internal static bool Write(ref Writer output, Snapshot message)
        {
            if (!output.U32(message.Tick)) return false;
            if (!output.U16(message.LastInput)) return false;
            if (!output.Quantized(message.X, Snapshot.XSteps)) return false;
            if (!output.Quantized(message.Y, Snapshot.YSteps)) return false;
            if (!output.U16(message.Health)) return false;
            if (!output.U16(message.Mana)) return false;
            if (!output.Count(message.RemovedCount, 250, 1)) return false;
            for (int i = 0; i < message.RemovedCount; i++)
            {
                if (!output.U8(message.Removed[i])) return false;
            }
            if (!output.Count(message.EntitiesCount, 250, 2)) return false;
            for (int i = 0; i < message.EntitiesCount; i++)
            {
                if (!Write(ref output, message.Entities[i])) return false;
            }
            return true;
        }
    }
}
