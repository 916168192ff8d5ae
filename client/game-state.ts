// Everything a client knows of the game, and what a snapshot does to it.

import { EntityStatus, type Snapshot } from '#adapters/protocol/generated/game.js';
import type { SessionParameters } from '#adapters/protocol/generated/handshake.js';
import type { GameListener } from './game-listener.js';
import { InputHistory } from './movement/input-history.js';
import { KnownEntities } from './known-entities.js';
import type { MovementModel } from './movement/movement-model.js';
import { OwnCharacter } from './own-character.js';
import { OwnMovement } from './movement/own-movement.js';
import { OwnCrafting } from './dealings/own-crafting.js';
import { OwnMailbox } from './dealings/own-mailbox.js';
import { OwnParty } from './dealings/own-party.js';
import { OwnQuests } from './dealings/own-quests.js';
import { OwnTrade } from './dealings/own-trade.js';
import { ServerTime } from './time/server-time.js';

/** Without newer steps to carry them along, steps that are not known to be applied are sent again this often … */
const repeatEveryMs = 60;
/** … for so long; then they are taken to be lost, or dropped by the server. */
const repeatForMs = 1000;

const cannotMove = EntityStatus.dead | EntityStatus.stunned;

export class GameState {
  readonly self = new OwnCharacter();
  readonly trade = new OwnTrade();
  readonly crafting = new OwnCrafting();
  readonly mailbox = new OwnMailbox();
  readonly quests = new OwnQuests();
  readonly party = new OwnParty();
  readonly inputs = new InputHistory();
  readonly time = new ServerTime();
  readonly entities: KnownEntities;
  readonly movement: OwnMovement;
  private stepMadeMs = 0;
  private repeatAtMs = 0;

  constructor(
    model: MovementModel | undefined,
    private readonly interpolates: boolean,
    private readonly listener: GameListener,
  ) {
    this.entities = new KnownEntities(interpolates);
    this.movement = new OwnMovement(this.inputs, model);
  }

  /** A new session begins: the server tells everything anew.  */
  beginSession(parameters: SessionParameters, nowMs: number): void {
    this.self.leaveWorld();
    this.trade.leave();
    this.crafting.leave();
    this.mailbox.leave();
    this.quests.leave();
    this.party.leave();
    this.inputs.reset();
    // How long the answer took is not known yet.
    this.time.begin(parameters.tick, nowMs, 0);
    this.movement.reset();
    const { tickRate, snapshotRate } = parameters;
    this.entities.clear(this.listener, snapshotRate > 0 ? tickRate / snapshotRate : 3);
  }

  /** One step of movement, for `inputs.encode` to send. */
  addStep(moveX: number, moveY: number, facing: number, ticks: number, nowMs: number): void {
    this.inputs.add(moveX, moveY, facing, ticks);
    this.movement.predict(nowMs);
    this.stepMadeMs = nowMs;
    this.repeatAtMs = nowMs + repeatEveryMs;
  }

  /** Whether the newest steps should be sent once more, because no newer ones follow that would carry them. */
  isRepeatDue(nowMs: number): boolean {
    if (nowMs < this.repeatAtMs || this.movement.unappliedSteps === 0) return false;
    this.repeatAtMs = nowMs + repeatEveryMs;
    if (nowMs - this.stepMadeMs <= repeatForMs) return true;
    this.movement.abandon();
    this.repeatAtMs = Infinity;
    return false;
  }

  /** `roundTripMs` is the latest measured, 0 for none. */
  takeSnapshot(snapshot: Snapshot, nowMs: number, roundTripMs: number): void {
    const { self, movement } = this;
    self.snapshot(snapshot);
    this.entities.apply(snapshot, this.listener);
    this.time.onSnapshot(snapshot.tick, nowMs, roundTripMs);
    const own = this.entities.find(self.entity);
    if (own !== undefined) {
      const facing = this.inputs.facingOf(snapshot.lastInput) ?? own.facing;
      this.entities.moveOwn(own.id, snapshot.x, snapshot.y, facing);
    }
    const status = own?.status ?? 0;
    movement.isHeld = self.isDead || (status & cannotMove) !== 0;
    movement.reconcile(snapshot.lastInput, snapshot.x, snapshot.y, self.map);
  }

  /** Works out what is shown at this moment: others a little behind the server, the own character ahead of it. */
  show(nowMs: number): void {
    if (!this.time.isKnown) return;
    if (this.interpolates) this.entities.show(this.time.viewTickAt(nowMs));
    this.movement.show(nowMs);
  }

  /** The tick that the player sees, for the server to judge its actions by. */
  viewTick(nowMs: number): number {
    if (!this.interpolates) return this.self.tick;
    return Math.max(0, Math.floor(this.time.viewTickAt(nowMs)));
  }
}
