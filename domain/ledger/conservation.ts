// That nothing comes from nowhere and nothing is lost: each entry continues where the one before left its stack or purse,
// verbs that only move sum to zero in their tick, and what was created less what was destroyed is what there is.

import type { WordedFacts } from '../vocabulary/generated/fact-codec.js';
import type { FactColumns } from '../vocabulary/generated/facts.js';
import { FactKind } from '../vocabulary/generated/facts.js';
import { HolderKind, PurseKind } from '../vocabulary/generated/words.js';
import { emptyBase, type LedgerBase } from './state/ledger-base.js';
import { professionPlace, type LedgerState, type LedgerStack } from './state/ledger-state.js';
import { LedgerTotals, nameOf, type MadeAndGone } from './state/ledger-totals.js';
import { rightsOver, verbRule } from './verb-rules.js';

export interface Finding {
  /** Number of the entry at which it was noticed. */
  readonly number: number;
  readonly tick: number;
  readonly what: string;
}

export class Conservation {
  /** As the entries so far leave it. */
  readonly state: LedgerState;
  readonly findings: Finding[] = [];
  /** Findings beyond `findingsMax`, which are only counted. */
  unlisted = 0;
  readonly #totals: LedgerTotals;
  /** Ids up to these were given by entries that are not kept. */
  readonly #goneInstance: number;
  readonly #goneLetter: number;
  readonly #goneListing: number;
  readonly #seen = new Set<number>();
  readonly #lettersSeen = new Set<number>();
  readonly #listingsSeen = new Set<number>();
  #tick = -1;
  #number = 0;

  /** `base`: what the entries continue. */
  constructor(
    base: LedgerBase = emptyBase(),
    readonly findingsMax = 100,
  ) {
    this.state = base.state;
    this.#totals = new LedgerTotals(base.totals);
    this.#goneInstance = base.instance;
    this.#goneLetter = base.letter;
    this.#goneListing = base.listing;
  }

  /** By item id, `coinsKey`, `experienceKey`, `skillKey`. */
  get totals(): ReadonlyMap<number, MadeAndGone> {
    return this.#totals.all;
  }

  /** In the order of the journal. */
  add(facts: WordedFacts, row: number, number: number): void {
    if (facts.tick[row] !== this.#tick) this.endTick();
    this.#tick = facts.tick[row]!;
    this.#number = number;
    const kind = facts.kind[row]!;
    if (kind === FactKind.stackChanged) this.#judgeStack(facts, row);
    else if (kind === FactKind.coinsChanged) this.#judgeCoins(facts, row);
    else if (kind === FactKind.experienceChanged) this.#judgeExperience(facts, row);
    else if (kind === FactKind.professionChanged) this.#judgeProfession(facts, row);
    else this.#judgeDocument(facts, row);
    this.#totals.add(facts, row);
    this.state.apply(facts, row);
  }

  /** After the last entry of a tick, so also at the end. */
  endTick(): void {
    this.#totals.endTick((verb, of, sum) => this.#judgeSum(verb, of, sum));
  }

  #judgeSum(verb: number, of: number, sum: number): void {
    const rule = verbRule(verb);
    if (rule === undefined) return this.#find(`the verb ${verb} is unknown`);
    const { creates, destroys } = rightsOver(rule, of);
    if (sum > 0 && !creates) this.#find(`'${rule.name}' created ${sum} of ${nameOf(of)}`);
    if (sum < 0 && !destroys) this.#find(`'${rule.name}' destroyed ${-sum} of ${nameOf(of)}`);
  }

