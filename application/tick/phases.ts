// One tick, from top to bottom: who comes and goes, the systems of the domain, and what those outside are shown and told.
// Names, budgets and the access table follow from this list.

import { systems } from '#domain/game.js';
import type { FactName, Part } from '#domain/engine/system.js';
import { journalFacts } from '../door/journal-facts.js';
import { keepCharacters } from '../door/keep-characters.js';
import { endLingering } from '../door/leave-world.js';
import { requestCharacters } from '../door/life-cycle.js';
import type { Game } from '../game/game.js';
import type { Outside, PhaseDefinition } from '../game/phase.js';
import { handOverReports } from '../intents/report-requests.js';
import { notifyConcerned, notifyWatchers } from '../notify/notify.js';
import { notifyStored } from '../notify/notify-stored.js';
import { ruleComponents } from '../publishing/frame-rules.js';
import { sourceComponents } from '../publishing/generated/frame-update.js';

const arrivals: PhaseDefinition = {
  name: 'arrivals',
  budgetUs: 250,
  reads: [
    'transform',
    'identity',
    'vitals',
    'combat',
    'dead',
    'professions',
    'wallet',
    'inventory',
    'equipment',
    'bank',
    'buyBack',
    'commands',
    'ledger',
    'quests',
    'questHistories',
  ],
  // Who lingers no longer leaves the world, with all its components and its sheet.
  writes: ['entities', 'characters', 'progress', 'directory', 'playerReports', 'seats'],
  emits: ['left'],
  run(game) {
    noteStored(game);
    requestNames(game);
    handOverReports(game);
    endLingering(game);
    requestCharacters(game);
  },
};

/** Of characters that players named. */
function requestNames({ world, courier }: Game): void {
  if (world.tables.directory.wanted > 0) world.tables.directory.ask((name) => courier.requestName(name));
}

/** How far the journal is, as this tick sees it. */
function noteStored(game: Game): void {
  const { factSink, world } = game;
  if (factSink === undefined) return;
  game.factsStored = factSink.stored;
  world.tables.ledger.isStoring = factSink.isStoring;
}

const publish: PhaseDefinition = {
  name: 'publish',
  budgetUs: 2_000,
  // Of the columns: what the schema names, and what the frame's rules declare.
  reads: [...new Set([...sourceComponents, ...ruleComponents, 'grid' as const])],
  writes: ['next frame', 'published frames'],
  run: (game) => game.frames.publish(),
};

const count: PhaseDefinition = {
  name: 'count',
  budgetUs: 100,
  reads: ['identity'],
  writes: [],
  run: (game) => game.factCounts.read(),
};

const before: readonly PhaseDefinition[] = [arrivals];
const after: readonly PhaseDefinition[] = [
  notifyConcerned,
  publish,
  notifyWatchers,
  notifyStored,
  count,
  journalFacts,
  keepCharacters,
];

/** What comes before the rules, the rules, and what is shown and told of what they did. */
export const tickParts = ['arrivals', 'systems', 'outward'] as const;
export type TickPart = (typeof tickParts)[number];

export interface Phase {
  readonly name: string;
  readonly part: TickPart;
  readonly budgetUs: number;
  readonly reads: readonly (Part | Outside)[];
  readonly writes: readonly (Part | Outside)[];
  readonly emits: readonly FactName[];
}

/** All phases, in their order; by the index that a TickTimer is told. */
export const phases: readonly Phase[] = [
  ...of('arrivals', before),
  ...of('systems', systems),
  ...of('outward', after),
];
export const phaseNames: readonly string[] = phases.map(({ name }) => name);
export const phaseBudgetsUs: readonly number[] = phases.map(({ budgetUs }) => budgetUs);

function of(
  part: TickPart,
  list: readonly (Omit<Phase, 'part' | 'emits'> & Partial<Pick<Phase, 'emits'>>)[],
): Phase[] {
  return list.map(({ name, budgetUs, reads, writes, emits = [] }) => ({
    ...{ name, part, budgetUs, reads, writes, emits },
  }));
}

/** All phases bound to a game, and what commands need of them. */
export interface BoundPhases {
  readonly runs: readonly (() => void)[];
  /** Tells whom something concerns what was written between ticks. */
  readonly tellConcerned: () => void;
}

export function bindPhases(game: Game): BoundPhases {
  const bind = (phase: PhaseDefinition): (() => void) => {
    const reader = phase.readsFacts === true ? game.world.facts.reader() : { next: 0 };
    return () => phase.run(game, reader);
  };
  const beforeRuns = before.map(bind);
  const systemRuns = systems.map((system) => system.bind(game.world));
  const afterRuns = after.map(bind);
  return {
    runs: [...beforeRuns, ...systemRuns, ...afterRuns],
    tellConcerned: afterRuns[after.indexOf(notifyConcerned)]!,
  };
}
