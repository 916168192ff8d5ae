// ECharts options for sources against sinks: what was created stands above the line, what was destroyed below it, both with one
// scale. One huge bar does not press the others flat: it ends at the edge, with its number.
import type { EChartsCoreOption } from 'echarts/core';
import { ColourToken } from './chart-colours';

export interface FlowBar {
  /** Milliseconds since 1970. */
  readonly fromMs: number;
  readonly created: number;
  readonly destroyed: number;
}

export interface FlowChart {
  readonly bars: readonly FlowBar[];
  readonly colours: Readonly<Record<ColourToken, string>>;
  readonly format: (value: number) => string;
  /** What stands under a bar, and at the head of its tool tip. */
  readonly when: (fromMs: number) => string;
  readonly font: string;
}

const steps = [1, 2, 4, 6, 8];
/** So much higher than nine tenths of the bars, and a bar is cut. */
const spikeTimes = 4;

/** How far the scale goes; less than the highest where that one is a spike. */
export function scaleOf(bars: readonly FlowBar[]): number {
  const values = bars.flatMap(({ created, destroyed }) => [created, destroyed]).filter((value) => value > 0);
  const sorted = values.sort((a, b) => a - b);
  const highest = sorted.at(-1) ?? 0;
  const usual = sorted[Math.floor((sorted.length - 1) * 0.9)] ?? 0;
  return highest > spikeTimes * usual ? roundUp(2 * usual) : roundUp(highest);
}

/** To 1, 2, 4, 6 or 8 times a power of ten, which halves well. */
function roundUp(value: number): number {
  if (value <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  return (steps.find((step) => step * power >= value) ?? 10) * power;
}

interface FlowItem {
  readonly dataIndex: number;
}

function tooltip({ bars, format, when }: FlowChart, items: readonly FlowItem[]): HTMLElement {
  const box = document.createElement('div');
  box.className = 'chart-tip';
  const bar = bars[items[0]?.dataIndex ?? -1];
  if (bar === undefined) return box;
  const lines = [
    when(bar.fromMs),
    `created: ${format(bar.created)}`,
    `destroyed: ${format(bar.destroyed)}`,
    `difference: ${signed(bar.created - bar.destroyed, format)}`,
  ];
  for (const [i, text] of lines.entries()) {
    const line = document.createElement(i === 0 ? 'strong' : 'div');
    line.textContent = text;
    box.append(line);
  }
  return box;
}

export function signed(value: number, format: (value: number) => string): string {
  if (value === 0) return format(0);
  return value > 0 ? `+${format(value)}` : `−${format(-value)}`;
}

export function flowChartOptions(chart: FlowChart): EChartsCoreOption {
  const { bars, colours, format } = chart;
  const scale = scaleOf(bars);
  const label = { color: colours['ink-3'], fontSize: 11, hideOverlap: true };
  const series = (['created', 'destroyed'] as const).map((name) => ({
    type: 'bar',
    id: name,
    name,
    stack: 'flow',
    barMaxWidth: 22,
    itemStyle: { color: colours[name === 'created' ? 'mark-1' : 'mark-2'] },
    data: bars.map((bar) => {
      const value = bar[name];
      const shown = Math.min(value, scale) * (name === 'created' ? 1 : -1);
      if (value <= scale) return { value: shown };
      const position = name === 'created' ? 'insideTop' : 'insideBottom';
      const cut = { show: true, formatter: format(value), color: colours.ink, fontSize: 10, rotate: 90 };
      return { value: shown, label: { ...cut, position, align: name === 'created' ? 'right' : 'left' } };
    }),
  }));
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
      axisPointer: { type: 'shadow' },
      formatter: (items: unknown) => tooltip(chart, items as readonly FlowItem[]),
    },
    xAxis: {
      type: 'category',
      data: bars.map(({ fromMs }) => chart.when(fromMs)),
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
      axisLabel: label,
    },
    yAxis: {
      type: 'value',
      ...{ min: -(scale || 1), max: scale || 1, interval: (scale || 1) / 2 },
      splitLine: { lineStyle: { color: colours.line } },
      axisLabel: { ...label, formatter: (value: number) => format(Math.abs(value)) },
    },
    series,
  };
}
