// Nest's own messages, as lines of our log. What Nest says about its start-up is for whoever debugs it.

import type { LoggerService } from '@nestjs/common';
import type { Log } from '#ports/system/log.js';

export class NestLog implements LoggerService {
  constructor(private readonly to: Log) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.to.debug(`nest: ${String(message)}`, context(rest));
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.to.debug(`nest: ${String(message)}`, context(rest));
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.to.debug(`nest: ${String(message)}`, context(rest));
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.to.warn(`nest: ${String(message)}`, context(rest));
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.to.error(`nest: ${String(message)}`, context(rest));
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.to.error(`nest: ${String(message)}`, context(rest));
  }
}

function context(rest: readonly unknown[]): Record<string, unknown> {
  const last = rest.at(-1);
  return typeof last === 'string' ? { context: last } : {};
}
