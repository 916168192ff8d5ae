// Which functions allocate while something runs, by V8's sampling heap profiler: for the message of a test that found too
// much, not for the figure (allocation-meter.ts), since it sees a sample.

import { Session } from 'node:inspector';
import type { HeapProfiler } from 'node:inspector';

/** The largest, as `function file:line bytes`; what was collected meanwhile counts, too. */
export function allocatingFunctions(run: () => void, most = 12): string[] {
  const session = new Session();
  session.connect();
  const sampled = { includeObjectsCollectedByMajorGC: true, includeObjectsCollectedByMinorGC: true };
  session.post('HeapProfiler.startSampling', { samplingInterval: 512, ...sampled });
  run();
  let profile: HeapProfiler.SamplingHeapProfile | undefined;
  // Called before `post` returns: the session is this thread's own.
  session.post('HeapProfiler.stopSampling', (error, result) => {
    if (error !== null) throw error;
    profile = result.profile;
  });
  session.disconnect();
  const bytes = new Map<string, number>();
  const waiting = [profile!.head];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const { functionName, url, lineNumber } = node.callFrame;
    const name = `${functionName || '(no name)'} ${url.replace(/^.*\/(?=\w[\w-]*\/)/, '')}:${lineNumber + 1}`;
    if (node.selfSize > 0) bytes.set(name, (bytes.get(name) ?? 0) + node.selfSize);
    waiting.push(...node.children);
  }
  const largest = [...bytes].sort(([, a], [, b]) => b - a).slice(0, most);
  return largest.map(([name, size]) => `${name} ${size}`);
}
