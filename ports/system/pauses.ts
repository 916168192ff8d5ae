// Waiting, for those who have to wait outside the tick: the application has no timers of its own.

export interface Pauses {
  /** Resolves after `ms` milliseconds, never before. */
  pause(ms: number): Promise<void>;
  /** The same, for the end of somebody's patience: alone it keeps no process alive. */
  deadline(ms: number): Promise<void>;
}