  #judgeStack(facts: FactColumns, row: number): void {
    const instance = facts.instance[row]!;
    const item = facts.item[row]!;
    const known = this.state.stacks.get(instance);
    const before = known?.count ?? 0;
    const expected = before + facts.amount[row]!;
    if (expected !== facts.after[row])
      this.#find(`stack ${instance} had ${before}, gained ${facts.amount[row]} and has ${facts.after[row]}`);
    if (known === undefined) {
      if (instance <= this.#goneInstance || this.#seen.has(instance))
        this.#find(`stack ${instance} was no more, and is there again`);
      this.#seen.add(instance);
    }
    this.#judgeOrigin(facts, row, known);
    if (known !== undefined && known.item !== item)
      this.#find(`stack ${instance} was of item ${known.item} and is of item ${item}`);
    if ((facts.after[row] === 0) !== (facts.holder[row] === HolderKind.nowhere))
      this.#find(`stack ${instance} has ${facts.after[row]} and lies in holder ${facts.holder[row]}`);
    // The tables have what lies on the ground in one place, as if it were owner 0's.
    if (facts.holder[row] === HolderKind.ground && facts.owner[row] !== 0)
      this.#find(`stack ${instance} lies on the ground and is of owner ${facts.owner[row]}`);
  }

  #judgeOrigin(facts: FactColumns, row: number, known: LedgerStack | undefined): void {
    const { holder, owner, slot } = known ?? nowhere;
    const same =
      facts.fromHolder[row] === holder && facts.fromOwner[row] === owner && facts.fromSlot[row] === slot;
    if (same) return;
    const said = `${facts.fromHolder[row]}/${facts.fromOwner[row]}/${facts.fromSlot[row]}`;
    this.#find(`stack ${facts.instance[row]} left ${said}, but lay in ${holder}/${owner}/${slot}`);
  }

  #judgeCoins(facts: FactColumns, row: number): void {
    const owner = facts.owner[row]!;
    const before = this.state.purses.get(facts.holder[row]!)?.get(owner) ?? 0;
    const whose = facts.holder[row] === PurseKind.wallet ? 'the purse of character' : 'the letter';
    this.#continues(facts, row, before, `${whose} ${owner}`);
  }

  #judgeExperience(facts: FactColumns, row: number): void {
    const before = this.state.experience.get(facts.character[row]!) ?? 0;
    this.#continues(facts, row, before, `character ${facts.character[row]}, by experience,`);
  }

  #judgeProfession(facts: FactColumns, row: number): void {
    const [character, profession] = [facts.character[row]!, facts.outcome[row]!];
    const before = this.state.professions.get(professionPlace(character, profession)) ?? 0;
    this.#continues(facts, row, before, `character ${character}, by skill in profession ${profession},`);
  }

  #judgeDocument(facts: FactColumns, row: number): void {
    const kind = facts.kind[row]!;
    const id = facts.document[row]!;
    const { letters, listings } = this.state;
    if (kind === FactKind.letterSent || kind === FactKind.listingOpened) {
      const [what, gone, seen] =
        kind === FactKind.letterSent
          ? (['letter', this.#goneLetter, this.#lettersSeen] as const)
          : (['listing', this.#goneListing, this.#listingsSeen] as const);
      if (id <= gone || seen.has(id)) this.#find(`${what} ${id} came to be a second time`);
      seen.add(id);
    } else if (kind === FactKind.letterChanged || kind === FactKind.letterEnded) {
      if (!letters.has(id)) this.#find(`letter ${id} changed or ended, and was none`);
    } else if (kind === FactKind.listingEnded && !listings.has(id))
      this.#find(`listing ${id} ended, and was none`);
  }

  #continues(facts: FactColumns, row: number, before: number, who: string): void {
    const [amount, after] = [facts.amount[row]!, facts.after[row]!];
    if (before + amount !== after) this.#find(`${who} had ${before}, gained ${amount} and has ${after}`);
    if (after < 0) this.#find(`${who} has ${after}`);
  }

  #find(what: string): void {
    if (this.findings.length < this.findingsMax)
      this.findings.push({ number: this.#number, tick: this.#tick, what });
    else this.unlisted++;
  }
}

const nowhere = { holder: HolderKind.nowhere, owner: 0, slot: 0 };
