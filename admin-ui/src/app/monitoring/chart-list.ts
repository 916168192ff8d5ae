// The charts of the page, in groups: which figures each draws, and how their numbers are written.
import { ColourToken } from '../charts/chart-colours';
import { AxisSteps } from '../charts/time-chart-options';
import { tickBudgetMs } from '../figures/stat-row';
import { formatBytes, formatCount, formatMs, formatPercent, formatWholeBytes } from '../ui/format';
import { Aggregate, FigureName } from './known-figures';

export interface Curve {
  readonly figure: FigureName;
  readonly of: Aggregate;
  readonly name: string;
  readonly colour: ColourToken;
  readonly dashed?: boolean;
}

export interface ChartPlan {
  readonly name: string;
  readonly unit: string;
  readonly format: (value: number) => string;
  readonly axisFormat?: (value: number) => string;
  readonly steps?: AxisSteps;
  readonly limit?: { readonly value: number; readonly name: string };
  readonly curves?: readonly Curve[];
  /** One curve for each of the keys with most. */
  readonly keys?: { readonly figure: FigureName; readonly of: 'means' | 'largests' };
}

export interface ChartGroup {
  readonly name: string;
  readonly charts: readonly ChartPlan[];
}

const rate = (value: number): string => `${formatBytes(value)}/s`;
const wholeRate = (value: number): string => `${formatWholeBytes(value)}/s`;
const plain = String;

const curve = (
  figure: FigureName,
  of: Aggregate,
  name: string,
  colour: ColourToken,
  dashed = false,
): Curve => ({ figure, of, name, colour, dashed });

const count = { format: formatCount, steps: 'whole' } as const;
const ms = { unit: 'ms', format: formatMs, axisFormat: plain } as const;
const percent = { unit: '%', format: formatPercent, axisFormat: plain } as const;
const bytes = { format: formatBytes, axisFormat: formatWholeBytes, steps: 'binary' } as const;
const byteRate = { unit: '', format: rate, axisFormat: wholeRate, steps: 'binary' } as const;

