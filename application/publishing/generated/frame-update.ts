// Generated from the frame 'Frame' of protocol-schema/internal.tos, which is of EntityState in Snapshot, by `npm run codegen`; changes here are lost.
// What a column says is compared as it is shown, so that a change is dated by the tick at which it could first be seen.
// Allocates nothing.

import type { FrameColumns } from '#ports/threads/generated/frame-columns.js';

/** Components that everybody in the frame has, and besides those to whom the packet goes. */
export const everyComponents = ['transform', 'identity'] as const;
export const ownComponents = ['player', 'vitals'] as const;
/** All whose columns it is published from, or whose members it asks for. */
export const sourceComponents = ['transform', 'identity', 'player', 'vitals'] as const;

/** What the frame is published from: columns of components, by row. */
export interface FrameSources {
  /** The id of who is in a row. */
  readonly entities: { idAt(row: number): number };
  readonly identity: {
    readonly columns: {
      readonly tick: Uint32Array;
      readonly name: Uint8Array;
      readonly nameLength: Uint8Array;
      readonly kind: Uint8Array;
      readonly template: Uint16Array;
      readonly level: Uint8Array;
    };
  };
  readonly transform: {
    readonly columns: {
      readonly x: ArrayLike<number>;
      readonly y: ArrayLike<number>;
      readonly facing: Uint8Array;
      readonly map: Uint16Array;
    };
  };
  readonly player: {
    readonly columns: {
      readonly lastInput: Uint16Array;
      readonly settledX: ArrayLike<number>;
      readonly settledY: ArrayLike<number>;
    };
  };
  readonly vitals: {
    readonly columns: {
      readonly health: ArrayLike<number>;
      readonly mana: ArrayLike<number>;
    };
  };
}

/**
 * What no column says: each method fills `into` for the rows from `start` up to `end`, all of which are lived in.
 * Who lives there has the components transform, identity; for columns of one's own also player, vitals.
 */
export interface FrameRules {
  /** Share of the full health, 255 is all of it; 0 only when dead. u8. */
  health(start: number, end: number, into: Uint8Array): void;
  /** Any of these at once. bits of EntityStatus. */
  status(start: number, end: number, into: Uint8Array): void;
  /** Row of the entity that it last struck at while in combat, 0 for none. */
  foe(start: number, end: number, into: Uint16Array): void;
}

export class FrameUpdate {
  /** The newest tick at which somebody with bytes was taken anew. */
  bytesTick = 0;
  private readonly identitySeen: Uint32Array;
  private readonly healthNow: Uint8Array;
  private readonly statusNow: Uint8Array;
  /** Each made once over its columns, which is faster over many short runs than to look them up for every run. */
  private readonly shownColumns: RowRun;
  private readonly shownRules: RowRun;
  private readonly recognized: RowRun;

  constructor(
    readonly columns: FrameColumns,
    private readonly sources: FrameSources,
    private readonly rules: FrameRules,
  ) {
    this.identitySeen = new Uint32Array(columns.id.length);
    this.healthNow = new Uint8Array(columns.id.length);
    this.statusNow = new Uint8Array(columns.id.length);
    this.shownColumns = this.showColumns();
    this.shownRules = this.showRules();
    this.recognized = this.recognizeRun();
  }

  /** Nobody is in the rows from `start` up to `end` (any more). */
  vanish(start: number, end: number, tick: number): void {
    const { columns } = this;
    for (let row = start; row < end; row++) {
      if (columns.id[row] === 0) continue;
      columns.id[row] = 0;
      columns.foe[row] = 0;
      columns.urgentTick[row] = tick;
      columns.changedTick[row] = tick;
    }
  }

  /** Who is in the rows from `start` up to `end`, as what: newcomers, and those whose stamp changed. */
  recognize(start: number, end: number, tick: number): void {
    this.recognized(start, end, tick);
  }

  private recognizeRun(): RowRun {
    const { id } = this.columns;
    const { entities } = this.sources;
    const identityStamp = this.sources.identity.columns.tick;
    const { identitySeen } = this;
    return (start: number, end: number, tick: number): void => {
      for (let e = start; e < end; e++) {
        if (id[e] !== entities.idAt(e)) this.appear(e, tick);
        else if (identitySeen[e] !== identityStamp[e]) this.takeIdentity(e, tick);
      }
    };
  }

  private appear(e: number, tick: number): void {
    const { columns } = this;
    columns.id[e] = this.sources.entities.idAt(e);
    columns.ownLastInput[e] = 0;
    columns.ownX[e] = 0;
    columns.ownY[e] = 0;
    columns.ownHealth[e] = 0;
    columns.ownMana[e] = 0;
    dateAll(columns, e, tick);
    this.takeIdentity(e, tick);
  }

