// Generated from protocol-schema/facts.tos, protocol-schema/ledger.tos by `npm run codegen`; changes here are lost.
// Durable facts as the bytes of a journal. Layouts are permanent: `npm run codegen -- check` refuses others.

import { putU16, putU32, putF32, putF64, u16At, u32At, f32At, f64At } from '../bytes/little-endian.js';
import { putText, endOfText, textAt } from '../bytes/length-prefixed-text.js';
import { FactKind, type FactColumns } from './facts.js';

/** Rows of facts, and what was said in those that have words. */
export interface WordedFacts extends FactColumns {
  readonly text: (string | undefined)[];
}

/** Bytes of the longest fact, without words. */
export const factSizeMax = 75;

/**
 * Writes a durable fact and returns the next free byte, or -1 when there is no room for it. Allocates nothing. Throws for a
 * fact that is not durable.
 */
export function encodeFact(facts: WordedFacts, row: number, out: Uint8Array, at: number): number {
  switch (facts.kind[row]) {
    case FactKind.died:
      return putDied(facts, row, out, at);
    case FactKind.stoodUp:
      return putStoodUp(facts, row, out, at);
    case FactKind.travelled:
      return putTravelled(facts, row, out, at);
    case FactKind.levelReached:
      return putLevelReached(facts, row, out, at);
    case FactKind.killCredited:
      return putKillCredited(facts, row, out, at);
    case FactKind.forfeited:
      return putForfeited(facts, row, out, at);
    case FactKind.stackChanged:
      return putStackChanged(facts, row, out, at);
    case FactKind.coinsChanged:
      return putCoinsChanged(facts, row, out, at);
    case FactKind.experienceChanged:
      return putExperienceChanged(facts, row, out, at);
    case FactKind.commandDone:
      return putCommandDone(facts, row, out, at);
    case FactKind.characterBegan:
      return putCharacterBegan(facts, row, out, at);
    case FactKind.laidOnGround:
      return putLaidOnGround(facts, row, out, at);
    case FactKind.tradeDone:
      return putTradeDone(facts, row, out, at);
    case FactKind.letterSent:
      return putLetterSent(facts, row, out, at);
    case FactKind.letterChanged:
      return putLetterChanged(facts, row, out, at);
    case FactKind.letterEnded:
      return putLetterEnded(facts, row, out, at);
    case FactKind.listingOpened:
      return putListingOpened(facts, row, out, at);
    case FactKind.listingEnded:
      return putListingEnded(facts, row, out, at);
    case FactKind.creatureFell:
      return putCreatureFell(facts, row, out, at);
    case FactKind.characterErased:
      return putCharacterErased(facts, row, out, at);
    case FactKind.professionChanged:
      return putProfessionChanged(facts, row, out, at);
    case FactKind.questChanged:
      return putQuestChanged(facts, row, out, at);
    default:
      throw new Error(`a fact of kind ${facts.kind[row]} is not durable and has no bytes`);
  }
}

/**
 * Reads the fact at `at` into a row and returns where the next one begins, or -1 for a kind that is unknown or not durable,
 * one that does not end before `end`, and words that are no UTF-8. Columns that the kind does not have stay as they are.
 */