export const chartGroups: readonly ChartGroup[] = [
  {
    name: 'Game',
    charts: [
      {
        ...{ name: 'Players', unit: 'online', ...count },
        curves: [
          curve('players', 'means', 'mean', 'mark-1'),
          curve('players', 'largests', 'most', 'mark-2', true),
        ],
      },
      {
        ...{ name: 'Tick time', ...ms, limit: { value: tickBudgetMs, name: '60 Hz budget' } },
        curves: [
          curve('tickMsP99', 'largests', 'p99', 'mark-2'),
          curve('tickMsMax', 'largests', 'longest', 'mark-4', true),
          curve('tickMsP50', 'means', 'p50', 'mark-1'),
        ],
      },
      {
        ...{ name: 'Tick rate', unit: 'Hz', format: formatMs, axisFormat: plain },
        curves: [
          curve('tickRate', 'means', 'mean', 'mark-1'),
          curve('tickRate', 'leasts', 'least', 'mark-2', true),
        ],
      },
      { name: 'Phases of a tick', ...ms, keys: { figure: 'phaseMsMean', of: 'means' } },
      { name: 'Players by map', unit: 'online', ...count, keys: { figure: 'playersByMap', of: 'means' } },
      {
        ...{ name: 'Entities', unit: 'in the world', ...count },
        curves: [curve('entities', 'means', 'mean', 'mark-1')],
      },
    ],
  },
  {
    name: 'Network',
    charts: [
      {
        ...{ name: 'Packets', unit: 'per s', ...count },
        curves: [
          curve('packetsInPerSecond', 'means', 'in', 'mark-4'),
          curve('packetsOutPerSecond', 'means', 'out', 'mark-3', true),
        ],
      },
      {
        ...{ name: 'Bytes', ...byteRate },
        curves: [
          curve('bytesInPerSecond', 'means', 'in', 'mark-4'),
          curve('bytesOutPerSecond', 'means', 'out', 'mark-3', true),
        ],
      },
      {
        ...{ name: 'Round trip', ...ms },
        curves: [
          curve('rttMsP99', 'largests', 'p99', 'mark-2'),
          curve('rttMsP95', 'largests', 'p95', 'mark-4', true),
          curve('rttMsP50', 'means', 'p50', 'mark-1'),
        ],
      },
      {
        ...{ name: 'Loss', ...percent },
        curves: [
          curve('lossPercent', 'means', 'mean', 'mark-1'),
          curve('lossPercent', 'largests', 'most', 'mark-2', true),
        ],
      },
      {
        ...{ name: 'Sent again', unit: 'messages per s', format: formatMs, axisFormat: plain },
        curves: [
          curve('resentPerSecond', 'means', 'mean', 'mark-1'),
          curve('resentPerSecond', 'largests', 'most', 'mark-2', true),
        ],
      },
      {
        ...{ name: 'Connections by gateway', unit: 'sessions', ...count },
        keys: { figure: 'gatewaysConnections', of: 'means' },
      },
    ],
  },
  {
    name: 'Machine',
    charts: [
      {
        ...{ name: 'Processor of the server', format: formatPercent, axisFormat: plain },
        unit: '% of a core',
        curves: [
          curve('cpuPercent', 'means', 'mean', 'mark-1'),
          curve('cpuPercent', 'largests', 'most', 'mark-2', true),
        ],
      },
      {
        ...{ name: 'Processor of the machine', ...percent },
        curves: [
          curve('hostCpuPercent', 'means', 'mean', 'mark-1'),
          curve('hostCpuPercent', 'largests', 'most', 'mark-2', true),
        ],
      },
      {
        ...{ name: 'Memory of the server', unit: '', ...bytes },
        curves: [
          curve('memoryBytes', 'means', 'resident', 'mark-3'),
          curve('heapBytes', 'means', 'heaps', 'mark-1', true),
        ],
      },
      {
        ...{ name: 'Memory of the machine', unit: '', ...bytes },
        curves: [
          curve('memoryAvailableBytes', 'means', 'available', 'mark-1'),
          curve('memoryTotalBytes', 'means', 'in all', 'mark-3', true),
        ],
      },
      {
        ...{ name: 'Memory pressure', ...percent },
        curves: [
          curve('memoryPressurePercent', 'means', 'mean', 'mark-1'),
          curve('memoryPressurePercent', 'largests', 'most', 'mark-2', true),
        ],
      },
      {
        ...{ name: 'Disks', ...byteRate },
        curves: [
          curve('diskReadBytesPerSecond', 'means', 'read', 'mark-4'),
          curve('diskWrittenBytesPerSecond', 'means', 'written', 'mark-3', true),
        ],
      },
      {
        name: 'Received by interface',
        ...byteRate,
        keys: { figure: 'networkInBytesPerSecond', of: 'means' },
      },
      { name: 'Sent by interface', ...byteRate, keys: { figure: 'networkOutBytesPerSecond', of: 'means' } },
    ],
  },
  {
    name: 'Database',
    charts: [
      {
        ...{ name: 'Query time', ...ms },
        curves: [
          curve('databaseMsP99', 'largests', 'p99', 'mark-2'),
          curve('databaseMsP50', 'means', 'p50', 'mark-1'),
        ],
      },
      {
        ...{ name: 'Queries', unit: 'per s', ...count },
        curves: [curve('queriesPerSecond', 'means', 'mean', 'mark-1')],
      },
      {
        ...{ name: 'Saves that wait', unit: 'characters', ...count },
        curves: [curve('savesPending', 'largests', 'most', 'mark-2')],
      },
    ],
  },
];

/** All that is drawn. */
export const figuresDrawn: readonly FigureName[] = [
  ...new Set(
    chartGroups
      .flatMap(({ charts }) => charts)
      .flatMap(({ curves, keys }) => [
        ...(curves ?? []).map(({ figure }) => figure),
        ...(keys ? [keys.figure] : []),
      ]),
  ),
];
