// What every server of the comparison does: players in groups, each of whom sees the others of its group, walks, and is
// told 20 times a second where they all are.

export interface PeerServerArgument {
  readonly clients: number;
}

export interface PeerClientsArgument {
  readonly port: number;
  readonly clients: number;
  readonly seconds: number;
}

/** What a server says when it is asked. All counted from its start. */
export interface PeerServerReading {
  readonly cpuUs: number;
  /** Payload of UDP or TCP to all clients. */
  readonly bytesOut: number;
  readonly atMs: number;
}

/** What the clients say before and after the time that counts. Counted from their start. */
export interface PeerClientsReport {
  readonly joined: number;
  readonly updates: number;
  readonly inputs: number;
  readonly cpuUs: number;
  readonly atMs: number;
}

/** Each sees 32 others. */
export const groupSize = 33;
export const updatesHz = 20;
export const inputsHz = 20;
export const sideM = 256;
export const speedMps = 4;
/** Before measuring; the engine compiles meanwhile. */
export const warmUpSeconds = 3;

export interface Walker {
  x: number;
  y: number;
  facing: number;
}

/** Moves on, turning back at the edges. */
export function walk(walker: Walker, moveX: number, moveY: number): void {
  const stepM = speedMps / updatesHz;
  walker.x = Math.min(sideM, Math.max(0, walker.x + moveX * stepM));
  walker.y = Math.min(sideM, Math.max(0, walker.y + moveY * stepM));
}

/** The direction of client `i` in its `n`-th input: a new one every 1.5 s. */
export function headingOf(i: number, n: number): number {
  return i * 2.399963 + Math.floor(n / (1.5 * inputsHz)) * (1 + (i % 7) / 3);
}