export function decodeFact(
  bytes: Uint8Array,
  at: number,
  end: number,
  into: WordedFacts,
  row: number,
): number {
  if (at + 5 > end) return -1;
  const kind = bytes[at]!;
  into.kind[row] = kind;
  into.tick[row] = u32At(bytes, at + 1);
  into.text[row] = undefined;
  switch (kind) {
    case FactKind.died:
      return readDied(bytes, at, end, into, row);
    case FactKind.stoodUp:
      return readStoodUp(bytes, at, end, into, row);
    case FactKind.travelled:
      return readTravelled(bytes, at, end, into, row);
    case FactKind.levelReached:
      return readLevelReached(bytes, at, end, into, row);
    case FactKind.killCredited:
      return readKillCredited(bytes, at, end, into, row);
    case FactKind.forfeited:
      return readForfeited(bytes, at, end, into, row);
    case FactKind.stackChanged:
      return readStackChanged(bytes, at, end, into, row);
    case FactKind.coinsChanged:
      return readCoinsChanged(bytes, at, end, into, row);
    case FactKind.experienceChanged:
      return readExperienceChanged(bytes, at, end, into, row);
    case FactKind.commandDone:
      return readCommandDone(bytes, at, end, into, row);
    case FactKind.characterBegan:
      return readCharacterBegan(bytes, at, end, into, row);
    case FactKind.laidOnGround:
      return readLaidOnGround(bytes, at, end, into, row);
    case FactKind.tradeDone:
      return readTradeDone(bytes, at, end, into, row);
    case FactKind.letterSent:
      return readLetterSent(bytes, at, end, into, row);
    case FactKind.letterChanged:
      return readLetterChanged(bytes, at, end, into, row);
    case FactKind.letterEnded:
      return readLetterEnded(bytes, at, end, into, row);
    case FactKind.listingOpened:
      return readListingOpened(bytes, at, end, into, row);
    case FactKind.listingEnded:
      return readListingEnded(bytes, at, end, into, row);
    case FactKind.creatureFell:
      return readCreatureFell(bytes, at, end, into, row);
    case FactKind.characterErased:
      return readCharacterErased(bytes, at, end, into, row);
    case FactKind.professionChanged:
      return readProfessionChanged(bytes, at, end, into, row);
    case FactKind.questChanged:
      return readQuestChanged(bytes, at, end, into, row);
    default:
      return -1;
  }
}

function putDied(facts: WordedFacts, row: number, out: Uint8Array, at: number): number {
  if (at + 15 > out.length) return -1;
  out[at] = FactKind.died;
  putU32(out, at + 1, facts.tick[row]!);
  putU32(out, at + 5, facts.actor[row]!);
  putU32(out, at + 9, facts.subject[row]!);
  putU16(out, at + 13, facts.skill[row]!);
  return at + 15;
}

function readDied(bytes: Uint8Array, at: number, end: number, into: WordedFacts, row: number): number {
  if (at + 15 > end) return -1;
  into.actor[row] = u32At(bytes, at + 5);
  into.subject[row] = u32At(bytes, at + 9);
  into.skill[row] = u16At(bytes, at + 13);
  return at + 15;
}

function putStoodUp(facts: WordedFacts, row: number, out: Uint8Array, at: number): number {
  if (at + 11 > out.length) return -1;
  out[at] = FactKind.stoodUp;
  putU32(out, at + 1, facts.tick[row]!);
  putU32(out, at + 5, facts.subject[row]!);
  putU16(out, at + 9, facts.map[row]!);
  return at + 11;
}

function readStoodUp(bytes: Uint8Array, at: number, end: number, into: WordedFacts, row: number): number {
  if (at + 11 > end) return -1;
  into.subject[row] = u32At(bytes, at + 5);
  into.map[row] = u16At(bytes, at + 9);
  return at + 11;
}

function putTravelled(facts: WordedFacts, row: number, out: Uint8Array, at: number): number {
  if (at + 19 > out.length) return -1;
  out[at] = FactKind.travelled;
  putU32(out, at + 1, facts.tick[row]!);
  putU32(out, at + 5, facts.subject[row]!);
  putU16(out, at + 9, facts.map[row]!);
  putF32(out, at + 11, facts.x[row]!);
  putF32(out, at + 15, facts.y[row]!);
  return at + 19;
}

function readTravelled(bytes: Uint8Array, at: number, end: number, into: WordedFacts, row: number): number {
  if (at + 19 > end) return -1;
  into.subject[row] = u32At(bytes, at + 5);
  into.map[row] = u16At(bytes, at + 9);
  into.x[row] = f32At(bytes, at + 11);
  into.y[row] = f32At(bytes, at + 15);
  return at + 19;
}

function putLevelReached(facts: WordedFacts, row: number, out: Uint8Array, at: number): number {
  if (at + 10 > out.length) return -1;
  out[at] = FactKind.levelReached;
  putU32(out, at + 1, facts.tick[row]!);
  putU32(out, at + 5, facts.subject[row]!);
  out[at + 9] = facts.level[row]!;
  return at + 10;
}

function readLevelReached(
  bytes: Uint8Array,
  at: number,
  end: number,
  into: WordedFacts,
  row: number,
): number {
  if (at + 10 > end) return -1;
  into.subject[row] = u32At(bytes, at + 5);
  into.level[row] = bytes[at + 9]!;
  return at + 10;
}

