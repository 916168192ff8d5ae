// The part that all servers of the comparison share: says its port, then answers every question with its figures.

import { answer } from '../harness/child.js';
import type { PeerServerReading } from './workload.js';

export function serve(port: number, bytesOut: () => number): void {
  answer({ port });
  process.on('message', () => {
    const { userCPUTime, systemCPUTime } = process.resourceUsage();
    const reading: PeerServerReading = {
      cpuUs: userCPUTime + systemCPUTime,
      bytesOut: bytesOut(),
      atMs: performance.now(),
    };
    answer(reading);
  });
  process.on('disconnect', () => process.exit(0));
}
