// What players are told of what they make, and of what they have learned by it, when what it moved is stored: a piece after
// the slots that it changed, and all of it in the order in which it happened.

import { skillOf } from '#domain/progression/professions.js';
import { FactKind } from '#domain/vocabulary/generated/facts.js';
import type {
  CraftingBegunMessage,
  CraftingEndedMessage,
  PieceCraftedMessage,
  ProfessionSkillMessage,
} from '#domain/vocabulary/generated/messages.js';
import { CraftingEnd, CraftOutcome, Profession } from '#domain/vocabulary/generated/words.js';
import type { Reused } from '#domain/vocabulary/reused.js';
import type { Game } from '../game/game.js';
import { SeatState } from '../seats/seats.js';
import type { Seat } from '../seats/seats.js';
import { seatOf } from './notify.js';

const begun: Reused<CraftingBegunMessage> = { recipe: 0, count: 0, durationTicks: 0 };
const piece: Reused<PieceCraftedMessage> = {
  recipe: 0,
  outcome: CraftOutcome.failed,
  item: 0,
  count: 0,
  left: 0,
};
const ended: Reused<CraftingEndedMessage> = { recipe: 0, made: 0, reason: CraftingEnd.done };
const learned: Reused<ProfessionSkillMessage> = { profession: Profession.none, skill: 0 };

const professions = Object.values(Profession);

/** Of each profession in which it has learned something. A client begins with none. */
export function tellSkills({ world, output }: Game, seat: Seat): void {
  for (let i = 0; i < professions.length; i++) {
    learned.profession = professions[i]!;
    learned.skill = skillOf(world, seat.row, learned.profession);
    if (learned.skill > 0) output.toSession.professionSkill(seat.session, learned);
  }
}

/** A fact of crafting. */
export function tellCrafting(game: Game, factRow: number): void {
  const { facts } = game.world;
  const seat = seatOf(game, facts.subject[factRow]!);
  if (seat?.state !== SeatState.playing) return;
  const { toSession } = game.output;
  switch (facts.kind[factRow]!) {
    case FactKind.craftingBegan:
      begun.recipe = facts.recipe[factRow]!;
      begun.count = facts.after[factRow]! | 0;
      begun.durationTicks = facts.amount[factRow]! | 0;
      toSession.craftingBegun(seat.session, begun);
      break;
    case FactKind.pieceMade:
      piece.recipe = facts.recipe[factRow]!;
      piece.outcome = facts.outcome[factRow]! as CraftOutcome;
      piece.item = facts.item[factRow]!;
      piece.count = facts.amount[factRow]! | 0;
      piece.left = facts.after[factRow]! | 0;
      toSession.pieceCrafted(seat.session, piece);
      break;
    case FactKind.craftingCeased:
      ended.recipe = facts.recipe[factRow]!;
      ended.made = facts.amount[factRow]! | 0;
      ended.reason = facts.reason[factRow]! as CraftingEnd;
      toSession.craftingEnded(seat.session, ended);
      break;
    case FactKind.professionChanged:
      learned.profession = facts.outcome[factRow]! as Profession;
      learned.skill = facts.after[factRow]! | 0;
      toSession.professionSkill(seat.session, learned);
      break;
  }
}
