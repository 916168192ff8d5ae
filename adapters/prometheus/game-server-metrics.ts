// Every metric of the game server. Dashboards rely on these names: renaming one is a change that the changelog tells.

import { gatewayMetrics } from './gateway-metrics.js';
import { hostMetrics } from './host-metrics.js';
import type { MetricDefinition } from './metric-definition.js';
import { simulationMetrics } from './simulation-metrics.js';
import { storageMetrics } from './storage-metrics.js';

export const gameServerMetrics: readonly MetricDefinition[] = [
  ...simulationMetrics,
  ...gatewayMetrics,
  ...storageMetrics,
  ...hostMetrics,
];
