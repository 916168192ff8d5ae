// The log of a thread that has no output of its own: each line is a message to the thread that has one.

import type { MessagePort } from 'node:worker_threads';
import type { Log } from '#ports/system/log.js';
import { fromWire, toWire, type ErrorClasses, type WireError } from './wire-error.js';

type Fields = Readonly<Record<string, unknown>>;
type Level = keyof Log;

interface LineMessage {
  readonly log: Level;
  readonly message: string;
  readonly fields: Fields | undefined;
  /** Fields that are errors. */
  readonly errors: Readonly<Record<string, WireError>>;
}

export class LogByMessage implements Log {
  constructor(private readonly port: Pick<MessagePort, 'postMessage'>) {}

  debug(message: string, fields?: Fields): void {
    this.#send('debug', message, fields);
  }

  info(message: string, fields?: Fields): void {
    this.#send('info', message, fields);
  }

  warn(message: string, fields?: Fields): void {
    this.#send('warn', message, fields);
  }

  error(message: string, fields?: Fields): void {
    this.#send('error', message, fields);
  }

  #send(log: Level, message: string, fields: Fields = {}): void {
    const all = Object.entries(fields);
    const errors = all.filter(([, value]) => value instanceof Error);
    this.port.postMessage({
      ...{ log, message },
      fields: Object.fromEntries(all.filter(([, value]) => !(value instanceof Error))),
      errors: Object.fromEntries(errors.map(([name, value]) => [name, toWire(value)])),
    } satisfies LineMessage);
  }
}

/** Writes what comes by the port. */
export function writeLog(port: Pick<MessagePort, 'on'>, log: Log, classes: ErrorClasses): void {
  port.on('message', (line: LineMessage) => {
    if (!('log' in line)) return;
    const errors = Object.entries(line.errors).map(
      ([name, wire]) => [name, fromWire(wire, classes)] as const,
    );
    log[line.log](line.message, { ...line.fields, ...Object.fromEntries(errors) });
  });
}
