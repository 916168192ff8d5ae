// A player who knows what it is told and what the frame shows, and nothing else of the server. It hunts, gathers, fights
// others, travels, talks, dies, leaves and comes back, and asks for much that it may not have.

import {
  ChatScope,
  DisconnectReason,
  EntityKind,
  EntityStatus,
  HolderKind,
} from '#domain/vocabulary/generated/words.js';
import type { MoveStepLike } from '#domain/body/player-steps.js';
import type { Simulation } from '#application/tick/simulation.js';
import { Creature, Skill, spots } from '../harness/content.js';
import { Accuser } from './accuser.js';
import { Artisan } from './artisan.js';
import { Companion } from './companion.js';
import { Correspondent } from './correspondent.js';
import { Dice } from '../harness/dice.js';
import { everybody, find } from '../harness/shown.js';
import type { Shown, ShownFrame } from '../harness/shown.js';
import type { Value } from '../harness/tellings.js';
import { Quester } from './quester.js';
import { Trader } from './trader.js';

const goals = ['hunt', 'hunt', 'hunt', 'gather', 'gather', 'duel', 'wander', 'wander', 'rest'] as const;
type Goal = (typeof goals)[number];

const texts = ['hello', '  wolves here  ', 'Grüße ✨', '   ', 'a\u0007b', 'x'.repeat(201)];
const skills = [Skill.strike, Skill.strike, Skill.bolt, Skill.bolt, Skill.mend, Skill.focus];
/** Steps of one input: the new ones and repeats of what was sent before, as clients do. */
const stepsMax = 4;

export interface World {
  readonly simulation: Simulation;
  readonly frame: ShownFrame;
  /** A number that no session had before. */
  newSession(): number;
}

export class Player {
  /** 0 while not connected. */
  session = 0;
  entity = 0;
  /** The map's permanent number, as told. */
  map = 0;
  /** As last told. */
  status: Readonly<Record<string, Value>> | undefined;
  /** What it was when its last session went. */
  leftEntity = 0;
  /** Asked to stand up in this tick. */
  asksToRise = false;

  readonly name: string;
  readonly accountId: string;
  readonly #dice: Dice;
  readonly #trader: Trader;
  readonly #correspondent: Correspondent;
  readonly #artisan: Artisan;
  readonly #companion: Companion;
  readonly #accuser: Accuser;
  readonly #quester: Quester;
  #waitTicks: number;
  #goal: Goal = 'wander';
  #goalTicks = 0;
  #spot: readonly [number, number] = [5, 5];
  #sequence = 0;
  #command = 0;
  readonly #steps: MoveStepLike[] = [];

  constructor(name: string, accountId: string, seed: number) {
    this.name = name;
    this.accountId = accountId;
    this.#dice = new Dice(seed);
    this.#trader = new Trader(seed, () => ++this.#command);
    this.#correspondent = new Correspondent(seed, () => ++this.#command);
    this.#artisan = new Artisan(seed, () => ++this.#command);
    this.#companion = new Companion(seed);
    this.#accuser = new Accuser(seed);
    this.#quester = new Quester(seed, () => ++this.#command);
    this.#waitTicks = this.#dice.whole(60);
  }

  told(what: string, values: Readonly<Record<string, Value>>): void {
    if (what === 'welcome') {
      this.entity = values['entity'] as number;
      this.map = values['map'] as number;
    } else if (what === 'mapChanged') this.map = values['map'] as number;
    else if (what === 'characterStatus') this.status = values;
    else if (what === 'end') this.#disconnect();
    else {
      this.#trader.told(what, values);
      this.#correspondent.told(what, values);
      this.#quester.told(what, values);
      this.#companion.told(what, values);
    }
  }

