// A tool's command line: one table of flags gives the values, the help and what is said about a wrong flag. All that is
// wrong is told at once, a line each: the flag, its value, and what is allowed.

import { nearestName } from '#codegen/text/nearest-name.js';
import { describeFlag, faultOf, type Flag, type Flags, type FlagValues, toggle } from './flags.js';

export interface CommandLine<F extends Flags> {
  /** What --help begins with. */
  readonly usage: readonly string[];
  readonly flags: F;
  /** Bare words are the values of these flags, in this order. */
  readonly positions?: readonly (keyof F & string)[];
  /** The bare words there may be, in any number. */
  readonly words?: readonly string[];
  /** What is wrong with the server's settings, for programs that take their defaults from them. */
  readonly settingProblems?: readonly string[];
  /** What --help ends with. */
  readonly notes?: readonly string[];
}

export interface Asked<Values> {
  readonly flags: Values;
  readonly words: readonly string[];
}

export type ParsedCommandLine<Values> =
  | ({ readonly kind: 'flags' } & Asked<Values>)
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'faulty'; readonly problems: readonly string[] };

export function parseCommandLine<F extends Flags>(
  line: CommandLine<F>,
  args: readonly string[],
): ParsedCommandLine<FlagValues<F>> {
  if (args.includes('--help') || args.includes('-h')) return { kind: 'help', text: helpText(line) };
  const values: Record<string, unknown> = {};
  for (const [name, flag] of Object.entries(line.flags)) {
    values[name] = flag.kind === 'switch' ? false : flag.otherwise;
  }
  const [words, problems]: [string[], string[]] = [[], [...(line.settingProblems ?? [])]];
  const positions = [...(line.positions ?? [])];
  const waiting = [...args];
  for (let word = waiting.shift(); word !== undefined; word = waiting.shift()) {
    if (line.words?.includes(word)) {
      words.push(word);
      continue;
    }
    const bare = !word.startsWith('-');
    const [name, inline] = bare ? [positions.shift(), word] : splitFlag(word);
    const flag = name !== undefined && Object.hasOwn(line.flags, name) ? line.flags[name]! : undefined;
    // What follows an unknown flag was meant as its value, unless it says something by itself.
    const takesNext = inline === undefined && flag?.kind !== 'switch' && !line.words?.includes(waiting[0]!);
    const value = takesNext && waiting[0]?.startsWith('--') === false ? waiting.shift() : inline;
    const fault = flag === undefined ? unknown(word, name, line) : faultOf(flag, value);
    if (fault !== undefined)
      problems.push(flag === undefined ? fault : said(name!, flag, bare ? word : undefined, fault));
    else values[name!] = valueOf(flag!, value);
  }
  if (problems.length > 0) return { kind: 'faulty', problems };
  return { kind: 'flags', flags: values as FlagValues<F>, words };
}

/** What the program shall do; undefined when help, or what is wrong, was printed instead and the program is done. */
export function askedFor<Values>(parsed: ParsedCommandLine<Values>): Asked<Values> | undefined {
  if (parsed.kind === 'flags') return parsed;
  if (parsed.kind === 'help') console.log(parsed.text);
  else {
    for (const problem of parsed.problems) console.error(problem);
    process.exitCode = 2;
  }
  return undefined;
}

function splitFlag(word: string): [string | undefined, string | undefined] {
  if (!word.startsWith('--')) return [undefined, undefined];
  const equals = word.indexOf('=');
  return equals < 0 ? [word.slice(2), undefined] : [word.slice(2, equals), word.slice(equals + 1)];
}

/** Whoever wrote a bare word in the place of one of several need not know that it is a flag's value. */
function said(name: string, flag: Flag, bareWord: string | undefined, fault: string): string {
  if (bareWord === undefined || flag.kind !== 'text') return `--${name}${fault}`;
  if (bareWord.trim() === '') return `${name}${fault}`;
  const meant = nearestName(bareWord, flag.oneOf ?? []);
  return `${fault.trimStart()}${meant === undefined ? '' : `; did you mean ${meant}?`}`;
}

function valueOf(flag: Flag, value: string | undefined): unknown {
  if (flag.kind === 'switch') return true;
  return flag.kind === 'number' ? Number(value) : value;
}

function unknown<F extends Flags>(word: string, name: string | undefined, line: CommandLine<F>): string {
  if (line.words !== undefined && !word.startsWith('-')) {
    const meant = nearestName(word, line.words);
    const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
    return `${word}: must be one of ${line.words.join(', ')}${hint}`;
  }
  if (!word.startsWith('-')) return `'${word}' is one word too many; --help says what there is`;
  const meant = name === undefined ? undefined : nearestName(name, [...Object.keys(line.flags), 'help']);
  return `${word}: no such flag${meant === undefined ? '; --help lists them' : `; did you mean --${meant}?`}`;
}

function helpText<F extends Flags>({ usage, flags, notes }: CommandLine<F>): string {
  const rows = Object.entries({ ...flags, help: toggle('this text') }).map(([name, flag]) =>
    describeFlag(name, flag),
  );
  return [...usage, '', ...rows, ...(notes === undefined ? [] : ['', ...notes])].join('\n');
}
