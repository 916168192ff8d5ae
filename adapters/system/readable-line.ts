// A JSON log line as people read it: time, level, message, then the fields; stacks below. What came from outside
// (names, chat) cannot move the cursor or forge a line: control characters are shown as escapes.

const colourOf: Readonly<Record<string, string>> = { debug: '90', info: '36', warn: '33', error: '31' };
const grey = '90';

export function readableLine(json: string, colours: boolean): string {
  const { level, time, message, ...fields } = JSON.parse(json) as Record<string, unknown>;
  const paint = (text: string, colour: string): string =>
    colours ? `\u001b[${colour}m${text}\u001b[0m` : text;
  const stacks: string[] = [];
  const shown = Object.entries(fields).map(([name, value]) => {
    const text = isError(value) ? shownError(value, stacks) : shownValue(value);
    return `${paint(`${visible(name)}=`, grey)}${text}`;
  });
  const head = [
    paint(clockTime(String(time)), grey),
    paint(String(level).toUpperCase().padEnd(5), colourOf[String(level)] ?? grey),
    visible(String(message)),
    ...shown,
  ].join(' ');
  return [head, ...stacks.map((line) => paint(`    ${visible(line.trim())}`, grey))].join('\n');
}

interface ErrorFields {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  readonly code?: string;
  readonly cause?: unknown;
}

function isError(value: unknown): value is ErrorFields {
  const error = value as Partial<ErrorFields> | null | undefined;
  return typeof error?.stack === 'string' && typeof error.message === 'string';
}

function shownError(error: ErrorFields, stacks: string[]): string {
  stacks.push(...error.stack.split('\n').filter((line) => /^\s+at /.test(line)));
  const code = error.code === undefined ? '' : ` (${error.code})`;
  const cause = isError(error.cause) ? ` caused by ${shownError(error.cause, stacks)}` : '';
  return shownValue(`${error.name}${code}: ${error.message}`) + cause;
}

function shownValue(value: unknown): string {
  if (typeof value === 'string' && /^[\w.:/@+-]+$/.test(value)) return value;
  return visible(JSON.stringify(value));
}

/** The local time of day. */
function clockTime(iso: string): string {
  const at = new Date(iso);
  const milliseconds = String(at.getMilliseconds()).padStart(3, '0');
  return `${at.toTimeString().slice(0, 8)}.${milliseconds}`;
}

function visible(text: string): string {
  return text.replace(/[\p{C}\u2028\u2029]/gu, (character) => {
    return `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`;
  });
}
