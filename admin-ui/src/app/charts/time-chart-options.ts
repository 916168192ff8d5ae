// ECharts options for a chart over time. Tooltips are built as elements, because the Content-Security-Policy forbids
// the style attributes in ECharts' own HTML.
import type { EChartsCoreOption } from 'echarts/core';
import { ColourToken } from './chart-colours';
import { Cut } from './spike';
import { axisTime, tipTime } from './time-words';

export interface TimeSeries {
  readonly name: string;
  readonly colour: ColourToken;
  readonly dashed?: boolean;
  /** [milliseconds since 1970, value], oldest first; null where nothing was measured. */
  readonly points: readonly TimePoint[];
}

export type TimePoint = readonly [number, number | null];

/** Longer than this between two points, and nothing was measured there: no line may pretend it was. */
const gapMsMin = 15_000;

/** The points with a null in every gap, where the curve then breaks. */
export function withGaps(points: readonly TimePoint[]): readonly TimePoint[] {
  const broken: TimePoint[] = [];
  for (const point of points) {
    const before = broken.at(-1);
    if (before !== undefined && point[0] - before[0] > gapMsMin) broken.push([before[0] + 1, null]);
    broken.push(point);
  }
  return broken;
}

export type AxisSteps = 'decimal' | 'whole' | 'binary';

export interface TimeChart {
  readonly series: readonly TimeSeries[];
  readonly colours: Readonly<Record<ColourToken, string>>;
  readonly format: (value: number) => string;
  /** Shorter than `format` where the axis needs fewer places. */
  readonly axisFormat: (value: number) => string;
  /** How the axis is divided: by tenths, by whole numbers, or by powers of two as amounts of memory are read. */
  readonly steps: AxisSteps;
  readonly fromMs: number;
  readonly toMs: number;
  readonly font: string;
  /** A line not to cross, such as a budget. */
  readonly limit?: { readonly value: number; readonly name: string } | undefined;
  /** How long a point stands for; 0: for a moment. */
  readonly stepMs?: number;
  /** Where the scale ends below a spike. */
  readonly cut?: Cut | undefined;
}

interface TooltipItem {
  readonly seriesName: string;
  readonly value: TimePoint;
}

/** Between two gaps there is no line to draw: such a point is a dot. */
function dotted(points: readonly TimePoint[]): readonly (TimePoint | object)[] {
  return points.map((point, i) => {
    const isAlone =
      point[1] !== null && [points[i - 1], points[i + 1]].every((next) => (next?.[1] ?? null) === null);
    return isAlone ? { value: point, symbol: 'circle', symbolSize: 4 } : point;
  });
}

function tooltip(chart: TimeChart, items: readonly TooltipItem[]): HTMLElement {
  const box = document.createElement('div');
  box.className = 'chart-tip';
  const head = document.createElement('strong');
  head.textContent = tipTime(items[0]?.value[0] ?? Number.NaN, chart);
  box.append(head);
  for (const item of items) {
    if (item.value[1] === null) continue;
    const line = document.createElement('div');
    line.textContent = `${item.seriesName}: ${chart.format(item.value[1])}`;
    box.append(line);
  }
  return box;
}

export function timeChartOptions(chart: TimeChart): EChartsCoreOption {
  const { colours } = chart;
  const label = { color: colours['ink-3'], fontSize: 11, hideOverlap: true };
  return {
    animation: false,
    textStyle: { fontFamily: chart.font },
    grid: { left: 8, right: 14, top: 10, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'axis',
      confine: true,
      transitionDuration: 0,
      backgroundColor: colours['surface-1'],
      borderColor: colours['line-strong'],
      textStyle: { color: colours.ink, fontSize: 12 },
      axisPointer: { lineStyle: { color: colours['line-strong'] } },
      formatter: (items: unknown) => tooltip(chart, items as readonly TooltipItem[]),
    },
    xAxis: {
      type: 'time',
      min: chart.fromMs,
      max: chart.toMs,
      splitNumber: 4,
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
      axisLabel: { ...label, formatter: (at: number) => axisTime(at, chart) },
    },
    yAxis: {
      type: 'value',
      min: 0,
      splitNumber: 3,
      ...axisOf(chart),
      splitLine: { lineStyle: { color: colours.line } },
      axisLabel: { ...label, formatter: (value: number) => chart.axisFormat(value) },
    },
    series: chart.series.map((series, i) => ({
      type: 'line',
      id: series.name,
      name: series.name,
      data: dotted(series.points),
      symbol: 'none',
      sampling: 'lttb',
      lineStyle: { width: 1.6, color: colours[series.colour], type: series.dashed ? 'dashed' : 'solid' },
      itemStyle: { color: colours[series.colour] },
      areaStyle:
        i === 0 && chart.series.length === 1 ? { color: colours[series.colour], opacity: 0.1 } : undefined,
      markLine: i === 0 ? limitLine(chart) : undefined,
    })),
  };
}

function highestOf(chart: TimeChart): number {
  let highest = 0;
  for (const series of chart.series)
    for (const point of series.points) highest = Math.max(highest, point[1] ?? 0);
  return highest;
}

function axisOf(chart: TimeChart): object {
  if (chart.cut !== undefined) return { max: chart.cut.scale, interval: chart.cut.scale / 2 };
  const highest = highestOf(chart);
  if (chart.steps === 'binary') return binaryAxis(highest);
  // Of nothing, an axis up to 1 would be divided into meaningless parts.
  if (chart.steps === 'whole') return highest < 4 ? { minInterval: 1, max: 4 } : { minInterval: 1 };
  return {};
}

/** Two to four steps of a power of two up to the highest value. */
export function binaryAxis(highest: number): { interval: number; max: number } {
  const interval = 2 ** Math.max(0, Math.ceil(Math.log2(Math.max(1, highest) / 4)));
  return { interval, max: interval * Math.max(1, Math.ceil(highest / interval)) };
}

function limitLine(chart: TimeChart): object | undefined {
  if (chart.limit === undefined) return undefined;
  const highest = highestOf(chart);
  // Far above what is measured the line would flatten the curve it is there to judge.
  if (highest < chart.limit.value / 2) return { data: [] };
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: chart.colours.bad, type: 'dotted', width: 1.2 },
    label: {
      formatter: chart.limit.name,
      position: 'insideStartTop',
      color: chart.colours.bad,
      fontSize: 11,
    },
    data: [{ yAxis: chart.limit.value }],
  };
}
