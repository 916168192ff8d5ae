// What is counted is told: a public field that only grows, and a number of an object called `counters`, has the metric that
// shows it here, or the reason why operators need not know. A count that somebody adds fails here until it has either. That
// the metrics show what they say is tested where they are made.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { gameServerMetrics } from '#adapters/prometheus/game-server-metrics.js';

const root = path.join(import.meta.dirname, '../..');
/** Where a server counts. `client` counts for programs that play, and adapters/memory for tests and simulations. */
const folders = ['domain', 'application', 'adapters'];
const outside = /^adapters\/(memory|protocol\/generated)\//;

const inPlace = '(where something is, not how often something happened)';
const ofTheClient = '(counted at a client, for whoever watches it)';

/** By file: the metric that tells each of its counts, or in round brackets why none does. */
const told: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'adapters/admin-api/events/event-streams.ts': {
    dropped: 'tos_admin_event_streams_',
    positionsSkipped: 'tos_admin_event_streams_',
    refused: 'tos_admin_event_streams_',
  },
  'adapters/admin-api/http/client-address.ts': {
    unreadable: 'tos_admin_forwarded_addresses_unreadable_total',
  },
  'adapters/admin-client/admin-conversation.ts': {
    givenUp: 'tos_admin_reports_lost_total',
  },
  'adapters/admin-client/pending-reports.ts': {
    telemetryDropped: 'tos_admin_reports_lost_total',
    positionsDropped: 'tos_admin_reports_lost_total',
  },
  'adapters/admin-client/pending-movements.ts': {
    overflows: 'tos_admin_reports_lost_total',
  },
  'adapters/gateway/gateway.ts': {
    inputsReceived: 'tos_inputs_received_total',
    messagesUndecodable: 'tos_datagrams_dropped_total',
    requestsTooEarly: 'tos_datagrams_dropped_total',
  },
  'adapters/gateway/replication.ts': {
    snapshotsSent: 'tos_snapshots_sent_total',
  },
  'adapters/gateway/simulation-records.ts': {
    stale: 'tos_records_stale_total',
  },
  'adapters/protocol/session/bytes/message-packing.ts': {
    messagesPacked: 'tos_messages_compressed_total',
    packedBytesSaved: 'tos_compression_saved_bytes_total',
  },
  'adapters/protocol/session/client-session.ts': {
    droppedDatagrams: ofTheClient,
  },
  'adapters/protocol/session/sessions/session-table.ts': {
    sessionRowsEnd: inPlace,
  },
  'adapters/threads/journal/calls.ts': {
    refused: 'tos_journal_calls_refused_total',
  },
  'adapters/threads/memory/shared-deliberation.ts': {
    late: 'tos_paths_late_total',
    worked: '(what helpers worked out is the rest of tos_paths_answered_total)',
  },
  'adapters/threads/records/packet-player-output.ts': {
    unencodable: 'tos_simulation_refused_total',
  },
  'adapters/threads/records/simulation-inbox.ts': {
    malformed: 'tos_simulation_refused_total',
  },
  'application/economy/gains.ts': {
    unnoted: '(stands in the answer about gains, and on its page)',
  },
  'application/game/fact-counts.ts': {
    startingUnits: 'tos_item_units_total',
    lootUnitsDropped: 'tos_item_units_total',
    lootUnitsExpired: 'tos_item_units_total',
    creaturesKilled: 'tos_kills_total',
    playersKilled: 'tos_kills_total',
  },
  'application/game/game.ts': {
    strayCommands: 'tos_simulation_refused_total',
    joinsRefused: 'tos_simulation_refused_total',
    loadsTimedOut: 'tos_simulation_refused_total',
    savesRefused: 'tos_simulation_refused_total',
    loadsRefused: 'tos_simulation_refused_total',
    saves: 'tos_character_hand_overs_total',
  },
  'domain/space/navigation/ponder-in-turn.ts': {
    late: 'tos_paths_late_total',
  },
  'application/persistence/journal-keeper.ts': {
    entries: 'tos_journal_entries_total',
    windows: 'tos_journal_windows_total',
    failedWindows: 'tos_journal_windows_total',
  },
  'domain/mail/letters.ts': {
    refused: '(who sent it is told that there is no room)',
  },
  'domain/combat/tags.ts': {
    refused: 'tos_simulation_refused_total',
  },
  'domain/party/parties.ts': {
    refused: 'tos_simulation_refused_total',
  },
  'domain/party/invitations.ts': {
    refused: 'tos_simulation_refused_total',
  },
  'domain/chat/spoken-lines.ts': {
    forgottenEarly: 'tos_simulation_refused_total',
  },
  'domain/reports/player-reports.ts': {
    refused: 'tos_simulation_refused_total',
    notStored: 'tos_simulation_refused_total',
  },
  'domain/loot/loot-rolls.ts': {
    refused: 'tos_simulation_refused_total',
  },
  'domain/trade/trades.ts': {
    refused: '(who asked is told that the server is busy)',
  },
  'application/operations/sanctions/keep-sanctions.ts': {
    commands: '(by which older news is told from newer; tos_operator_commands_total counts them)',
  },
  'application/persistence/character-keeper.ts': {
    saved: 'tos_characters_saved_total',
    failedWrites: 'tos_character_saves_failed_total',
    refused: 'tos_character_states_refused_total',
  },
  'application/replication/client-views.ts': {
    refusedForSlots: 'tos_entities_refused_total',
  },
  'application/replication/crowd-ladder.ts': {
    step: inPlace,
  },
  'application/tick/tick-pacer.ts': {
    skippedTicks: 'tos_ticks_skipped_total',
  },
  'domain/orders/orders.ts': {
    count: '(orders that wait, none between ticks)',
    refused: 'tos_simulation_refused_total',
  },
  'adapters/backup-archive/archive-vault.ts': {
    bytes: '(of one copy, while it is written)',
  },
  'domain/ai/think.ts': {
    thoughts: 'tos_creature_thoughts_total',
  },
  'domain/ai/routes.ts': {
    followed: 'tos_paths_followed_total',
  },
  'domain/body/movement.ts': {
    queued: 'tos_player_steps_total',
    repeated: 'tos_player_steps_total',
    dropped: 'tos_player_steps_total',
  },
  'domain/combat/threat.ts': {
    evicted: 'tos_simulation_refused_total',
  },
  'domain/engine/ecs/entities.ts': {
    retired: 'tos_simulation_refused_total',
    refused: 'tos_simulation_refused_total',
  },
  'domain/engine/facts/fact-log.ts': {
    dropped: 'tos_simulation_refused_total',
    refused: 'tos_simulation_refused_total',
  },
  'domain/ledger/conservation.ts': {
    unlisted: '(npm run ledger -- check tells it)',
  },
  'domain/ledger/ledger-table.ts': {
    lastInstance: '(the id that was given last, not how often something happened)',
  },
  'domain/loot/ground-loot.ts': {
    rollsLost: 'tos_simulation_refused_total',
  },
  'domain/respawn/spawns.ts': {
    putOff: 'tos_simulation_refused_total',
  },
  'domain/world/world.ts': { tick: inPlace },
  'domain/space/navigation/path-queue.ts': {
    asked: 'tos_paths_asked_total',
    answered: 'tos_paths_answered_total',
    refused: 'tos_paths_refused_total',
  },
};

