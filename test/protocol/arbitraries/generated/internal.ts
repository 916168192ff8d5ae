// Generated from internal.tos by `npm run codegen`; changes here are lost.
// What messages are made of; the kit chooses the values.

import type { Arbitrary } from 'fast-check';
import type { Fields } from '../../../codegen/support/message-fields.js';
import type { ValueKit } from '../value-kit.js';

/** Declarations that the emitter does not know yet. */
export const leftOut: readonly string[] = [];

export function sessionJoinedValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    accountId: of.bytes(16, 16),
    characterName: of.text(24),
    guest: of.bool(),
  });
}

export function sessionLeftValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    reason: of.oneOf(
      'left',
      'timeout',
      'kicked',
      'banned',
      'replaced',
      'shuttingDown',
      'protocolViolation',
      'overloaded',
      'characterUnavailable',
      'nameTaken',
    ),
  });
}

export function playerPlacedValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    entity: of.integer(0, 4294967295),
    map: of.integer(0, 65535),
  });
}

export function sessionEndValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    reason: of.oneOf(
      'left',
      'timeout',
      'kicked',
      'banned',
      'replaced',
      'shuttingDown',
      'protocolViolation',
      'overloaded',
      'characterUnavailable',
      'nameTaken',
    ),
    detail: of.text(64),
  });
}

export function operatorCommandValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    order: of.integer(0, 4294967295),
    kind: of.text(32),
    args: of.text(1024),
    facts: of.bytes(0, 32768),
    notAfterMs: of.float64(),
  });
}

export function operatorAnswerValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    order: of.integer(0, 4294967295),
    answer: of.text(256),
  });
}

export function dateToldValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    unixSeconds: of.float64(0, 9007199254740991),
  });
}

export function nameWantedValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    name: of.text(24),
  });
}

export function nameToldValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    name: of.text(24),
    character: of.integer(0, 4294967295),
    known: of.bool(),
  });
}

export function playerReportedValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    report: of.text(49152),
  });
}

export function reportAnsweredValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    order: of.integer(0, 4294967295),
    report: of.integer(0, 4294967295),
  });
}

export function decisionToldValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    character: of.integer(0, 4294967295),
    report: of.integer(0, 4294967295),
    name: of.text(24),
    reason: of.oneOf('cheating', 'harassment', 'spam', 'name', 'other'),
    outcome: of.oneOf('noAction', 'warned', 'muted', 'banned', 'other'),
    text: of.text(200),
  });
}

export function storedSlotValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    slot: of.integer(0, 255),
    item: of.integer(0, 65535),
    count: of.integer(0, 65535),
  });
}

export function storedStackValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    holder: of.oneOf('nowhere', 'inventory', 'equipment', 'bank', 'buyBack', 'ground', 'letter', 'listing'),
    slot: of.integer(0, 255),
    item: of.integer(0, 65535),
    count: of.integer(0, 65535),
    instance: of.float64(0, 9007199254740991),
    wear: of.integer(0, 65535),
    bound: of.integer(0, 255),
  });
}

export function storedProfessionValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    profession: of.integer(0, 255),
    skill: of.integer(0, 65535),
  });
}

export function storedPriceValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    instance: of.float64(0, 9007199254740991),
    coins: of.float64(0, 9007199254740991),
  });
}

export function storedQuestValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    quest: of.integer(0, 65535),
    stage: of.integer(0, 255),
    done: of.list(of.integer(0, 65535), 4, 4),
    completed: of.integer(0, 4294967295),
    untilSeconds: of.float64(0, 9007199254740991),
  });
}

export function storedCooldownValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    slot: of.integer(0, 255),
    ticks: of.integer(0, 4294967295),
  });
}

export function characterRecordValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    characterId: of.integer(0, 4294967295),
    accountId: of.bytes(16, 16),
    name: of.text(24),
    mapKey: of.text(32),
    x: of.float64(0, 1024),
    y: of.float64(0, 1024),
    level: of.integer(0, 255),
    experience: of.integer(0, 4294967295),
    health: of.integer(0, 65535),
    mana: of.integer(0, 65535),
    coins: of.integer(0, 4294967295),
    kills: of.integer(0, 4294967295),
    deaths: of.integer(0, 4294967295),
    playedSeconds: of.integer(0, 4294967295),
    deadTicks: of.integer(0, 4294967295),
    inCombatTicks: of.integer(0, 4294967295),
    globalCooldownTicks: of.integer(0, 4294967295),
    cooldowns: of.list(storedCooldownValues(of), 0, 8),
    sales: of.list(storedPriceValues(of), 0, 8),
    inventory: of.list(storedSlotValues(of), 0, 32),
    stacks: of.list(storedStackValues(of), 0, 96),
    commands: of.list(of.integer(0, 4294967295), 0, 64),
    professions: of.list(storedProfessionValues(of), 0, 8),
    quests: of.list(storedQuestValues(of), 0, 272),
  });
}
