// Generated from the frame 'Stage' of test/codegen/frames/stage-frame.tos, which is of ActorState in Scene, by `npm run codegen`; changes here are lost.
// What a column says is compared as it is shown, so that a change is dated by the tick at which it could first be seen.
// Allocates nothing.

import type { StageColumns } from './frame-columns.js';

/** Components that everybody in the frame has, and besides those to whom the packet goes. */
export const everyComponents = ['actor', 'body'] as const;
export const ownComponents = ['mind'] as const;
/** All whose columns it is published from, or whose members it asks for. */
export const sourceComponents = ['actor', 'body', 'mind', 'bag'] as const;

/** What the frame is published from: columns of components, by row. */
export interface StageSources {
  /** The id of who is in a row. */
  readonly entities: { idAt(row: number): number };
  readonly actor: {
    readonly columns: {
      readonly changed: Uint32Array;
      readonly title: Uint8Array;
      readonly titleLength: Uint8Array;
      readonly badge: Uint8Array;
      readonly badgeLength: Uint8Array;
      readonly promoted: Uint32Array;
      readonly kind: Uint8Array;
      readonly rank: Uint16Array;
    };
  };
  readonly body: {
    readonly columns: {
      readonly x: ArrayLike<number>;
      readonly height: Int16Array;
      readonly tilt: Uint16Array;
      readonly depth: ArrayLike<number>;
      readonly near: ArrayLike<number>;
      readonly warmth: ArrayLike<number>;
      readonly floor: Uint8Array;
      readonly strength: ArrayLike<number>;
    };
  };
  readonly mind: {
    readonly members: Uint32Array;
    readonly columns: {
      readonly mood: Uint16Array;
    };
  };
  readonly bag: {
    readonly members: Uint32Array;
    readonly columns: {
      readonly grams: ArrayLike<number>;
      readonly parts: Uint8Array;
      readonly keys: Uint8Array;
    };
  };
}

/**
 * What no column says: each method fills `into` for the rows from `start` up to `end`, all of which are lived in.
 * Who lives there has the components actor, body; for columns of one's own also mind.
 */
export interface StageRules {
  ready(start: number, end: number, into: Uint8Array): void;
  /** bits of Signs. */
  signs(start: number, end: number, into: Uint8Array): void;
  partner(start: number, end: number, into: Uint16Array): void;
  ownAlone(start: number, end: number, into: Uint8Array): void;
}

export class StageUpdate {
  /** The newest tick at which somebody with bytes was taken anew. */
  bytesTick = 0;
  private readonly whoSeen: Uint32Array;
  private readonly rankSeen: Uint32Array;
  private readonly readyNow: Uint8Array;
  private readonly signsNow: Uint8Array;
  /** Each made once over its columns, which is faster over many short runs than to look them up for every run. */
  private readonly shownColumns: RowRun;
  private readonly shownRules: RowRun;
  private readonly recognized: RowRun;

  constructor(
    readonly columns: StageColumns,
    private readonly sources: StageSources,
    private readonly rules: StageRules,
  ) {
    this.whoSeen = new Uint32Array(columns.id.length);
    this.rankSeen = new Uint32Array(columns.id.length);
    this.readyNow = new Uint8Array(columns.id.length);
    this.signsNow = new Uint8Array(columns.id.length);
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
      columns.partner[row] = 0;
      columns.keys[row] = 0;
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
    const whoStamp = this.sources.actor.columns.changed;
    const rankStamp = this.sources.actor.columns.promoted;
    const { whoSeen } = this;
    const { rankSeen } = this;
    return (start: number, end: number, tick: number): void => {
      for (let e = start; e < end; e++) {
        if (id[e] !== entities.idAt(e)) this.appear(e, tick);
        else {
          if (whoSeen[e] !== whoStamp[e]) this.takeWho(e, tick);
          if (rankSeen[e] !== rankStamp[e]) this.takeRank(e, tick);
        }
      }
    };
  }

  private appear(e: number, tick: number): void {
    const { columns } = this;
    columns.id[e] = this.sources.entities.idAt(e);
    columns.ownStrength[e] = 0;
    columns.ownSeenX[e] = 0;
    columns.ownAlone[e] = 0;
    columns.ownGrams[e] = 0;
    dateAll(columns, e, tick);
    this.takeWho(e, tick);
    this.takeRank(e, tick);
  }

