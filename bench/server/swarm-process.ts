// The load generator's process: joins, then plays and reports as its parent asks.

import { argument, answer } from '../child.js';
import { Swarm, type SwarmOptions } from './swarm.js';

export interface SwarmArgument extends SwarmOptions {
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

const options = argument<SwarmArgument>();
const swarm = await Swarm.open(options);
swarm.join(60_000);
swarm.play(options.warmUpSeconds);
answer({ kind: 'warm', report: swarm.report() });
swarm.play(options.seconds);
answer({ kind: 'done', report: swarm.report() });
swarm.leave();
process.disconnect?.();