function putKillCredited(facts: WordedFacts, row: number, out: Uint8Array, at: number): number {
  if (at + 13 > out.length) return -1;
  out[at] = FactKind.killCredited;
  putU32(out, at + 1, facts.tick[row]!);
  putU32(out, at + 5, facts.subject[row]!);
  putU32(out, at + 9, facts.actor[row]!);
  return at + 13;
}

function readKillCredited(
  bytes: Uint8Array,
  at: number,
  end: number,
  into: WordedFacts,
  row: number,
): number {
  if (at + 13 > end) return -1;
  into.subject[row] = u32At(bytes, at + 5);
  into.actor[row] = u32At(bytes, at + 9);
  return at + 13;
}

function putForfeited(facts: WordedFacts, row: number, out: Uint8Array, at: number): number {
  if (at + 18 > out.length) return -1;
  out[at] = FactKind.forfeited;
  putU32(out, at + 1, facts.tick[row]!);
  putU32(out, at + 5, facts.subject[row]!);
  out[at + 9] = facts.reason[row]!;
  putF64(out, at + 10, facts.amount[row]!);
  return at + 18;
}

function readForfeited(bytes: Uint8Array, at: number, end: number, into: WordedFacts, row: number): number {
  if (at + 18 > end) return -1;
  into.subject[row] = u32At(bytes, at + 5);
  into.reason[row] = bytes[at + 9]!;
  into.amount[row] = f64At(bytes, at + 10);
  return at + 18;
}

function putStackChanged(facts: WordedFacts, row: number, out: Uint8Array, at: number): number {
  if (at + 75 > out.length) return -1;
  out[at] = FactKind.stackChanged;
  putU32(out, at + 1, facts.tick[row]!);
  putU32(out, at + 5, facts.actor[row]!);
  putU32(out, at + 9, facts.subject[row]!);
  putU32(out, at + 13, facts.character[row]!);
  putU32(out, at + 17, facts.counterpart[row]!);
  putU32(out, at + 21, facts.command[row]!);
  out[at + 25] = facts.verb[row]!;
  putF64(out, at + 26, facts.instance[row]!);
  putU16(out, at + 34, facts.item[row]!);
  putF64(out, at + 36, facts.amount[row]!);
  putF64(out, at + 44, facts.after[row]!);
  out[at + 52] = facts.holder[row]!;
  putF64(out, at + 53, facts.owner[row]!);
  out[at + 61] = facts.slot[row]!;
  out[at + 62] = facts.fromHolder[row]!;
  putF64(out, at + 63, facts.fromOwner[row]!);
  out[at + 71] = facts.fromSlot[row]!;
  putU16(out, at + 72, facts.wear[row]!);
  out[at + 74] = facts.bound[row]!;
  return at + 75;
}

function readStackChanged(
  bytes: Uint8Array,
  at: number,
  end: number,
  into: WordedFacts,
  row: number,
): number {
  if (at + 75 > end) return -1;
  into.actor[row] = u32At(bytes, at + 5);
  into.subject[row] = u32At(bytes, at + 9);
  into.character[row] = u32At(bytes, at + 13);
  into.counterpart[row] = u32At(bytes, at + 17);
  into.command[row] = u32At(bytes, at + 21);
  into.verb[row] = bytes[at + 25]!;
  into.instance[row] = f64At(bytes, at + 26);
  into.item[row] = u16At(bytes, at + 34);
  into.amount[row] = f64At(bytes, at + 36);
  into.after[row] = f64At(bytes, at + 44);
  into.holder[row] = bytes[at + 52]!;
  into.owner[row] = f64At(bytes, at + 53);
  into.slot[row] = bytes[at + 61]!;
  into.fromHolder[row] = bytes[at + 62]!;
  into.fromOwner[row] = f64At(bytes, at + 63);
  into.fromSlot[row] = bytes[at + 71]!;
  into.wear[row] = u16At(bytes, at + 72);
  into.bound[row] = bytes[at + 74]!;
  return at + 75;
}

