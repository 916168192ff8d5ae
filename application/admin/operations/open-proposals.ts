// How many proposals wait for a second person, as of the last look at them.

import type { MetricSeries } from '#ports/system/metric-series.js';
import { lapseVoidProposals, type VoidPorts } from './void-proposals.js';

export class OpenProposals {
  #open: number | undefined;

  readonly series: readonly MetricSeries[] = [
    {
      name: 'tos_admin_proposals_open',
      help: 'Proposals that wait for a second person, on all servers',
      type: 'gauge',
      samples: () => (this.#open === undefined ? [] : [{ value: this.#open }]),
    },
  ];

  /** Ends those that nobody can approve, and counts the others. Nothing is known after one that failed. */
  async look(ports: VoidPorts): Promise<void> {
    this.#open = undefined;
    await lapseVoidProposals(ports);
    this.#open = await ports.commands.countProposals();
  }
}
