// What players ask for between ticks - to use a skill, to pick something up, to stand up again - is noted at their seat
// and decided within the next tick, in the order of asking. One wish of each kind at a time: a second one is refused as
// busy, so that a client can not queue work here.

import { noteRequestRefused } from '#domain/vocabulary/generated/facts.js';
import { RefusalReason } from '#domain/vocabulary/vocabulary.js';
import { allowed, skillRefusalAsSeen } from '#domain/skills/skill-refusal.js';
import { useSkill } from '#domain/skills/use-skill.js';
import { viewLagTicks } from '#domain/skills/view-lag.js';
import type { Game } from '../game/game.js';
import { RequestId } from './request-ids.js';
import { reviveOnRequest } from './revive.js';
import type { Seat } from '../seats/seats.js';

export function wishSkill(game: Game, seat: Seat, skill: number, target: number): void {
  if (skill === 0) refuse(game, seat, RequestId.useSkill, RefusalReason.unknownSkill);
  else if (seat.wishedSkill !== 0) refuse(game, seat, RequestId.useSkill, RefusalReason.busy);
  else {
    seat.wishedSkill = skill;
    seat.wishedTarget = target;
    game.wishing.add(seat);
  }
}

export function wishLoot(game: Game, seat: Seat, loot: number): void {
  if (loot === 0) refuse(game, seat, RequestId.pickUp, RefusalReason.unknownTarget);
  else if (seat.wishedLoot !== 0) refuse(game, seat, RequestId.pickUp, RefusalReason.busy);
  else {
    seat.wishedLoot = loot;
    game.wishing.add(seat);
  }
}

export function wishRespawn(game: Game, seat: Seat): void {
  seat.wishesRespawn = true;
  game.wishing.add(seat);
}

/** Once a tick. */
export function grantWishes(game: Game): void {
  const { wishing } = game;
  for (let i = 0; i < wishing.count; i++) {
    const seat = wishing.seats[i]!;
    // Who left meanwhile has no place any more.
    if (seat.place === 0) continue;
    if (seat.wishesRespawn) grantRespawn(game, seat);
    if (seat.wishedSkill !== 0) grantSkill(game, seat);
    if (seat.wishedLoot !== 0) grantLoot(game, seat);
  }
  wishing.clear();
}

function grantSkill(game: Game, seat: Seat): void {
  const { world, history, battle } = game;
  const skill = world.content.skills[seat.wishedSkill];
  const targetId = seat.wishedTarget;
  seat.wishedSkill = 0;
  seat.wishedTarget = 0;
  if (skill === undefined || !world.content.rules.playerSkills.includes(skill.id)) {
    refuse(game, seat, RequestId.useSkill, RefusalReason.unknownSkill);
    return;
  }
  // What can be done to oneself needs no target.
  const target = targetId === 0 && skill.target !== 'enemy' ? seat.place : world.placeOf(targetId);
  const agoTicks = viewLagTicks(world.components.player.columns, seat.place);
  let verdict = skillRefusalAsSeen(world, history, seat.place, skill, target, agoTicks);
  if (verdict === allowed) verdict = useSkill(battle, seat.place, skill, target);
  if (verdict !== allowed) refuse(game, seat, RequestId.useSkill, verdict);
}

function grantLoot(game: Game, seat: Seat): void {
  const { world, loot } = game;
  const item = world.placeOf(seat.wishedLoot);
  seat.wishedLoot = 0;
  let verdict = loot.refusal(seat.place, item);
  if (verdict === allowed) verdict = loot.take(seat.place, item, seat.sheet.inventory);
  if (verdict !== allowed) refuse(game, seat, RequestId.pickUp, verdict);
}

function grantRespawn(game: Game, seat: Seat): void {
  seat.wishesRespawn = false;
  const verdict = reviveOnRequest(game, seat);
  if (verdict !== allowed) refuse(game, seat, RequestId.respawn, verdict);
}

function refuse({ world }: Game, seat: Seat, request: number, reason: RefusalReason): void {
  noteRequestRefused(world.facts, seat.entity, request, reason);
}
