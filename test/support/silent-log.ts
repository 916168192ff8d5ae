// A log that says nothing, and one that can be asked what it was told.

import type { Log } from '#ports/system/log.js';

export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };

export interface LoggedLine {
  readonly level: keyof Log;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export class RecordingLog implements Log {
  readonly lines: LoggedLine[] = [];

  debug = this.#writer('debug');
  info = this.#writer('info');
  warn = this.#writer('warn');
  error = this.#writer('error');

  #writer(level: keyof Log): Log['info'] {
    return (message, fields = {}) => {
      this.lines.push({ level, message, fields });
    };
  }
}
