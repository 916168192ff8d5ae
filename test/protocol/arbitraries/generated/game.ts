// Generated from game.tos by `npm run codegen`; changes here are lost.
// What messages are made of; the kit chooses the values.

import type { Arbitrary } from 'fast-check';
import type { Fields } from '../../../codegen/support/message-fields.js';
import type { ValueKit } from '../value-kit.js';

/** Declarations that the emitter does not know yet. */
export const leftOut: readonly string[] = [];

export function moveStepValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    moveX: of.quantized({ min: -1, steps: 254, step: [1, 127] }),
    moveY: of.quantized({ min: -1, steps: 254, step: [1, 127] }),
    facing: of.integer(0, 255),
    ticks: of.integer(1, 6),
  });
}

export function playerInputValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    sequence: of.integer(0, 65535),
    viewTick: of.integer(0, 4294967295),
    steps: of.list(moveStepValues(of), 0, 8),
  });
}

export function useSkillValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    skill: of.integer(0, 65535),
    target: of.integer(0, 4294967295),
  });
}

export function pickUpValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    loot: of.integer(0, 4294967295),
  });
}

export function chatRequestValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    scope: of.oneOf('say', 'zone', 'server'),
    text: of.text(200),
  });
}

export function respawnRequestValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({});
}

export function leaveRequestValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({});
}

export function welcomeValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    entity: of.integer(0, 4294967295),
    tick: of.integer(0, 4294967295),
    name: of.text(24),
    map: of.integer(0, 65535),
    mapKey: of.text(32),
    contentHash: of.integer(0, 4294967295),
  });
}

export function mapChangedValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    map: of.integer(0, 65535),
    mapKey: of.text(32),
    x: of.quantized({ min: 0, steps: 65535, step: [1, 64] }),
    y: of.quantized({ min: 0, steps: 65535, step: [1, 64] }),
  });
}

export function characterStatusValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    level: of.integer(0, 255),
    experience: of.integer(0, 4294967295),
    experienceNext: of.integer(0, 4294967295),
    healthMax: of.integer(0, 65535),
    manaMax: of.integer(0, 65535),
    coins: of.integer(0, 4294967295),
  });
}

export function inventorySlotValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    slot: of.integer(0, 255),
    item: of.integer(0, 65535),
    count: of.integer(0, 65535),
  });
}

export function chatMessageValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    scope: of.oneOf('say', 'zone', 'server'),
    speaker: of.integer(0, 4294967295),
    name: of.text(24),
    text: of.text(200),
  });
}

export function combatEventValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    source: of.integer(0, 4294967295),
    target: of.integer(0, 4294967295),
    skill: of.integer(0, 65535),
    outcome: of.oneOf('hit', 'critical', 'dodged', 'blocked', 'healed', 'killed'),
    amount: of.integer(0, 65535),
  });
}

export function refusedValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    request: of.integer(0, 255),
    reason: of.oneOf(
      'unknownTarget',
      'outOfRange',
      'onCooldown',
      'notEnoughMana',
      'dead',
      'notDead',
      'safeZone',
      'notYours',
      'inventoryFull',
      'unknownSkill',
      'invalidTarget',
      'noLineOfSight',
      'busy',
      'muted',
      'emptyText',
      'notAllowed',
    ),
  });
}

export function entityStateValues(of: ValueKit): Arbitrary<Fields> {
  return of.groups({
    identity: of.fields({
      id: of.integer(0, 4294967295),
      kind: of.oneOf('player', 'creature', 'loot'),
      template: of.integer(0, 65535),
      level: of.integer(0, 255),
      name: of.bytes(0, 24),
    }),
    position: of.fields({
      x: of.quantized({ min: 0, steps: 65535, step: [1, 64] }),
      y: of.quantized({ min: 0, steps: 65535, step: [1, 64] }),
    }),
    facing: of.fields({
      facing: of.integer(0, 255),
    }),
    vitals: of.fields({
      health: of.integer(0, 255),
    }),
    status: of.fields({
      status: of.someOf('dead', 'inCombat', 'casting', 'stunned', 'safe'),
    }),
  });
}

export function entityUpdateValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    slot: of.integer(0, 249),
    state: entityStateValues(of),
  });
}

export function snapshotValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    tick: of.integer(0, 4294967295),
    lastInput: of.integer(0, 65535),
    x: of.quantized({ min: 0, steps: 1048575, step: [1, 1024] }),
    y: of.quantized({ min: 0, steps: 1048575, step: [1, 1024] }),
    health: of.integer(0, 65535),
    mana: of.integer(0, 65535),
    removed: of.list(of.integer(0, 255), 0, 250),
    entities: of.list(entityUpdateValues(of), 0, 250),
  });
}
