// How a metric is taken from a reading: one number of the whole server, or one of each gateway.

import type { GatewayFigures } from '#ports/system/metrics.js';
import type { MetricDefinition, Sample, ServerReading } from './metric-definition.js';

type Read = (reading: ServerReading) => number | undefined;

export function counter(name: string, help: string, read: Read): MetricDefinition {
  return { name, help, type: 'counter', samples: (reading) => single(read(reading)) };
}

export function gauge(name: string, help: string, read: Read): MetricDefinition {
  return { name, help, type: 'gauge', samples: (reading) => single(read(reading)) };
}

export function byGateway(
  type: 'counter' | 'gauge',
  name: string,
  help: string,
  read: (gateway: GatewayFigures) => number,
): MetricDefinition {
  return {
    name,
    help,
    type,
    samples: ({ figures }) =>
      figures.gateways.map((gateway) => ({ value: read(gateway), labels: { gateway: gateway.index } })),
  };
}

/** What was not measured has no sample. */
function single(value: number | undefined): Sample[] {
  return value === undefined ? [] : [{ value }];
}