function putCoinsChanged(facts: WordedFacts, row: number, out: Uint8Array, at: number): number {
  if (at + 47 > out.length) return -1;
  out[at] = FactKind.coinsChanged;
  putU32(out, at + 1, facts.tick[row]!);
  putU32(out, at + 5, facts.subject[row]!);
  putU32(out, at + 9, facts.character[row]!);
  putU32(out, at + 13, facts.counterpart[row]!);
  putU32(out, at + 17, facts.command[row]!);
  out[at + 21] = facts.verb[row]!;
  putF64(out, at + 22, facts.amount[row]!);
  putF64(out, at + 30, facts.after[row]!);
  out[at + 38] = facts.holder[row]!;
  putF64(out, at + 39, facts.owner[row]!);
  return at + 47;
}

function readCoinsChanged(
  bytes: Uint8Array,
  at: number,
  end: number,
  into: WordedFacts,
  row: number,
): number {
  if (at + 47 > end) return -1;
  into.subject[row] = u32At(bytes, at + 5);
  into.character[row] = u32At(bytes, at + 9);
  into.counterpart[row] = u32At(bytes, at + 13);
  into.command[row] = u32At(bytes, at + 17);
  into.verb[row] = bytes[at + 21]!;
  into.amount[row] = f64At(bytes, at + 22);
  into.after[row] = f64At(bytes, at + 30);
  into.holder[row] = bytes[at + 38]!;
  into.owner[row] = f64At(bytes, at + 39);
  return at + 47;
}

function putExperienceChanged(facts: WordedFacts, row: number, out: Uint8Array, at: number): number {
  if (at + 34 > out.length) return -1;
  out[at] = FactKind.experienceChanged;
  putU32(out, at + 1, facts.tick[row]!);
  putU32(out, at + 5, facts.actor[row]!);
  putU32(out, at + 9, facts.subject[row]!);
  putU32(out, at + 13, facts.character[row]!);
  out[at + 17] = facts.verb[row]!;
  putF64(out, at + 18, facts.amount[row]!);
  putF64(out, at + 26, facts.after[row]!);
  return at + 34;
}

function readExperienceChanged(
  bytes: Uint8Array,
  at: number,
  end: number,
  into: WordedFacts,
  row: number,
): number {
  if (at + 34 > end) return -1;
  into.actor[row] = u32At(bytes, at + 5);
  into.subject[row] = u32At(bytes, at + 9);
  into.character[row] = u32At(bytes, at + 13);
  into.verb[row] = bytes[at + 17]!;
  into.amount[row] = f64At(bytes, at + 18);
  into.after[row] = f64At(bytes, at + 26);
  return at + 34;
}

function putCommandDone(facts: WordedFacts, row: number, out: Uint8Array, at: number): number {
  if (at + 18 > out.length) return -1;
  out[at] = FactKind.commandDone;
  putU32(out, at + 1, facts.tick[row]!);
  putU32(out, at + 5, facts.subject[row]!);
  putU32(out, at + 9, facts.character[row]!);
  putU32(out, at + 13, facts.command[row]!);
  out[at + 17] = facts.request[row]!;
  return at + 18;
}

function readCommandDone(bytes: Uint8Array, at: number, end: number, into: WordedFacts, row: number): number {
  if (at + 18 > end) return -1;
  into.subject[row] = u32At(bytes, at + 5);
  into.character[row] = u32At(bytes, at + 9);
  into.command[row] = u32At(bytes, at + 13);
  into.request[row] = bytes[at + 17]!;
  return at + 18;
}

function putCharacterBegan(facts: WordedFacts, row: number, out: Uint8Array, at: number): number {
  if (at + 13 > out.length) return -1;
  out[at] = FactKind.characterBegan;
  putU32(out, at + 1, facts.tick[row]!);
  putU32(out, at + 5, facts.subject[row]!);
  putU32(out, at + 9, facts.character[row]!);
  return at + 13;
}

function readCharacterBegan(
  bytes: Uint8Array,
  at: number,
  end: number,
  into: WordedFacts,
  row: number,
): number {
  if (at + 13 > end) return -1;
  into.subject[row] = u32At(bytes, at + 5);
  into.character[row] = u32At(bytes, at + 9);
  return at + 13;
}

