// What a bot does next: stand up when dead, pick up what lies near, hunt the nearest creature, else wander; and say
// something now and then. Sees only what its client knows, walks into walls and notices that it does not get on.

import { ChatScope, EntityKind } from '#adapters/protocol/generated/game.js';
import type { GameClient } from '#client/game-client.js';
import { isDead, type KnownEntity } from '#client/known-entities.js';
import type { RandomStream } from '#domain/engine/random/random-stream.js';

/** The skill everybody has. */
const basicSkill = 1;
const strikeEveryMs = 1100;
/** Comes nearer than the skill's 1.5 m. */
const strikeFromM = 1.3;
const huntWithinM = 30;
const lootWithinM = 12;
const pickUpFromM = 1.8;
const pickUpEveryMs = 600;
const respawnEveryMs = 1500;
/** Without getting this far in `stuckMs`, a bot that walks is stuck. */
const stuckM = 0.25;
const stuckMs = 600;
/** A target that cannot be reached is left alone for a while. */
const giveUpMs = 12_000;
const pursuitMsMax = 15_000;
const ignoredMax = 64;

const phrases = ['hello', 'anyone seen a boar?', 'careful, wolves', 'nice hat', 'to the village!', 'brb'];

export interface Step {
  moveX: number;
  moveY: number;
  /** 1/256 turn. */
  facing: number;
}

export class BotMind {
  private readonly step: Step = { moveX: 0, moveY: 0, facing: 0 };
  private readonly ignoredUntilMs = new Map<number, number>();
  private heading: number;
  private turnAtMs = 0;
  private detourUntilMs = 0;
  private strikeAtMs = 0;
  private pickUpAtMs = 0;
  private respawnAtMs = 0;
  private chatAtMs: number;
  private target = 0;
  private targetSinceMs = 0;
  private lookAtMs = 0;
  private checkedMs = 0;
  private checkedX = 0;
  private checkedY = 0;

  constructor(
    private readonly client: GameClient,
    private readonly random: RandomStream,
    nowMs: number,
  ) {
    this.heading = random.between(0, 2 * Math.PI);
    this.chatAtMs = nowMs + random.between(2000, 40_000);
  }

  /** The server refused something asked of this entity, or it is gone. */
  ignoreTarget(nowMs: number): void {
    if (this.target !== 0) this.ignore(this.target, nowMs);
  }

  /** Decides; sends requests through the client and returns the movement wished for. Reused: read it at once. */
  next(nowMs: number): Step {
    const { client, step } = this;
    if (client.self.isDead) {
      this.askToRespawn(nowMs);
      step.moveX = 0;
      step.moveY = 0;
      return step;
    }
    this.chatter(nowMs);
    const target = this.chooseTarget(nowMs);
    if (nowMs < this.detourUntilMs || target === undefined) this.wander(nowMs);
    else this.pursue(target, nowMs);
    this.noticeWalls(nowMs);
    return step;
  }

  /** Looks around a few times a second; in between goes on with what it has, while that is in sight and alive. */
  private chooseTarget(nowMs: number): KnownEntity | undefined {
    const { entities } = this.client;
    const current = this.target === 0 ? undefined : entities.find(this.target);
    const isGood = current !== undefined && !isDead(current) && !this.isIgnored(current.id, nowMs);
    if (nowMs < this.lookAtMs) return isGood ? current : undefined;
    this.lookAtMs = nowMs + this.random.between(200, 400);
    const target = entities.best((entity) => this.reluctance(entity, nowMs));
    if (target === undefined) {
      this.target = 0;
    } else if (target.id !== this.target) {
      this.target = target.id;
      this.targetSinceMs = nowMs;
    } else if (nowMs - this.targetSinceMs > pursuitMsMax) {
      this.ignore(target.id, nowMs);
    }
    return target;
  }