  private takeIdentity(e: number, tick: number): void {
    const { columns } = this;
    const identityKind = this.sources.identity.columns.kind;
    const identityTemplate = this.sources.identity.columns.template;
    const identityLevel = this.sources.identity.columns.level;
    this.identitySeen[e] = this.sources.identity.columns.tick[e]!;
    columns.identityTick[e] = tick;
    columns.urgentTick[e] = tick;
    columns.changedTick[e] = tick;
    columns.kind[e] = identityKind[e]!;
    columns.template[e] = identityTemplate[e]!;
    columns.level[e] = identityLevel[e]!;
    const nameFrom = this.sources.identity.columns.name;
    const nameNow = this.sources.identity.columns.nameLength[e]!;
    if (columns.nameLength[e]! + nameNow > 0) this.bytesTick = tick;
    columns.nameLength[e] = nameNow;
    for (let i = e * 24; i < (e + 1) * 24; i++) columns.name[i] = nameFrom[i]!;
  }

  /** Brings what is shown of those in the rows from `start` up to `end` up to date. */
  show(start: number, end: number, tick: number): void {
    this.shownColumns(start, end, tick);
    this.shownRules(start, end, tick);
  }

  private showColumns(): RowRun {
    const { columns } = this;
    const transformX = this.sources.transform.columns.x;
    const transformY = this.sources.transform.columns.y;
    const transformMap = this.sources.transform.columns.map;
    const transformFacing = this.sources.transform.columns.facing;
    const { x: shownX, y: shownY, map: shownMap, facing: shownFacing } = columns;
    const { positionTick, facingTick, changedTick } = columns;
    return (start: number, end: number, tick: number): void => {
      for (let e = start; e < end; e++) {
        const xValue = clamp(transformX[e]! * 64 + 0.5, 0, 65535) | 0;
        const yValue = clamp(transformY[e]! * 64 + 0.5, 0, 65535) | 0;
        const mapValue = transformMap[e]!;
        if (shownX[e] !== xValue || shownY[e] !== yValue || shownMap[e] !== mapValue) {
          shownX[e] = xValue;
          shownY[e] = yValue;
          shownMap[e] = mapValue;
          positionTick[e] = tick;
          changedTick[e] = tick;
        }
        const facingValue = transformFacing[e]!;
        if (shownFacing[e] !== facingValue) {
          shownFacing[e] = facingValue;
          facingTick[e] = tick;
          changedTick[e] = tick;
        }
      }
    };
  }

  private showRules(): RowRun {
    const { columns } = this;
    const { rules } = this;
    const { healthNow, statusNow } = this;
    const { health: shownHealth, status: shownStatus } = columns;
    const { vitalsTick, statusTick, changedTick, urgentTick } = columns;
    return (start: number, end: number, tick: number): void => {
      rules.health(start, end, healthNow);
      rules.status(start, end, statusNow);
      rules.foe(start, end, columns.foe);
      for (let e = start; e < end; e++) {
        const healthValue = healthNow[e]!;
        if (shownHealth[e] !== healthValue) {
          shownHealth[e] = healthValue;
          vitalsTick[e] = tick;
          urgentTick[e] = tick;
          changedTick[e] = tick;
        }
        const statusValue = statusNow[e]!;
        if (shownStatus[e] !== statusValue) {
          shownStatus[e] = statusValue;
          statusTick[e] = tick;
          urgentTick[e] = tick;
          changedTick[e] = tick;
        }
      }
    };
  }

  /** What Snapshot tells its receivers of themselves; in these rows live only such. */
  showOwn(start: number, end: number): void {
    const playerLastInput = this.sources.player.columns.lastInput;
    const playerSettledX = this.sources.player.columns.settledX;
    const playerSettledY = this.sources.player.columns.settledY;
    const vitalsHealth = this.sources.vitals.columns.health;
    const vitalsMana = this.sources.vitals.columns.mana;
    const { ownLastInput, ownX, ownY, ownHealth, ownMana } = this.columns;
    for (let e = start; e < end; e++) {
      ownLastInput[e] = playerLastInput[e]!;
      ownX[e] = clamp(playerSettledX[e]! * 1024 + 0.5, 0, 1048575) | 0;
      ownY[e] = clamp(playerSettledY[e]! * 1024 + 0.5, 0, 1048575) | 0;
      ownHealth[e] = clamp(Math.ceil(vitalsHealth[e]!), 0, 65535);
      ownMana[e] = clamp(Math.floor(vitalsMana[e]!), 0, 65535);
    }
  }

  /** Gives `target`, whose other columns are as they were, the bytes that it lacks: it has those of the same id and dates. */
  copyBytes(target: FrameColumns, rowsUsed: number): void {
    const { id, identityTick, name, nameLength } = this.columns;
    for (let row = 1; row < rowsUsed; row++) {
      if (nameLength[row] === 0) continue;
      if (target.id[row] === id[row] && target.identityTick[row] === identityTick[row]) continue;
      const nameEnd = row * 24 + nameLength[row]!;
      for (let i = row * 24; i < nameEnd; i++) target.name[i] = name[i]!;
    }
  }
}

type RowRun = (start: number, end: number, tick: number) => void;

/** All of the entity in the row is new to everybody. */
export function dateAll(columns: FrameColumns, row: number, tick: number): void {
  columns.identityTick[row] = tick;
  columns.positionTick[row] = tick;
  columns.facingTick[row] = tick;
  columns.vitalsTick[row] = tick;
  columns.statusTick[row] = tick;
  columns.urgentTick[row] = tick;
  columns.changedTick[row] = tick;
}

function clamp(value: number, least: number, most: number): number {
  return value < least ? least : value > most ? most : value;
}
