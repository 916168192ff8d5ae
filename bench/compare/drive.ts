// The part that all clients of the comparison share: inputs at their pace, spread evenly, and reports around the time
// that counts. A pace that cannot be kept is not made up for; the report shows it.

import { answer } from '../harness/child.js';
import { inputsHz, type PeerClientsReport, warmUpSeconds } from './workload.js';

const turnMs = 5;

export interface Crowd {
  readonly clients: number;
  readonly joined: () => number;
  readonly updates: () => number;
  /** Client `i` sends its `n`-th input. */
  readonly send: (i: number, n: number) => void;
}

export async function drive(crowd: Crowd, seconds: number): Promise<void> {
  let inputs = 0;
  let owed = 0;
  let lastMs = performance.now();
  const timer = setInterval(() => {
    const nowMs = performance.now();
    owed = Math.min(owed + ((nowMs - lastMs) * crowd.clients * inputsHz) / 1000, crowd.clients);
    lastMs = nowMs;
    for (; owed >= 1; owed--, inputs++)
      crowd.send(inputs % crowd.clients, Math.floor(inputs / crowd.clients));
  }, turnMs);
  const report = (): void => {
    const { userCPUTime, systemCPUTime } = process.resourceUsage();
    const reported: PeerClientsReport = {
      joined: crowd.joined(),
      updates: crowd.updates(),
      inputs,
      cpuUs: userCPUTime + systemCPUTime,
      atMs: performance.now(),
    };
    answer(reported);
  };
  await sleep(warmUpSeconds);
  report();
  await sleep(seconds);
  report();
  clearInterval(timer);
}

function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
