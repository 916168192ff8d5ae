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

        /// <summary>Most members of a party.</summary>
        public const int PartyMembersMax = 5;
    }

    /// <summary>What an entity is.</summary>
    public enum EntityKind : byte
    {
        Player = 1,
        /// <summary>Everything alive that no player plays.</summary>
        Creature = 2,
        /// <summary>An item lying on the ground.</summary>
        Loot = 3,
        /// <summary>Somebody who can be talked to, and not fought.</summary>
        Npc = 4,
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
        /// The server tick of which the client was showing others when it made the newest step, rounded down
        /// between two, 0 for
        /// none. Skills are judged by where their target was that long ago, at most 250 ms; a tick ahead of the
        /// server's is now.
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

    /// <summary>What a stack of items lies in.</summary>
    public enum HolderKind : byte
    {
        /// <summary>Nothing: it did not exist before, or does not any more.</summary>
        Nowhere = 0,
        /// <summary>The bag of a character.</summary>
        Inventory = 1,
        /// <summary>Worn by a character.</summary>
        Equipment = 2,
        /// <summary>The bank of a character.</summary>
        Bank = 3,
        /// <summary>What a vendor keeps for a character to buy back.</summary>
        BuyBack = 4,
        /// <summary>The ground.</summary>
        Ground = 5,
        /// <summary>A letter.</summary>
        Letter = 6,
        /// <summary>A listing on the market.</summary>
        Listing = 7,
    }

    /// <summary>
    /// Takes an item from the ground. Like all requests with a command it is done once: asked again under
    /// the same number, also
    /// by a later session of the character, it is answered and not done again.
    /// From the client, reliable.
    /// </summary>
    public sealed class PickUp
    {
        public const byte PacketId = 0x12;
        public const int SizeMin = 9;
        public const int SizeMax = 9;

        /// <summary>
        /// Counted up by the client for each new request of its character, beginning one above
        /// Welcome.lastCommand. One that was
        /// refused is not used up.
        /// </summary>
        public uint Command;
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
        /// <summary>Heard by the speaker's party, wherever its members are.</summary>
        Party = 4,
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

        /// <summary>`say`, `zone` or `party`.</summary>
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
    /// Puts a stack, or a part of it, into another slot: an empty one, one with more of the same, or, for a
    /// whole stack, one with
    /// something else, which comes back in exchange. From the bag to `equipment` it is put on, where its
    /// kind is worn; the slots
    /// there are those of EquipSlot in the content.
    /// From the client, reliable.
    /// </summary>
    public sealed class MoveItem
    {
        public const byte PacketId = 0x16;
        public const int SizeMin = 11;
        public const int SizeMax = 11;

        /// <summary>As in PickUp.</summary>
        public uint Command;
        /// <summary>Where it lies: `inventory`, `equipment` or `bank`.</summary>
        public HolderKind From = HolderKind.Nowhere;
        /// <summary>In which slot, from 0.</summary>
        public byte FromSlot;
        /// <summary>Where it goes: from the bag anywhere of these, from elsewhere into the bag, within the bank too.</summary>
        public HolderKind To = HolderKind.Nowhere;
        /// <summary>Into which slot, from 0.</summary>
        public byte ToSlot;
        /// <summary>How many.</summary>
        public ushort Units;
    }

    /// <summary>
    /// Lays items on the ground, where anybody can take them.
    /// From the client, reliable.
    /// </summary>
    public sealed class DropItem
    {
        public const byte PacketId = 0x17;
        public const int SizeMin = 9;
        public const int SizeMax = 9;

        /// <summary>As in PickUp.</summary>
        public uint Command;
        /// <summary>Where they lie; the bag.</summary>
        public HolderKind From = HolderKind.Nowhere;
        /// <summary>In which slot, from 0.</summary>
        public byte Slot;
        /// <summary>How many.</summary>
        public ushort Units;
    }

    /// <summary>
    /// Consumes one of a stack, for the health and mana that it gives.
    /// From the client, reliable.
    /// </summary>
    public sealed class UseItem
    {
        public const byte PacketId = 0x18;
        public const int SizeMin = 7;
        public const int SizeMax = 7;

        /// <summary>As in PickUp.</summary>
        public uint Command;
        /// <summary>Where it lies; the bag.</summary>
        public HolderKind From = HolderKind.Nowhere;
        /// <summary>In which slot, from 0.</summary>
        public byte Slot;
    }

    /// <summary>
    /// Buys from a vendor who is near enough to talk to. All of it or nothing.
    /// From the client, reliable.
    /// </summary>
    public sealed class BuyItem
    {
        public const byte PacketId = 0x1a;
        public const int SizeMin = 13;
        public const int SizeMax = 13;

        /// <summary>As in PickUp.</summary>
        public uint Command;
        /// <summary>Entity id of the vendor.</summary>
        public uint Vendor;
        /// <summary>Item id from the content, one that this vendor sells.</summary>
        public ushort Item;
        /// <summary>How many.</summary>
        public ushort Units;
    }

    /// <summary>
    /// Sells to a vendor, who keeps the last 8 stacks for buying back.
    /// From the client, reliable.
    /// </summary>
    public sealed class SellItem
    {
        public const byte PacketId = 0x1b;
        public const int SizeMin = 12;
        public const int SizeMax = 12;

        /// <summary>As in PickUp.</summary>
        public uint Command;
        /// <summary>Entity id of the vendor.</summary>
        public uint Vendor;
        /// <summary>Slot of the bag in which it lies, from 0.</summary>
        public byte Slot;
        /// <summary>How many.</summary>
        public ushort Units;
    }

    /// <summary>
    /// Buys back what was sold, the whole stack, from any vendor, for as much as the most generous one may
    /// have paid.
    /// From the client, reliable.
    /// </summary>
    public sealed class BuyBackItem
    {
        public const byte PacketId = 0x1c;
        public const int SizeMin = 10;
        public const int SizeMax = 10;

        /// <summary>As in PickUp.</summary>
        public uint Command;
        /// <summary>Entity id of the vendor.</summary>
        public uint Vendor;
        /// <summary>Slot of `buyBack` in which it lies, from 0.</summary>
        public byte Slot;
    }

    /// <summary>
    /// Has somebody mend what is worn, or worn out.
    /// From the client, reliable.
    /// </summary>
    public sealed class RepairItem
    {
        public const byte PacketId = 0x1d;
        public const int SizeMin = 11;
        public const int SizeMax = 11;

        /// <summary>As in PickUp.</summary>
        public uint Command;
        /// <summary>Entity id of who mends.</summary>
        public uint Mender;
        /// <summary>Where it lies: the bag, or what is worn.</summary>
        public HolderKind From = HolderKind.Nowhere;
        /// <summary>In which slot, from 0.</summary>
        public byte Slot;
    }

    /// <summary>
    /// Asks a banker what lies in the own bank. CommandConfirmed comes, and behind it InventorySlot for
    /// each slot that is not
    /// empty. What changes later is told without being asked. Near a banker MoveItem moves between bag and
    /// bank.
    /// From the client, reliable.
    /// </summary>
    public sealed class OpenBank
    {
        public const byte PacketId = 0x1e;
        public const int SizeMin = 9;
        public const int SizeMax = 9;

        /// <summary>As in PickUp.</summary>
        public uint Command;
        /// <summary>Entity id of the banker.</summary>
        public uint Banker;
    }

    /// <summary>
    /// Throws items away for ever.
    /// From the client, reliable.
    /// </summary>
    public sealed class DiscardItem
    {
        public const byte PacketId = 0x19;
        public const int SizeMin = 9;
        public const int SizeMax = 9;

        /// <summary>As in PickUp.</summary>
        public uint Command;
        /// <summary>Where they lie; the bag.</summary>
        public HolderKind From = HolderKind.Nowhere;
        /// <summary>In which slot, from 0.</summary>
        public byte Slot;
        /// <summary>How many.</summary>
        public ushort Units;
    }

    /// <summary>
    /// Asks another player to trade. The other has 30 s to accept; it cannot decline, the invitation
    /// lapses. A new one takes the place
    /// of the one before.
    /// From the client, reliable.
    /// </summary>
    public sealed class TradeInvite
    {
        public const byte PacketId = 0x28;
        public const int SizeMin = 5;
        public const int SizeMax = 5;

        /// <summary>Entity id of a player within reach.</summary>
        public uint Target;
    }

    /// <summary>
    /// Takes up the invitation of another player.
    /// From the client, reliable.
    /// </summary>
    public sealed class TradeAccept
    {
        public const byte PacketId = 0x29;
        public const int SizeMin = 5;
        public const int SizeMax = 5;

        /// <summary>Entity id of who invited.</summary>
        public uint Inviter;
    }

    /// <summary>
    /// Puts a stack of the bag, or a part of it, on the table of a trade, or takes back what lay there. It
    /// stays in the bag.
    /// From the client, reliable.
    /// </summary>
    public sealed class TradeOffer
    {
        public const byte PacketId = 0x2a;
        public const int SizeMin = 9;
        public const int SizeMax = 9;

        /// <summary>As told by TradeState.</summary>
        public uint Trade;
        /// <summary>
        /// Where on the own side of the table.
        /// 0 .. 7.
        /// </summary>
        public byte Place;
        /// <summary>In which slot of the bag it lies, from 0.</summary>
        public byte Slot;
        /// <summary>How many, 0 to take back what lies in `place`.</summary>
        public ushort Units;
    }

    /// <summary>
    /// Puts coins on the table instead of those that lay there. They stay in the purse.
    /// From the client, reliable.
    /// </summary>
    public sealed class TradeCoins
    {
        public const byte PacketId = 0x2b;
        public const int SizeMin = 9;
        public const int SizeMax = 9;

        /// <summary>As told by TradeState.</summary>
        public uint Trade;
        /// <summary>
        /// 0 for none.
        /// Unit: coins.
        /// </summary>
        public uint Coins;
    }

    /// <summary>
    /// Agrees to what lies on the table. When both have agreed to the same, all of it changes hands at
    /// once. CommandConfirmed says
    /// that the player has agreed; that all changed hands says TradeEnded.
    /// From the client, reliable.
    /// </summary>
    public sealed class TradeConfirm
    {
        public const byte PacketId = 0x2c;
        public const int SizeMin = 9;
        public const int SizeMax = 9;

        /// <summary>As in PickUp.</summary>
        public uint Command;
        /// <summary>As told by TradeState: what is meant. When something else lies there by now, nothing happens.</summary>
        public uint Version;
    }

    /// <summary>
    /// Leaves a trade, or takes back the own invitation.
    /// From the client, reliable.
    /// </summary>
    public sealed class TradeCancel
    {
        public const byte PacketId = 0x2d;
        public const int SizeMin = 5;
        public const int SizeMax = 5;

        /// <summary>As told by TradeState, 0 for the own invitation.</summary>
        public uint Trade;
    }

    /// <summary>A stack of the bag, or a part of it, to be put into a letter.</summary>
    public sealed class LetterStack
    {
        /// <summary>In which slot it lies, from 0.</summary>
        public byte Slot;
        /// <summary>How many.</summary>
        public ushort Units;
    }

    /// <summary>
    /// Sends a letter to a character, who need not be in the world. Costs postage, see the content's rules.
    /// From the client, reliable.
    /// </summary>
    public sealed class SendLetter
    {
        public const byte PacketId = 0x30;
        public const int SizeMin = 17;
        public const int SizeMax = 301;

        /// <summary>As in PickUp.</summary>
        public uint Command;
        /// <summary>
        /// Name of the character, in whatever case.
        /// Up to 24 bytes of UTF-8.
        /// </summary>
        public string Recipient = "";
        /// <summary>
        /// May be empty, else as ChatRequest.text.
        /// Up to 48 bytes of UTF-8.
        /// </summary>
        public string Title = "";
        /// <summary>
        /// May be empty, else as ChatRequest.text.
        /// Up to 200 bytes of UTF-8.
        /// </summary>
        public string Text = "";
        /// <summary>
        /// Enclosed coins.
        /// Unit: coins.
        /// </summary>
        public uint Coins;
        /// <summary>
        /// What has to be paid before the stacks can be taken, 0 for nothing. Only with stacks, and without
        /// enclosed coins.
        /// Unit: coins.
        /// </summary>
        public uint CashOnDelivery;
        /// <summary>What is enclosed. Each from a slot of its own.</summary>
        public readonly LetterStack[] Stacks = Preallocated.Array<LetterStack>(4);
        public int StacksCount;
    }

    /// <summary>
    /// Takes what a letter encloses.
    /// From the client, reliable.
    /// </summary>
    public sealed class TakeFromLetter
    {
        public const byte PacketId = 0x31;
        public const int SizeMin = 10;
        public const int SizeMax = 10;

        /// <summary>As in PickUp.</summary>
        public uint Command;
        /// <summary>Id of one of the own letters.</summary>
        public uint Letter;
        /// <summary>
        /// Which of its stacks, whole; 4 for the coins.
        /// 0 .. 4.
        /// </summary>
        public byte Place;
    }

    /// <summary>
    /// Pays what a letter asks for. The coins go to its sender by letter, and then its stacks can be taken.
    /// From the client, reliable.
    /// </summary>
    public sealed class PayLetter
    {
        public const byte PacketId = 0x32;
        public const int SizeMin = 13;
        public const int SizeMax = 13;

        /// <summary>As in PickUp.</summary>
        public uint Command;
        /// <summary>Id of one of the own letters.</summary>
        public uint Letter;
        /// <summary>
        /// What is meant to be paid: nothing happens when it asks for something else.
        /// Unit: coins.
        /// </summary>
        public uint Coins;
    }

    /// <summary>
    /// Throws an empty letter away.
    /// From the client, reliable.
    /// </summary>
    public sealed class DeleteLetter
    {
        public const byte PacketId = 0x33;
        public const int SizeMin = 9;
        public const int SizeMax = 9;

        /// <summary>As in PickUp.</summary>
        public uint Command;
        /// <summary>Id of one of the own letters.</summary>
        public uint Letter;
    }

    /// <summary>
    /// Sends a letter back to who sent it, with all that it encloses and without being paid.
    /// From the client, reliable.
    /// </summary>
    public sealed class ReturnLetter
    {
        public const byte PacketId = 0x34;
        public const int SizeMin = 9;
        public const int SizeMax = 9;

        /// <summary>As in PickUp.</summary>
        public uint Command;
        /// <summary>Id of one of the own letters.</summary>
        public uint Letter;
    }

    /// <summary>
    /// Asks for the own letters.
    /// From the client, reliable.
    /// </summary>
    public sealed class ReadLetters
    {
        public const byte PacketId = 0x35;
        public const int SizeMin = 5;
        public const int SizeMax = 5;

        /// <summary>Those with an id above this one, at most 8 of them, the smallest id first.</summary>
        public uint After;
    }

    /// <summary>
    /// Puts a stack of the bag, or a part of it, on the market. Costs a share of the price, see the
    /// content's rules.
    /// From the client, reliable.
    /// </summary>
    public sealed class ListItem
    {
        public const byte PacketId = 0x38;
        public const int SizeMin = 12;
        public const int SizeMax = 12;

        /// <summary>As in PickUp.</summary>
        public uint Command;
        /// <summary>In which slot it lies, from 0.</summary>
        public byte Slot;
        /// <summary>How many.</summary>
        public ushort Units;
        /// <summary>
        /// Of all of it together.
        /// Unit: coins.
        /// </summary>
        public uint Price;
    }

    /// <summary>
    /// Buys all of a listing.
    /// From the client, reliable.
    /// </summary>
    public sealed class BuyListing
    {
        public const byte PacketId = 0x39;
        public const int SizeMin = 13;
        public const int SizeMax = 13;

        /// <summary>As in PickUp.</summary>
        public uint Command;
        /// <summary>Its id.</summary>
        public uint Listing;
        /// <summary>
        /// What is meant to be paid.
        /// Unit: coins.
        /// </summary>
        public uint Price;
    }

    /// <summary>
    /// Takes an own listing from the market; its stack comes into the bag, or by letter when it has no room
    /// there.
    /// From the client, reliable.
    /// </summary>
    public sealed class CancelListing
    {
        public const byte PacketId = 0x3a;
        public const int SizeMin = 9;
        public const int SizeMax = 9;

        /// <summary>As in PickUp.</summary>
        public uint Command;
        /// <summary>Its id.</summary>
        public uint Listing;
    }

    /// <summary>
    /// Asks what is on the market.
    /// From the client, reliable.
    /// </summary>
    public sealed class SearchMarket
    {
        public const byte PacketId = 0x3b;
        public const int SizeMin = 7;
        public const int SizeMax = 7;

        /// <summary>Item id from the content, 0 for any.</summary>
        public ushort Item;
        /// <summary>Those with an id above this one, at most 8 of them, the smallest id first.</summary>
        public uint After;
    }

    /// <summary>
    /// Begins to make something. Nothing is taken before a piece is finished, and then all at once with
    /// what comes of it: whatever
    /// ends the work before costs nothing. Confirmed when it begins; pieces of which nothing was told when
    /// a server ended are not
    /// made. Ends by StopCrafting, by going away, by a fight, by death.
    /// From the client, reliable.
    /// </summary>
    public sealed class Craft
    {
        public const byte PacketId = 0x20;
        public const int SizeMin = 8;
        public const int SizeMax = 8;

        /// <summary>As in PickUp.</summary>
        public uint Command;
        /// <summary>Recipe id from the content.</summary>
        public ushort Recipe;
        /// <summary>How many pieces, one after another: 1 to 99.</summary>
        public byte Count;
    }

    /// <summary>
    /// Makes nothing more. The piece under way costs nothing.
    /// From the client, reliable.
    /// </summary>
    public sealed class StopCrafting
    {
        public const byte PacketId = 0x21;
        public const int SizeMin = 5;
        public const int SizeMax = 5;

        /// <summary>As in PickUp.</summary>
        public uint Command;
    }

    /// <summary>
    /// Takes on a quest that an npc within reach offers.
    /// From the client, reliable.
    /// </summary>
    public sealed class AcceptQuest
    {
        public const byte PacketId = 0x3c;
        public const int SizeMin = 11;
        public const int SizeMax = 11;

        /// <summary>As in PickUp.</summary>
        public uint Command;
        /// <summary>Entity id of who offers it.</summary>
        public uint Npc;
        /// <summary>Quest id from the content.</summary>
        public ushort Quest;
    }

    /// <summary>
    /// Gives up a quest. What is done of it is gone, and what lies in the bag for it alone.
    /// From the client, reliable.
    /// </summary>
    public sealed class AbandonQuest
    {
        public const byte PacketId = 0x3d;
        public const int SizeMin = 7;
        public const int SizeMax = 7;

        /// <summary>As in PickUp.</summary>
        public uint Command;
        /// <summary>Quest id from the content, one that was taken on.</summary>
        public ushort Quest;
    }

    /// <summary>
    /// Ends a stage of a quest whose objectives are all done: what it collected is handed in, and what it
    /// gives comes, all of it or
    /// nothing.
    /// From the client, reliable.
    /// </summary>
    public sealed class HandInQuest
    {
        public const byte PacketId = 0x3e;
        public const int SizeMin = 13;
        public const int SizeMax = 13;

        /// <summary>As in PickUp.</summary>
        public uint Command;
        /// <summary>Entity id of the npc who hears of this stage.</summary>
        public uint Npc;
        /// <summary>Quest id from the content.</summary>
        public ushort Quest;
        /// <summary>Number of the stage that is meant: nothing happens when the quest is in another by now.</summary>
        public byte Stage;
        /// <summary>
        /// Which of its outcomes, from 0.
        /// 0 .. 3.
        /// </summary>
        public byte Outcome;
    }

    /// <summary>
    /// Talks with an npc within reach. CommandConfirmed comes, and behind it QuestOffers.
    /// From the client, reliable.
    /// </summary>
    public sealed class TalkTo
    {
        public const byte PacketId = 0x3f;
        public const int SizeMin = 9;
        public const int SizeMax = 9;

        /// <summary>As in PickUp.</summary>
        public uint Command;
        /// <summary>Entity id of the npc.</summary>
        public uint Npc;
    }

    /// <summary>
    /// Invites another player into a party: into that of who invites, who has to lead it, or into a new
    /// one. The other may be on any
    /// map, and has as long as PartyInvited says to accept. Who declined is not asked again by the same
    /// player within that time.
    /// From the client, reliable.
    /// </summary>
    public sealed class PartyInvite
    {
        public const byte PacketId = 0x62;
        public const int SizeMin = 2;
        public const int SizeMax = 26;

        /// <summary>
        /// Name of the character, in whatever case.
        /// Up to 24 bytes of UTF-8.
        /// </summary>
        public string Name = "";
    }

    /// <summary>
    /// Takes up an invitation.
    /// From the client, reliable.
    /// </summary>
    public sealed class PartyAccept
    {
        public const byte PacketId = 0x63;
        public const int SizeMin = 5;
        public const int SizeMax = 5;

        /// <summary>As told by PartyInvited.</summary>
        public uint Invitation;
    }

    /// <summary>
    /// Turns an invitation down.
    /// From the client, reliable.
    /// </summary>
    public sealed class PartyDecline
    {
        public const byte PacketId = 0x64;
        public const int SizeMin = 5;
        public const int SizeMax = 5;

        /// <summary>As told by PartyInvited.</summary>
        public uint Invitation;
    }

    /// <summary>
    /// Leaves the party.
    /// From the client, reliable.
    /// </summary>
    public sealed class PartyLeave
    {
        public const byte PacketId = 0x65;
        public const int SizeMin = 1;
        public const int SizeMax = 1;
    }

    /// <summary>
    /// The leader puts a member out of the party.
    /// From the client, reliable.
    /// </summary>
    public sealed class PartyKick
    {
        public const byte PacketId = 0x66;
        public const int SizeMin = 5;
        public const int SizeMax = 5;

        /// <summary>As told by PartyState.</summary>
        public uint Member;
    }

    /// <summary>
    /// The leader has somebody else lead.
    /// From the client, reliable.
    /// </summary>
    public sealed class PartyPromote
    {
        public const byte PacketId = 0x67;
        public const int SizeMin = 5;
        public const int SizeMax = 5;

        /// <summary>As told by PartyState; one who is in the world.</summary>
        public uint Member;
    }

    /// <summary>Who may take what a kill of a party leaves, for as long as that is not anybody's.</summary>
    public enum PartyLootMode : byte
    {
        /// <summary>Any member with a share in the kill.</summary>
        FreeForAll = 1,
        /// <summary>The members with a share in the kill in turns, a stack each.</summary>
        RoundRobin = 2,
        /// <summary>Of things that lie in a slot by themselves, the member who wins a roll; everything else in turns.</summary>
        NeedGreed = 3,
    }

    /// <summary>
    /// The leader decides how loot is shared: of creatures that the party strikes for the first time from
    /// then on.
    /// From the client, reliable.
    /// </summary>
    public sealed class PartyLoot
    {
        public const byte PacketId = 0x68;
        public const int SizeMin = 2;
        public const int SizeMax = 2;

        public PartyLootMode Mode = PartyLootMode.FreeForAll;
    }

    /// <summary>What somebody wants of a thing that is rolled for.</summary>
    public enum LootChoice : byte
    {
        /// <summary>Not to have it.</summary>
        Pass = 1,
        /// <summary>To have it, if nobody has a need for it.</summary>
        Greed = 2,
        /// <summary>To have it.</summary>
        Need = 3,
    }

    /// <summary>
    /// Says once what the player wants of something that is rolled for.
    /// From the client, reliable.
    /// </summary>
    public sealed class LootRoll
    {
        public const byte PacketId = 0x69;
        public const int SizeMin = 6;
        public const int SizeMax = 6;

        /// <summary>As told by LootRollBegun.</summary>
        public uint Roll;
        public LootChoice Choice = LootChoice.Pass;
    }

    /// <summary>Why a player reports another one to the operators.</summary>
    public enum ReportReason : byte
    {
        /// <summary>Plays by other means than the game's.</summary>
        Cheating = 1,
        /// <summary>Insults, threatens, follows somebody about.</summary>
        Harassment = 2,
        /// <summary>Says the same again and again, or sells what is not of the game.</summary>
        Spam = 3,
        /// <summary>What the character is called.</summary>
        Name = 4,
        /// <summary>Something else, which the text says.</summary>
        Other = 5,
    }

    /// <summary>
    /// Tells the operators of another player, who may be away, and does not hear of it. What either of the
    /// two said in the last ten
    /// minutes, and where both stand, goes with it. Answered with ReportTaken when it is stored. One player
    /// may be reported by
    /// the same once an hour, and ten be reported a day.
    /// From the client, reliable.
    /// </summary>
    public sealed class ReportPlayer
    {
        public const byte PacketId = 0x6a;
        public const int SizeMin = 4;
        public const int SizeMax = 228;

        /// <summary>
        /// Name of the character, in whatever case.
        /// Up to 24 bytes of UTF-8.
        /// </summary>
        public string Name = "";
        public ReportReason Reason = ReportReason.Cheating;
        /// <summary>
        /// What happened, in the words of who reports; may be empty, but for `other`. Of characters that chat
        /// may have.
        /// Up to 200 bytes of UTF-8.
        /// </summary>
        public string Text = "";
    }

    /// <summary>
    /// First message to a player who stands in the world.
    /// From the server, reliable.
    /// </summary>
    public sealed class Welcome
    {
        public const byte PacketId = 0x40;
        public const int SizeMin = 21;
        public const int SizeMax = 77;

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
        /// Hash of the content the server runs: STANDARD.md, "Playing", says of what. A client that has another
        /// game shows wrong names, no more.
        /// </summary>
        public uint ContentHash;
        /// <summary>The highest number of a request with a command that was done for this character, 0 for none.</summary>
        public uint LastCommand;
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
    /// What lies in one slot of the player's own: its bag, what it wears, its bank, what can be bought
    /// back. Sent when the server has
    /// stored it.
    /// From the server, reliable.
    /// </summary>
    public sealed class InventorySlot
    {
        public const byte PacketId = 0x43;
        public const int SizeMin = 10;
        public const int SizeMax = 10;

        /// <summary>Of what it is a slot.</summary>
        public HolderKind Holder = HolderKind.Nowhere;
        /// <summary>Number of the slot, from 0.</summary>
        public byte Slot;
        /// <summary>Item id from the content, 0 for an empty slot.</summary>
        public ushort Item;
        /// <summary>How many of it, 0 for an empty slot.</summary>
        public ushort Count;
        /// <summary>Uses that a single item has behind it.</summary>
        public ushort Wear;
        /// <summary>Nobody else can have it any more.</summary>
        public bool Bound;
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
        /// <summary>
        /// There is nothing by this id for the one who asked: no such entity on its map, or 0 where one is
        /// needed; no invitation to
        /// it, or none any more; no trade, letter or listing of its own, no listing at all; no character of
        /// this name.
        /// </summary>
        UnknownTarget = 1,
        /// <summary>
        /// The target is farther away than the skill, the reach for picking up, or that for trading or talking
        /// goes; or no banker is
        /// near.
        /// </summary>
        OutOfRange = 2,
        /// <summary>This skill, or the pause that all skills share, is not over; or that of all that is consumed.</summary>
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
        /// <summary>
        /// It does not fit where it would go: into the bag, the slot that is named, or the place on the body.
        /// Of what is picked up, not
        /// one unit does.
        /// </summary>
        InventoryFull = 9,
        /// <summary>No such skill, or none that players have.</summary>
        UnknownSkill = 10,
        /// <summary>
        /// The target is there, but nothing that this can be done to: dead, on its way home, of the wrong side
        /// or the own party, no item, somebody
        /// who does not do this, oneself or what is one's own already, a player who is not there to answer.
        /// </summary>
        InvalidTarget = 11,
        /// <summary>A wall stands between.</summary>
        NoLineOfSight = 12,
        /// <summary>
        /// Not now. As many requests of the player wait as may (8 with a command, one for a skill); it cannot
        /// act (stunned, casting);
        /// it is too early to stand up again; one of the two trades already, or was asked the same just now; or
        /// the server has no
        /// room for more of it. Later, perhaps.
        /// </summary>
        Busy = 13,
        /// <summary>An operator has taken the right to talk, to write letters and to invite into parties away.</summary>
        Muted = 14,
        /// <summary>Nothing to see is left of the text.</summary>
        EmptyText = 15,
        /// <summary>
        /// The rules of this map or of this message forbid it: fights of players where there are none, a scope
        /// that is the
        /// operators', characters that a text may not have, trade and crafting of who fights, what vendors do
        /// not buy, a price of 0, payment on
        /// delivery without stacks or besides coins, a letter that has no way back.
        /// </summary>
        NotAllowed = 16,
        /// <summary>The server cannot store anything now, so nothing moves.</summary>
        NotStored = 17,
        /// <summary>Operators have switched this off for now.</summary>
        SwitchedOff = 18,
        /// <summary>
        /// The number of the request is 64 or more below the highest that was done, and nobody knows any more
        /// whether it was.
        /// </summary>
        StaleCommand = 19,
        /// <summary>The number of the request is 0, or more than 1,000,000 above the highest that was done.</summary>
        InvalidCommand = 20,
        /// <summary>
        /// There is no such slot, nothing in it, nothing like this goes from there to here, or it is named
        /// twice.
        /// </summary>
        UnknownSlot = 21,
        /// <summary>There are not so many of them, or 0 were asked for.</summary>
        NotEnoughItems = 22,
        /// <summary>There are not so many coins.</summary>
        NotEnoughCoins = 23,
        /// <summary>The item is bound to who has it: it can be sold to vendors and thrown away, and go to nobody else.</summary>
        Bound = 24,
        /// <summary>
        /// Level or kind of the item do not allow it: not yet, not on this place, nothing to consume, nothing
        /// that is sold here.
        /// </summary>
        RequirementsNotMet = 25,
        /// <summary>It would be too heavy to carry.</summary>
        TooHeavy = 26,
        /// <summary>The purse does not hold so many coins; the most is 4,294,967,295.</summary>
        PurseFull = 27,
        /// <summary>The item is worn out and has to be mended first.</summary>
        WornOut = 28,
        /// <summary>
        /// Nothing would be other than it is: health and mana that are full already, something that needs no
        /// mending.
        /// </summary>
        NoEffect = 29,
        /// <summary>
        /// What the request means is not as it was any more: the table of a trade, what a letter or a listing
        /// costs.
        /// </summary>
        Changed = 40,
        /// <summary>
        /// There is no room where it would go: in the other's bag or purse, in a mailbox, among the own
        /// listings.
        /// </summary>
        NoRoomThere = 41,
        /// <summary>Nobody knows yet whether there is a character of this name; asked again soon, it is known.</summary>
        NotKnownYet = 42,
        /// <summary>It has to be paid first.</summary>
        Unpaid = 43,
        /// <summary>There is something in it yet.</summary>
        NotEmpty = 44,
        /// <summary>
        /// This character has not played long enough yet to give anything to other players: by trade, by
        /// letter, on the market, on
        /// the ground. Later, it has.
        /// </summary>
        Newcomer = 45,
        /// <summary>No such recipe.</summary>
        UnknownRecipe = 46,
        /// <summary>Not so many pieces at once: 1 to 99.</summary>
        BadCount = 47,
        /// <summary>No such station is within reach.</summary>
        NoStation = 48,
        /// <summary>The tool that it takes is neither in the bag nor worn.</summary>
        NoTool = 49,
        /// <summary>The skill in the recipe's profession is too low.</summary>
        NotSkilled = 50,
        /// <summary>Nothing is being made.</summary>
        NotCrafting = 51,
        /// <summary>No such quest, or none that was taken on.</summary>
        UnknownQuest = 53,
        /// <summary>This npc does not offer it, or does not hear of it in this stage.</summary>
        NotOfferedHere = 54,
        /// <summary>The player's level is too low for it.</summary>
        LevelTooLow = 55,
        /// <summary>Something else that it requires is not so: a quest to be completed before, something to be carried.</summary>
        PrerequisiteMissing = 56,
        /// <summary>It was taken on already.</summary>
        AlreadyTaken = 57,
        /// <summary>The most quests that one can have at a time are taken on: 16.</summary>
        QuestLogFull = 58,
        /// <summary>Some objective is not done yet.</summary>
        NotFinished = 59,
        /// <summary>The quest is in another stage than the one that is meant, or that has no such outcome.</summary>
        WrongStage = 60,
        /// <summary>It was completed, and cannot be taken on again yet. Later, it can.</summary>
        NotRepeatableYet = 61,
        /// <summary>It was completed, and is done once only.</summary>
        AlreadyDone = 62,
        /// <summary>No character of this name is in the world.</summary>
        NotOnline = 70,
        /// <summary>That player, or who asks, is in a party already.</summary>
        AlreadyInParty = 71,
        /// <summary>That player has an invitation of the same party already, or declined one just now.</summary>
        AlreadyInvited = 72,
        /// <summary>The party has as many members as it may.</summary>
        PartyFull = 73,
        /// <summary>Who asks is in no party, or whom it names is not in this one.</summary>
        NotInParty = 74,
        /// <summary>Only the leader of a party may.</summary>
        NotLeader = 75,
        /// <summary>The player reported this one within the last hour.</summary>
        AlreadyReported = 76,
        /// <summary>The player has reported as many within a day as it may: 10.</summary>
        TooManyReports = 77,
    }

    /// <summary>
    /// A request was not done. Sent instead of any effect.
    /// From the server, reliable.
    /// </summary>
    public sealed class Refused
    {
        public const byte PacketId = 0x46;
        public const int SizeMin = 7;
        public const int SizeMax = 7;

        /// <summary>Id of the message that was refused.</summary>
        public byte Request;
        /// <summary>Its command, 0 for one without.</summary>
        public uint Command;
        /// <summary>Why not.</summary>
        public RefusalReason Reason = RefusalReason.UnknownTarget;
    }

    /// <summary>
    /// A request with a command was done, and what it did is stored: nothing takes it back. Sent again
    /// whenever the number of one
    /// that was done is asked again, whatever is asked under it.
    /// From the server, reliable.
    /// </summary>
    public sealed class CommandConfirmed
    {
        public const byte PacketId = 0x47;
        public const int SizeMin = 5;
        public const int SizeMax = 5;

        /// <summary>Its command.</summary>
        public uint Command;
    }

    /// <summary>Work at something.</summary>
    public enum Profession : byte
    {
        /// <summary>Anybody's.</summary>
        None = 0,
        /// <summary>Of metal.</summary>
        Smithing = 1,
        /// <summary>Of hides.</summary>
        Leatherworking = 2,
        /// <summary>Of herbs.</summary>
        Alchemy = 3,
        /// <summary>Of what is eaten.</summary>
        Cooking = 4,
        /// <summary>Of cloth.</summary>
        Tailoring = 5,
    }

    /// <summary>What became of a piece.</summary>
    public enum CraftOutcome : byte
    {
        /// <summary>It spoilt; what went into it is gone.</summary>
        Failed = 0,
        /// <summary>It is what it should be.</summary>
        Made = 1,
        /// <summary>It is finer than that.</summary>
        Finer = 2,
    }

    /// <summary>Why nothing more is made.</summary>
    public enum CraftingEnd : byte
    {
        /// <summary>All pieces were made, or spoilt.</summary>
        Done = 1,
        /// <summary>The player did not want to go on.</summary>
        Stopped = 2,
        /// <summary>No such station is within reach any more, or it is another map.</summary>
        Apart = 3,
        /// <summary>The player fights.</summary>
        Combat = 4,
        /// <summary>It died.</summary>
        Death = 5,
        /// <summary>It cannot act: stunned, casting.</summary>
        Interrupted = 6,
        /// <summary>What goes into a piece is not there.</summary>
        Materials = 7,
        /// <summary>What comes of a piece has no room in the bag.</summary>
        Room = 8,
        /// <summary>It would be too heavy to carry.</summary>
        Weight = 9,
        /// <summary>The tool is not there, or worn out.</summary>
        Tool = 10,
        /// <summary>Level or skill are too low.</summary>
        Requirements = 11,
        /// <summary>Operators have switched crafting off for now.</summary>
        SwitchedOff = 12,
    }

    /// <summary>
    /// The player makes something from now on.
    /// From the server, reliable.
    /// </summary>
    public sealed class CraftingBegun
    {
        public const byte PacketId = 0x48;
        public const int SizeMin = 8;
        public const int SizeMax = 8;

        /// <summary>Recipe id from the content.</summary>
        public ushort Recipe;
        /// <summary>How many pieces.</summary>
        public byte Count;
        /// <summary>
        /// How long each takes.
        /// Unit: ticks.
        /// </summary>
        public uint DurationTicks;
    }

    /// <summary>
    /// A piece is finished. Sent when that is stored, after the slots that it changed.
    /// From the server, reliable.
    /// </summary>
    public sealed class PieceCrafted
    {
        public const byte PacketId = 0x49;
        public const int SizeMin = 9;
        public const int SizeMax = 9;

        /// <summary>Recipe id from the content.</summary>
        public ushort Recipe;
        /// <summary>What became of it.</summary>
        public CraftOutcome Outcome = CraftOutcome.Failed;
        /// <summary>Item id from the content, 0 for nothing.</summary>
        public ushort Item;
        /// <summary>How many of it, 0 for nothing.</summary>
        public ushort Count;
        /// <summary>Pieces that are still to be made.</summary>
        public byte Left;
    }

    /// <summary>
    /// The player makes nothing more.
    /// From the server, reliable.
    /// </summary>
    public sealed class CraftingEnded
    {
        public const byte PacketId = 0x4a;
        public const int SizeMin = 5;
        public const int SizeMax = 5;

        /// <summary>Recipe id from the content.</summary>
        public ushort Recipe;
        /// <summary>Pieces that were made, those that spoilt not counted.</summary>
        public byte Made;
        /// <summary>Why.</summary>
        public CraftingEnd Reason = CraftingEnd.Done;
    }

    /// <summary>
    /// What the player has learned in a profession. Sent for each in which it has learned something when it
    /// enters, and when it has
    /// learned more and that is stored.
    /// From the server, reliable.
    /// </summary>
    public sealed class ProfessionSkill
    {
        public const byte PacketId = 0x4b;
        public const int SizeMin = 4;
        public const int SizeMax = 4;

        /// <summary>Which.</summary>
        public Profession Profession = (Profession)0;
        /// <summary>0 is nothing.</summary>
        public ushort Skill;
    }

    /// <summary>
    /// Another player wants to trade.
    /// From the server, reliable.
    /// </summary>
    public sealed class TradeInvited
    {
        public const byte PacketId = 0x50;
        public const int SizeMin = 5;
        public const int SizeMax = 5;

        /// <summary>Who.</summary>
        public uint Inviter;
    }

    /// <summary>A stack on the table of a trade.</summary>
    public sealed class TradeStack
    {
        /// <summary>Where on its side of the table.</summary>
        public byte Place;
        /// <summary>Item id from the content.</summary>
        public ushort Item;
        /// <summary>How many.</summary>
        public ushort Count;
        /// <summary>Uses that a single item has behind it.</summary>
        public ushort Wear;
    }

    /// <summary>
    /// What lies on the table of the own trade, whole, whenever something of it changed.
    /// From the server, reliable.
    /// </summary>
    public sealed class TradeState
    {
        public const byte PacketId = 0x51;
        public const int SizeMin = 19;
        public const int SizeMax = 139;

        /// <summary>Number of the trade; another one has another.</summary>
        public uint Trade;
        /// <summary>The other player.</summary>
        public uint Partner;
        /// <summary>Rises with each change of what lies there. TradeConfirm names it.</summary>
        public uint Version;
        /// <summary>The player itself has agreed to this version.</summary>
        public bool Confirmed;
        /// <summary>The other has.</summary>
        public bool PartnerConfirmed;
        /// <summary>
        /// What the player gives.
        /// Unit: coins.
        /// </summary>
        public uint Coins;
        /// <summary>
        /// What it gets.
        /// Unit: coins.
        /// </summary>
        public uint PartnerCoins;
        /// <summary>What the player gives.</summary>
        public readonly TradeStack[] Stacks = Preallocated.Array<TradeStack>(8);
        public int StacksCount;
        /// <summary>What it gets.</summary>
        public readonly TradeStack[] PartnerStacks = Preallocated.Array<TradeStack>(8);
        public int PartnerStacksCount;
    }

    /// <summary>Why a trade or an invitation is over.</summary>
    public enum TradeEnd : byte
    {
        /// <summary>All changed hands, and that is stored.</summary>
        Done = 1,
        /// <summary>One of the two did not want to go on.</summary>
        Cancelled = 2,
        /// <summary>The invitation was not taken up in time.</summary>
        Expired = 3,
        /// <summary>The two are too far apart, or on different maps.</summary>
        Apart = 4,
        /// <summary>One of the two fights.</summary>
        Combat = 5,
        /// <summary>One of the two died.</summary>
        Death = 6,
        /// <summary>One of the two left the world, or plays on from elsewhere.</summary>
        Left = 7,
        /// <summary>Operators have switched trading off for now.</summary>
        SwitchedOff = 8,
    }

    /// <summary>
    /// A trade is over, or an invitation of the player that nobody took up.
    /// From the server, reliable.
    /// </summary>
    public sealed class TradeEnded
    {
        public const byte PacketId = 0x52;
        public const int SizeMin = 10;
        public const int SizeMax = 10;

        /// <summary>As told by TradeState, 0 for an invitation.</summary>
        public uint Trade;
        /// <summary>The other player.</summary>
        public uint Partner;
        /// <summary>Why.</summary>
        public TradeEnd Reason = TradeEnd.Done;
    }

    /// <summary>What sort of letter it is.</summary>
    public enum LetterKind : byte
    {
        /// <summary>Somebody wrote it.</summary>
        Written = 1,
        /// <summary>Brings what was paid on delivery of a letter.</summary>
        Payment = 2,
        /// <summary>Came back to who sent it.</summary>
        Returned = 3,
        /// <summary>Brings what was earned on the market.</summary>
        Sold = 4,
        /// <summary>Brings what was bought on the market and had no room in the bag.</summary>
        Bought = 5,
        /// <summary>Brings back what nobody bought on the market.</summary>
        Unsold = 6,
        /// <summary>Brings what had no room in the bag or the purse.</summary>
        Overflow = 7,
        /// <summary>Brings what the operators gave.</summary>
        Granted = 8,
    }

    /// <summary>What a letter encloses.</summary>
    public sealed class EnclosedStack
    {
        /// <summary>By which TakeFromLetter names it.</summary>
        public byte Place;
        /// <summary>Item id from the content.</summary>
        public ushort Item;
        /// <summary>How many.</summary>
        public ushort Count;
        /// <summary>Uses that a single item has behind it.</summary>
        public ushort Wear;
    }

    /// <summary>
    /// One of the player's letters, as asked for by ReadLetters.
    /// From the server, reliable.
    /// </summary>
    public sealed class Letter
    {
        public const byte PacketId = 0x54;
        public const int SizeMin = 13;
        public const int SizeMax = 325;

        /// <summary>Its id; rises with the time of sending.</summary>
        public uint Letter_;
        /// <summary>What sort it is.</summary>
        public LetterKind Kind = LetterKind.Written;
        /// <summary>
        /// Name of who wrote it, or paid; empty for the market.
        /// Up to 24 bytes of UTF-8.
        /// </summary>
        public string Sender = "";
        /// <summary>Up to 48 bytes of UTF-8.</summary>
        public string Title = "";
        /// <summary>Up to 200 bytes of UTF-8.</summary>
        public string Text = "";
        /// <summary>
        /// Enclosed.
        /// Unit: coins.
        /// </summary>
        public uint Coins;
        /// <summary>
        /// What has to be paid before the stacks can be taken, 0 for nothing.
        /// Unit: coins.
        /// </summary>
        public uint CashOnDelivery;
        /// <summary>
        /// Goes back, or away when it is empty, in so many seconds; 0 for one that stays.
        /// Unit: s.
        /// </summary>
        public uint SecondsLeft;
        /// <summary>What it encloses.</summary>
        public readonly EnclosedStack[] Stacks = Preallocated.Array<EnclosedStack>(4);
        public int StacksCount;
    }

    /// <summary>
    /// The answer to ReadLetters is complete.
    /// From the server, reliable.
    /// </summary>
    public sealed class LettersRead
    {
        public const byte PacketId = 0x55;
        public const int SizeMin = 2;
        public const int SizeMax = 2;

        /// <summary>There are more, behind the last one that was sent.</summary>
        public bool More;
    }

    /// <summary>What became of a letter.</summary>
    public enum LetterEvent : byte
    {
        /// <summary>It came.</summary>
        Arrived = 1,
        /// <summary>Something of it changed.</summary>
        Changed = 2,
        /// <summary>It is not in the mailbox any more.</summary>
        Gone = 3,
    }

    /// <summary>
    /// Something became of a letter of the player's, and that is stored. ReadLetters tells how it is now.
    /// From the server, reliable.
    /// </summary>
    public sealed class LetterNews
    {
        public const byte PacketId = 0x56;
        public const int SizeMin = 6;
        public const int SizeMax = 6;

        /// <summary>Its id.</summary>
        public uint Letter;
        /// <summary>What.</summary>
        public LetterEvent Event = LetterEvent.Arrived;
    }

    /// <summary>
    /// A stack on the market, as asked for by SearchMarket.
    /// From the server, reliable.
    /// </summary>
    public sealed class MarketListing
    {
        public const byte PacketId = 0x57;
        public const int SizeMin = 17;
        public const int SizeMax = 21;

        /// <summary>By which BuyListing names it.</summary>
        public uint Listing;
        /// <summary>Item id from the content.</summary>
        public ushort Item;
        /// <summary>How many.</summary>
        public ushort Count;
        /// <summary>Uses that a single item has behind it.</summary>
        public ushort Wear;
        /// <summary>
        /// Of all of it together.
        /// Unit: coins.
        /// </summary>
        public uint Price;
        /// <summary>The player's own.</summary>
        public bool Own;
        /// <summary>
        /// Leaves the market in so many seconds.
        /// Unit: s.
        /// </summary>
        public uint SecondsLeft;
    }

    /// <summary>
    /// The answer to SearchMarket is complete.
    /// From the server, reliable.
    /// </summary>
    public sealed class MarketSearched
    {
        public const byte PacketId = 0x58;
        public const int SizeMin = 5;
        public const int SizeMax = 5;

        /// <summary>Search again behind this id for more; 0 when that was all.</summary>
        public uint After;
    }

    /// <summary>
    /// What the player has to do with a quest. Sent of each that it took on or completed ever, behind
    /// Welcome, and when one of these
    /// changed and is stored.
    /// From the server, reliable.
    /// </summary>
    public sealed class QuestStatus
    {
        public const byte PacketId = 0x5c;
        public const int SizeMin = 14;
        public const int SizeMax = 22;

        /// <summary>Quest id from the content.</summary>
        public ushort Quest;
        /// <summary>Number of the stage that it is in, 0 for one that is not taken on.</summary>
        public byte Stage;
        /// <summary>
        /// How much is done of each objective of the stage. Of what is collected 0: that is what lies in the
        /// bag.
        /// </summary>
        public readonly ushort[] Done = new ushort[4];
        /// <summary>How often it was completed.</summary>
        public uint Completed;
        /// <summary>
        /// Cannot be taken on again for so many seconds; 0 for one that can, or never can.
        /// Unit: s.
        /// </summary>
        public uint SecondsLeft;
    }

    /// <summary>How a quest stands with an npc.</summary>
    public enum QuestOfferState : byte
    {
        /// <summary>It can be taken on here.</summary>
        Available = 1,
        /// <summary>
        /// It was taken on, and this npc has to do with its stage: offers it, hears of its end, or is to be
        /// talked with.
        /// </summary>
        InProgress = 2,
        /// <summary>All objectives of its stage are done, and this npc hears of it.</summary>
        Ready = 3,
        /// <summary>It is given here, and something that it requires is not so yet.</summary>
        NotYet = 4,
    }

    /// <summary>A quest with which an npc has to do.</summary>
    public sealed class QuestOffer
    {
        /// <summary>Quest id from the content.</summary>
        public ushort Quest;
        public QuestOfferState State = QuestOfferState.Available;
    }

    /// <summary>
    /// What an npc has for the player, behind the confirmation of TalkTo, and of AcceptQuest and
    /// HandInQuest, which change it. What
    /// people say stands in the content.
    /// From the server, reliable.
    /// </summary>
    public sealed class QuestOffers
    {
        public const byte PacketId = 0x5d;
        public const int SizeMin = 6;
        public const int SizeMax = 102;

        /// <summary>Entity id of the npc.</summary>
        public uint Npc;
        /// <summary>None that is done with for good.</summary>
        public readonly QuestOffer[] Offers = Preallocated.Array<QuestOffer>(32);
        public int OffersCount;
    }

    /// <summary>
    /// Another player invites into a party.
    /// From the server, reliable.
    /// </summary>
    public sealed class PartyInvited
    {
        public const byte PacketId = 0x70;
        public const int SizeMin = 7;
        public const int SizeMax = 35;

        /// <summary>By which PartyAccept and PartyDecline name it.</summary>
        public uint Invitation;
        /// <summary>
        /// Who invites.
        /// Up to 24 bytes of UTF-8.
        /// </summary>
        public string Name = "";
        /// <summary>
        /// For so long it can be taken up.
        /// Unit: s.
        /// </summary>
        public uint SecondsLeft;
    }

    /// <summary>Why an invitation is over.</summary>
    public enum PartyInvitationEnd : byte
    {
        /// <summary>The other accepted.</summary>
        Accepted = 1,
        /// <summary>The other turned it down.</summary>
        Declined = 2,
        /// <summary>Nobody took it up in time.</summary>
        Expired = 3,
        /// <summary>Who invited took it back, is in another party, or not in the world any more.</summary>
        Withdrawn = 4,
        /// <summary>Whom it invited is in another party, or not in the world any more.</summary>
        Elsewhere = 5,
    }

    /// <summary>
    /// An invitation is over. Told to both.
    /// From the server, reliable.
    /// </summary>
    public sealed class PartyInvitationEnded
    {
        public const byte PacketId = 0x71;
        public const int SizeMin = 7;
        public const int SizeMax = 31;

        /// <summary>As told by PartyInvited. That of an own invitation is told here only.</summary>
        public uint Invitation;
        /// <summary>
        /// The other player.
        /// Up to 24 bytes of UTF-8.
        /// </summary>
        public string Name = "";
        public PartyInvitationEnd Reason = PartyInvitationEnd.Accepted;
    }

    /// <summary>Somebody in a party.</summary>
    public sealed class PartyMember
    {
        /// <summary>Number of the membership; another one has another.</summary>
        public uint Member;
        /// <summary>Up to 24 bytes of UTF-8.</summary>
        public string Name = "";
        /// <summary>Its entity, 0 while it is not in the world. Then its place in the party is kept for a while.</summary>
        public uint Entity;
        public byte Level;
        /// <summary>Share of the full health, 255 is all of it; 0 for the dead, and for who is not in the world.</summary>
        public byte Health;
        /// <summary>Numeric id of its map, from the content; 0 while it is not in the world.</summary>
        public ushort Map;
        public static readonly Quantization XSteps = new Quantization(0, 1023.984375, 1, 64, 65535, 2, false);
        /// <summary>
        /// In metres, on its map.
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
    }

    /// <summary>
    /// The own party, whole: when its player enters, and whenever somebody came or went, or another leads
    /// or another way of sharing loot
    /// holds.
    /// From the server, reliable.
    /// </summary>
    public sealed class PartyState
    {
        public const byte PacketId = 0x72;
        public const int SizeMin = 15;
        public const int SizeMax = 220;

        /// <summary>Its number; another party has another.</summary>
        public uint Party;
        /// <summary>The member who leads.</summary>
        public uint Leader;
        /// <summary>The member that the receiver is.</summary>
        public uint Own;
        public PartyLootMode Loot = PartyLootMode.FreeForAll;
        /// <summary>From the longest in it to the newest.</summary>
        public readonly PartyMember[] Members = Preallocated.Array<PartyMember>(5);
        public int MembersCount;
    }

    /// <summary>How a member is.</summary>
    public sealed class PartyMemberChange
    {
        /// <summary>As told by PartyState.</summary>
        public uint Member;
        public byte Level;
        /// <summary>As in PartyMember.</summary>
        public byte Health;
        /// <summary>As in PartyMember.</summary>
        public ushort Map;
        public static readonly Quantization XSteps = new Quantization(0, 1023.984375, 1, 64, 65535, 2, false);
        /// <summary>
        /// In metres, on its map.
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
    }

    /// <summary>
    /// Members of the own party of whom something changed, once a second at most.
    /// From the server, reliable.
    /// </summary>
    public sealed class PartyMoved
    {
        public const byte PacketId = 0x73;
        public const int SizeMin = 2;
        public const int SizeMax = 62;

        public readonly PartyMemberChange[] Members = Preallocated.Array<PartyMemberChange>(5);
        public int MembersCount;
    }

    /// <summary>Why somebody is in a party no more.</summary>
    public enum PartyEnd : byte
    {
        /// <summary>By its own wish.</summary>
        Left = 1,
        /// <summary>The leader put it out.</summary>
        Kicked = 2,
        /// <summary>It was out of the world for longer than its place is kept.</summary>
        Away = 3,
        /// <summary>Nobody else was left.</summary>
        Dissolved = 4,
    }

    /// <summary>
    /// The receiver is in this party no more.
    /// From the server, reliable.
    /// </summary>
    public sealed class PartyEnded
    {
        public const byte PacketId = 0x74;
        public const int SizeMin = 6;
        public const int SizeMax = 6;

        /// <summary>As told by PartyState.</summary>
        public uint Party;
        public PartyEnd Reason = PartyEnd.Left;
    }

    /// <summary>
    /// Something that a kill of the party left is rolled for by those with a share. It lies there for
    /// nobody meanwhile.
    /// From the server, reliable.
    /// </summary>
    public sealed class LootRollBegun
    {
        public const byte PacketId = 0x75;
        public const int SizeMin = 14;
        public const int SizeMax = 18;

        /// <summary>By which LootRoll names it.</summary>
        public uint Roll;
        /// <summary>Entity id of what lies there.</summary>
        public uint Loot;
        /// <summary>Item id from the content.</summary>
        public ushort Item;
        /// <summary>Uses that it has behind it.</summary>
        public ushort Wear;
        /// <summary>
        /// For so long can be chosen; who does not passes.
        /// Unit: s.
        /// </summary>
        public uint SecondsLeft;
    }

    /// <summary>What somebody chose and threw.</summary>
    public sealed class LootRollResult
    {
        /// <summary>
        /// Empty for who is not in the world.
        /// Up to 24 bytes of UTF-8.
        /// </summary>
        public string Name = "";
        public LootChoice Choice = LootChoice.Pass;
        /// <summary>1 to 100; 0 for who did not throw.</summary>
        public byte Points;
    }

    /// <summary>
    /// A roll is over. Told to all who had a part in it.
    /// From the server, reliable.
    /// </summary>
    public sealed class LootRollEnded
    {
        public const byte PacketId = 0x76;
        public const int SizeMin = 7;
        public const int SizeMax = 166;

        public uint Roll;
        /// <summary>
        /// Who may take it now. Empty where all passed, or it is gone: then anybody may; and for who is not in
        /// the world.
        /// Up to 24 bytes of UTF-8.
        /// </summary>
        public string Winner = "";
        public readonly LootRollResult[] Results = Preallocated.Array<LootRollResult>(5);
        public int ResultsCount;
    }

    /// <summary>
    /// The player's report is stored, and goes to the operators.
    /// From the server, reliable.
    /// </summary>
    public sealed class ReportTaken
    {
        public const byte PacketId = 0x78;
        public const int SizeMin = 7;
        public const int SizeMax = 31;

        /// <summary>Its number, by which operators and player may speak of it.</summary>
        public uint Report;
        /// <summary>
        /// Whom it is about.
        /// Up to 24 bytes of UTF-8.
        /// </summary>
        public string Name = "";
        public ReportReason Reason = ReportReason.Cheating;
    }

    /// <summary>What came of a report.</summary>
    public enum ReportOutcome : byte
    {
        /// <summary>Nothing was found to act upon.</summary>
        NoAction = 1,
        /// <summary>The player was spoken to.</summary>
        Warned = 2,
        /// <summary>The right to talk was taken away.</summary>
        Muted = 3,
        /// <summary>The player may not come in.</summary>
        Banned = 4,
        /// <summary>Something else was done, which the text says, or does not.</summary>
        Other = 5,
    }

    /// <summary>
    /// Operators have decided about a report of the player. Told when they do, or else when the player
    /// comes in the next time; twice
    /// at worst, then with the same number.
    /// From the server, reliable.
    /// </summary>
    public sealed class ReportDecided
    {
        public const byte PacketId = 0x79;
        public const int SizeMin = 9;
        public const int SizeMax = 233;

        /// <summary>As told by ReportTaken.</summary>
        public uint Report;
        /// <summary>
        /// Whom it was about.
        /// Up to 24 bytes of UTF-8.
        /// </summary>
        public string Name = "";
        public ReportReason Reason = ReportReason.Cheating;
        public ReportOutcome Outcome = ReportOutcome.NoAction;
        /// <summary>
        /// What operators say to it; may be empty.
        /// Up to 200 bytes of UTF-8.
        /// </summary>
        public string Text = "";
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
        /// <summary>Entity id: the low 16 bits are its row at the server, the high 16 its generation; never 0.</summary>
        public uint Id;
        /// <summary>What it is; decides how `template` is read.</summary>
        public EntityKind Kind = EntityKind.Player;
        /// <summary>Creature, item or npc id from the content, 0 for players.</summary>
        public ushort Template;
        /// <summary>0 for items and npcs.</summary>
        public byte Level;
        /// <summary>
        /// UTF-8. Empty for creatures, items and npcs, whose names are in the content.
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
                case EntityKind.Npc:
                    return true;
                default:
                    return false;
            }
        }

        internal static bool Is(HolderKind value)
        {
            switch (value)
            {
                case HolderKind.Nowhere:
                case HolderKind.Inventory:
                case HolderKind.Equipment:
                case HolderKind.Bank:
                case HolderKind.BuyBack:
                case HolderKind.Ground:
                case HolderKind.Letter:
                case HolderKind.Listing:
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
                case ChatScope.Party:
                    return true;
                default:
                    return false;
            }
        }

        internal static bool Is(PartyLootMode value)
        {
            switch (value)
            {
                case PartyLootMode.FreeForAll:
                case PartyLootMode.RoundRobin:
                case PartyLootMode.NeedGreed:
                    return true;
                default:
                    return false;
            }
        }

        internal static bool Is(LootChoice value)
        {
            switch (value)
            {
                case LootChoice.Pass:
                case LootChoice.Greed:
                case LootChoice.Need:
                    return true;
                default:
                    return false;
            }
        }

        internal static bool Is(ReportReason value)
        {
            switch (value)
            {
                case ReportReason.Cheating:
                case ReportReason.Harassment:
                case ReportReason.Spam:
                case ReportReason.Name:
                case ReportReason.Other:
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
                case RefusalReason.NotStored:
                case RefusalReason.SwitchedOff:
                case RefusalReason.StaleCommand:
                case RefusalReason.InvalidCommand:
                case RefusalReason.UnknownSlot:
                case RefusalReason.NotEnoughItems:
                case RefusalReason.NotEnoughCoins:
                case RefusalReason.Bound:
                case RefusalReason.RequirementsNotMet:
                case RefusalReason.TooHeavy:
                case RefusalReason.PurseFull:
                case RefusalReason.WornOut:
                case RefusalReason.NoEffect:
                case RefusalReason.Changed:
                case RefusalReason.NoRoomThere:
                case RefusalReason.NotKnownYet:
                case RefusalReason.Unpaid:
                case RefusalReason.NotEmpty:
                case RefusalReason.Newcomer:
                case RefusalReason.UnknownRecipe:
                case RefusalReason.BadCount:
                case RefusalReason.NoStation:
                case RefusalReason.NoTool:
                case RefusalReason.NotSkilled:
                case RefusalReason.NotCrafting:
                case RefusalReason.UnknownQuest:
                case RefusalReason.NotOfferedHere:
                case RefusalReason.LevelTooLow:
                case RefusalReason.PrerequisiteMissing:
                case RefusalReason.AlreadyTaken:
                case RefusalReason.QuestLogFull:
                case RefusalReason.NotFinished:
                case RefusalReason.WrongStage:
                case RefusalReason.NotRepeatableYet:
                case RefusalReason.AlreadyDone:
                case RefusalReason.NotOnline:
                case RefusalReason.AlreadyInParty:
                case RefusalReason.AlreadyInvited:
                case RefusalReason.PartyFull:
                case RefusalReason.NotInParty:
                case RefusalReason.NotLeader:
                case RefusalReason.AlreadyReported:
                case RefusalReason.TooManyReports:
                    return true;
                default:
                    return false;
            }
        }

        internal static bool Is(Profession value)
        {
            switch (value)
            {
                case Profession.None:
                case Profession.Smithing:
                case Profession.Leatherworking:
                case Profession.Alchemy:
                case Profession.Cooking:
                case Profession.Tailoring:
                    return true;
                default:
                    return false;
            }
        }

        internal static bool Is(CraftOutcome value)
        {
            switch (value)
            {
                case CraftOutcome.Failed:
                case CraftOutcome.Made:
                case CraftOutcome.Finer:
                    return true;
                default:
                    return false;
            }
        }

        internal static bool Is(CraftingEnd value)
        {
            switch (value)
            {
                case CraftingEnd.Done:
                case CraftingEnd.Stopped:
                case CraftingEnd.Apart:
                case CraftingEnd.Combat:
                case CraftingEnd.Death:
                case CraftingEnd.Interrupted:
                case CraftingEnd.Materials:
                case CraftingEnd.Room:
                case CraftingEnd.Weight:
                case CraftingEnd.Tool:
                case CraftingEnd.Requirements:
                case CraftingEnd.SwitchedOff:
                    return true;
                default:
                    return false;
            }
        }

        internal static bool Is(TradeEnd value)
        {
            switch (value)
            {
                case TradeEnd.Done:
                case TradeEnd.Cancelled:
                case TradeEnd.Expired:
                case TradeEnd.Apart:
                case TradeEnd.Combat:
                case TradeEnd.Death:
                case TradeEnd.Left:
                case TradeEnd.SwitchedOff:
                    return true;
                default:
                    return false;
            }
        }

        internal static bool Is(LetterKind value)
        {
            switch (value)
            {
                case LetterKind.Written:
                case LetterKind.Payment:
                case LetterKind.Returned:
                case LetterKind.Sold:
                case LetterKind.Bought:
                case LetterKind.Unsold:
                case LetterKind.Overflow:
                case LetterKind.Granted:
                    return true;
                default:
                    return false;
            }
        }

        internal static bool Is(LetterEvent value)
        {
            switch (value)
            {
                case LetterEvent.Arrived:
                case LetterEvent.Changed:
                case LetterEvent.Gone:
                    return true;
                default:
                    return false;
            }
        }

        internal static bool Is(QuestOfferState value)
        {
            switch (value)
            {
                case QuestOfferState.Available:
                case QuestOfferState.InProgress:
                case QuestOfferState.Ready:
                case QuestOfferState.NotYet:
                    return true;
                default:
                    return false;
            }
        }

        internal static bool Is(PartyInvitationEnd value)
        {
            switch (value)
            {
                case PartyInvitationEnd.Accepted:
                case PartyInvitationEnd.Declined:
                case PartyInvitationEnd.Expired:
                case PartyInvitationEnd.Withdrawn:
                case PartyInvitationEnd.Elsewhere:
                    return true;
                default:
                    return false;
            }
        }

        internal static bool Is(PartyEnd value)
        {
            switch (value)
            {
                case PartyEnd.Left:
                case PartyEnd.Kicked:
                case PartyEnd.Away:
                case PartyEnd.Dissolved:
                    return true;
                default:
                    return false;
            }
        }

        internal static bool Is(ReportOutcome value)
        {
            switch (value)
            {
                case ReportOutcome.NoAction:
                case ReportOutcome.Warned:
                case ReportOutcome.Muted:
                case ReportOutcome.Banned:
                case ReportOutcome.Other:
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

        internal static bool Read(ref Reader input, ref HolderKind value)
        {
            byte number = 0;
            if (!input.U8(ref number)) return false;
            value = (HolderKind)number;
            return Known.Is(value) || input.Fail(CodecFault.OutOfRange);
        }

        internal static bool Write(ref Writer output, HolderKind value)
        {
            if (!Known.Is(value)) return output.Fail(CodecFault.OutOfRange);
            return output.U8((byte)value);
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
            if (!input.U32(ref message.Command)) return false;
            if (!input.U32(ref message.Loot)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, PickUp message)
        {
            if (!output.U32(message.Command)) return false;
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

        public static int Encode(MoveItem message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(MoveItem.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(MoveItem.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(MoveItem message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(MoveItem.PacketId, MoveItem.SizeMin, MoveItem.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, MoveItem message)
        {
            if (!input.U32(ref message.Command)) return false;
            if (!Read(ref input, ref message.From)) return false;
            if (!input.U8(ref message.FromSlot)) return false;
            if (!Read(ref input, ref message.To)) return false;
            if (!input.U8(ref message.ToSlot)) return false;
            if (!input.U16(ref message.Units)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, MoveItem message)
        {
            if (!output.U32(message.Command)) return false;
            if (!Write(ref output, message.From)) return false;
            if (!output.U8(message.FromSlot)) return false;
            if (!Write(ref output, message.To)) return false;
            if (!output.U8(message.ToSlot)) return false;
            if (!output.U16(message.Units)) return false;
            return true;
        }

        public static int Encode(DropItem message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(DropItem.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(DropItem.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(DropItem message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(DropItem.PacketId, DropItem.SizeMin, DropItem.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, DropItem message)
        {
            if (!input.U32(ref message.Command)) return false;
            if (!Read(ref input, ref message.From)) return false;
            if (!input.U8(ref message.Slot)) return false;
            if (!input.U16(ref message.Units)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, DropItem message)
        {
            if (!output.U32(message.Command)) return false;
            if (!Write(ref output, message.From)) return false;
            if (!output.U8(message.Slot)) return false;
            if (!output.U16(message.Units)) return false;
            return true;
        }

        public static int Encode(UseItem message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(UseItem.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(UseItem.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(UseItem message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(UseItem.PacketId, UseItem.SizeMin, UseItem.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, UseItem message)
        {
            if (!input.U32(ref message.Command)) return false;
            if (!Read(ref input, ref message.From)) return false;
            if (!input.U8(ref message.Slot)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, UseItem message)
        {
            if (!output.U32(message.Command)) return false;
            if (!Write(ref output, message.From)) return false;
            if (!output.U8(message.Slot)) return false;
            return true;
        }

        public static int Encode(BuyItem message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(BuyItem.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(BuyItem.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(BuyItem message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(BuyItem.PacketId, BuyItem.SizeMin, BuyItem.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, BuyItem message)
        {
            if (!input.U32(ref message.Command)) return false;
            if (!input.U32(ref message.Vendor)) return false;
            if (!input.U16(ref message.Item)) return false;
            if (!input.U16(ref message.Units)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, BuyItem message)
        {
            if (!output.U32(message.Command)) return false;
            if (!output.U32(message.Vendor)) return false;
            if (!output.U16(message.Item)) return false;
            if (!output.U16(message.Units)) return false;
            return true;
        }

        public static int Encode(SellItem message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(SellItem.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(SellItem.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(SellItem message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(SellItem.PacketId, SellItem.SizeMin, SellItem.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, SellItem message)
        {
            if (!input.U32(ref message.Command)) return false;
            if (!input.U32(ref message.Vendor)) return false;
            if (!input.U8(ref message.Slot)) return false;
            if (!input.U16(ref message.Units)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, SellItem message)
        {
            if (!output.U32(message.Command)) return false;
            if (!output.U32(message.Vendor)) return false;
            if (!output.U8(message.Slot)) return false;
            if (!output.U16(message.Units)) return false;
            return true;
        }

        public static int Encode(BuyBackItem message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(BuyBackItem.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(BuyBackItem.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(BuyBackItem message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(BuyBackItem.PacketId, BuyBackItem.SizeMin, BuyBackItem.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, BuyBackItem message)
        {
            if (!input.U32(ref message.Command)) return false;
            if (!input.U32(ref message.Vendor)) return false;
            if (!input.U8(ref message.Slot)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, BuyBackItem message)
        {
            if (!output.U32(message.Command)) return false;
            if (!output.U32(message.Vendor)) return false;
            if (!output.U8(message.Slot)) return false;
            return true;
        }

        public static int Encode(RepairItem message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(RepairItem.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(RepairItem.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(RepairItem message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(RepairItem.PacketId, RepairItem.SizeMin, RepairItem.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, RepairItem message)
        {
            if (!input.U32(ref message.Command)) return false;
            if (!input.U32(ref message.Mender)) return false;
            if (!Read(ref input, ref message.From)) return false;
            if (!input.U8(ref message.Slot)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, RepairItem message)
        {
            if (!output.U32(message.Command)) return false;
            if (!output.U32(message.Mender)) return false;
            if (!Write(ref output, message.From)) return false;
            if (!output.U8(message.Slot)) return false;
            return true;
        }

        public static int Encode(OpenBank message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(OpenBank.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(OpenBank.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(OpenBank message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(OpenBank.PacketId, OpenBank.SizeMin, OpenBank.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, OpenBank message)
        {
            if (!input.U32(ref message.Command)) return false;
            if (!input.U32(ref message.Banker)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, OpenBank message)
        {
            if (!output.U32(message.Command)) return false;
            if (!output.U32(message.Banker)) return false;
            return true;
        }

        public static int Encode(DiscardItem message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(DiscardItem.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(DiscardItem.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(DiscardItem message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(DiscardItem.PacketId, DiscardItem.SizeMin, DiscardItem.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, DiscardItem message)
        {
            if (!input.U32(ref message.Command)) return false;
            if (!Read(ref input, ref message.From)) return false;
            if (!input.U8(ref message.Slot)) return false;
            if (!input.U16(ref message.Units)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, DiscardItem message)
        {
            if (!output.U32(message.Command)) return false;
            if (!Write(ref output, message.From)) return false;
            if (!output.U8(message.Slot)) return false;
            if (!output.U16(message.Units)) return false;
            return true;
        }

        public static int Encode(TradeInvite message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(TradeInvite.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(TradeInvite.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(TradeInvite message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(TradeInvite.PacketId, TradeInvite.SizeMin, TradeInvite.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, TradeInvite message)
        {
            if (!input.U32(ref message.Target)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, TradeInvite message)
        {
            if (!output.U32(message.Target)) return false;
            return true;
        }

        public static int Encode(TradeAccept message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(TradeAccept.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(TradeAccept.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(TradeAccept message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(TradeAccept.PacketId, TradeAccept.SizeMin, TradeAccept.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, TradeAccept message)
        {
            if (!input.U32(ref message.Inviter)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, TradeAccept message)
        {
            if (!output.U32(message.Inviter)) return false;
            return true;
        }

        public static int Encode(TradeOffer message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(TradeOffer.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(TradeOffer.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(TradeOffer message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(TradeOffer.PacketId, TradeOffer.SizeMin, TradeOffer.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, TradeOffer message)
        {
            if (!input.U32(ref message.Trade)) return false;
            if (!input.U8(ref message.Place) || !input.Within(message.Place, 0, 7)) return false;
            if (!input.U8(ref message.Slot)) return false;
            if (!input.U16(ref message.Units)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, TradeOffer message)
        {
            if (!output.U32(message.Trade)) return false;
            if (!output.Within(message.Place, 0, 7) || !output.U8(message.Place)) return false;
            if (!output.U8(message.Slot)) return false;
            if (!output.U16(message.Units)) return false;
            return true;
        }

        public static int Encode(TradeCoins message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(TradeCoins.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(TradeCoins.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(TradeCoins message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(TradeCoins.PacketId, TradeCoins.SizeMin, TradeCoins.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, TradeCoins message)
        {
            if (!input.U32(ref message.Trade)) return false;
            if (!input.U32(ref message.Coins)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, TradeCoins message)
        {
            if (!output.U32(message.Trade)) return false;
            if (!output.U32(message.Coins)) return false;
            return true;
        }

        public static int Encode(TradeConfirm message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(TradeConfirm.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(TradeConfirm.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(TradeConfirm message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(TradeConfirm.PacketId, TradeConfirm.SizeMin, TradeConfirm.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, TradeConfirm message)
        {
            if (!input.U32(ref message.Command)) return false;
            if (!input.U32(ref message.Version)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, TradeConfirm message)
        {
            if (!output.U32(message.Command)) return false;
            if (!output.U32(message.Version)) return false;
            return true;
        }

        public static int Encode(TradeCancel message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(TradeCancel.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(TradeCancel.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(TradeCancel message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(TradeCancel.PacketId, TradeCancel.SizeMin, TradeCancel.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, TradeCancel message)
        {
            if (!input.U32(ref message.Trade)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, TradeCancel message)
        {
            if (!output.U32(message.Trade)) return false;
            return true;
        }

        public static int Encode(LetterStack message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.Fault == 0 && Write(ref writer, message))) return writer.Fault;
            return writer.At;
        }

        public static int Decode(LetterStack message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Fault == 0 && Read(ref reader, message))) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, LetterStack message)
        {
            if (!input.U8(ref message.Slot)) return false;
            if (!input.U16(ref message.Units)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, LetterStack message)
        {
            if (!output.U8(message.Slot)) return false;
            if (!output.U16(message.Units)) return false;
            return true;
        }

        public static int Encode(SendLetter message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(SendLetter.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(SendLetter.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(SendLetter message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(SendLetter.PacketId, SendLetter.SizeMin, SendLetter.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, SendLetter message)
        {
            if (!input.U32(ref message.Command)) return false;
            if (!input.Text(ref message.Recipient, 24)) return false;
            if (!input.Text(ref message.Title, 48)) return false;
            if (!input.Text(ref message.Text, 200)) return false;
            if (!input.U32(ref message.Coins)) return false;
            if (!input.U32(ref message.CashOnDelivery)) return false;
            if (!input.Count(ref message.StacksCount, 4, 3)) return false;
            for (int i = 0; i < message.StacksCount; i++)
            {
                if (!Read(ref input, message.Stacks[i])) return false;
            }
            return true;
        }

        internal static bool Write(ref Writer output, SendLetter message)
        {
            if (!output.U32(message.Command)) return false;
            if (!output.Text(message.Recipient, 24)) return false;
            if (!output.Text(message.Title, 48)) return false;
            if (!output.Text(message.Text, 200)) return false;
            if (!output.U32(message.Coins)) return false;
            if (!output.U32(message.CashOnDelivery)) return false;
            if (!output.Count(message.StacksCount, 4, 3)) return false;
            for (int i = 0; i < message.StacksCount; i++)
            {
                if (!Write(ref output, message.Stacks[i])) return false;
            }
            return true;
        }

        public static int Encode(TakeFromLetter message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(TakeFromLetter.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(TakeFromLetter.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(TakeFromLetter message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(TakeFromLetter.PacketId, TakeFromLetter.SizeMin, TakeFromLetter.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, TakeFromLetter message)
        {
            if (!input.U32(ref message.Command)) return false;
            if (!input.U32(ref message.Letter)) return false;
            if (!input.U8(ref message.Place) || !input.Within(message.Place, 0, 4)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, TakeFromLetter message)
        {
            if (!output.U32(message.Command)) return false;
            if (!output.U32(message.Letter)) return false;
            if (!output.Within(message.Place, 0, 4) || !output.U8(message.Place)) return false;
            return true;
        }

        public static int Encode(PayLetter message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(PayLetter.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(PayLetter.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(PayLetter message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(PayLetter.PacketId, PayLetter.SizeMin, PayLetter.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, PayLetter message)
        {
            if (!input.U32(ref message.Command)) return false;
            if (!input.U32(ref message.Letter)) return false;
            if (!input.U32(ref message.Coins)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, PayLetter message)
        {
            if (!output.U32(message.Command)) return false;
            if (!output.U32(message.Letter)) return false;
            if (!output.U32(message.Coins)) return false;
            return true;
        }

        public static int Encode(DeleteLetter message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(DeleteLetter.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(DeleteLetter.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(DeleteLetter message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(DeleteLetter.PacketId, DeleteLetter.SizeMin, DeleteLetter.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, DeleteLetter message)
        {
            if (!input.U32(ref message.Command)) return false;
            if (!input.U32(ref message.Letter)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, DeleteLetter message)
        {
            if (!output.U32(message.Command)) return false;
            if (!output.U32(message.Letter)) return false;
            return true;
        }

        public static int Encode(ReturnLetter message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(ReturnLetter.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(ReturnLetter.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(ReturnLetter message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(ReturnLetter.PacketId, ReturnLetter.SizeMin, ReturnLetter.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, ReturnLetter message)
        {
            if (!input.U32(ref message.Command)) return false;
            if (!input.U32(ref message.Letter)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, ReturnLetter message)
        {
            if (!output.U32(message.Command)) return false;
            if (!output.U32(message.Letter)) return false;
            return true;
        }

        public static int Encode(ReadLetters message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(ReadLetters.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(ReadLetters.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(ReadLetters message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(ReadLetters.PacketId, ReadLetters.SizeMin, ReadLetters.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, ReadLetters message)
        {
            if (!input.U32(ref message.After)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, ReadLetters message)
        {
            if (!output.U32(message.After)) return false;
            return true;
        }

        public static int Encode(ListItem message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(ListItem.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(ListItem.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(ListItem message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(ListItem.PacketId, ListItem.SizeMin, ListItem.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, ListItem message)
        {
            if (!input.U32(ref message.Command)) return false;
            if (!input.U8(ref message.Slot)) return false;
            if (!input.U16(ref message.Units)) return false;
            if (!input.U32(ref message.Price)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, ListItem message)
        {
            if (!output.U32(message.Command)) return false;
            if (!output.U8(message.Slot)) return false;
            if (!output.U16(message.Units)) return false;
            if (!output.U32(message.Price)) return false;
            return true;
        }

        public static int Encode(BuyListing message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(BuyListing.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(BuyListing.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(BuyListing message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(BuyListing.PacketId, BuyListing.SizeMin, BuyListing.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, BuyListing message)
        {
            if (!input.U32(ref message.Command)) return false;
            if (!input.U32(ref message.Listing)) return false;
            if (!input.U32(ref message.Price)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, BuyListing message)
        {
            if (!output.U32(message.Command)) return false;
            if (!output.U32(message.Listing)) return false;
            if (!output.U32(message.Price)) return false;
            return true;
        }

        public static int Encode(CancelListing message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(CancelListing.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(CancelListing.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(CancelListing message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(CancelListing.PacketId, CancelListing.SizeMin, CancelListing.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, CancelListing message)
        {
            if (!input.U32(ref message.Command)) return false;
            if (!input.U32(ref message.Listing)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, CancelListing message)
        {
            if (!output.U32(message.Command)) return false;
            if (!output.U32(message.Listing)) return false;
            return true;
        }

        public static int Encode(SearchMarket message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(SearchMarket.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(SearchMarket.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(SearchMarket message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(SearchMarket.PacketId, SearchMarket.SizeMin, SearchMarket.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, SearchMarket message)
        {
            if (!input.U16(ref message.Item)) return false;
            if (!input.U32(ref message.After)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, SearchMarket message)
        {
            if (!output.U16(message.Item)) return false;
            if (!output.U32(message.After)) return false;
            return true;
        }

        public static int Encode(Craft message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(Craft.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(Craft.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(Craft message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(Craft.PacketId, Craft.SizeMin, Craft.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, Craft message)
        {
            if (!input.U32(ref message.Command)) return false;
            if (!input.U16(ref message.Recipe)) return false;
            if (!input.U8(ref message.Count)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, Craft message)
        {
            if (!output.U32(message.Command)) return false;
            if (!output.U16(message.Recipe)) return false;
            if (!output.U8(message.Count)) return false;
            return true;
        }

        public static int Encode(StopCrafting message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(StopCrafting.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(StopCrafting.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(StopCrafting message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(StopCrafting.PacketId, StopCrafting.SizeMin, StopCrafting.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, StopCrafting message)
        {
            if (!input.U32(ref message.Command)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, StopCrafting message)
        {
            if (!output.U32(message.Command)) return false;
            return true;
        }

        public static int Encode(AcceptQuest message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(AcceptQuest.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(AcceptQuest.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(AcceptQuest message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(AcceptQuest.PacketId, AcceptQuest.SizeMin, AcceptQuest.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, AcceptQuest message)
        {
            if (!input.U32(ref message.Command)) return false;
            if (!input.U32(ref message.Npc)) return false;
            if (!input.U16(ref message.Quest)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, AcceptQuest message)
        {
            if (!output.U32(message.Command)) return false;
            if (!output.U32(message.Npc)) return false;
            if (!output.U16(message.Quest)) return false;
            return true;
        }

        public static int Encode(AbandonQuest message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(AbandonQuest.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(AbandonQuest.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(AbandonQuest message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(AbandonQuest.PacketId, AbandonQuest.SizeMin, AbandonQuest.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, AbandonQuest message)
        {
            if (!input.U32(ref message.Command)) return false;
            if (!input.U16(ref message.Quest)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, AbandonQuest message)
        {
            if (!output.U32(message.Command)) return false;
            if (!output.U16(message.Quest)) return false;
            return true;
        }

        public static int Encode(HandInQuest message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(HandInQuest.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(HandInQuest.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(HandInQuest message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(HandInQuest.PacketId, HandInQuest.SizeMin, HandInQuest.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, HandInQuest message)
        {
            if (!input.U32(ref message.Command)) return false;
            if (!input.U32(ref message.Npc)) return false;
            if (!input.U16(ref message.Quest)) return false;
            if (!input.U8(ref message.Stage)) return false;
            if (!input.U8(ref message.Outcome) || !input.Within(message.Outcome, 0, 3)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, HandInQuest message)
        {
            if (!output.U32(message.Command)) return false;
            if (!output.U32(message.Npc)) return false;
            if (!output.U16(message.Quest)) return false;
            if (!output.U8(message.Stage)) return false;
            if (!output.Within(message.Outcome, 0, 3) || !output.U8(message.Outcome)) return false;
            return true;
        }

        public static int Encode(TalkTo message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(TalkTo.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(TalkTo.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(TalkTo message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(TalkTo.PacketId, TalkTo.SizeMin, TalkTo.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, TalkTo message)
        {
            if (!input.U32(ref message.Command)) return false;
            if (!input.U32(ref message.Npc)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, TalkTo message)
        {
            if (!output.U32(message.Command)) return false;
            if (!output.U32(message.Npc)) return false;
            return true;
        }

        public static int Encode(PartyInvite message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(PartyInvite.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(PartyInvite.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(PartyInvite message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(PartyInvite.PacketId, PartyInvite.SizeMin, PartyInvite.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, PartyInvite message)
        {
            if (!input.Text(ref message.Name, 24)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, PartyInvite message)
        {
            if (!output.Text(message.Name, 24)) return false;
            return true;
        }

        public static int Encode(PartyAccept message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(PartyAccept.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(PartyAccept.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(PartyAccept message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(PartyAccept.PacketId, PartyAccept.SizeMin, PartyAccept.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, PartyAccept message)
        {
            if (!input.U32(ref message.Invitation)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, PartyAccept message)
        {
            if (!output.U32(message.Invitation)) return false;
            return true;
        }

        public static int Encode(PartyDecline message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(PartyDecline.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(PartyDecline.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(PartyDecline message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(PartyDecline.PacketId, PartyDecline.SizeMin, PartyDecline.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, PartyDecline message)
        {
            if (!input.U32(ref message.Invitation)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, PartyDecline message)
        {
            if (!output.U32(message.Invitation)) return false;
            return true;
        }

        public static int Encode(PartyLeave message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(PartyLeave.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(PartyLeave.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(PartyLeave message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(PartyLeave.PacketId, PartyLeave.SizeMin, PartyLeave.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, PartyLeave message)
        {
            return true;
        }

        internal static bool Write(ref Writer output, PartyLeave message)
        {
            return true;
        }

        public static int Encode(PartyKick message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(PartyKick.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(PartyKick.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(PartyKick message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(PartyKick.PacketId, PartyKick.SizeMin, PartyKick.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, PartyKick message)
        {
            if (!input.U32(ref message.Member)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, PartyKick message)
        {
            if (!output.U32(message.Member)) return false;
            return true;
        }

        public static int Encode(PartyPromote message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(PartyPromote.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(PartyPromote.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(PartyPromote message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(PartyPromote.PacketId, PartyPromote.SizeMin, PartyPromote.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, PartyPromote message)
        {
            if (!input.U32(ref message.Member)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, PartyPromote message)
        {
            if (!output.U32(message.Member)) return false;
            return true;
        }

        internal static bool Read(ref Reader input, ref PartyLootMode value)
        {
            byte number = 0;
            if (!input.U8(ref number)) return false;
            value = (PartyLootMode)number;
            return Known.Is(value) || input.Fail(CodecFault.OutOfRange);
        }

        internal static bool Write(ref Writer output, PartyLootMode value)
        {
            if (!Known.Is(value)) return output.Fail(CodecFault.OutOfRange);
            return output.U8((byte)value);
        }

        public static int Encode(PartyLoot message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(PartyLoot.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(PartyLoot.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(PartyLoot message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(PartyLoot.PacketId, PartyLoot.SizeMin, PartyLoot.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, PartyLoot message)
        {
            if (!Read(ref input, ref message.Mode)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, PartyLoot message)
        {
            if (!Write(ref output, message.Mode)) return false;
            return true;
        }

        internal static bool Read(ref Reader input, ref LootChoice value)
        {
            byte number = 0;
            if (!input.U8(ref number)) return false;
            value = (LootChoice)number;
            return Known.Is(value) || input.Fail(CodecFault.OutOfRange);
        }

        internal static bool Write(ref Writer output, LootChoice value)
        {
            if (!Known.Is(value)) return output.Fail(CodecFault.OutOfRange);
            return output.U8((byte)value);
        }

        public static int Encode(LootRoll message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(LootRoll.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(LootRoll.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(LootRoll message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(LootRoll.PacketId, LootRoll.SizeMin, LootRoll.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, LootRoll message)
        {
            if (!input.U32(ref message.Roll)) return false;
            if (!Read(ref input, ref message.Choice)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, LootRoll message)
        {
            if (!output.U32(message.Roll)) return false;
            if (!Write(ref output, message.Choice)) return false;
            return true;
        }

        internal static bool Read(ref Reader input, ref ReportReason value)
        {
            byte number = 0;
            if (!input.U8(ref number)) return false;
            value = (ReportReason)number;
            return Known.Is(value) || input.Fail(CodecFault.OutOfRange);
        }

        internal static bool Write(ref Writer output, ReportReason value)
        {
            if (!Known.Is(value)) return output.Fail(CodecFault.OutOfRange);
            return output.U8((byte)value);
        }

        public static int Encode(ReportPlayer message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(ReportPlayer.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(ReportPlayer.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(ReportPlayer message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(ReportPlayer.PacketId, ReportPlayer.SizeMin, ReportPlayer.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, ReportPlayer message)
        {
            if (!input.Text(ref message.Name, 24)) return false;
            if (!Read(ref input, ref message.Reason)) return false;
            if (!input.Text(ref message.Text, 200)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, ReportPlayer message)
        {
            if (!output.Text(message.Name, 24)) return false;
            if (!Write(ref output, message.Reason)) return false;
            if (!output.Text(message.Text, 200)) return false;
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
            if (!input.U32(ref message.LastCommand)) return false;
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
            if (!output.U32(message.LastCommand)) return false;
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
            if (!Read(ref input, ref message.Holder)) return false;
            if (!input.U8(ref message.Slot)) return false;
            if (!input.U16(ref message.Item)) return false;
            if (!input.U16(ref message.Count)) return false;
            if (!input.U16(ref message.Wear)) return false;
            if (!input.Boolean(ref message.Bound)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, InventorySlot message)
        {
            if (!Write(ref output, message.Holder)) return false;
            if (!output.U8(message.Slot)) return false;
            if (!output.U16(message.Item)) return false;
            if (!output.U16(message.Count)) return false;
            if (!output.U16(message.Wear)) return false;
            if (!output.Boolean(message.Bound)) return false;
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
            if (!input.U32(ref message.Command)) return false;
            if (!Read(ref input, ref message.Reason)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, Refused message)
        {
            if (!output.U8(message.Request)) return false;
            if (!output.U32(message.Command)) return false;
            if (!Write(ref output, message.Reason)) return false;
            return true;
        }

        public static int Encode(CommandConfirmed message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(CommandConfirmed.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(CommandConfirmed.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(CommandConfirmed message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(CommandConfirmed.PacketId, CommandConfirmed.SizeMin, CommandConfirmed.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, CommandConfirmed message)
        {
            if (!input.U32(ref message.Command)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, CommandConfirmed message)
        {
            if (!output.U32(message.Command)) return false;
            return true;
        }

        internal static bool Read(ref Reader input, ref Profession value)
        {
            byte number = 0;
            if (!input.U8(ref number)) return false;
            value = (Profession)number;
            return Known.Is(value) || input.Fail(CodecFault.OutOfRange);
        }

        internal static bool Write(ref Writer output, Profession value)
        {
            if (!Known.Is(value)) return output.Fail(CodecFault.OutOfRange);
            return output.U8((byte)value);
        }

        internal static bool Read(ref Reader input, ref CraftOutcome value)
        {
            byte number = 0;
            if (!input.U8(ref number)) return false;
            value = (CraftOutcome)number;
            return Known.Is(value) || input.Fail(CodecFault.OutOfRange);
        }

        internal static bool Write(ref Writer output, CraftOutcome value)
        {
            if (!Known.Is(value)) return output.Fail(CodecFault.OutOfRange);
            return output.U8((byte)value);
        }

        internal static bool Read(ref Reader input, ref CraftingEnd value)
        {
            byte number = 0;
            if (!input.U8(ref number)) return false;
            value = (CraftingEnd)number;
            return Known.Is(value) || input.Fail(CodecFault.OutOfRange);
        }

        internal static bool Write(ref Writer output, CraftingEnd value)
        {
            if (!Known.Is(value)) return output.Fail(CodecFault.OutOfRange);
            return output.U8((byte)value);
        }

        public static int Encode(CraftingBegun message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(CraftingBegun.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(CraftingBegun.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(CraftingBegun message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(CraftingBegun.PacketId, CraftingBegun.SizeMin, CraftingBegun.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, CraftingBegun message)
        {
            if (!input.U16(ref message.Recipe)) return false;
            if (!input.U8(ref message.Count)) return false;
            if (!input.U32(ref message.DurationTicks)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, CraftingBegun message)
        {
            if (!output.U16(message.Recipe)) return false;
            if (!output.U8(message.Count)) return false;
            if (!output.U32(message.DurationTicks)) return false;
            return true;
        }

        public static int Encode(PieceCrafted message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(PieceCrafted.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(PieceCrafted.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(PieceCrafted message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(PieceCrafted.PacketId, PieceCrafted.SizeMin, PieceCrafted.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, PieceCrafted message)
        {
            if (!input.U16(ref message.Recipe)) return false;
            if (!Read(ref input, ref message.Outcome)) return false;
            if (!input.U16(ref message.Item)) return false;
            if (!input.U16(ref message.Count)) return false;
            if (!input.U8(ref message.Left)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, PieceCrafted message)
        {
            if (!output.U16(message.Recipe)) return false;
            if (!Write(ref output, message.Outcome)) return false;
            if (!output.U16(message.Item)) return false;
            if (!output.U16(message.Count)) return false;
            if (!output.U8(message.Left)) return false;
            return true;
        }

        public static int Encode(CraftingEnded message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(CraftingEnded.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(CraftingEnded.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(CraftingEnded message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(CraftingEnded.PacketId, CraftingEnded.SizeMin, CraftingEnded.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, CraftingEnded message)
        {
            if (!input.U16(ref message.Recipe)) return false;
            if (!input.U8(ref message.Made)) return false;
            if (!Read(ref input, ref message.Reason)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, CraftingEnded message)
        {
            if (!output.U16(message.Recipe)) return false;
            if (!output.U8(message.Made)) return false;
            if (!Write(ref output, message.Reason)) return false;
            return true;
        }

        public static int Encode(ProfessionSkill message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(ProfessionSkill.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(ProfessionSkill.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(ProfessionSkill message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(ProfessionSkill.PacketId, ProfessionSkill.SizeMin, ProfessionSkill.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, ProfessionSkill message)
        {
            if (!Read(ref input, ref message.Profession)) return false;
            if (!input.U16(ref message.Skill)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, ProfessionSkill message)
        {
            if (!Write(ref output, message.Profession)) return false;
            if (!output.U16(message.Skill)) return false;
            return true;
        }

        public static int Encode(TradeInvited message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(TradeInvited.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(TradeInvited.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(TradeInvited message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(TradeInvited.PacketId, TradeInvited.SizeMin, TradeInvited.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, TradeInvited message)
        {
            if (!input.U32(ref message.Inviter)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, TradeInvited message)
        {
            if (!output.U32(message.Inviter)) return false;
            return true;
        }

        public static int Encode(TradeStack message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.Fault == 0 && Write(ref writer, message))) return writer.Fault;
            return writer.At;
        }

        public static int Decode(TradeStack message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Fault == 0 && Read(ref reader, message))) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, TradeStack message)
        {
            if (!input.U8(ref message.Place)) return false;
            if (!input.U16(ref message.Item)) return false;
            if (!input.U16(ref message.Count)) return false;
            if (!input.U16(ref message.Wear)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, TradeStack message)
        {
            if (!output.U8(message.Place)) return false;
            if (!output.U16(message.Item)) return false;
            if (!output.U16(message.Count)) return false;
            if (!output.U16(message.Wear)) return false;
            return true;
        }

        public static int Encode(TradeState message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(TradeState.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(TradeState.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(TradeState message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(TradeState.PacketId, TradeState.SizeMin, TradeState.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, TradeState message)
        {
            if (!input.U32(ref message.Trade)) return false;
            if (!input.U32(ref message.Partner)) return false;
            if (!input.U32(ref message.Version)) return false;
            if (!input.Boolean(ref message.Confirmed)) return false;
            if (!input.Boolean(ref message.PartnerConfirmed)) return false;
            if (!input.Varint(ref message.Coins)) return false;
            if (!input.Varint(ref message.PartnerCoins)) return false;
            if (!input.Count(ref message.StacksCount, 8, 7)) return false;
            for (int i = 0; i < message.StacksCount; i++)
            {
                if (!Read(ref input, message.Stacks[i])) return false;
            }
            if (!input.Count(ref message.PartnerStacksCount, 8, 7)) return false;
            for (int i = 0; i < message.PartnerStacksCount; i++)
            {
                if (!Read(ref input, message.PartnerStacks[i])) return false;
            }
            return true;
        }

        internal static bool Write(ref Writer output, TradeState message)
        {
            if (!output.U32(message.Trade)) return false;
            if (!output.U32(message.Partner)) return false;
            if (!output.U32(message.Version)) return false;
            if (!output.Boolean(message.Confirmed)) return false;
            if (!output.Boolean(message.PartnerConfirmed)) return false;
            if (!output.Varint(message.Coins)) return false;
            if (!output.Varint(message.PartnerCoins)) return false;
            if (!output.Count(message.StacksCount, 8, 7)) return false;
            for (int i = 0; i < message.StacksCount; i++)
            {
                if (!Write(ref output, message.Stacks[i])) return false;
            }
            if (!output.Count(message.PartnerStacksCount, 8, 7)) return false;
            for (int i = 0; i < message.PartnerStacksCount; i++)
            {
                if (!Write(ref output, message.PartnerStacks[i])) return false;
            }
            return true;
        }

        internal static bool Read(ref Reader input, ref TradeEnd value)
        {
            byte number = 0;
            if (!input.U8(ref number)) return false;
            value = (TradeEnd)number;
            return Known.Is(value) || input.Fail(CodecFault.OutOfRange);
        }

        internal static bool Write(ref Writer output, TradeEnd value)
        {
            if (!Known.Is(value)) return output.Fail(CodecFault.OutOfRange);
            return output.U8((byte)value);
        }

        public static int Encode(TradeEnded message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(TradeEnded.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(TradeEnded.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(TradeEnded message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(TradeEnded.PacketId, TradeEnded.SizeMin, TradeEnded.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, TradeEnded message)
        {
            if (!input.U32(ref message.Trade)) return false;
            if (!input.U32(ref message.Partner)) return false;
            if (!Read(ref input, ref message.Reason)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, TradeEnded message)
        {
            if (!output.U32(message.Trade)) return false;
            if (!output.U32(message.Partner)) return false;
            if (!Write(ref output, message.Reason)) return false;
            return true;
        }

        internal static bool Read(ref Reader input, ref LetterKind value)
        {
            byte number = 0;
            if (!input.U8(ref number)) return false;
            value = (LetterKind)number;
            return Known.Is(value) || input.Fail(CodecFault.OutOfRange);
        }

        internal static bool Write(ref Writer output, LetterKind value)
        {
            if (!Known.Is(value)) return output.Fail(CodecFault.OutOfRange);
            return output.U8((byte)value);
        }

        public static int Encode(EnclosedStack message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.Fault == 0 && Write(ref writer, message))) return writer.Fault;
            return writer.At;
        }

        public static int Decode(EnclosedStack message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Fault == 0 && Read(ref reader, message))) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, EnclosedStack message)
        {
            if (!input.U8(ref message.Place)) return false;
            if (!input.U16(ref message.Item)) return false;
            if (!input.U16(ref message.Count)) return false;
            if (!input.U16(ref message.Wear)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, EnclosedStack message)
        {
            if (!output.U8(message.Place)) return false;
            if (!output.U16(message.Item)) return false;
            if (!output.U16(message.Count)) return false;
            if (!output.U16(message.Wear)) return false;
            return true;
        }

        public static int Encode(Letter message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(Letter.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(Letter.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(Letter message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(Letter.PacketId, Letter.SizeMin, Letter.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, Letter message)
        {
            if (!input.U32(ref message.Letter_)) return false;
            if (!Read(ref input, ref message.Kind)) return false;
            if (!input.Text(ref message.Sender, 24)) return false;
            if (!input.Text(ref message.Title, 48)) return false;
            if (!input.Text(ref message.Text, 200)) return false;
            if (!input.Varint(ref message.Coins)) return false;
            if (!input.Varint(ref message.CashOnDelivery)) return false;
            if (!input.Varint(ref message.SecondsLeft)) return false;
            if (!input.Count(ref message.StacksCount, 4, 7)) return false;
            for (int i = 0; i < message.StacksCount; i++)
            {
                if (!Read(ref input, message.Stacks[i])) return false;
            }
            return true;
        }

        internal static bool Write(ref Writer output, Letter message)
        {
            if (!output.U32(message.Letter_)) return false;
            if (!Write(ref output, message.Kind)) return false;
            if (!output.Text(message.Sender, 24)) return false;
            if (!output.Text(message.Title, 48)) return false;
            if (!output.Text(message.Text, 200)) return false;
            if (!output.Varint(message.Coins)) return false;
            if (!output.Varint(message.CashOnDelivery)) return false;
            if (!output.Varint(message.SecondsLeft)) return false;
            if (!output.Count(message.StacksCount, 4, 7)) return false;
            for (int i = 0; i < message.StacksCount; i++)
            {
                if (!Write(ref output, message.Stacks[i])) return false;
            }
            return true;
        }

        public static int Encode(LettersRead message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(LettersRead.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(LettersRead.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(LettersRead message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(LettersRead.PacketId, LettersRead.SizeMin, LettersRead.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, LettersRead message)
        {
            if (!input.Boolean(ref message.More)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, LettersRead message)
        {
            if (!output.Boolean(message.More)) return false;
            return true;
        }

        internal static bool Read(ref Reader input, ref LetterEvent value)
        {
            byte number = 0;
            if (!input.U8(ref number)) return false;
            value = (LetterEvent)number;
            return Known.Is(value) || input.Fail(CodecFault.OutOfRange);
        }

        internal static bool Write(ref Writer output, LetterEvent value)
        {
            if (!Known.Is(value)) return output.Fail(CodecFault.OutOfRange);
            return output.U8((byte)value);
        }

        public static int Encode(LetterNews message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(LetterNews.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(LetterNews.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(LetterNews message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(LetterNews.PacketId, LetterNews.SizeMin, LetterNews.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, LetterNews message)
        {
            if (!input.U32(ref message.Letter)) return false;
            if (!Read(ref input, ref message.Event)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, LetterNews message)
        {
            if (!output.U32(message.Letter)) return false;
            if (!Write(ref output, message.Event)) return false;
            return true;
        }

        public static int Encode(MarketListing message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(MarketListing.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(MarketListing.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(MarketListing message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(MarketListing.PacketId, MarketListing.SizeMin, MarketListing.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, MarketListing message)
        {
            if (!input.U32(ref message.Listing)) return false;
            if (!input.U16(ref message.Item)) return false;
            if (!input.U16(ref message.Count)) return false;
            if (!input.U16(ref message.Wear)) return false;
            if (!input.U32(ref message.Price)) return false;
            if (!input.Boolean(ref message.Own)) return false;
            if (!input.Varint(ref message.SecondsLeft)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, MarketListing message)
        {
            if (!output.U32(message.Listing)) return false;
            if (!output.U16(message.Item)) return false;
            if (!output.U16(message.Count)) return false;
            if (!output.U16(message.Wear)) return false;
            if (!output.U32(message.Price)) return false;
            if (!output.Boolean(message.Own)) return false;
            if (!output.Varint(message.SecondsLeft)) return false;
            return true;
        }

        public static int Encode(MarketSearched message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(MarketSearched.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(MarketSearched.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(MarketSearched message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(MarketSearched.PacketId, MarketSearched.SizeMin, MarketSearched.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, MarketSearched message)
        {
            if (!input.U32(ref message.After)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, MarketSearched message)
        {
            if (!output.U32(message.After)) return false;
            return true;
        }

        public static int Encode(QuestStatus message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(QuestStatus.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(QuestStatus.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(QuestStatus message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(QuestStatus.PacketId, QuestStatus.SizeMin, QuestStatus.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, QuestStatus message)
        {
            if (!input.U16(ref message.Quest)) return false;
            if (!input.U8(ref message.Stage)) return false;
            for (int i = 0; i < 4; i++)
            {
                if (!input.U16(ref message.Done[i])) return false;
            }
            if (!input.Varint(ref message.Completed)) return false;
            if (!input.Varint(ref message.SecondsLeft)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, QuestStatus message)
        {
            if (!output.U16(message.Quest)) return false;
            if (!output.U8(message.Stage)) return false;
            for (int i = 0; i < 4; i++)
            {
                if (!output.U16(message.Done[i])) return false;
            }
            if (!output.Varint(message.Completed)) return false;
            if (!output.Varint(message.SecondsLeft)) return false;
            return true;
        }

        internal static bool Read(ref Reader input, ref QuestOfferState value)
        {
            byte number = 0;
            if (!input.U8(ref number)) return false;
            value = (QuestOfferState)number;
            return Known.Is(value) || input.Fail(CodecFault.OutOfRange);
        }

        internal static bool Write(ref Writer output, QuestOfferState value)
        {
            if (!Known.Is(value)) return output.Fail(CodecFault.OutOfRange);
            return output.U8((byte)value);
        }

        public static int Encode(QuestOffer message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.Fault == 0 && Write(ref writer, message))) return writer.Fault;
            return writer.At;
        }

        public static int Decode(QuestOffer message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Fault == 0 && Read(ref reader, message))) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, QuestOffer message)
        {
            if (!input.U16(ref message.Quest)) return false;
            if (!Read(ref input, ref message.State)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, QuestOffer message)
        {
            if (!output.U16(message.Quest)) return false;
            if (!Write(ref output, message.State)) return false;
            return true;
        }

        public static int Encode(QuestOffers message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(QuestOffers.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(QuestOffers.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(QuestOffers message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(QuestOffers.PacketId, QuestOffers.SizeMin, QuestOffers.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, QuestOffers message)
        {
            if (!input.U32(ref message.Npc)) return false;
            if (!input.Count(ref message.OffersCount, 32, 3)) return false;
            for (int i = 0; i < message.OffersCount; i++)
            {
                if (!Read(ref input, message.Offers[i])) return false;
            }
            return true;
        }

        internal static bool Write(ref Writer output, QuestOffers message)
        {
            if (!output.U32(message.Npc)) return false;
            if (!output.Count(message.OffersCount, 32, 3)) return false;
            for (int i = 0; i < message.OffersCount; i++)
            {
                if (!Write(ref output, message.Offers[i])) return false;
            }
            return true;
        }

        public static int Encode(PartyInvited message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(PartyInvited.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(PartyInvited.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(PartyInvited message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(PartyInvited.PacketId, PartyInvited.SizeMin, PartyInvited.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, PartyInvited message)
        {
            if (!input.U32(ref message.Invitation)) return false;
            if (!input.Text(ref message.Name, 24)) return false;
            if (!input.Varint(ref message.SecondsLeft)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, PartyInvited message)
        {
            if (!output.U32(message.Invitation)) return false;
            if (!output.Text(message.Name, 24)) return false;
            if (!output.Varint(message.SecondsLeft)) return false;
            return true;
        }

        internal static bool Read(ref Reader input, ref PartyInvitationEnd value)
        {
            byte number = 0;
            if (!input.U8(ref number)) return false;
            value = (PartyInvitationEnd)number;
            return Known.Is(value) || input.Fail(CodecFault.OutOfRange);
        }

        internal static bool Write(ref Writer output, PartyInvitationEnd value)
        {
            if (!Known.Is(value)) return output.Fail(CodecFault.OutOfRange);
            return output.U8((byte)value);
        }

        public static int Encode(PartyInvitationEnded message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(PartyInvitationEnded.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(PartyInvitationEnded.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(PartyInvitationEnded message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(PartyInvitationEnded.PacketId, PartyInvitationEnded.SizeMin, PartyInvitationEnded.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, PartyInvitationEnded message)
        {
            if (!input.U32(ref message.Invitation)) return false;
            if (!input.Text(ref message.Name, 24)) return false;
            if (!Read(ref input, ref message.Reason)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, PartyInvitationEnded message)
        {
            if (!output.U32(message.Invitation)) return false;
            if (!output.Text(message.Name, 24)) return false;
            if (!Write(ref output, message.Reason)) return false;
            return true;
        }

        public static int Encode(PartyMember message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.Fault == 0 && Write(ref writer, message))) return writer.Fault;
            return writer.At;
        }

        public static int Decode(PartyMember message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Fault == 0 && Read(ref reader, message))) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, PartyMember message)
        {
            if (!input.U32(ref message.Member)) return false;
            if (!input.Text(ref message.Name, 24)) return false;
            if (!input.U32(ref message.Entity)) return false;
            if (!input.U8(ref message.Level)) return false;
            if (!input.U8(ref message.Health)) return false;
            if (!input.U16(ref message.Map)) return false;
            if (!input.Quantized(ref message.X, PartyMember.XSteps)) return false;
            if (!input.Quantized(ref message.Y, PartyMember.YSteps)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, PartyMember message)
        {
            if (!output.U32(message.Member)) return false;
            if (!output.Text(message.Name, 24)) return false;
            if (!output.U32(message.Entity)) return false;
            if (!output.U8(message.Level)) return false;
            if (!output.U8(message.Health)) return false;
            if (!output.U16(message.Map)) return false;
            if (!output.Quantized(message.X, PartyMember.XSteps)) return false;
            if (!output.Quantized(message.Y, PartyMember.YSteps)) return false;
            return true;
        }

        public static int Encode(PartyState message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(PartyState.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(PartyState.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(PartyState message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(PartyState.PacketId, PartyState.SizeMin, PartyState.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, PartyState message)
        {
            if (!input.U32(ref message.Party)) return false;
            if (!input.U32(ref message.Leader)) return false;
            if (!input.U32(ref message.Own)) return false;
            if (!Read(ref input, ref message.Loot)) return false;
            if (!input.Count(ref message.MembersCount, 5, 17)) return false;
            for (int i = 0; i < message.MembersCount; i++)
            {
                if (!Read(ref input, message.Members[i])) return false;
            }
            return true;
        }

        internal static bool Write(ref Writer output, PartyState message)
        {
            if (!output.U32(message.Party)) return false;
            if (!output.U32(message.Leader)) return false;
            if (!output.U32(message.Own)) return false;
            if (!Write(ref output, message.Loot)) return false;
            if (!output.Count(message.MembersCount, 5, 17)) return false;
            for (int i = 0; i < message.MembersCount; i++)
            {
                if (!Write(ref output, message.Members[i])) return false;
            }
            return true;
        }

        public static int Encode(PartyMemberChange message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.Fault == 0 && Write(ref writer, message))) return writer.Fault;
            return writer.At;
        }

        public static int Decode(PartyMemberChange message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Fault == 0 && Read(ref reader, message))) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, PartyMemberChange message)
        {
            if (!input.U32(ref message.Member)) return false;
            if (!input.U8(ref message.Level)) return false;
            if (!input.U8(ref message.Health)) return false;
            if (!input.U16(ref message.Map)) return false;
            if (!input.Quantized(ref message.X, PartyMemberChange.XSteps)) return false;
            if (!input.Quantized(ref message.Y, PartyMemberChange.YSteps)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, PartyMemberChange message)
        {
            if (!output.U32(message.Member)) return false;
            if (!output.U8(message.Level)) return false;
            if (!output.U8(message.Health)) return false;
            if (!output.U16(message.Map)) return false;
            if (!output.Quantized(message.X, PartyMemberChange.XSteps)) return false;
            if (!output.Quantized(message.Y, PartyMemberChange.YSteps)) return false;
            return true;
        }

        public static int Encode(PartyMoved message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(PartyMoved.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(PartyMoved.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(PartyMoved message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(PartyMoved.PacketId, PartyMoved.SizeMin, PartyMoved.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, PartyMoved message)
        {
            if (!input.Count(ref message.MembersCount, 5, 12)) return false;
            for (int i = 0; i < message.MembersCount; i++)
            {
                if (!Read(ref input, message.Members[i])) return false;
            }
            return true;
        }

        internal static bool Write(ref Writer output, PartyMoved message)
        {
            if (!output.Count(message.MembersCount, 5, 12)) return false;
            for (int i = 0; i < message.MembersCount; i++)
            {
                if (!Write(ref output, message.Members[i])) return false;
            }
            return true;
        }

        internal static bool Read(ref Reader input, ref PartyEnd value)
        {
            byte number = 0;
            if (!input.U8(ref number)) return false;
            value = (PartyEnd)number;
            return Known.Is(value) || input.Fail(CodecFault.OutOfRange);
        }

        internal static bool Write(ref Writer output, PartyEnd value)
        {
            if (!Known.Is(value)) return output.Fail(CodecFault.OutOfRange);
            return output.U8((byte)value);
        }

        public static int Encode(PartyEnded message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(PartyEnded.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(PartyEnded.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(PartyEnded message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(PartyEnded.PacketId, PartyEnded.SizeMin, PartyEnded.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, PartyEnded message)
        {
            if (!input.U32(ref message.Party)) return false;
            if (!Read(ref input, ref message.Reason)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, PartyEnded message)
        {
            if (!output.U32(message.Party)) return false;
            if (!Write(ref output, message.Reason)) return false;
            return true;
        }

        public static int Encode(LootRollBegun message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(LootRollBegun.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(LootRollBegun.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(LootRollBegun message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(LootRollBegun.PacketId, LootRollBegun.SizeMin, LootRollBegun.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, LootRollBegun message)
        {
            if (!input.U32(ref message.Roll)) return false;
            if (!input.U32(ref message.Loot)) return false;
            if (!input.U16(ref message.Item)) return false;
            if (!input.U16(ref message.Wear)) return false;
            if (!input.Varint(ref message.SecondsLeft)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, LootRollBegun message)
        {
            if (!output.U32(message.Roll)) return false;
            if (!output.U32(message.Loot)) return false;
            if (!output.U16(message.Item)) return false;
            if (!output.U16(message.Wear)) return false;
            if (!output.Varint(message.SecondsLeft)) return false;
            return true;
        }

        public static int Encode(LootRollResult message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.Fault == 0 && Write(ref writer, message))) return writer.Fault;
            return writer.At;
        }

        public static int Decode(LootRollResult message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Fault == 0 && Read(ref reader, message))) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, LootRollResult message)
        {
            if (!input.Text(ref message.Name, 24)) return false;
            if (!Read(ref input, ref message.Choice)) return false;
            if (!input.U8(ref message.Points)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, LootRollResult message)
        {
            if (!output.Text(message.Name, 24)) return false;
            if (!Write(ref output, message.Choice)) return false;
            if (!output.U8(message.Points)) return false;
            return true;
        }

        public static int Encode(LootRollEnded message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(LootRollEnded.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(LootRollEnded.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(LootRollEnded message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(LootRollEnded.PacketId, LootRollEnded.SizeMin, LootRollEnded.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, LootRollEnded message)
        {
            if (!input.U32(ref message.Roll)) return false;
            if (!input.Text(ref message.Winner, 24)) return false;
            if (!input.Count(ref message.ResultsCount, 5, 3)) return false;
            for (int i = 0; i < message.ResultsCount; i++)
            {
                if (!Read(ref input, message.Results[i])) return false;
            }
            return true;
        }

        internal static bool Write(ref Writer output, LootRollEnded message)
        {
            if (!output.U32(message.Roll)) return false;
            if (!output.Text(message.Winner, 24)) return false;
            if (!output.Count(message.ResultsCount, 5, 3)) return false;
            for (int i = 0; i < message.ResultsCount; i++)
            {
                if (!Write(ref output, message.Results[i])) return false;
            }
            return true;
        }

        public static int Encode(ReportTaken message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(ReportTaken.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(ReportTaken.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(ReportTaken message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(ReportTaken.PacketId, ReportTaken.SizeMin, ReportTaken.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, ReportTaken message)
        {
            if (!input.U32(ref message.Report)) return false;
            if (!input.Text(ref message.Name, 24)) return false;
            if (!Read(ref input, ref message.Reason)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, ReportTaken message)
        {
            if (!output.U32(message.Report)) return false;
            if (!output.Text(message.Name, 24)) return false;
            if (!Write(ref output, message.Reason)) return false;
            return true;
        }

        internal static bool Read(ref Reader input, ref ReportOutcome value)
        {
            byte number = 0;
            if (!input.U8(ref number)) return false;
            value = (ReportOutcome)number;
            return Known.Is(value) || input.Fail(CodecFault.OutOfRange);
        }

        internal static bool Write(ref Writer output, ReportOutcome value)
        {
            if (!Known.Is(value)) return output.Fail(CodecFault.OutOfRange);
            return output.U8((byte)value);
        }

        public static int Encode(ReportDecided message, byte[] output, int at)
        {
            var writer = new Writer(output, at);
            if (!(writer.U8(ReportDecided.PacketId) && Write(ref writer, message))) return writer.Fault;
            if (!writer.Close(ReportDecided.SizeMax, false)) return writer.Fault;
            return writer.At;
        }

        public static int Decode(ReportDecided message, byte[] data, int at, int end)
        {
            var reader = new Reader(data, at, end);
            if (!(reader.Open(ReportDecided.PacketId, ReportDecided.SizeMin, ReportDecided.SizeMax) && Read(ref reader, message))) return reader.Fault;
            if (!reader.Close(false)) return reader.Fault;
            return reader.At;
        }

        internal static bool Read(ref Reader input, ReportDecided message)
        {
            if (!input.U32(ref message.Report)) return false;
            if (!input.Text(ref message.Name, 24)) return false;
            if (!Read(ref input, ref message.Reason)) return false;
            if (!Read(ref input, ref message.Outcome)) return false;
            if (!input.Text(ref message.Text, 200)) return false;
            return true;
        }

        internal static bool Write(ref Writer output, ReportDecided message)
        {
            if (!output.U32(message.Report)) return false;
            if (!output.Text(message.Name, 24)) return false;
            if (!Write(ref output, message.Reason)) return false;
            if (!Write(ref output, message.Outcome)) return false;
            if (!output.Text(message.Text, 200)) return false;
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
