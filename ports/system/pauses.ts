// Waiting, for those who have to wait outside the tick: the application has no timers of its own.

export interface Pauses {
  /** Resolves after `ms` milliseconds, never before. */
  pause(ms: number): Promise<void>;
  /** The same, for the end of somebody's patience: alone it keeps no process alive. */
  deadline(ms: number): Promise<void>;
}

/** The end of somebody's patience with what can be given up. */
export interface Patience {
  /** Says after `ms` milliseconds that what was begun is to be given up; alone it keeps no process alive either. */
  giveUpAfter(ms: number): GiveUp;
}

/** By it whoever asked says that he waits no more: an AbortSignal, of which this is what ports need. */
export interface GiveUp {
  readonly aborted: boolean;
  readonly reason: unknown;
  /** Throws the reason. */
  throwIfAborted(): void;
}
