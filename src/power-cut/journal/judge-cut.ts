// What a power cut left, opened as a server opens it after one: everything acknowledged must be there, nothing else, whole,
// and the journal must go on.

import { checkLedger } from '#application/ledger/check-ledger.js';
import { encodeFact, factSizeMax } from '#domain/vocabulary/generated/fact-codec.js';
import { openPlace, type OpenPlace } from './open-place.js';
import type { AskedWindow, Promised } from './promises.js';

export interface CutVerdict {
  /** Entries, and characters as they were saved, that were looked for. */
  readonly acknowledged: number;
  /** How many of these are not there. */
  readonly lost: number;
  /** What is not as it may be, a line each. */
  readonly corrupt: readonly string[];
}

export async function judgeCut(
  dataDir: string,
  promised: Promised,
  windows: readonly AskedWindow[],
): Promise<CutVerdict> {
  const acknowledged = promised.appended + promised.created.length;
  let place: OpenPlace;
  try {
    place = await openPlace(dataDir);
  } catch (error) {
    return { acknowledged, lost: 0, corrupt: [`it is refused: ${reasonOf(error)}`] };
  }
  try {
    const there = place.journal.end.number;
    const characters = await judgeCharacters(place, promised);
    const corrupt = [
      ...(there > promised.asked ? [`${there} entries are there, of ${promised.asked} asked for`] : []),
      ...(promised.serverId === undefined || promised.serverId === place.serverId
        ? []
        : ['the server has another identity']),
      ...characters.corrupt,
      ...goOn(place, windows, there),
      ...differencesOf(place, windows),
      ...checkLedger(place.journal).findings,
      ...soundnessOf(place),
    ];
    return { acknowledged, lost: Math.max(0, promised.appended - there) + characters.lost, corrupt };
  } catch (error) {
    return { acknowledged, lost: 0, corrupt: [`it cannot be read: ${reasonOf(error)}`] };
  } finally {
    await place.close();
  }
}

/** Of one save or another, all of the same one. */
async function judgeCharacters(
  { store }: OpenPlace,
  { created, saved, saving }: Promised,
): Promise<{ lost: number; corrupt: string[] }> {
  const rounds = new Map<string, number>();
  let lost = 0;
  for (const name of created) {
    const found = await store.find(name);
    if (found === undefined) {
      lost++;
      continue;
    }
    const round = found.savedUnixMs;
    rounds.set(name, round);
    if (round < saved) lost++;
    // In two tables: the character's row, and one of its cooldowns.
    const [cooldown] = found.cooldowns;
    const isWhole =
      round === 0 ||
      (found.x === round % 1000 && cooldown?.slot === round % 8 && cooldown.ticks === 1 + round);
    if (!isWhole || round > saving)
      return { lost, corrupt: [`${name} is not as of save ${round} of ${saving}`] };
  }
  const corrupt = new Set(rounds.values()).size > 1 ? ['characters are of different saves'] : [];
  return { lost, corrupt };
}

/** What would have come next is taken. Windows are there whole or not at all, but for those of an opening balance. */
function goOn({ journal }: OpenPlace, windows: readonly AskedWindow[], there: number): string[] {
  if (there === (windows.at(-1)?.entries.length ?? 0) + (windows.at(-1)?.first ?? 1) - 1) return [];
  const next = windows.find(({ first }) => first === there + 1);
  if (next === undefined) return [`entry ${there} is not the last of a window`];
  const last = there + next.entries.length;
  const stored = journal.append(there + 1, next.bytes);
  return stored === last ? [] : [`the next window ended with ${stored}, not ${last}`];
}

function differencesOf({ journal }: OpenPlace, windows: readonly AskedWindow[]): string[] {
  const entries = windows.flatMap((window) => window.entries);
  const bytes = new Uint8Array(factSizeMax);
  const different: string[] = [];
  journal.entries(1, (facts, row, number) => {
    const end = encodeFact(facts, row, bytes, 0);
    const asked = entries[number - 1];
    if (asked === undefined || Buffer.compare(asked, bytes.subarray(0, end)) !== 0)
      different.push(`entry ${number} is not what was appended`);
    return different.length === 0;
  });
  return different;
}

function soundnessOf({ store }: OpenPlace): string[] {
  const finding = store.file.db.pragma('integrity_check(1)', { simple: true });
  return finding === 'ok' ? [] : [`SQLite: ${String(finding)}`];
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
