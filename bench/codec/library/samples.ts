// The messages every library encodes, as plain values: the same for all, from a seeded sequence, on the grid of the
// quantized fields, so that whoever loses precision is found out.

export interface InputFields {
  sequence: number;
  tick: number;
  moveX: number;
  moveY: number;
  facing: number;
  buttons: number;
}

export interface ChatFields {
  scope: number;
  text: string;
}

export interface EntityFields {
  id: number;
  /** Metres. */
  x: number;
  y: number;
  /** Turns. */
  facing: number;
  /** Share of the full health. */
  health: number;
  status: number;
}

export interface SnapshotFields {
  tick: number;
  lastInput: number;
  entities: EntityFields[];
}

/** The fields of one entity that differ from the baseline. */
export interface EntityChangeFields {
  readonly slot: number;
  readonly x?: number;
  readonly y?: number;
  readonly facing?: number;
  readonly health?: number;
  readonly status?: number;
}

/** What the sender knows: the acknowledged snapshot, the one to send, and what differs. */
export interface DeltaSample {
  readonly baseline: SnapshotFields;
  readonly after: SnapshotFields;
  readonly changes: readonly EntityChangeFields[];
}

export const entityCount = 32;
const chatCharacters = 50;
/** Several of each message, so that no branch is learnt by heart. */
const sampleCount = 16;

/** Lehmer's generator with Park and Miller's constants; here only variety matters. */
class Dice {
  private state = 20_261_121;

  /** An integer in [0, below). */
  roll(below: number): number {
    this.state = (this.state * 48_271) % 0x7fff_ffff;
    return this.state % below;
  }
}

export function inputSamples(): InputFields[] {
  const dice = new Dice();
  return Array.from({ length: sampleCount }, (_, i) => ({
    sequence: (40_000 + i) & 0xffff,
    tick: 1_234_567 + i * 3,
    moveX: (dice.roll(255) - 127) / 127,
    moveY: (dice.roll(255) - 127) / 127,
    facing: dice.roll(256) / 256,
    buttons: dice.roll(32),
  }));
}

export function chatSamples(): ChatFields[] {
  const dice = new Dice();
  const letters = 'abcdefghijklmnopqrstuvwxyz      ,.!?ABCDEF0123';
  return Array.from({ length: sampleCount }, () => ({
    scope: 1 + dice.roll(3),
    text: Array.from({ length: chatCharacters }, () => letters[dice.roll(letters.length)]!).join(''),
  }));
}

export function snapshotSamples(): SnapshotFields[] {
  const dice = new Dice();
  return Array.from({ length: sampleCount }, (_, i) => snapshot(dice, i));
}

function snapshot(dice: Dice, i: number): SnapshotFields {
  return {
    tick: 1_234_567 + i * 3,
    lastInput: (40_000 + i * 3) & 0xffff,
    entities: Array.from({ length: entityCount }, (_, slot) => ({
      id: (dice.roll(64) + 1) * 0x1_0000 + 100 + slot * 7,
      x: dice.roll(65_536) / 64,
      y: dice.roll(65_536) / 64,
      facing: dice.roll(256) / 256,
      health: (1 + dice.roll(255)) / 255,
      status: dice.roll(32),
    })),
  };
}

/** A twentieth of a second later: three in five moved up to 0.2 m, some turned, few were hurt or changed what they do. */
export function deltaSamples(): DeltaSample[] {
  const dice = new Dice();
  return Array.from({ length: sampleCount }, (_, i) => {
    const baseline = snapshot(dice, i);
    const after = {
      ...structuredClone(baseline),
      tick: baseline.tick + 3,
      lastInput: baseline.lastInput + 3,
    };
    const changes: EntityChangeFields[] = [];
    for (const [slot, entity] of after.entities.entries()) {
      const change = changeOf(dice, entity);
      Object.assign(entity, change);
      if (Object.keys(change).length > 0) changes.push({ slot, ...change });
    }
    return { baseline, after, changes };
  });
}

function changeOf(dice: Dice, before: EntityFields): Omit<EntityChangeFields, 'slot'> {
  const moved = dice.roll(100) < 60;
  const near = (at: number) => Math.min(1023, Math.max(1, at + (dice.roll(27) - 13) / 64));
  return {
    ...(moved && { x: near(before.x), y: near(before.y) }),
    ...(moved && dice.roll(100) < 40 && { facing: dice.roll(256) / 256 }),
    ...(dice.roll(100) < 12 && { health: dice.roll(256) / 255 }),
    ...(dice.roll(100) < 6 && { status: dice.roll(32) }),
  };
}