/** Names of the file's counts. */
function countsOf(text: string): string[] {
  const found: string[] = [];
  // A public field that starts at 0, there or in the constructor, is added to, and is never set otherwise nor taken from.
  const atFirst = /^ {4}this\.(\w+) = 0;/gm;
  const constructed = constructorOf(text);
  const later = text.replace(constructed, '');
  const fields = [
    ...[...text.matchAll(/^ {2}(?:public )?(?:readonly )?(\w+)(?:: number)? = 0;/gm)],
    ...[...constructed.matchAll(atFirst)].filter(([, name]) =>
      new RegExp(`^ {2}(?:public |declare )*${name}: number;`, 'm').test(text),
    ),
  ];
  for (const [, name] of fields) if (onlyGrows(`\\.${name}`, later)) found.push(name!);
  // A variable of the module that others see.
  for (const [, name] of text.matchAll(/^export let (\w+)(?:: number)? = 0;/gm))
    if (onlyGrows(`(?<![.\\w])${name}`, text.replace(/^export let .*/gm, ''))) found.push(name!);
  for (const [, body] of text.matchAll(/counters\b[^=;\n]* = \{([^}]*)\}/g)) {
    found.push(...[...body!.matchAll(/(\w+): 0\b/g)].map(([, name]) => name!));
  }
  return found;
}

