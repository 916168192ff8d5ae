// The lint refuses in the pure layers what the language itself offers of time, chance and the machine. Each is planted in
// the text of a real file: a rule that guards nothing would pass silently for ever.

import { describe, expect, it } from '@jest/globals';
import { ESLint } from 'eslint';

const linter = new ESLint();

async function faultsOf(file: string, expression: string): Promise<string[]> {
  const text = `export const planted = (x: number, name: string, faults: object): unknown => [x, name, faults, ${expression}];\n`;
  const [result] = await linter.lintText(text, { filePath: file });
  return result!.messages.map(({ ruleId }) => ruleId ?? 'parser');
}

const world = ['domain/world/world.ts', 'application/tick/run-tick.ts'];
const pure = [...world, 'ports/system/clock.ts', 'adapters/protocol/session/server-endpoint.ts'];

const planted = 'const m = Math;\nexport const planted = (): number => m.random();\n';

/** The console's, by folders that files of it may stand in. */
const ofTheConsole = [
  'admin-ui/src/main.ts',
  'admin-ui/src/app/app.ts',
  'admin-ui/src/app/audit/audit-page.ts',
];
const planting = (path: string): string[] => [
  `import { planted } from '${path}';\nexport const other = planted;\n`,
  `import type { Planted } from '${path}';\nexport type Other = Planted;\n`,
  `export { planted } from '${path}';\n`,
  `export * from '${path}';\n`,
  `export const planted = () => import('${path}');\n`,
  `export type Planted = import('${path}').Planted;\n`,
];

describe('the lint of the console', () => {
  it.each([
    'codegen',
    'domain',
    'ports',
    'application',
    'adapters',
    'client',
    'src',
    'dist',
    'test',
    'bench',
  ])('refuses what stands in %s: it knows the HTTP API alone', async (layer) => {
    for (const file of ofTheConsole) {
      const up = '../'.repeat(file.split('/').length - 1);
      for (const text of planting(`${up}${layer}/planted`).concat(planting(`#${layer}/planted.js`))) {
        const [result] = await linter.lintText(text, { filePath: file });
        expect([text, result!.messages.map(({ ruleId }) => ruleId)]).toEqual([
          text,
          ['no-restricted-syntax'],
        ]);
      }
    }
  });

  it('lets through what is its own', async () => {
    for (const text of planting('../backend/planted').concat(planting('@angular/core'))) {
      const [result] = await linter.lintText(text, { filePath: 'admin-ui/src/app/audit/audit-page.ts' });
      expect(result!.messages).toEqual([]);
    }
  });
});

