// The rules and the dashboard for Prometheus and Grafana (docs/monitoring), against what a running server tells: each
// figure that they name is there, with the labels that they name. promtool, where there is one, checks and plays the rules.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ServerProcess, endProcesses, root } from '../../support/servers/server-process.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const folder = join(root, 'docs/monitoring');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

interface Panel {
  readonly title: string;
  readonly targets?: readonly { readonly expr: string }[];
}

/** By where they stand. */
function expressions(): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name, expr] of read('alerts.yml').matchAll(/- alert: (\w+)\n\s+expr: '(.*)'/g))
    found.set(name!, expr!.replaceAll("''", "'"));
  const { panels } = JSON.parse(read('dashboard.json')) as { panels: readonly Panel[] };
  for (const { title, targets = [] } of panels)
    targets.forEach(({ expr }, index) => found.set(`${title} ${index}`, expr));
  return found;
}

interface Named {
  readonly metric: string;
  /** Names of labels, with the value where one is asked for by itself. */
  readonly labels: readonly (readonly [string, string | undefined])[];
}

/** What a scrape adds. */
const added = ['job', 'instance'];

/** Labels after `by` are those of all metrics of an expression; some metric must have each. */
function namedIn(expression: string): { metrics: Named[]; grouped: string[] } {
  const metrics = [...expression.matchAll(/\b((?:tos|process)_\w+)(?:\{([^}]*)\})?/g)].map(
    ([, metric, inside = '']) => ({
      metric: metric!,
      labels: [...inside.matchAll(/(\w+)\s*(=~|!=|!~|=)\s*"([^"]*)"/g)]
        .filter(([, label]) => !added.includes(label!))
        .map(([, label, how, value]) => [label!, how === '=' ? value : undefined] as const),
    }),
  );
  const grouped = [...expression.matchAll(/\bby \(([^)]*)\)/g)]
    .flatMap(([, labels]) => labels!.split(',').map((label) => label.trim()))
    .filter((label) => !added.includes(label));
  return { metrics, grouped };
}

describe('what is watched', () => {
  /** Values by label, by metric; a metric without samples now has no labels to compare. */
  const told = new Map<string, Map<string, Set<string>>>();

  beforeAll(async () => {
    const server = ServerProcess.start(temporaryFolder());
    const [, ...pages] = await server.said(/^\s*metrics\s+(http\S+)\s+(http\S+)/m);
    for (const page of pages) note(await (await fetch(page)).text());
    await server.stop();
  }, 160_000);
  afterAll(() => endProcesses());

  function note(page: string): void {
    for (const [, name] of page.matchAll(/^# TYPE (\w+) /gm)) told.set(name!, told.get(name!) ?? new Map());
    for (const [, name, inside = ''] of page.matchAll(/^(\w+?)(?:\{(.*)\})? \S+$/gm)) {
      const labels = told.get(name!) ?? new Map<string, Set<string>>();
      for (const [, label, value] of inside.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g))
        labels.set(label!, (labels.get(label!) ?? new Set()).add(value!));
      told.set(name!, labels);
    }
  }

  it('is there, by name, label and value', () => {
    expect(told.size).toBeGreaterThan(60);
    const missing: string[] = [];
    for (const [where, expression] of expressions()) {
      const { metrics, grouped } = namedIn(expression);
      const known: string[] = [];
      for (const { metric, labels } of metrics) {
        const has = told.get(metric) ?? told.get(metric.replace(/_(bucket|sum|count)$/, ''));
        if (has === undefined) missing.push(`${where}: ${metric}`);
        known.push(...(has?.keys() ?? []));
        if (has === undefined || has.size === 0) continue;
        for (const [label, value] of labels) {
          const values = has.get(label);
          if (values === undefined || (value !== undefined && !values.has(value)))
            missing.push(`${where}: ${metric}{${label}="${value ?? ''}"}`);
        }
      }
      if (known.length > 0)
        missing.push(
          ...grouped.filter((label) => !known.includes(label)).map((label) => `${where}: by ${label}`),
        );
    }
    expect(missing).toEqual([]);
  });

  it('would be missed', () => {
    expect(namedIn('sum by (le, instance) (rate(tos_x_bucket{job="a",phase="b"}[5m])) > 1')).toEqual({
      metrics: [{ metric: 'tos_x_bucket', labels: [['phase', 'b']] }],
      grouped: ['le'],
    });
  });
});

const hasPromtool = spawnSync('promtool', ['--version']).status === 0;
const promtool = 'promtool on the rules';
// Says in its name why it is passed over.
const describePromtool = hasPromtool
  ? describe
  : (_: string, tests: () => void) =>
      describe.skip(
        `${promtool} (passed over: it is not installed; Debian: apt-get install prometheus)`,
        tests,
      );
describePromtool(promtool, () => {
  it.each([
    ['check', 'alerts.yml'],
    ['test', 'alerts.test.yml'],
  ])('%s rules %s', (verb, file) => {
    const { status, stdout, stderr } = spawnSync('promtool', [verb, 'rules', file], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect([status, `${stdout}${stderr}`]).toEqual([0, expect.stringContaining('SUCCESS')]);
  });

  it('has figures for each alert, at which it comes and at which it does not', () => {
    const names = [...read('alerts.yml').matchAll(/- alert: (\w+)/g)].map(([, name]) => name!);
    const played = [...read('alerts.test.yml').matchAll(/- name: (\w+ [a-z ]+)/g)].map(([, name]) => name!);
    expect(played).toEqual(names.flatMap((name) => [`${name} comes`, `${name} stays away`]));
  });
});