  /** What it does before the next tick. */
  act(world: World): void {
    this.asksToRise = false;
    if (this.session === 0) {
      if (--this.#waitTicks <= 0) this.join(world);
      return;
    }
    const me = this.entity === 0 ? undefined : find(world.frame, this.entity);
    if (me === undefined) {
      if (this.#dice.chance(0.0005)) this.leave(world);
      return;
    }
    if ((me.status & EntityStatus.dead) !== 0) this.#beDead(world, me);
    else this.#live(world, me);
    this.#trader.act(world, this.session, me);
    if (this.session !== 0) this.#correspondent.act(world.simulation, this.session);
    if (this.session !== 0) this.#artisan.act(world.simulation, this.session);
    if (this.session !== 0) this.#quester.act(world.simulation, this.session, world.frame);
    if (this.session !== 0) this.#companion.act(world.simulation, this.session);
    if (this.session !== 0) this.#accuser.act(world.simulation, this.session);
    if (this.#dice.chance(0.01)) this.#askNonsense(world);
    if (this.#dice.chance(0.01)) this.#talk(world);
    const leaves = this.#dice.chance(0.0015) && !this.#trader.waits(world.simulation.tick);
    if (leaves || this.#trader.walksOut()) this.leave(world);
    else if (this.#dice.chance(0.0008)) this.joinAgain(world);
  }

  join(world: World): void {
    this.session = world.newSession();
    this.entity = 0;
    this.#steps.length = 0;
    this.#sequence = this.#dice.whole(0x10000);
    world.simulation.join(this.session, this.accountId, this.name, false);
  }

  /** A second session while the first still stands; its gateway hears of the first one's end and says that it left. */
  joinAgain(world: World): void {
    const older = this.session;
    this.join(world);
    world.simulation.leave(older, DisconnectReason.replaced);
  }

  leave({ simulation }: World): void {
    simulation.leave(this.session, DisconnectReason.left);
    this.#disconnect();
  }

  #disconnect(): void {
    this.leftEntity = this.entity;
    this.status = undefined;
    this.session = 0;
    this.entity = 0;
    this.#trader.forget();
    this.#companion.forget();
    this.#waitTicks = this.#dice.chance(0.4) ? this.#dice.whole(20) : this.#dice.whole(400);
  }

  /** Some ask at once and again and again, some wait until they stand up by themselves. */
  #beDead({ simulation }: World, me: Shown): void {
    const asks = me.id % 3 !== 0 && this.#dice.chance(0.05);
    if (!asks) return;
    simulation.requests.respawn(this.session);
    this.asksToRise = true;
  }

  #live(world: World, me: Shown): void {
    if (--this.#goalTicks <= 0) {
      this.#goal = this.#dice.pick(goals);
      this.#goalTicks = 60 + this.#dice.whole(180);
      this.#spot = this.#goal === 'rest' ? [5, 5] : this.#dice.pick(spots[this.map]!);
    }
    const target = this.#goal === 'wander' || this.#goal === 'rest' ? undefined : this.#nearest(world, me);
    if (target !== undefined && this.#goal === 'gather') this.#gather(world, me, target);
    else if (target !== undefined) this.#fight(world, me, target);
    const [x, y] = target === undefined ? this.#spot : [target.x, target.y];
    const near = target === undefined ? 0.5 : 1.2;
    const far = distance(x, y, me);
    if (far > near) this.#walk(world, (x - me.x) / far, (y - me.y) / far);
    else if (this.#dice.chance(0.3)) this.#walk(world, 0, 0);
  }

  #fight({ simulation }: World, me: Shown, target: Shown): void {
    const far = distance(target.x, target.y, me);
    if (far > 14 || !this.#dice.chance(0.12)) return;
    const skill = this.#dice.pick(skills);
    const atOneself = (skill === Skill.mend || skill === Skill.focus) && this.#dice.chance(0.9);
    simulation.requests.useSkill(this.session, { skill, target: atOneself ? 0 : target.id });
  }

  #gather({ simulation }: World, me: Shown, target: Shown): void {
    if (distance(target.x, target.y, me) < 4 && this.#dice.chance(0.15))
      simulation.requests.pickUp(this.session, { command: ++this.#command, loot: target.id });
  }

  #nearest({ frame }: World, me: Shown): Shown | undefined {
    let nearest: Shown | undefined;
    let nearestM = 25;
    for (const each of everybody(frame)) {
      if (each.map !== me.map || each.id === me.id || !this.#isWanted(each)) continue;
      const far = distance(each.x, each.y, me);
      if (far >= nearestM) continue;
      nearest = each;
      nearestM = far;
    }
    return nearest;
  }

  #isWanted({ kind, template, status }: Shown): boolean {
    if (this.#goal === 'gather') return kind === EntityKind.loot;
    if ((status & EntityStatus.dead) !== 0) return this.#dice.chance(0.002);
    if (this.#goal === 'duel') return kind === EntityKind.player;
    return kind === EntityKind.creature && (template !== Creature.bear || this.#dice.chance(0.02));
  }

  #walk({ simulation }: World, x: number, y: number): void {
    this.#sequence = (this.#sequence + 1) & 0xffff;
    // Towards one of four sides: nothing here may depend on how an engine computes an angle.
    const facing = Math.abs(x) > Math.abs(y) ? (x > 0 ? 0 : 128) : y > 0 ? 64 : 192;
    this.#steps.push({ moveX: x, moveY: y, facing, ticks: this.#dice.chance(0.02) ? 3 : 1 });
    if (this.#steps.length > stepsMax) this.#steps.shift();
    // A lost one is made up for by the repeats of the next.
    if (this.#dice.chance(0.1)) return;
    const viewTick = this.#dice.chance(0.1) ? 0 : Math.max(0, simulation.tick - this.#dice.whole(20));
    const steps = [...this.#steps];
    simulation.requests.playerInput(this.session, {
      sequence: this.#sequence,
      viewTick,
      stepsCount: steps.length,
      steps,
    });
  }

  #talk({ simulation }: World): void {
    const scope = this.#dice.pick([ChatScope.say, ChatScope.say, ChatScope.zone, ChatScope.server]);
    simulation.requests.chat(this.session, { scope, text: this.#dice.pick(texts) });
  }

  #moveItems({ requests }: Simulation, command: number): void {
    const slot = () => this.#dice.pick([0, 1, 2, 3, 31, 32]);
    const units = this.#dice.pick([1, 2, 3]);
    const from = this.#dice.pick([HolderKind.inventory, HolderKind.inventory, HolderKind.ground]);
    const to = HolderKind.inventory;
    requests.moveItem(this.session, { command, from, fromSlot: slot(), to, toSlot: slot(), units });
  }

  /** What a client may send though it makes no sense. */
  #askNonsense({ simulation, frame }: World): void {
    const { session } = this;
    const anybody = this.#dice.pick([...everybody(frame)]).id;
    const stale = (anybody + 0x10000) >>> 0;
    switch (this.#dice.whole(11)) {
      case 0:
        return simulation.requests.useSkill(session, {
          skill: this.#dice.pick([0, 99, Skill.bite]),
          target: anybody,
        });
      case 1:
        return simulation.requests.useSkill(session, {
          skill: Skill.bolt,
          target: this.#dice.pick([0, stale, this.entity]),
        });
      case 2:
        return simulation.requests.pickUp(session, {
          command: ++this.#command,
          loot: this.#dice.pick([0, stale, anybody]),
        });
      case 3:
        simulation.requests.useSkill(session, { skill: Skill.strike, target: anybody });
        return simulation.requests.useSkill(session, { skill: Skill.bolt, target: anybody });
      case 4:
        simulation.requests.pickUp(session, { command: ++this.#command, loot: anybody });
        return simulation.requests.pickUp(session, { command: ++this.#command, loot: anybody });
      case 5:
        return simulation.requests.useSkill(session, { skill: Skill.mend, target: anybody });
      case 6:
        this.asksToRise = true;
        return simulation.requests.respawn(session);
      case 9:
        return this.#moveItems(simulation, this.#dice.pick([0, Math.max(0, this.#command - 100)]));
      case 10:
        return this.#moveItems(simulation, ++this.#command);
      case 7:
        return simulation.requests.useSkill(session, { skill: Skill.focus, target: anybody });
      default:
        return simulation.requests.useSkill(session, { skill: Skill.bolt, target: anybody });
    }
  }
}

function distance(x: number, y: number, to: Shown): number {
  return Math.sqrt((x - to.x) ** 2 + (y - to.y) ** 2);
}