describe('the lint', () => {
  it('refuses Math under another name in the pure layers', async () => {
    for (const file of pure) {
      const [result] = await linter.lintText(planted, { filePath: file });
      expect(result!.messages.map(({ ruleId }) => ruleId)).toEqual(['no-restricted-syntax']);
    }
  });

  it.each([
    ['Date.now() + x', 'no-restricted-globals'],
    ['performance.now() + x', 'no-restricted-globals'],
    ['new WeakRef({ x })', 'no-restricted-globals'],
    ['new FinalizationRegistry(() => x)', 'no-restricted-globals'],
    ['Math.random() + x', 'no-restricted-properties'],
    ["Math['random']() + x", 'no-restricted-properties'],
    ['((m: typeof Math) => m.random())(Math)', 'no-restricted-syntax'],
    ['(({ random }) => random())(Math)', 'no-restricted-syntax'],
    ['Math[name as keyof Math]', 'no-restricted-syntax'],
    ['new Intl.DateTimeFormat().format()', 'no-restricted-globals'],
    ['new Intl.NumberFormat().format(x)', 'no-restricted-globals'],
    ["new Intl.Collator().compare(name, 'a')", 'no-restricted-globals'],
    ['globalThis.Date.now() + x', 'no-restricted-globals'],
    ['globalThis.Math.random() + x', 'no-restricted-globals'],
    ['new globalThis.WeakRef({ x })', 'no-restricted-globals'],
    ["new Function('return Date.now()')()", 'no-new-func'],
    ["eval('Date.now()')", 'no-eval'],
    ["((F: typeof Function) => F('return Date.now()'))(Function)", 'no-restricted-globals'],
    ["Reflect.construct(Object, ['return Date.now()'])", 'no-restricted-globals'],
    ["faults.constructor('return Date.now()')()", 'no-restricted-syntax'],
    ["faults['constructor']('return Date.now()')()", 'no-restricted-syntax'],
    ["faults[`constructor`]('return Date.now()')()", 'no-restricted-syntax'],
    ["(({ constructor: F }) => F('return Date.now()'))(faults)", 'no-restricted-syntax'],
    ["(({ 'constructor': F }) => F('return Date.now()'))(faults)", 'no-restricted-syntax'],
    ['/* eslint-disable-line */ Date.now() + x', 'no-restricted-globals'],
  ])('refuses %s in the pure layers', async (expression, rule) => {
    for (const file of pure) expect(await faultsOf(file, expression)).toContain(rule);
  });

  it.each([
    'declare const Date: { now(): number };',
    'declare let performance: { now(): number };',
    'declare class Date { static now(): number }',
    'declare function setTimeout(run: () => void): void;',
    'declare namespace crypto { function randomUUID(): string }',
    'declare enum Date { now }',
    'declare global { const crypto: { randomUUID(): string } }',
  ])('refuses %s in the pure layers', async (declaration) => {
    for (const file of pure) {
      const [result] = await linter.lintText(`${declaration}\nexport {};\n`, { filePath: file });
      expect(result!.messages.map(({ ruleId }) => ruleId)).toContain('no-restricted-syntax');
    }
  });

  it.each([
    '// eslint-disable-next-line no-restricted-globals',
    '// eslint-disable-next-line',
    '/* eslint-disable */',
    '/* eslint no-restricted-globals: "off" */',
    '/* global Date */',
  ])('refuses in the pure layers what stands behind %s', async (comment) => {
    for (const file of pure) {
      const text = `${comment}\nexport const planted = (): number => Date.now();\n`;
      const [result] = await linter.lintText(text, { filePath: file });
      expect(result!.messages.map(({ ruleId }) => ruleId)).toContain('no-restricted-globals');
    }
  });

  it.each([
    ['Math.sin(x)', 'no-restricted-properties'],
    ['Math.atan2(x, 1)', 'no-restricted-properties'],
    ['Math.exp(x)', 'no-restricted-properties'],
    ['Math.log2(x)', 'no-restricted-properties'],
    ['Math.pow(x, 2)', 'no-restricted-properties'],
    ['Math.hypot(x, x)', 'no-restricted-properties'],
    ['x ** 2', 'no-restricted-syntax'],
    ['2 ** x', 'no-restricted-syntax'],
    ['2 ** 16', 'no-restricted-syntax'],
    ["name.localeCompare('a')", 'no-restricted-syntax'],
    ['name.toLocaleLowerCase()', 'no-restricted-syntax'],
  ])('refuses %s where the world is computed', async (expression, rule) => {
    for (const file of world) expect(await faultsOf(file, expression)).toContain(rule);
  });

  it('has nothing against names that a noun adds, and fields that a class declares', async () => {
    for (const file of world) {
      const text = [
        "declare module '../engine/registry.js' { interface Tables { planted: Planted } }",
        'export class Planted { declare readonly x: number; constructor() { this.x = 1; } }\n',
      ].join('\n');
      const [result] = await linter.lintText(text, { filePath: file });
      expect(result!.messages).toEqual([]);
    }
  });

  it.each(['Math.sqrt(x)', 'Math.floor(x / 3) * 0x1_0000', 'name.toLowerCase()'])(
    'has nothing against %s',
    async (expression) => {
      for (const file of world) expect(await faultsOf(file, expression)).toEqual([]);
    },
  );
});
