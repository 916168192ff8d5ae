// Reports of players in words.
import { ListedReport, ReportOutcome, ReportReason, ReportState, SaidLine } from '../api/models';
import { formatDuration } from '../ui/format';

export const reasonWords: Readonly<Record<ReportReason, string>> = {
  cheating: 'Cheating',
  harassment: 'Harassment',
  spam: 'Spam',
  name: 'Name',
  other: 'Other',
};

export const outcomeWords: Readonly<Record<ReportOutcome, string>> = {
  noAction: 'No action',
  warned: 'Warned',
  muted: 'Muted',
  banned: 'Banned',
  other: 'Something else',
};

export interface StateWords {
  readonly word: string;
  readonly tone: 'plain' | 'ok' | 'warn';
}

const stateWords: Readonly<Record<ReportState, StateWords>> = {
  open: { word: 'Open', tone: 'warn' },
  taken: { word: 'Taken', tone: 'plain' },
  resolved: { word: 'Resolved', tone: 'ok' },
};

export function stateOf({
  state,
  outcome,
  takenByName,
}: Pick<ListedReport, 'state' | 'outcome' | 'takenByName'>): StateWords {
  const words = stateWords[state];
  if (state === 'resolved' && outcome !== null) return { ...words, word: outcomeWords[outcome] };
  return state === 'taken' && takenByName !== null ? { ...words, word: `Taken by ${takenByName}` } : words;
}

/** What is shown of a queue; the first is shown unless something else is asked for. */
export const queues = [
  { value: 'unresolved', name: 'Unresolved' },
  { value: 'open', name: 'Open' },
  { value: 'taken', name: 'Taken' },
  { value: 'resolved', name: 'Resolved' },
  { value: 'all', name: 'All' },
] as const;
export type Queue = (typeof queues)[number]['value'];

export function queueOf(asked: string | undefined): Queue {
  return queues.find(({ value }) => value === asked)?.value ?? 'unresolved';
}

/** One who said something, as it is read beside the others. */
export interface Said extends SaidLine {
  readonly who: 'reporter' | 'target';
  readonly name: string;
}

interface Side {
  readonly name: string;
  readonly lines: readonly SaidLine[];
}

/** What both said, in the order in which they did. */
export function talkOf({
  reporter,
  target,
}: {
  readonly reporter: Side;
  readonly target: Side;
}): readonly Said[] {
  const said = (who: Said['who'], { name, lines }: Side): Said[] =>
    lines.map((line) => ({ ...line, who, name: name === '' ? 'erased' : name }));
  return [...said('reporter', reporter), ...said('target', target)].sort(
    (a, b) => b.secondsAgo - a.secondsAgo,
  );
}

export function agoWords({ secondsAgo }: SaidLine): string {
  return secondsAgo < 1 ? 'at once' : `${formatDuration(secondsAgo)} before`;
}

export interface Place {
  readonly map: string;
  readonly x: number;
  readonly y: number;
}

export function placeWords(place: Place | null, mapName: (key: string) => string): string {
  if (place === null) return 'not in the world then';
  return `${mapName(place.map)}, ${place.x.toFixed(1)} / ${place.y.toFixed(1)} m`;
}