function putLaidOnGround(facts: WordedFacts, row: number, out: Uint8Array, at: number): number {
  if (at + 39 > out.length) return -1;
  out[at] = FactKind.laidOnGround;
  putU32(out, at + 1, facts.tick[row]!);
  putU32(out, at + 5, facts.subject[row]!);
  putF64(out, at + 9, facts.instance[row]!);
  putU16(out, at + 17, facts.map[row]!);
  putF32(out, at + 19, facts.x[row]!);
  putF32(out, at + 23, facts.y[row]!);
  putU32(out, at + 27, facts.character[row]!);
  putF64(out, at + 31, facts.amount[row]!);
  return at + 39;
}

function readLaidOnGround(
  bytes: Uint8Array,
  at: number,
  end: number,
  into: WordedFacts,
  row: number,
): number {
  if (at + 39 > end) return -1;
  into.subject[row] = u32At(bytes, at + 5);
  into.instance[row] = f64At(bytes, at + 9);
  into.map[row] = u16At(bytes, at + 17);
  into.x[row] = f32At(bytes, at + 19);
  into.y[row] = f32At(bytes, at + 23);
  into.character[row] = u32At(bytes, at + 27);
  into.amount[row] = f64At(bytes, at + 31);
  return at + 39;
}

function putTradeDone(facts: WordedFacts, row: number, out: Uint8Array, at: number): number {
  if (at + 33 > out.length) return -1;
  out[at] = FactKind.tradeDone;
  putU32(out, at + 1, facts.tick[row]!);
  putU32(out, at + 5, facts.actor[row]!);
  putU32(out, at + 9, facts.subject[row]!);
  putU32(out, at + 13, facts.character[row]!);
  putU32(out, at + 17, facts.counterpart[row]!);
  putU32(out, at + 21, facts.command[row]!);
  putF64(out, at + 25, facts.document[row]!);
  return at + 33;
}

function readTradeDone(bytes: Uint8Array, at: number, end: number, into: WordedFacts, row: number): number {
  if (at + 33 > end) return -1;
  into.actor[row] = u32At(bytes, at + 5);
  into.subject[row] = u32At(bytes, at + 9);
  into.character[row] = u32At(bytes, at + 13);
  into.counterpart[row] = u32At(bytes, at + 17);
  into.command[row] = u32At(bytes, at + 21);
  into.document[row] = f64At(bytes, at + 25);
  return at + 33;
}

function putLetterSent(facts: WordedFacts, row: number, out: Uint8Array, at: number): number {
  if (at + 46 > out.length) return -1;
  out[at] = FactKind.letterSent;
  putU32(out, at + 1, facts.tick[row]!);
  putU32(out, at + 5, facts.subject[row]!);
  putU32(out, at + 9, facts.character[row]!);
  putU32(out, at + 13, facts.counterpart[row]!);
  putU32(out, at + 17, facts.command[row]!);
  putF64(out, at + 21, facts.document[row]!);
  out[at + 29] = facts.reason[row]!;
  putF64(out, at + 30, facts.amount[row]!);
  putF64(out, at + 38, facts.untilSeconds[row]!);
  return putText(out, at + 46, facts.text[row] ?? '');
}

function readLetterSent(bytes: Uint8Array, at: number, end: number, into: WordedFacts, row: number): number {
  if (at + 46 > end) return -1;
  into.subject[row] = u32At(bytes, at + 5);
  into.character[row] = u32At(bytes, at + 9);
  into.counterpart[row] = u32At(bytes, at + 13);
  into.command[row] = u32At(bytes, at + 17);
  into.document[row] = f64At(bytes, at + 21);
  into.reason[row] = bytes[at + 29]!;
  into.amount[row] = f64At(bytes, at + 30);
  into.untilSeconds[row] = f64At(bytes, at + 38);
  const next = endOfText(bytes, at + 46, end);
  if (next < 0) return -1;
  into.text[row] = textAt(bytes, at + 46);
  return into.text[row] === undefined ? -1 : next;
}

function putLetterChanged(facts: WordedFacts, row: number, out: Uint8Array, at: number): number {
  if (at + 50 > out.length) return -1;
  out[at] = FactKind.letterChanged;
  putU32(out, at + 1, facts.tick[row]!);
  putU32(out, at + 5, facts.actor[row]!);
  putU32(out, at + 9, facts.subject[row]!);
  putU32(out, at + 13, facts.character[row]!);
  putU32(out, at + 17, facts.counterpart[row]!);
  putU32(out, at + 21, facts.command[row]!);
  putF64(out, at + 25, facts.document[row]!);
  out[at + 33] = facts.reason[row]!;
  putF64(out, at + 34, facts.amount[row]!);
  putF64(out, at + 42, facts.untilSeconds[row]!);
  return at + 50;
}

