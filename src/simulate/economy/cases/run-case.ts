// One case: two verbs in one way, with one fault between them; then everybody comes back, asks again what was not answered,
// and all that there is is held against what the entries say and what was asked.

import { economyPlays, type PlayName } from '../plays/all-plays.js';
import type { Cast, EconomyPlay } from '../plays/play.js';
import { WorldHoldings } from '../books/world-holdings.js';
import type { EconomyPlayer } from '../server/economy-player.js';
import { answerTicks, type EconomyStage } from '../server/stage.js';
import { craftFaults } from './judge-crafts.js';
import { erasedTraces, strangersErased } from './judge-erased.js';
import { bringAbout, switchAll } from './faults.js';
import { expectedTotals, ownedDifferences, totalDifferences, type AskedVerb } from './judge-case.js';
import type { Variation } from './variation.js';

export interface CaseVerdict {
  /** What does not hold, a line each. */
  readonly broken: readonly string[];
  /** Which of the two was done, as far as that can be said. */
  readonly done: readonly PlayName[];
}

/** Ticks in which both verbs are asked, the fault comes, and a slow disk is done. */
const meetingTicks = 7;
const triesMax = 3;
const quietTicksMax = 60;

/** For tests of the simulator itself: called after the verbs met. */
export type Meddle = (stage: EconomyStage) => void;

export class EconomyCase {
  readonly #asked: AskedVerb[] = [];

  constructor(
    private readonly stage: EconomyStage,
    private readonly names: readonly [PlayName, PlayName],
    private readonly variation: Variation,
    private readonly meddle: Meddle = () => undefined,
  ) {}

  async run(number: number): Promise<CaseVerdict> {
    const { stage, variation, names } = this;
    const entry = stage.stores.journal.end.number + 1;
    const players = await stage.bringIn(`Ada${number}`, `Bob${number}`);
    const [first, second] = players;
    const a: Cast = { stage, me: first!, other: second!, set: 0, thing: 0 };
    const [me, other] = variation.byOther ? [second!, first!] : [first!, second!];
    const b: Cast = { stage, me, other, set: variation.set, thing: 0 };
    const [playA, playB] = names.map((name) => economyPlays[name]) as [EconomyPlay, EconomyPlay];
    await this.#prepare(playA, a);
    if (variation.shares && playA.about !== undefined && playA.about === playB.about) b.thing = a.thing;
    else await this.#prepare(playB, b);
    await this.#quiet();
    const before = new WorldHoldings(stage.world).totals(stage.books.catchUp());
    stage.books.forgetChanges();
    stage.handed.clear();
    const untrue = stage.told.untrue.length;
    await this.#meet(
      { ...this.#ask(names[0], playA, a), tick: 1 },
      { ...this.#ask(names[1], playB, b), tick: 1 + variation.after },
    );
    await this.#recover();
    this.meddle(stage);
    const broken = [
      ...this.#judge(before),
      ...(await this.#judgeErased(players, entry)),
      ...stage.told.untrue.slice(untrue),
    ];
    for (const player of stage.players) stage.leave(player);
    await stage.run(2);
    return { broken, done: this.#done() };
  }

  /** Everything before the verb, one thing after the other. */
  async #prepare({ before = [] }: EconomyPlay, cast: Cast): Promise<void> {
    for (const step of before) {
      const ticks = step(cast);
      // A wait is for a tick in which the verb has to be asked.
      await this.stage.run(ticks ?? answerTicks);
    }
  }

  #ask(name: PlayName, play: EconomyPlay, cast: Cast): AskedVerb {
    const asked: AskedVerb = { name, play, cast, command: 0 };
    this.#asked.push(asked);
    return asked;
  }

  async #meet(a: AskedVerb & { tick: number }, b: AskedVerb & { tick: number }): Promise<void> {
    const { stage, variation } = this;
    const order = variation.isFirst && a.tick === b.tick ? [1, 0] : [0, 1];
    stage.diskEveryTicks = variation.diskEveryTicks;
    for (let tick = 0; tick < meetingTicks; tick++) {
      if (tick === variation.faultTick) await bringAbout(stage, variation);
      for (const index of order) {
        if ((index === 0 ? a : b).tick !== tick) continue;
        this.#put(this.#asked[index]!);
        if (index === 0 && variation.isDoubled) this.#put(this.#asked[index]!);
      }
      await this.#tick(tick);
    }
    stage.diskEveryTicks = 1;
  }

  /** Whose player is not in the world asks later. */
  #put(asked: AskedVerb): void {
    const { play, cast } = asked;
    if (play.isCommand && asked.command === 0) asked.command = cast.me.nextCommand();
    if (cast.me.isErased) return;
    if (!play.isCommand || cast.me.isWelcome) play.ask(cast, asked.command);
  }

  async #tick(tick: number): Promise<void> {
    const { stage } = this;
    const { dies, faultTick, deathPoint } = this.variation;
    if (!dies || tick !== faultTick + 1) return stage.tick();
    stage.apply();
    if (deathPoint === 'untold') stage.server.store();
    if (deathPoint === 'told') {
      stage.server.store();
      stage.apply();
    }
    await stage.crash();
  }

  /** Everybody is there again, and has asked for all that was not answered. */
  async #recover(): Promise<void> {
    const { stage, variation } = this;
    switchAll(stage, true);
    await stage.run(2);
    await stage.finishErasures();
    await stage.finishRestores();
    await stage.returnAll();
    await stage.comeHome();
    await stage.run(answerTicks);
    for (let tries = 0; tries < triesMax; tries++) {
      const open = this.#asked.filter(
        ({ command, cast: { me } }) =>
          command !== 0 && !me.isErased && (!me.hasAnswer(command) || (tries === 0 && variation.asksAgain)),
      );
      if (open.length === 0) break;
      for (const asked of open) asked.play.ask(asked.cast, asked.command);
      await stage.run(answerTicks + 1);
    }
    await this.#quiet();
  }

  /** Until nothing was stored for a moment, so that all of it is told. */
  async #quiet(): Promise<void> {
    const { stage } = this;
    let since = 0;
    for (let tick = 0; tick < quietTicksMax && since < answerTicks; tick++) {
      const { number } = stage.stores.journal.end;
      await stage.tick();
      since = stage.stores.journal.end.number === number ? since + 1 : 0;
    }
  }

  #judge(before: ReadonlyMap<number, number>): string[] {
    const { stage } = this;
    const books = stage.books.catchUp();
    const holdings = new WorldHoldings(stage.world);
    const unanswered = this.#asked.filter(
      ({ command, cast: { me } }) => command !== 0 && !me.isErased && !me.hasAnswer(command),
    );
    const expected = expectedTotals(before, books, stage.content, this.#asked, stage.handed);
    return [
      ...holdings.differences(books),
      ...totalDifferences(expected, holdings.totals(books)),
      ...craftFaults(books, stage.content, this.#asked),
      ...stage.players.flatMap((player) => ownedDifferences(player, books)),
      ...unanswered.map(({ name, command }) => `${name} (command ${command}) was never answered`),
    ];
  }

  /** `entry`: the first one in which they can be. */
  async #judgeErased(players: readonly EconomyPlayer[], entry: number): Promise<string[]> {
    const lines: string[] = [];
    for (const player of players)
      if (player.isErased) lines.push(...(await erasedTraces(this.stage, player, entry)));
    return [...lines, ...strangersErased(this.stage.books, players)];
  }

  #done(): PlayName[] {
    return this.#asked
      .filter(({ command, cast }) => command === 0 || cast.me.confirmed.has(command))
      .map(({ name }) => name);
  }
}
