// The load generator's process: joins, plays or rests, leaves, and reports between as its parent expects.

import { argument, answer } from '../harness/child.js';
import { Swarm, type SwarmOptions, type SwarmReport } from './swarm.js';

export interface SwarmArgument extends SwarmOptions {
  /** `play` measures play, `storm` joining and leaving with a rest between. */
  readonly plan: 'play' | 'storm';
  readonly joinTimeoutMs: number;
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

export interface SwarmMessage {
  readonly kind: 'ready' | 'begin' | 'end';
  readonly report: SwarmReport;
}

const readingWarmUpSeconds = 1;
const leaveTimeoutMs = 30_000;

function tell(kind: SwarmMessage['kind']): void {
  answer({ kind, report: swarm.report() } satisfies SwarmMessage);
}

const options = argument<SwarmArgument>();
const swarm = await Swarm.open(options);
if (options.plan === 'storm') tell('ready');
swarm.join(options.joinTimeoutMs);
if (options.plan === 'play') {
  // Round trips and acknowledgements settle while all still read.
  swarm.play(readingWarmUpSeconds);
  swarm.stopReading();
  swarm.play(options.warmUpSeconds);
  tell('begin');
  swarm.play(options.seconds);
  tell('end');
  swarm.leave(leaveTimeoutMs);
} else {
  tell('begin');
  swarm.rest(options.seconds);
  swarm.leave(leaveTimeoutMs);
  tell('end');
}
process.disconnect?.();
