// The log: one JSON object a line for machines, or one readable line for people at a terminal. A line is written before
// the call returns, so that the last words of a dying process are there. Fields whose name says that they are secret
// are hidden. When the reader of the output is gone, lines are dropped, errors told on standard error: a log must not end the
// server, and nothing may end it without a word.

import { constants, fstatSync, openSync, writeSync } from 'node:fs';
import pino, { type Logger } from 'pino';

import type { Log } from '#ports/system/log.js';

import { readableLine } from './readable-line.js';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
type Fields = Readonly<Record<string, unknown>>;

export interface PinoLogOptions {
  readonly level: LogLevel;
  /** Default: readable when standard output is a terminal. */
  readonly format?: 'json' | 'readable';
  readonly colours?: boolean;
  /** Where lines go instead of standard output, each with its line end. */
  readonly write?: (line: string) => void;
}

const secretNames = ['password', 'token', 'serverToken', 'secret', 'cookie', 'authorization', 'databaseUrl'];
/** Bytes that may wait while the output takes nothing; lines beyond are dropped. */
const waitingBytesMax = 1024 * 1024;
/** Pino writes the level first. */
const errorBegin = '{"level":"error"';

export class PinoLog implements Log {
  readonly #logger: Logger;

  private constructor(logger: Logger) {
    this.#logger = logger;
  }

  static to(options: PinoLogOptions): PinoLog {
    const terminal = process.stdout.isTTY === true;
    const format = options.format ?? (terminal ? 'readable' : 'json');
    const colours = options.colours ?? (terminal && !process.env['NO_COLOR']);
    const shown = format === 'json' ? asItIs : (line: string) => `${readableLine(line, colours)}\n`;
    const write = options.write ?? standardOutput();
    const destination = { write: (line: string) => write(shown(line), line.startsWith(errorBegin)) };
    return new PinoLog(pino(pinoOptions(options.level), destination));
  }

  /** The same log with fields that stand in each of its lines. */
  with(fields: Fields): PinoLog {
    return new PinoLog(this.#logger.child(flattened(fields)));
  }

  debug(message: string, fields?: Fields): void {
    this.#logger.debug(flattened(fields), message);
  }

  info(message: string, fields?: Fields): void {
    this.#logger.info(flattened(fields), message);
  }

  warn(message: string, fields?: Fields): void {
    this.#logger.warn(flattened(fields), message);
  }

  error(message: string, fields?: Fields): void {
    this.#logger.error(flattened(fields), message);
  }
}

function pinoOptions(level: LogLevel): pino.LoggerOptions {
  return {
    level,
    base: null,
    messageKey: 'message',
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: secretNames.flatMap((name) => [name, `*.${name}`]), censor: '(hidden)' },
  };
}

function asItIs(line: string): string {
  return line;
}

/**
 * A pipe whose reader is there and does not read (`| less`) is full after 64 KiB, and who writes on waits for it: with this thread
 * everything else of the server would. Opened anew, without waiting, it says so instead (pipe(7), open(2): O_NONBLOCK). Undefined for
 * what is no pipe, and where there is no such way.
 */
function pipeThatNeverWaits(descriptor: number): number | undefined {
  try {
    if (!fstatSync(descriptor).isFIFO()) return undefined;
    return openSync(`/proc/self/fd/${descriptor}`, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch {
    // Not on Linux, or nobody reads any more: the descriptor itself is as good.
    return undefined;
  }
}

/** Lines for which there is no room are dropped; false then. A line of which a part went is finished first. */
function writerInto(pipe: number): (line: string) => boolean {
  let rest: Uint8Array = new Uint8Array(0);
  const send = (bytes: Uint8Array): void => {
    rest = bytes;
    while (rest.length > 0) rest = rest.subarray(writeSync(pipe, rest));
  };
  return (line) => {
    const bytes = Buffer.from(line);
    try {
      send(rest);
    } catch {
      // EAGAIN: full; EPIPE: nobody reads any more.
      return false;
    }
    try {
      send(bytes);
      return true;
    } catch {
      const hasBegun = rest.length < bytes.length;
      if (!hasBegun) rest = new Uint8Array(0);
      return hasBegun;
    }
  };
}

function standardOutput(): (line: string, isError: boolean) => void {
  const pipe = pipeThatNeverWaits(1);
  if (pipe !== undefined) {
    const write = writerInto(pipe);
    return (line, isError) => {
      if (!write(line) && isError) tellOnStandardError(line);
    };
  }
  const output = pino.destination({ fd: 1, sync: true, maxLength: waitingBytesMax });
  let isUnread = false;
  let isLost = false;
  // Nobody reads any more (EPIPE), for good, or the file's disk is full, for a while.
  output.on('error', ({ code }: NodeJS.ErrnoException) => {
    isLost = true;
    isUnread ||= code === 'EPIPE';
  });
  return (line, isError) => {
    isLost = isUnread;
    output.write(line);
    if (isLost && isError) tellOnStandardError(line);
  };
}

let standardError: number | undefined;

function tellOnStandardError(line: string): void {
  try {
    standardError ??= pipeThatNeverWaits(2) ?? 2;
    writeSync(standardError, line);
  } catch {
    // There is nowhere left to say so.
  }
}

/** Errors become plain fields wherever they stand, and no field takes the place of the line's own level, time or message. */
function flattened(fields: Fields = {}): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    const taken = name === 'level' || name === 'time' || name === 'message';
    result[taken ? `${name}Field` : name] = value instanceof Error ? describeError(value) : value;
  }
  return result;
}

/** The chain of causes is cut: it may be a ring. */
function describeError(error: Error, depth = 0): Record<string, unknown> {
  const { name, message, stack, cause } = error;
  const code = (error as NodeJS.ErrnoException).code;
  return {
    name,
    message,
    ...(code === undefined ? {} : { code }),
    stack,
    ...(cause instanceof Error && depth < 3 ? { cause: describeError(cause, depth + 1) } : {}),
  };
}
