// Generated from the frame 'Stage' of test/codegen/frames/stage-frame.tos, which is of ActorState in Scene, by `npm run codegen`; changes here are lost.

import {
  dequantizeActorStateX,
  Mood,
  dequantizeActorStateDepth,
  dequantizeActorStateNear,
  type ActorState,
} from './stage.js';
import { readText } from '#adapters/protocol/codec/utf8.js';

/** What is known of somebody in sight, of ActorState. */
export interface ActorStateValues {
  /** u8. */
  readonly kind: number;
  readonly title: string;
  /** u32. */
  readonly id: number;
  readonly badge: Uint8Array;
  /** -50 .. 50 in steps of 0.125. */
  readonly x: number;
  /** i16. */
  readonly height: number;
  /** 1/65536 turn. */
  readonly tilt: number;
  readonly mood: Mood;
  readonly ready: boolean;
  /** u32. */
  readonly grams: number;
  /** u8, 3 .. 9. */
  readonly parts: number;
  /** 0 .. 200000 in steps of 0.01. */
  readonly depth: number;
  /** bits of Signs. */
  readonly signs: number;
  /** u16. */
  readonly rank: number;
  /** 0 .. 100 in steps of 0.001. */
  readonly near: number;
  /** i8. */
  readonly warmth: number;
}

export class ActorStateCopy implements ActorStateValues {
  kind = 0;
  title = '';
  id = 0;
  badge: Uint8Array = new Uint8Array(0);
  x = 0;
  height = 0;
  tilt = 0;
  mood: Mood = Mood.calm;
  ready: boolean = false;
  grams = 0;
  parts = 3;
  depth = 0;
  signs = 0;
  rank = 0;
  near = 0;
  warmth = 0;
}

/** Somebody new stands here: all but the id is unknown until it is told. */
export function clearActorState(copy: ActorStateCopy): void {
  copy.kind = 0;
  copy.title = '';
  copy.badge = new Uint8Array(0);
  copy.x = 0;
  copy.height = 0;
  copy.tilt = 0;
  copy.mood = Mood.calm;
  copy.ready = false;
  copy.grams = 0;
  copy.parts = 3;
  copy.depth = 0;
  copy.signs = 0;
  copy.rank = 0;
  copy.near = 0;
  copy.warmth = 0;
}

/** Takes over the groups that came. */
export function takeActorState(copy: ActorStateCopy, state: ActorState): void {
  const { mask } = state;
  if ((mask & 0x01) /* who */ !== 0) {
    copy.kind = state.kind;
    copy.title = readText(state.title, 0, state.titleLength) ?? '';
    copy.id = state.id;
    copy.badge = state.badge.slice(0, state.badgeLength);
  }
  if ((mask & 0x02) /* place */ !== 0) {
    copy.x = dequantizeActorStateX(state.x);
    copy.height = state.height;
    copy.tilt = state.tilt;
  }
  if ((mask & 0x04) /* feeling */ !== 0) {
    copy.mood = state.mood;
    copy.ready = state.ready;
  }
  if ((mask & 0x08) /* load */ !== 0) {
    copy.grams = state.grams;
    copy.parts = state.parts;
  }
  if ((mask & 0x10) /* deep */ !== 0) {
    copy.depth = dequantizeActorStateDepth(state.depth);
  }
  if ((mask & 0x20) /* signs */ !== 0) {
    copy.signs = state.signs;
  }
  if ((mask & 0x40) /* rank */ !== 0) {
    copy.rank = state.rank;
  }
  if ((mask & 0x80) /* near */ !== 0) {
    copy.near = dequantizeActorStateNear(state.near);
  }
  if ((mask & 0x100) /* ninth */ !== 0) {
    copy.warmth = state.warmth;
  }
}
