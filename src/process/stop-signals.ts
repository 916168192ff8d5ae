// When to stop: SIGINT, SIGTERM, or the death of the parent. The last is for `npm start`: a SIGTERM to npm ends npm and
// its shell and leaves this process an orphan, which shows in its parent's id.

/** How often the parent is looked at. */
const parentCheckMs = 500;

export interface StopSignals {
  /** Resolves with the first reason to stop. */
  readonly stop: Promise<string>;
  /** Ends the watch; signals have their usual effect again. */
  release(): void;
}

export function watchStopSignals(): StopSignals {
  const { promise, resolve } = Promise.withResolvers<string>();
  const onSignal = (signal: NodeJS.Signals): void => {
    resolve(signal);
  };
  const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, onSignal);
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) resolve('the parent process ended');
  }, parentCheckMs);
  timer.unref();
  return {
    stop: promise,
    release() {
      clearInterval(timer);
      for (const signal of signals) process.off(signal, onSignal);
    },
  };
}