  private takeWho(e: number, tick: number): void {
    const { columns } = this;
    const actorKind = this.sources.actor.columns.kind;
    this.whoSeen[e] = this.sources.actor.columns.changed[e]!;
    columns.whoTick[e] = tick;
    columns.urgentTick[e] = tick;
    columns.changedTick[e] = tick;
    columns.kind[e] = actorKind[e]!;
    const titleFrom = this.sources.actor.columns.title;
    const titleNow = this.sources.actor.columns.titleLength[e]!;
    if (columns.titleLength[e]! + titleNow > 0) this.bytesTick = tick;
    columns.titleLength[e] = titleNow;
    for (let i = e * 9; i < (e + 1) * 9; i++) columns.title[i] = titleFrom[i]!;
    const badgeFrom = this.sources.actor.columns.badge;
    const badgeNow = this.sources.actor.columns.badgeLength[e]!;
    if (columns.badgeLength[e]! + badgeNow > 0) this.bytesTick = tick;
    columns.badgeLength[e] = badgeNow;
    for (let i = e * 3; i < (e + 1) * 3; i++) columns.badge[i] = badgeFrom[i]!;
  }

  private takeRank(e: number, tick: number): void {
    const { columns } = this;
    const actorRank = this.sources.actor.columns.rank;
    this.rankSeen[e] = this.sources.actor.columns.promoted[e]!;
    columns.rankTick[e] = tick;
    columns.urgentTick[e] = tick;
    columns.changedTick[e] = tick;
    columns.rank[e] = actorRank[e]!;
  }

  /** Brings what is shown of those in the rows from `start` up to `end` up to date. */
  show(start: number, end: number, tick: number): void {
    this.shownColumns(start, end, tick);
    this.shownRules(start, end, tick);
  }

  private showColumns(): RowRun {
    const { columns } = this;
    const bodyX = this.sources.body.columns.x;
    const bodyHeight = this.sources.body.columns.height;
    const bodyTilt = this.sources.body.columns.tilt;
    const bodyFloor = this.sources.body.columns.floor;
    const bagGrams = this.sources.bag.columns.grams;
    const bagParts = this.sources.bag.columns.parts;
    const bodyDepth = this.sources.body.columns.depth;
    const bodyNear = this.sources.body.columns.near;
    const bodyWarmth = this.sources.body.columns.warmth;
    const bagKeys = this.sources.bag.columns.keys;
    const withBag = this.sources.bag.members;
    const {
      x: shownX,
      height: shownHeight,
      tilt: shownTilt,
      floor: shownFloor,
      grams: shownGrams,
      parts: shownParts,
      depth: shownDepth,
      near: shownNear,
      warmth: shownWarmth,
      keys: shownKeys,
    } = columns;
    const { placeTick, loadTick, deepTick, nearTick, ninthTick, changedTick, urgentTick } = columns;
    return (start: number, end: number, tick: number): void => {
      for (let e = start; e < end; e++) {
        const xValue = clamp((bodyX[e]! + 50) * 8 + 0.5, 0, 800) | 0;
        const heightValue = bodyHeight[e]!;
        const tiltValue = bodyTilt[e]!;
        const floorValue = bodyFloor[e]!;
        if (
          shownX[e] !== xValue ||
          shownHeight[e] !== heightValue ||
          shownTilt[e] !== tiltValue ||
          shownFloor[e] !== floorValue
        ) {
          shownX[e] = xValue;
          shownHeight[e] = heightValue;
          shownTilt[e] = tiltValue;
          shownFloor[e] = floorValue;
          placeTick[e] = tick;
          changedTick[e] = tick;
        }
        const gramsValue =
          ((withBag[e >>> 5]! >>> (e & 31)) & 1) === 0 ? 0 : clamp(Math.ceil(bagGrams[e]!), 0, 4294967295);
        const partsValue = ((withBag[e >>> 5]! >>> (e & 31)) & 1) === 0 ? 3 : clamp(bagParts[e]!, 3, 9);
        if (shownGrams[e] !== gramsValue || shownParts[e] !== partsValue) {
          shownGrams[e] = gramsValue;
          shownParts[e] = partsValue;
          loadTick[e] = tick;
          urgentTick[e] = tick;
          changedTick[e] = tick;
        }
        const depthValue = clamp(bodyDepth[e]! * 100 + 0.5, 0, 20000000) | 0;
        if (shownDepth[e] !== depthValue) {
          shownDepth[e] = depthValue;
          deepTick[e] = tick;
          urgentTick[e] = tick;
          changedTick[e] = tick;
        }
        const nearValue = clamp(bodyNear[e]! * 1000 + 0.5, 0, 100000) | 0;
        if (shownNear[e] !== nearValue) {
          shownNear[e] = nearValue;
          nearTick[e] = tick;
          changedTick[e] = tick;
        }
        const warmthValue = clamp(Math.floor(bodyWarmth[e]!), -128, 127);
        if (shownWarmth[e] !== warmthValue) {
          shownWarmth[e] = warmthValue;
          ninthTick[e] = tick;
          urgentTick[e] = tick;
          changedTick[e] = tick;
        }
        shownKeys[e] = ((withBag[e >>> 5]! >>> (e & 31)) & 1) === 0 ? 0 : bagKeys[e]!;
      }
    };
  }