function constructorOf(text: string): string {
  return [...text.matchAll(/^ {2}constructor\([\s\S]*?(?:\) \{\}|^ {2}\})$/gm)]
    .map(([whole]) => whole)
    .join('');
}

/** `name`: as a pattern, with what stands before it. */
function onlyGrows(name: string, text: string): boolean {
  const sum = ` = (?:[\\w.]*)${name} \\+ `;
  const grows = new RegExp(`${name}(?:\\+\\+| \\+= |${sum})|\\+\\+[\\w.]*${name}\\b`).test(text);
  const isSet = new RegExp(`${name}(?:--| -= | = (?!(?:[\\w.]*)${name} \\+ ))|--[\\w.]*${name}\\b`).test(
    text,
  );
  return grows && !isSet;
}

const kept = new Map(
  execFileSync('git', ['ls-files', ...folders.map((folder) => `${folder}/*.ts`)], { cwd: root })
    .toString()
    .trim()
    .split('\n')
    .filter((file) => !outside.test(file))
    .map((file) => [file, countsOf(readFileSync(path.join(root, file), 'utf8'))] as const)
    .filter(([, names]) => names.length > 0),
);

describe('counts', () => {
  it('are found: of fields, and of objects called counters', () => {
    expect(
      countsOf('class A {\n  lost = 0;\n  used = 0;\n  f() { this.lost++; this.used++; this.used = 0; }'),
    ).toEqual(['lost']);
    // However it is added to, and wherever it starts.
    expect(countsOf('class A {\n  lost = 0;\n  f() { this.lost = this.lost + 1; }')).toEqual(['lost']);
    expect(countsOf('class A {\n  lost = 0;\n  f() { ++this.lost; }')).toEqual(['lost']);
    expect(countsOf('export let missed = 0;\nexport function miss() { missed++; }')).toEqual(['missed']);
    expect(countsOf('export let missed: number = 0;\nconst miss = () => (missed = missed + 1);')).toEqual([
      'missed',
    ]);
    const constructed = 'class A {\n  lost: number;\n  constructor() {\n    this.lost = 0;\n  }\n';
    expect(countsOf(`${constructed}  f() { this.lost++; }`)).toEqual(['lost']);
    const bare = 'class A {\n  lost = 0;\n  constructor(readonly a: A) {}\n\n  f() { this.lost++; }\n  }\n';
    expect(countsOf(bare)).toEqual(['lost']);
    expect(countsOf(`${constructed}  f() { this.lost++; this.lost = 0; }`)).toEqual([]);
    expect(
      countsOf(`${constructed}  f() { this.lost = other.lost + 1; this.lost = this.left + 1; }`),
    ).toEqual([]);
    expect(countsOf('  readonly counters: Counters = { sent: 0, kept: 0 };')).toEqual(['sent', 'kept']);
    expect(kept.size).toBeGreaterThan(15);
  });

  it('that somebody keeps are told, or it is said here why not', () => {
    const untold = [...kept].flatMap(([file, names]) =>
      names.filter((name) => told[file]?.[name] === undefined).map((name) => `${file}: ${name}`),
    );
    expect(untold).toEqual([]);
  });

  it('that are said to be told exist, and so do their metrics', () => {
    const metrics = new Set(gameServerMetrics.map(({ name }) => name));
    const elsewhere = [
      'adapters/admin-api/health/api-metrics.ts',
      'adapters/admin-client/admin-standing.ts',
      'adapters/threads/journal/journal-figures.ts',
    ]
      .map((file) => readFileSync(path.join(root, file), 'utf8'))
      .join();
    for (const [file, counts] of Object.entries(told)) {
      expect([file, Object.keys(counts).sort()]).toEqual([file, [...(kept.get(file) ?? [])].sort()]);
      for (const metric of Object.values(counts)) {
        if (!metric.startsWith('(') && !metrics.has(metric)) expect(elsewhere).toContain(metric);
      }
    }
  });
});
