// Adds up what bots did, and tells it: a line each second, a summary for people, one JSON object for programs.

/** Round trips above are counted as this. */
const roundTripMsMax = 10_000;
/** Different errors listed; the rest is only counted. */
const errorsMax = 20;

export interface BotResult {
  readonly joined: number;
  readonly failed: number;
  readonly inputsSent: number;
  readonly inputsPerSecond: number;
  readonly snapshots: number;
  readonly snapshotsPerSecond: number;
  readonly rttMsP50: number;
  readonly rttMsP99: number;
  readonly packetsLost: number;
  /** How often the server had a bot elsewhere than the bot had predicted. */
  readonly corrections: number;
  readonly kills: number;
  readonly errors: readonly string[];
}

/** Round trips in millisecond buckets. */
export class RoundTrips {
  private readonly counts = new Uint32Array(roundTripMsMax + 1);
  private total = 0;

  add(roundTripMs: number): void {
    this.counts[Math.min(roundTripMsMax, Math.max(0, Math.round(roundTripMs)))]!++;
    this.total++;
  }

  /** Milliseconds below or at which `share` of the round trips lie, 0 when there are none. */
  percentile(share: number): number {
    let left = Math.ceil(this.total * share);
    for (let ms = 0; ms <= roundTripMsMax; ms++) {
      left -= this.counts[ms]!;
      if (left <= 0) return ms;
    }
    return roundTripMsMax;
  }
}

/** Equal errors of many bots are one line with a count. */
export class ErrorList {
  private readonly counts = new Map<string, number>();
  private others = 0;

  add(text: string): void {
    const known = this.counts.get(text);
    if (known !== undefined || this.counts.size < errorsMax) this.counts.set(text, (known ?? 0) + 1);
    else this.others++;
  }

  list(): string[] {
    const lines = [...this.counts].map(([text, count]) => (count === 1 ? text : `${text} (${count} bots)`));
    if (this.others > 0) lines.push(`and ${this.others} other errors`);
    return lines;
  }
}

export interface Progress {
  readonly seconds: number;
  readonly inWorld: number;
  readonly players: number;
  readonly inputsPerSecond: number;
  readonly snapshotsPerSecond: number;
  readonly rttMsP50: number;
  readonly packetsLost: number;
  readonly kills: number;
}

export function progressLine(progress: Progress): string {
  return (
    `${progress.seconds.toFixed(0).padStart(4)} s  ${progress.inWorld}/${progress.players} in the world  ` +
    `${progress.inputsPerSecond.toFixed(0)} inputs/s  ${progress.snapshotsPerSecond.toFixed(0)} snapshots/s  ` +
    `rtt ${progress.rttMsP50} ms  lost ${progress.packetsLost}  kills ${progress.kills}`
  );
}

export function summary(result: BotResult): string {
  const rows: [string, string][] = [
    ['joined', `${result.joined}${result.failed > 0 ? `, ${result.failed} failed` : ''}`],
    ['inputs sent', `${result.inputsSent} (${result.inputsPerSecond}/s)`],
    ['snapshots', `${result.snapshots} (${result.snapshotsPerSecond}/s)`],
    ['round trip', `${result.rttMsP50} ms median, ${result.rttMsP99} ms p99`],
    ['packets lost', `${result.packetsLost}`],
    ['corrections', `${result.corrections} of predicted places`],
    ['kills', `${result.kills}`],
    ...result.errors.map((error, index): [string, string] => [index === 0 ? 'errors' : '', error]),
  ];
  return rows.map(([name, value]) => `${name.padEnd(14)}${value}`).join('\n');
}

/** With exactly the members that scripts agreed on. */
export function jsonLine({ corrections: _forPeople, ...agreed }: BotResult): string {
  return JSON.stringify(agreed);
}