  /** How far away it is; loot seems nearer than it is; Infinity for what does not matter. */
  private reluctance(entity: KnownEntity, nowMs: number): number {
    const isPrey = entity.kind === EntityKind.creature || entity.kind === EntityKind.loot;
    if (!isPrey || isDead(entity)) return Infinity;
    const { movement } = this.client;
    const isLoot = entity.kind === EntityKind.loot;
    const squared = (entity.x - movement.x) ** 2 + (entity.y - movement.y) ** 2;
    const within = isLoot ? lootWithinM : huntWithinM;
    if (squared > within * within || this.isIgnored(entity.id, nowMs)) return Infinity;
    return isLoot ? squared / 4 : squared;
  }

  private pursue(target: KnownEntity, nowMs: number): void {
    const { client } = this;
    const east = target.x - client.movement.x;
    const south = target.y - client.movement.y;
    const distance = Math.hypot(east, south);
    const isLoot = target.kind === EntityKind.loot;
    const near = isLoot ? pickUpFromM : strikeFromM;
    this.head(Math.atan2(south, east), distance > near ? 1 : 0);
    if (distance > near) return;
    if (isLoot && nowMs >= this.pickUpAtMs) {
      client.pickUp(client.nextCommand(), target.id);
      this.pickUpAtMs = nowMs + pickUpEveryMs;
    } else if (!isLoot && nowMs >= this.strikeAtMs) {
      client.useSkill(basicSkill, target.id);
      this.strikeAtMs = nowMs + strikeEveryMs;
      // A fight is no pursuit.
      this.targetSinceMs = nowMs;
    }
  }

  private wander(nowMs: number): void {
    if (nowMs >= this.turnAtMs) {
      this.heading += this.random.between(-1, 1);
      this.turnAtMs = nowMs + this.random.between(2000, 7000);
    }
    this.head(this.heading, 1);
  }

  /** `speed` is a share of the full one. */
  private head(angle: number, speed: number): void {
    this.step.moveX = Math.cos(angle) * speed;
    this.step.moveY = Math.sin(angle) * speed;
    this.step.facing = Math.round((angle / (2 * Math.PI)) * 256) & 0xff;
  }

  private noticeWalls(nowMs: number): void {
    if (nowMs - this.checkedMs < stuckMs) return;
    const { movement } = this.client;
    const moved = Math.hypot(movement.x - this.checkedX, movement.y - this.checkedY);
    const wished = this.step.moveX !== 0 || this.step.moveY !== 0;
    this.checkedMs = nowMs;
    this.checkedX = movement.x;
    this.checkedY = movement.y;
    if (!wished || moved >= stuckM) return;
    // Turn away for a moment; a target behind the wall is given up when that happens while going for it.
    if (nowMs >= this.detourUntilMs) this.ignoreTarget(nowMs);
    this.heading += this.random.between(Math.PI / 2, 1.5 * Math.PI);
    this.turnAtMs = nowMs + this.random.between(1500, 4000);
    this.detourUntilMs = nowMs + this.random.between(600, 1500);
  }

  private askToRespawn(nowMs: number): void {
    if (nowMs < this.respawnAtMs) return;
    this.client.respawn();
    this.respawnAtMs = nowMs + respawnEveryMs;
  }

  private chatter(nowMs: number): void {
    if (nowMs < this.chatAtMs) return;
    this.chatAtMs = nowMs + this.random.between(20_000, 60_000);
    this.client.chat(ChatScope.say, phrases[this.random.wholeBetween(0, phrases.length - 1)]!);
  }

  private ignore(id: number, nowMs: number): void {
    if (this.ignoredUntilMs.size >= ignoredMax) this.ignoredUntilMs.clear();
    this.ignoredUntilMs.set(id, nowMs + giveUpMs);
  }

  private isIgnored(id: number, nowMs: number): boolean {
    const until = this.ignoredUntilMs.get(id);
    return until !== undefined && nowMs < until;
  }
}
