// The figures of a report of which there is one for each map, gateway, phase, interface or core. What was not measured in the
// window has no key.

import type { HardwareReading } from '#ports/system/hardware-figures.js';
import type { ServerFigures } from '#ports/system/metrics.js';
import { keysOfFigureMax, type KeyedFigureValues } from '#ports/system/telemetry-figures.js';

import { durationsBetween, meanMs, quantileMs } from './durations-between.js';
import { rounded } from './rates.js';

export function keyedValues(
  before: ServerFigures,
  now: ServerFigures,
  hardware: HardwareReading,
  windowSeconds: number,
): KeyedFigureValues {
  const { network, cpuPercentByCore } = hardware;
  const interfaces = network.filter(({ name }) => isTellable(name));
  return {
    playersByMap: now.simulation.playersByMap,
    gatewaysConnections: now.gateways.map((gateway) => gateway.connections),
    ...phaseTimes(before, now),
    gatewayPercent: gatewayShares(before, now, windowSeconds),
    networkInBytesPerSecond: Object.fromEntries(
      interfaces.map(({ name, receivedBytesPerSecond }) => [name, rounded(receivedBytesPerSecond)]),
    ),
    networkOutBytesPerSecond: Object.fromEntries(
      interfaces.map(({ name, sentBytesPerSecond }) => [name, rounded(sentBytesPerSecond)]),
    ),
    cpuPercentByCore: Object.fromEntries(
      [...cpuPercentByCore].slice(0, keysOfFigureMax).map(([core, percent]) => [core, rounded(percent)]),
    ),
  };
}

/** Linux lets an interface be called nearly anything; what the admin API would refuse is left out. */
const interfaceName = /^[A-Za-z0-9][A-Za-z0-9._:@-]{0,31}$/;

function isTellable(name: string): boolean {
  return interfaceName.test(name);
}

function phaseTimes(
  before: ServerFigures,
  now: ServerFigures,
): Pick<KeyedFigureValues, 'phaseMsMean' | 'phaseMsP99'> {
  const means: Record<string, number> = {};
  const p99s: Record<string, number> = {};
  for (const [phase, later] of Object.entries(now.simulation.phaseDurations)) {
    const durations = durationsBetween([before.simulation.phaseDurations[phase]], [later]);
    if (durations.total === 0) continue;
    means[phase] = rounded(meanMs(durations));
    p99s[phase] = rounded(quantileMs(durations, 0.99));
  }
  return { phaseMsMean: means, phaseMsP99: p99s };
}

/** All gateways together: each has a thread of its own, and so as much time as the window. */
function gatewayShares(
  before: ServerFigures,
  now: ServerFigures,
  windowSeconds: number,
): Record<string, number> {
  const us: Record<string, number> = {};
  now.gateways.forEach(({ phaseUs }, index) => {
    for (const [phase, later] of Object.entries(phaseUs))
      us[phase] = (us[phase] ?? 0) + Math.max(0, later - (before.gateways[index]?.phaseUs[phase] ?? 0));
  });
  const wholeUs = windowSeconds * 1e6 * now.gateways.length;
  return Object.fromEntries(
    Object.entries(us).map(([phase, spent]) => [phase, rounded(Math.min(100, (spent / wholeUs) * 100))]),
  );
}
