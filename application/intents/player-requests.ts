// What the server does with each request of a player, one entry each: the table that the schema demands. Requests of
// sessions that have no player in the world (any more) are counted and change nothing.

import { queueSteps } from '#domain/body/movement.js';
import { talk } from '#domain/chat/talk.js';
import { answer } from '#domain/intents/decide.js';
import { intendPickUp, intendRespawn, intendSkill } from '#domain/intents/intents.js';
import { noteView } from '#domain/skills/view-lag.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import type {
  ChatRequest,
  GameRequests,
  PickUpRequest,
  PlayerInputRequest,
  UseSkillRequest,
} from '#domain/vocabulary/generated/requests.js';
import type { Verdict } from '#domain/vocabulary/verdict.js';
import type { Game } from '../game/game.js';
import { SeatState } from '../seats/seats.js';

export class PlayerRequests implements GameRequests {
  /** `tellConcerned`: tells what was written between ticks. */
  constructor(
    private readonly game: Game,
    private readonly tellConcerned: () => void,
  ) {}

  /** Takes over the steps that are new. */
  playerInput(session: number, input: PlayerInputRequest): void {
    const { seats, world, counters } = this.game;
    const place = seats.placeOf(session);
    if (place === 0) {
      counters.strayCommands++;
      return;
    }
    noteView(world.components.player.columns, place, input, world.tick + 1);
    queueSteps(world, place, input);
  }

  useSkill(session: number, { skill, target }: UseSkillRequest): void {
    const place = this.playing(session);
    if (place === 0) return;
    this.answer(place, RequestId.useSkill, intendSkill(this.game.world, place, skill, target));
  }

  pickUp(session: number, { loot }: PickUpRequest): void {
    const place = this.playing(session);
    if (place !== 0) this.answer(place, RequestId.pickUp, intendPickUp(this.game.world, place, loot));
  }

  chat(session: number, { scope, text }: ChatRequest): void {
    const place = this.playing(session);
    if (place !== 0) this.answer(place, RequestId.chat, talk(this.game.world, place, scope, text));
  }

  respawn(session: number): void {
    const place = this.playing(session);
    if (place !== 0) this.answer(place, RequestId.respawn, intendRespawn(this.game.world, place));
  }

  /** A refusal, and what was said, is told at once. */
  private answer(place: number, request: RequestId, verdict: Verdict): void {
    answer(this.game.world, place, request, verdict);
    this.tellConcerned();
  }

  /** The place of its player, 0 for a session that plays nobody. */
  private playing(session: number): number {
    const seat = this.game.seats.find(session);
    if (seat?.state === SeatState.playing) return seat.place;
    this.game.counters.strayCommands++;
    return 0;
  }
}
