// The audit page's filter as it stands in the address, and the question to the API that it means.
import { AuditQuestion } from '../backend/backend';

/** The filter's fields by the names of their query parameters; what is empty does not narrow. */
export interface AuditFilter {
  readonly who: string;
  readonly what: string;
  readonly outcome: string;
  readonly on: string;
  readonly address: string;
  /** Local time as a datetime-local field has it. */
  readonly from: string;
  readonly until: string;
}

export const emptyFilter: AuditFilter = {
  ...{ who: '', what: '', outcome: '', on: '', address: '', from: '', until: '' },
};

export const isNarrowed = (filter: AuditFilter): boolean =>
  Object.values(filter).some((value) => value !== '');

export function questionOf(filter: AuditFilter): AuditQuestion {
  const { who, what, outcome, on, address } = filter;
  const from = toIso(filter.from);
  const until = toIso(filter.until);
  return {
    ...(who !== '' && { actor: who }),
    ...(what !== '' && { action: what.toLowerCase() }),
    ...((outcome === 'done' || outcome === 'refused') && { outcome }),
    ...(on !== '' && { target: on }),
    ...(address !== '' && { address }),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
  };
}

function toIso(local: string): string | undefined {
  const ms = Date.parse(local);
  return local === '' || Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}

export interface DetailLine {
  readonly name: string;
  readonly text: string;
}

/** An entry's details, one line each: before and after of a change beside each other, all else as it is. */
export function detailLines(details: Readonly<Record<string, unknown>>): readonly DetailLine[] {
  const { before, after, ...rest } = details;
  const changed =
    isRecord(before) && isRecord(after)
      ? [...new Set([...Object.keys(before), ...Object.keys(after)])].map((name) => ({
          name,
          text: `${show(before[name])} → ${show(after[name])}`,
        }))
      : Object.entries({ before, after }).flatMap(([name, value]) =>
          value === undefined ? [] : [{ name, text: show(value) }],
        );
  return [...changed, ...Object.entries(rest).map(([name, value]) => ({ name, text: show(value) }))];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  if (value === undefined) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