  private showRules(): RowRun {
    const { columns } = this;
    const { rules } = this;
    const { readyNow, signsNow } = this;
    const mindMood = this.sources.mind.columns.mood;
    const withMind = this.sources.mind.members;
    const { mood: shownMood, ready: shownReady, signs: shownSigns } = columns;
    const { feelingTick, signsTick, changedTick, urgentTick } = columns;
    return (start: number, end: number, tick: number): void => {
      rules.ready(start, end, readyNow);
      rules.signs(start, end, signsNow);
      rules.partner(start, end, columns.partner);
      for (let e = start; e < end; e++) {
        const moodValue = ((withMind[e >>> 5]! >>> (e & 31)) & 1) === 0 ? 0 : mindMood[e]!;
        const readyValue = readyNow[e]!;
        if (shownMood[e] !== moodValue || shownReady[e] !== readyValue) {
          shownMood[e] = moodValue;
          shownReady[e] = readyValue;
          feelingTick[e] = tick;
          urgentTick[e] = tick;
          changedTick[e] = tick;
        }
        const signsValue = signsNow[e]!;
        if (shownSigns[e] !== signsValue) {
          shownSigns[e] = signsValue;
          signsTick[e] = tick;
          changedTick[e] = tick;
        }
      }
    };
  }

  /** What Scene tells its receivers of themselves; in these rows live only such. */
  showOwn(start: number, end: number): void {
    this.rules.ownAlone(start, end, this.columns.ownAlone);
    const bodyStrength = this.sources.body.columns.strength;
    const bodyX = this.sources.body.columns.x;
    const bagGrams = this.sources.bag.columns.grams;
    const withBag = this.sources.bag.members;
    const { ownStrength, ownSeenX, ownGrams } = this.columns;
    for (let e = start; e < end; e++) {
      ownStrength[e] = clamp(Math.floor(bodyStrength[e]!), -128, 127);
      ownSeenX[e] = clamp((bodyX[e]! + 64) * 65536 + 0.5, 0, 8388608) | 0;
      ownGrams[e] =
        ((withBag[e >>> 5]! >>> (e & 31)) & 1) === 0 ? 0 : clamp(Math.floor(bagGrams[e]!), 0, 65535);
    }
  }

  /** Gives `target`, whose other columns are as they were, the bytes that it lacks: it has those of the same id and dates. */
  copyBytes(target: StageColumns, rowsUsed: number): void {
    const { id, whoTick, title, titleLength, badge, badgeLength } = this.columns;
    for (let row = 1; row < rowsUsed; row++) {
      if (titleLength[row] === 0 && badgeLength[row] === 0) continue;
      if (target.id[row] === id[row] && target.whoTick[row] === whoTick[row]) continue;
      const titleEnd = row * 9 + titleLength[row]!;
      for (let i = row * 9; i < titleEnd; i++) target.title[i] = title[i]!;
      const badgeEnd = row * 3 + badgeLength[row]!;
      for (let i = row * 3; i < badgeEnd; i++) target.badge[i] = badge[i]!;
    }
  }
}

type RowRun = (start: number, end: number, tick: number) => void;

/** All of the entity in the row is new to everybody. */
export function dateAll(columns: StageColumns, row: number, tick: number): void {
  columns.whoTick[row] = tick;
  columns.placeTick[row] = tick;
  columns.feelingTick[row] = tick;
  columns.loadTick[row] = tick;
  columns.deepTick[row] = tick;
  columns.signsTick[row] = tick;
  columns.rankTick[row] = tick;
  columns.nearTick[row] = tick;
  columns.ninthTick[row] = tick;
  columns.urgentTick[row] = tick;
  columns.changedTick[row] = tick;
}

function clamp(value: number, least: number, most: number): number {
  return value < least ? least : value > most ? most : value;
}
