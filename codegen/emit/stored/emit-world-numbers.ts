// The numbers that live in columns of components while their owner is in the world: columns for the components' layouts,
// and what moves them between columns and a sheet, in straight lines.

import type { PacketModel } from '../../model/schema-model.js';
import { keptNumbers, type StoredNumber } from '../../model/stored-model.js';
import { docComment } from '../typescript/doc-comment.js';
import { lowerFirst } from '../typescript/derived-names.js';
import { storedHead, storedName } from './emit-numbers.js';

export function emitWorldNumbers(packet: PacketModel, folder: string): string {
  const name = storedName(packet);
  const small = lowerFirst(name);
  const kept = keptNumbers(packet);
  const components = [...new Set(kept.map(({ source }) => source.component))];
  const of = (component: string) => kept.filter(({ source }) => source.component === component);
  const at = ({ source }: (typeof kept)[number]): string =>
    `components.${source.component}.columns.${source.column}[row]`;
  return [
    ...storedHead(packet, folder, `The numbers of a ${small} that live in columns while it is in the world.`),
    '/** Columns that hold all that can be stored, for the layouts of these components. */',
    'export const storedColumns = {',
    ...components.flatMap((component) => [
      `${component}: {`,
      ...of(component).map((each) => `${docComment(each.doc)}${each.source.column}: '${each.width}',`),
      '},',
    ]),
    '} as const;\n',
    '/** The most that can be stored of each. What would go beyond, a rule refuses or tells. */',
    'export const storedMost = {',
    ...kept.map((each) => `${each.name}: ${each.max},`),
    '} as const;\n',
    `/** Of a ${small}'s sheet. */`,
    'export class SheetNumbers {',
    ...kept.map((each) => `${docComment(sentence(each))}${each.name} = ${Math.max(0, each.min)};`),
    '}\n',
    'export function copyNumbers(target: SheetNumbers, source: Readonly<SheetNumbers>): void {',
    ...kept.map((each) => `target.${each.name} = source.${each.name};`),
    '}\n',
    'interface NumberColumn {',
    '[row: number]: number;',
    '}\n',
    '/** Components with these columns. */',
    'export interface SheetComponents {',
    ...components.flatMap((component) => [
      `readonly ${component}: {`,
      'readonly columns: {',
      ...of(component).map(({ source }) => `readonly ${source.column}: NumberColumn;`),
      '};',
      '};',
    ]),
    '}\n',
    '/** Into the columns at `row`. */',
    'export function enterNumbers(components: SheetComponents, row: number, numbers: Readonly<SheetNumbers>): void {',
    ...kept.map((each) => `${at(each)} = numbers.${each.name};`),
    '}\n',
    '/** Out of the columns at `row`. */',
    'export function noteNumbers(numbers: SheetNumbers, components: SheetComponents, row: number): void {',
    ...kept.map((each) => `numbers.${each.name} = ${at(each)}!;`),
    '}\n',
  ].join('\n');
}

function sentence({ doc, unit }: StoredNumber): string {
  return [doc, unit === '' ? '' : `In ${unit}.`].filter((part) => part !== '').join(' ');
}