function readLetterChanged(
  bytes: Uint8Array,
  at: number,
  end: number,
  into: WordedFacts,
  row: number,
): number {
  if (at + 50 > end) return -1;
  into.actor[row] = u32At(bytes, at + 5);
  into.subject[row] = u32At(bytes, at + 9);
  into.character[row] = u32At(bytes, at + 13);
  into.counterpart[row] = u32At(bytes, at + 17);
  into.command[row] = u32At(bytes, at + 21);
  into.document[row] = f64At(bytes, at + 25);
  into.reason[row] = bytes[at + 33]!;
  into.amount[row] = f64At(bytes, at + 34);
  into.untilSeconds[row] = f64At(bytes, at + 42);
  return at + 50;
}

function putLetterEnded(facts: WordedFacts, row: number, out: Uint8Array, at: number): number {
  if (at + 25 > out.length) return -1;
  out[at] = FactKind.letterEnded;
  putU32(out, at + 1, facts.tick[row]!);
  putU32(out, at + 5, facts.subject[row]!);
  putU32(out, at + 9, facts.character[row]!);
  putU32(out, at + 13, facts.command[row]!);
  putF64(out, at + 17, facts.document[row]!);
  return at + 25;
}

function readLetterEnded(bytes: Uint8Array, at: number, end: number, into: WordedFacts, row: number): number {
  if (at + 25 > end) return -1;
  into.subject[row] = u32At(bytes, at + 5);
  into.character[row] = u32At(bytes, at + 9);
  into.command[row] = u32At(bytes, at + 13);
  into.document[row] = f64At(bytes, at + 17);
  return at + 25;
}

function putListingOpened(facts: WordedFacts, row: number, out: Uint8Array, at: number): number {
  if (at + 41 > out.length) return -1;
  out[at] = FactKind.listingOpened;
  putU32(out, at + 1, facts.tick[row]!);
  putU32(out, at + 5, facts.subject[row]!);
  putU32(out, at + 9, facts.character[row]!);
  putU32(out, at + 13, facts.command[row]!);
  putF64(out, at + 17, facts.document[row]!);
  putF64(out, at + 25, facts.amount[row]!);
  putF64(out, at + 33, facts.untilSeconds[row]!);
  return at + 41;
}

function readListingOpened(
  bytes: Uint8Array,
  at: number,
  end: number,
  into: WordedFacts,
  row: number,
): number {
  if (at + 41 > end) return -1;
  into.subject[row] = u32At(bytes, at + 5);
  into.character[row] = u32At(bytes, at + 9);
  into.command[row] = u32At(bytes, at + 13);
  into.document[row] = f64At(bytes, at + 17);
  into.amount[row] = f64At(bytes, at + 25);
  into.untilSeconds[row] = f64At(bytes, at + 33);
  return at + 41;
}

function putListingEnded(facts: WordedFacts, row: number, out: Uint8Array, at: number): number {
  if (at + 29 > out.length) return -1;
  out[at] = FactKind.listingEnded;
  putU32(out, at + 1, facts.tick[row]!);
  putU32(out, at + 5, facts.subject[row]!);
  putU32(out, at + 9, facts.character[row]!);
  putU32(out, at + 13, facts.counterpart[row]!);
  putU32(out, at + 17, facts.command[row]!);
  putF64(out, at + 21, facts.document[row]!);
  return at + 29;
}

function readListingEnded(
  bytes: Uint8Array,
  at: number,
  end: number,
  into: WordedFacts,
  row: number,
): number {
  if (at + 29 > end) return -1;
  into.subject[row] = u32At(bytes, at + 5);
  into.character[row] = u32At(bytes, at + 9);
  into.counterpart[row] = u32At(bytes, at + 13);
  into.command[row] = u32At(bytes, at + 17);
  into.document[row] = f64At(bytes, at + 21);
  return at + 29;
}

