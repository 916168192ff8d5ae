// Generated from the frame 'Frame' of protocol-schema/internal.tos, which is of EntityState in Snapshot, by `npm run codegen`; changes here are lost.

import {
  EntityKind,
  dequantizeEntityStateX,
  dequantizeEntityStateY,
  type EntityState,
} from '#adapters/protocol/generated/game.js';
import { readText } from '#adapters/protocol/codec/utf8.js';

/** What is known of somebody in sight, of EntityState. */
export interface EntityStateValues {
  /** Entity id: the low 16 bits are its row at the server, the high 16 its generation; never 0. u32. */
  readonly id: number;
  /** What it is; decides how `template` is read. */
  readonly kind: EntityKind;
  /** Creature, item or npc id from the content, 0 for players. u16. */
  readonly template: number;
  /** 0 for items and npcs. u8. */
  readonly level: number;
  /** UTF-8. Empty for creatures, items and npcs, whose names are in the content. */
  readonly name: string;
  /** Grows to the east. 0 .. 1023.984375 in steps of 0.015625. */
  readonly x: number;
  /** Grows to the south. 0 .. 1023.984375 in steps of 0.015625. */
  readonly y: number;
  /** 0 is east, clockwise (towards south). 1/256 turn. */
  readonly facing: number;
  /** Share of the full health, 255 is all of it; 0 only when dead. u8. */
  readonly health: number;
  /** Any of these at once. bits of EntityStatus. */
  readonly status: number;
}

export class EntityStateCopy implements EntityStateValues {
  id = 0;
  kind: EntityKind = EntityKind.player;
  template = 0;
  level = 0;
  name = '';
  x = 0;
  y = 0;
  facing = 0;
  health = 0;
  status = 0;
}

/** Somebody new stands here: all but the id is unknown until it is told. */
export function clearEntityState(copy: EntityStateCopy): void {
  copy.kind = EntityKind.player;
  copy.template = 0;
  copy.level = 0;
  copy.name = '';
  copy.x = 0;
  copy.y = 0;
  copy.facing = 0;
  copy.health = 0;
  copy.status = 0;
}

/** Takes over the groups that came. */
export function takeEntityState(copy: EntityStateCopy, state: EntityState): void {
  const { mask } = state;
  if ((mask & 0x01) /* identity */ !== 0) {
    copy.id = state.id;
    copy.kind = state.kind;
    copy.template = state.template;
    copy.level = state.level;
    copy.name = readText(state.name, 0, state.nameLength) ?? '';
  }
  if ((mask & 0x02) /* position */ !== 0) {
    copy.x = dequantizeEntityStateX(state.x);
    copy.y = dequantizeEntityStateY(state.y);
  }
  if ((mask & 0x04) /* facing */ !== 0) {
    copy.facing = state.facing;
  }
  if ((mask & 0x08) /* vitals */ !== 0) {
    copy.health = state.health;
  }
  if ((mask & 0x10) /* status */ !== 0) {
    copy.status = state.status;
  }
}
