// What a dialog needs to know of a command to ask for it: its words, its fields, and how it is sent. It is the
// same dialog for all; the forms are in command-kinds.ts.
import { Command } from '../../api/models';

export interface CommandField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
  /** Of UTF-8, as the API counts. */
  readonly bytesMax?: number;
  /** A whole number instead of a text. */
  readonly whole?: { readonly min: number; readonly max: number };
  /** Metres on a map, from 0 on, instead of a text. */
  readonly metres?: boolean;
  /** A moment to come by the visitor's clock, at most so far ahead, instead of a text. */
  readonly moment?: { readonly aheadMsMax: number };
  /** What stands there at first. */
  readonly value?: string;
  /** A choice instead of a text: the first is chosen at the start. */
  readonly options?: readonly { readonly value: string; readonly name: string }[];
}

export type Filled = Readonly<Record<string, string>>;

export interface CommandForm {
  readonly title: string;
  /** What it does, and what not. */
  readonly explains: string;
  readonly fields: readonly CommandField[];
  /** On the button that sends it. */
  readonly act: string;
  /** Null when what was asked for is done and no command could be given for it; then `untold` says what that means. */
  readonly send: (filled: Filled) => Promise<Command | null>;
  readonly untold?: string;
}

const encoder = new TextEncoder();

/** What is wrong with what was filled in; null when nothing is. The API looks more closely. */
export function faultIn(field: CommandField, value: string): string | null {
  const { required, bytesMax, label, whole, metres, moment } = field;
  const text = value.trim();
  if (text === '') return required ? `${label}: say something.` : null;
  if (whole !== undefined && !isWhole(text, whole))
    return `A whole number from ${whole.min.toLocaleString('en')} to ${whole.max.toLocaleString('en')}.`;
  if (metres === true && !/^\d{1,5}(\.\d+)?$/.test(text)) return 'Metres, as 12 or 12.5.';
  if (moment !== undefined) return faultInMoment(Date.parse(text) - Date.now(), moment);
  const bytes = encoder.encode(text).length;
  return bytesMax !== undefined && bytes > bytesMax ? `At most ${bytesMax} bytes; these are ${bytes}.` : null;
}

function isWhole(text: string, { min, max }: NonNullable<CommandField['whole']>): boolean {
  return /^\d+$/.test(text) && Number(text) >= min && Number(text) <= max;
}

function faultInMoment(aheadMs: number, { aheadMsMax }: NonNullable<CommandField['moment']>): string | null {
  if (Number.isNaN(aheadMs)) return 'A day and a time.';
  if (aheadMs <= 0) return 'That is over; choose a time to come.';
  const days = Math.floor(aheadMsMax / (24 * 60 * 60_000));
  return aheadMs > aheadMsMax ? `At most ${days} days ahead.` : null;
}