function putCreatureFell(facts: WordedFacts, row: number, out: Uint8Array, at: number): number {
  if (at + 24 > out.length) return -1;
  out[at] = FactKind.creatureFell;
  putU32(out, at + 1, facts.tick[row]!);
  putU32(out, at + 5, facts.subject[row]!);
  putU32(out, at + 9, facts.character[row]!);
  putU16(out, at + 13, facts.map[row]!);
  out[at + 15] = facts.slot[row]!;
  putF64(out, at + 16, facts.amount[row]!);
  return putText(out, at + 24, facts.text[row] ?? '');
}

function readCreatureFell(
  bytes: Uint8Array,
  at: number,
  end: number,
  into: WordedFacts,
  row: number,
): number {
  if (at + 24 > end) return -1;
  into.subject[row] = u32At(bytes, at + 5);
  into.character[row] = u32At(bytes, at + 9);
  into.map[row] = u16At(bytes, at + 13);
  into.slot[row] = bytes[at + 15]!;
  into.amount[row] = f64At(bytes, at + 16);
  const next = endOfText(bytes, at + 24, end);
  if (next < 0) return -1;
  into.text[row] = textAt(bytes, at + 24);
  return into.text[row] === undefined ? -1 : next;
}

function putCharacterErased(facts: WordedFacts, row: number, out: Uint8Array, at: number): number {
  if (at + 13 > out.length) return -1;
  out[at] = FactKind.characterErased;
  putU32(out, at + 1, facts.tick[row]!);
  putU32(out, at + 5, facts.subject[row]!);
  putU32(out, at + 9, facts.character[row]!);
  return at + 13;
}

function readCharacterErased(
  bytes: Uint8Array,
  at: number,
  end: number,
  into: WordedFacts,
  row: number,
): number {
  if (at + 13 > end) return -1;
  into.subject[row] = u32At(bytes, at + 5);
  into.character[row] = u32At(bytes, at + 9);
  return at + 13;
}

function putProfessionChanged(facts: WordedFacts, row: number, out: Uint8Array, at: number): number {
  if (at + 31 > out.length) return -1;
  out[at] = FactKind.professionChanged;
  putU32(out, at + 1, facts.tick[row]!);
  putU32(out, at + 5, facts.subject[row]!);
  putU32(out, at + 9, facts.character[row]!);
  out[at + 13] = facts.verb[row]!;
  out[at + 14] = facts.outcome[row]!;
  putF64(out, at + 15, facts.amount[row]!);
  putF64(out, at + 23, facts.after[row]!);
  return at + 31;
}

function readProfessionChanged(
  bytes: Uint8Array,
  at: number,
  end: number,
  into: WordedFacts,
  row: number,
): number {
  if (at + 31 > end) return -1;
  into.subject[row] = u32At(bytes, at + 5);
  into.character[row] = u32At(bytes, at + 9);
  into.verb[row] = bytes[at + 13]!;
  into.outcome[row] = bytes[at + 14]!;
  into.amount[row] = f64At(bytes, at + 15);
  into.after[row] = f64At(bytes, at + 23);
  return at + 31;
}

function putQuestChanged(facts: WordedFacts, row: number, out: Uint8Array, at: number): number {
  if (at + 44 > out.length) return -1;
  out[at] = FactKind.questChanged;
  putU32(out, at + 1, facts.tick[row]!);
  putU32(out, at + 5, facts.subject[row]!);
  putU32(out, at + 9, facts.character[row]!);
  putU32(out, at + 13, facts.command[row]!);
  putU16(out, at + 17, facts.quest[row]!);
  out[at + 19] = facts.slot[row]!;
  putF64(out, at + 20, facts.amount[row]!);
  putF64(out, at + 28, facts.after[row]!);
  putF64(out, at + 36, facts.untilSeconds[row]!);
  return at + 44;
}

function readQuestChanged(
  bytes: Uint8Array,
  at: number,
  end: number,
  into: WordedFacts,
  row: number,
): number {
  if (at + 44 > end) return -1;
  into.subject[row] = u32At(bytes, at + 5);
  into.character[row] = u32At(bytes, at + 9);
  into.command[row] = u32At(bytes, at + 13);
  into.quest[row] = u16At(bytes, at + 17);
  into.slot[row] = bytes[at + 19]!;
  into.amount[row] = f64At(bytes, at + 20);
  into.after[row] = f64At(bytes, at + 28);
  into.untilSeconds[row] = f64At(bytes, at + 36);
  return at + 44;
}
