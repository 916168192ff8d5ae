// What a flag of a tool may be: a number in a range, a text, one of several words, or a switch.

import { isForShell, writtenOut } from '../configuration/shell-notation.js';

export interface NumberFlag {
  readonly kind: 'number';
  readonly from: number;
  readonly to: number;
  readonly whole: boolean;
  readonly otherwise: number;
  /** What --help says in place of a default that differs from run to run. */
  readonly otherwiseSays?: string;
  readonly about: string;
}

export interface TextFlag<Text extends string = string> {
  readonly kind: 'text';
  /** Any text when undefined. */
  readonly oneOf: readonly Text[] | undefined;
  /** A path, which no shell changes behind an =. */
  readonly isPath?: true;
  readonly otherwise: Text;
  readonly about: string;
}

export interface SwitchFlag {
  readonly kind: 'switch';
  readonly about: string;
}

export type Flag = NumberFlag | TextFlag | SwitchFlag;
export type Flags = Readonly<Record<string, Flag>>;

export type FlagValues<F extends Flags> = {
  readonly [Name in keyof F]: F[Name] extends NumberFlag
    ? number
    : F[Name] extends TextFlag<infer Text>
      ? Text
      : boolean;
};

type NumberRange = Pick<NumberFlag, 'from' | 'to' | 'otherwise' | 'otherwiseSays'>;

export function number(range: NumberRange, about: string): NumberFlag {
  return { kind: 'number', whole: false, about, ...range };
}

export function wholeNumber(range: NumberRange, about: string): NumberFlag {
  return { kind: 'number', whole: true, about, ...range };
}

export function text(otherwise: string, about: string): TextFlag {
  return { kind: 'text', oneOf: undefined, otherwise, about };
}

export function path(otherwise: string, about: string): TextFlag {
  return { ...text(otherwise, about), isPath: true };
}

export function oneOf<Text extends string>(
  words: readonly Text[],
  otherwise: NoInfer<Text>,
  about: string,
): TextFlag<Text> {
  return { kind: 'text', oneOf: words, otherwise, about };
}

export function toggle(about: string): SwitchFlag {
  return { kind: 'switch', about };
}

/** As settings are written (src/configuration/setting-kinds.ts): no exponents, no hexadecimal, no blanks. */
const wholeWritten = /^-?\d{1,15}$/;
const written = /^-?\d{1,15}(\.\d{1,15})?$/;

/** Said of a text that is no value of the flag, behind its name; undefined when it is one. */
export function faultOf(flag: Flag, value: string | undefined): string | undefined {
  if (flag.kind === 'switch') return value === undefined ? undefined : ' takes no value';
  if (value === undefined || value.trim() === '') return ' needs a value';
  if (flag.kind === 'text') {
    if (flag.isPath && isForShell(value)) return ` ${value}: must be a path ${writtenOut}`;
    if (flag.oneOf === undefined || flag.oneOf.includes(value)) return undefined;
    return ` ${value}: must be one of ${flag.oneOf.join(', ')}`;
  }
  const { from, to, whole } = flag;
  const amount = (whole ? wholeWritten : written).test(value) ? Number(value) : NaN;
  if (amount >= from && amount <= to) return undefined;
  return ` ${value}: must be a ${whole ? 'whole ' : ''}number from ${from} to ${to}`;
}

/** A flag's line in --help. */
export function describeFlag(name: string, flag: Flag): string {
  const row = (left: string, about: string) => `  --${left.padEnd(16)} ${about}`;
  if (flag.kind === 'switch') return row(name, flag.about);
  if (flag.kind === 'text') {
    const allowed = flag.oneOf === undefined ? '' : `${flag.oneOf.join(', ')}; `;
    return row(`${name} TEXT`, `${flag.about} (${allowed}default ${flag.otherwise})`);
  }
  const { from, to, otherwise, otherwiseSays, about } = flag;
  return row(`${name} N`, `${about} (${from} to ${to}, ${otherwiseSays ?? `default ${otherwise}`})`);
}
