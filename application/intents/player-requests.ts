// What the server does with each request of a player, one entry each: the table that the schema demands. Requests of
// sessions that have no player in the world (any more) are counted and change nothing.

import { noteView } from '#domain/skills/view-lag.js';
import type {
  ChatRequest,
  GameRequests,
  PickUpRequest,
  PlayerInputRequest,
  UseSkillRequest,
} from '#domain/vocabulary/generated/requests.js';
import type { Game } from '../game/game.js';
import { notifyConcerned } from '../notify/notify.js';
import { SeatState } from '../seats/seats.js';
import type { Seat } from '../seats/seats.js';
import { talk } from './talk.js';
import { wishLoot, wishRespawn, wishSkill } from './wishes.js';

export class PlayerRequests implements GameRequests {
  constructor(private readonly game: Game) {}

  /** Takes over the steps that are new. */
  playerInput(session: number, input: PlayerInputRequest): void {
    const { seats, world, movement, counters } = this.game;
    const place = seats.placeOf(session);
    if (place === 0) {
      counters.strayCommands++;
      return;
    }
    noteView(world.components.player.columns, place, input, world.tick + 1);
    movement.queueSteps(place, input);
  }

  useSkill(session: number, { skill, target }: UseSkillRequest): void {
    const seat = this.playing(session);
    if (seat === undefined) return;
    wishSkill(this.game, seat, skill, target);
    notifyConcerned(this.game);
  }

  pickUp(session: number, { loot }: PickUpRequest): void {
    const seat = this.playing(session);
    if (seat === undefined) return;
    wishLoot(this.game, seat, loot);
    notifyConcerned(this.game);
  }

  chat(session: number, { scope, text }: ChatRequest): void {
    const seat = this.playing(session);
    if (seat === undefined) return;
    talk(this.game, seat, scope, text);
    notifyConcerned(this.game);
  }

  respawn(session: number): void {
    const seat = this.playing(session);
    if (seat !== undefined) wishRespawn(this.game, seat);
  }

  private playing(session: number): Seat | undefined {
    const seat = this.game.seats.find(session);
    if (seat?.state === SeatState.playing) return seat;
    this.game.counters.strayCommands++;
    return undefined;
  }
}
