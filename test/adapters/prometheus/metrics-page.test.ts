import { describe, expect, it } from '@jest/globals';

import { gameServerMetrics } from '#adapters/prometheus/game-server-metrics.js';
import { histogramSamples } from '#adapters/prometheus/metric-definition.js';
import { MetricsPage } from '#adapters/prometheus/metrics-page.js';
import type { HardwareReading } from '#ports/system/hardware-figures.js';
import type { MetricSeries } from '#ports/system/metric-series.js';
import type { ServerFigures } from '#ports/system/metrics.js';

import {
  durations,
  gatewayFigures,
  hardwareReading,
  serverFigures,
  simulationFigures,
} from '../../support/servers/server-figures.js';

function page(
  figures: ServerFigures,
  hardware: HardwareReading = hardwareReading(),
  more: readonly MetricSeries[] = [],
): MetricsPage {
  return new MetricsPage({
    stats: { read: () => figures },
    hardware: { newest: () => hardware },
    version: '0.1.0',
    more,
  });
}

/** Sample lines without comments. */
async function lines(figures: ServerFigures, hardware?: HardwareReading): Promise<string[]> {
  const text = await page(figures, hardware).text();
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

describe('the metrics page', () => {
  it('shows the world', async () => {
    const simulation = simulationFigures({
      players: 7,
      creatures: 40,
      loot: 2,
      ticks: 600,
      ticksSkipped: 1,
      ticksLate: 3,
      pressure: 2,
      counts: { ...simulationFigures().counts, pathsAsked: 9, pathsRefused: 4, pathsLate: 1 },
      phasesOverBudget: { grid: 5 },
      playersByMap: { meadow: 5, forest: 2 },
    });
    expect(await lines(serverFigures({ simulation }))).toEqual(
      expect.arrayContaining([
        'tos_players 7',
        'tos_map_players{map="meadow"} 5',
        'tos_map_players{map="forest"} 2',
        'tos_entities{kind="creature"} 40',
        'tos_ticks_total 600',
        'tos_ticks_skipped_total 1',
        'tos_ticks_late_total 3',
        'tos_tick_pressure 2',
        'tos_paths_asked_total 9',
        'tos_paths_refused_total 4',
        'tos_paths_late_total 1',
        'tos_tick_phase_over_budget_total{phase="grid"} 5',
      ]),
    );
  });

  it('shows each gateway apart', async () => {
    const gateways = [
      gatewayFigures({
        connections: 3,
        counts: { 'socket:packetsIn': 10, 'socket:packetsOut': 20, droppedReplayed: 4 },
      }),
      gatewayFigures({ index: 1, udpAdapter: 'recvmmsg', counts: { 'socket:bytesIn': 99 } }),
    ];
    expect(await lines(serverFigures({ gateways }))).toEqual(
      expect.arrayContaining([
        'tos_connections{gateway="0"} 3',
        'tos_packets_total{gateway="0",direction="in"} 10',
        'tos_packets_total{gateway="0",direction="out"} 20',
        'tos_network_bytes_total{gateway="1",direction="in"} 99',
        'tos_datagrams_dropped_total{gateway="0",reason="replayed"} 4',
        'tos_udp_adapter_info{gateway="0",kind="dgram"} 1',
        'tos_udp_adapter_info{gateway="1",kind="recvmmsg"} 1',
      ]),
    );
  });

  it('shows durations as histograms in seconds', async () => {
    const simulation = simulationFigures({ tickDurations: durations(3, 2, 0, 0, 1) });
    const shown = await lines(serverFigures({ simulation }));
    expect(shown).toEqual(
      expect.arrayContaining([
        'tos_tick_duration_seconds_bucket{le="0.0005"} 0',
        'tos_tick_duration_seconds_bucket{le="0.001"} 3',
        'tos_tick_duration_seconds_bucket{le="0.002"} 5',
        'tos_tick_duration_seconds_bucket{le="0.0125"} 5',
        'tos_tick_duration_seconds_bucket{le="+Inf"} 6',
        'tos_tick_duration_seconds_count 6',
      ]),
    );
  });

  it('shows the machine, and nothing for what was not measured', async () => {
    const hardware = hardwareReading({
      cpuPercentByCore: new Map([
        [0, 50],
        [3, 0],
      ]),
      memoryAvailableBytes: 123,
      network: [{ name: 'eth0', receivedBytesPerSecond: 5, sentBytesPerSecond: 6 }],
    });
    const shown = await lines(serverFigures(), hardware);
    expect(shown).toEqual(
      expect.arrayContaining([
        'tos_host_cpu_busy_ratio{core="0"} 0.5',
        'tos_host_cpu_busy_ratio{core="3"} 0',
        'tos_host_memory_available_bytes 123',
        'tos_host_network_bytes_per_second{interface="eth0",direction="in"} 5',
      ]),
    );
    expect(shown.filter((line) => line.startsWith('tos_host_disk_'))).toEqual([]);
  });

  it('shows the version, and what other parts keep of themselves', async () => {
    const more: MetricSeries[] = [
      { name: 'a_bytes', help: 'A.', type: 'gauge', samples: () => [{ value: 5, labels: { of: 'x' } }] },
      { name: 'b_seconds', help: 'B.', type: 'summary', samples: () => [{ value: 2, part: '_sum' }] },
      { name: 'c', help: 'C.', type: 'gauge', samples: () => [] },
    ];
    const text = await page(serverFigures(), hardwareReading(), more).text();
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        `tos_build_info{version="0.1.0",node="${process.versions.node}"} 1`,
        'a_bytes{of="x"} 5',
        '# TYPE b_seconds summary',
        'b_seconds_sum 2',
      ]),
    );
    expect(text).not.toMatch(/^c /m);
  });

  it('has no sample for what is no number, and none for what was not measured', async () => {
    const figures = serverFigures({
      workerHeapBytes: undefined,
      gateways: [gatewayFigures({ counts: { packetsLost: Number.NaN, packetsFound: Infinity } })],
    });
    const hardware = hardwareReading({
      memoryTotalBytes: undefined,
      memoryAvailableBytes: undefined,
      cpuPercentByCore: new Map(),
      failedMeasurements: { disks: 3 },
    });
    const shown = await lines(figures, hardware);
    expect(shown.filter((line) => / (-?Nan|[+-]Inf)$/i.test(line))).toEqual([]);
    const names = shown.map((line) => line.split(/[ {]/, 1)[0]);
    for (const absent of [
      'tos_worker_heap_bytes',
      'tos_host_memory_bytes',
      'tos_host_memory_available_bytes',
      'tos_host_cpu_busy_ratio',
      'tos_cpu_limit_cores',
      'tos_packets_lost_total',
    ]) {
      expect(names).not.toContain(absent);
    }
    expect(shown).toContain('tos_measurements_failed_total{what="disks"} 3');
  });

  it('is well formed, whatever a label holds', async () => {
    const playersByCrowdStep = { 'odd "step"\\\n': 1 };
    const shown = await lines(serverFigures({ gateways: [gatewayFigures({ playersByCrowdStep })] }));
    expect(shown).toContain('tos_crowd_players{gateway="0",step="odd \\"step\\"\\\\\\n"} 1');
    for (const line of shown) {
      expect(line).toMatch(/^[a-z_0-9]+(\{([a-z_]+="([^"\\]|\\.)*",?)+\})? (-?[\d.e+-]+|Nan|\+Inf)$/);
    }
  });

  it('gives help and type to every metric, each once', async () => {
    const text = await page(serverFigures()).text();
    for (const { name, type } of gameServerMetrics) {
      expect(text.split(`# TYPE ${name} ${type}\n`)).toHaveLength(2);
      expect(text).toContain(`# HELP ${name} `);
    }
  });

  it('reads the server once for scrapes that come together', async () => {
    let reads = 0;
    const shared = new MetricsPage({
      stats: { read: () => serverFigures({ workerHeapBytes: (reads += 1) }) },
      hardware: { newest: () => hardwareReading() },
      version: '0',
    });
    const [first, second] = await Promise.all([shared.text(), shared.text()]);
    expect(first).toBe(second);
    expect(reads).toBe(1);
    expect(await shared.text()).toContain('tos_worker_heap_bytes 2');
  });

  it('fails a scrape when the server cannot be read, and works again after', async () => {
    let broken = true;
    const fragile = new MetricsPage({
      stats: {
        read: () => {
          if (broken) throw new Error('not yet');
          return serverFigures();
        },
      },
      hardware: { newest: () => hardwareReading() },
      version: '0',
    });
    await expect(fragile.text()).rejects.toThrow('not yet');
    broken = false;
    expect(await fragile.text()).toContain('tos_players 0');
  });
});

describe('the names of the metrics', () => {
  it('follow the conventions of Prometheus', () => {
    for (const { name, type, help } of gameServerMetrics) {
      expect(name).toMatch(/^tos_[a-z_]+$/);
      expect(name.endsWith('_total')).toBe(type === 'counter');
      if (type === 'histogram') expect(name).toMatch(/_seconds$/);
      expect(help).toMatch(/^[A-Z].*\.$/);
    }
    expect(new Set(gameServerMetrics.map((metric) => metric.name)).size).toBe(gameServerMetrics.length);
  });
});

describe('a histogram of coarse bounds', () => {
  const valueOf = (
    samples: ReturnType<typeof histogramSamples>,
    part: string,
    le?: number | string,
  ): number =>
    samples.find((sample) => sample.metricName === `h_${part}` && sample.labels?.['le'] === le)!.value;

  it('counts a fine bucket that reaches over a bound above it', () => {
    const samples = histogramSamples('h', [0.0015, 0.01], durations(4, 3));
    expect(valueOf(samples, 'bucket', 0.0015)).toBe(4);
    expect(valueOf(samples, 'bucket', 0.01)).toBe(7);
  });

  it('sums up the middles of the fine buckets', () => {
    expect(valueOf(histogramSamples('h', [1], durations(2, 0, 1)), 'sum')).toBeCloseTo((2 * 0.5 + 3) / 1000);
  });
});
