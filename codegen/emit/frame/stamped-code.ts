// Groups that are dated by a stamp instead of being compared: who is in a row, and bytes.

import type { FrameModel } from '../../model/frame-model.js';
import type { GroupModel } from '../../model/schema-model.js';
import { lengthName, upperFirst } from '../typescript/derived-names.js';
import {
  groupFields,
  groupTick,
  idOf,
  isBytes,
  ownFields,
  ownName,
  urgentGroups,
  valueOf,
} from './frame-columns.js';
import { isColumn, isGuarded, isSourced, sourceLocal, valueCode } from './value-code.js';

export const seenName = (group: GroupModel): string => `${group.name}Seen`;
const takeName = (group: GroupModel): string => `take${upperFirst(group.name)}`;

export function emitStamped(frame: FrameModel): string[] {
  const id = idOf(frame).field.name;
  const stamped = frame.record.groups.filter((group) => group.stamp !== undefined);
  return [
    '/** Who is in the rows from `start` up to `end`, as what: newcomers, and those whose stamp changed. */',
    'recognize(start: number, end: number, tick: number): void {',
    'this.recognized(start, end, tick);',
    '}\n',
    'private recognizeRun(): RowRun {',
    `const { ${id} } = this.columns;`,
    'const { entities } = this.sources;',
    ...stamped.flatMap(({ stamp, name }) => [
      `const ${name}Stamp = this.sources.${stamp!.component}.columns.${stamp!.column};`,
    ]),
    ...stamped.map((group) => `const { ${seenName(group)} } = this;`),
    'return (start: number, end: number, tick: number): void => {',
    'for (let e = start; e < end; e++) {',
    `if (${id}[e] !== entities.idAt(e)) this.appear(e, tick);`,
    stamped.length === 1 ? 'else' : 'else {',
    ...stamped.map(
      (group) => `if (${seenName(group)}[e] !== ${group.name}Stamp[e]) this.${takeName(group)}(e, tick);`,
    ),
    ...(stamped.length === 1 ? [] : ['}']),
    '}',
    '};',
    '}\n',
    'private appear(e: number, tick: number): void {',
    'const { columns } = this;',
    `columns.${id}[e] = this.sources.entities.idAt(e);`,
    ...ownFields(frame).map((field) => `columns.${ownName(field)}[e] = 0;`),
    'dateAll(columns, e, tick);',
    ...stamped.map((group) => `this.${takeName(group)}(e, tick);`),
    '}\n',
    ...stamped.flatMap((group) => emitTake(frame, group)),
  ];
}

function emitTake(frame: FrameModel, group: GroupModel): string[] {
  const fields = group.fields.filter(({ type }) => !isBytes(type));
  const bytes = group.fields.filter(({ type }) => isBytes(type));
  const values = fields.map((field) => valueOf(field)).filter(isSourced);
  const locals = new Map(values.map(({ source }) => [sourceLocal(source), source]));
  const stamp = `this.sources.${group.stamp!.component}.columns.${group.stamp!.column}`;
  return [
    `private ${takeName(group)}(e: number, tick: number): void {`,
    'const { columns } = this;',
    ...[...locals].map(
      ([local, { component, column }]) => `const ${local} = this.sources.${component}.columns.${column};`,
    ),
    `this.${seenName(group)}[e] = ${stamp}[e]!;`,
    `columns.${groupTick(group)}[e] = tick;`,
    ...(urgentGroups(frame).includes(group) ? ['columns.urgentTick[e] = tick;'] : []),
    'columns.changedTick[e] = tick;',
    ...values.map((value) => `columns.${value.column}[e] = ${valueCode(value, isGuarded(frame, value))};`),
    ...bytes.flatMap(({ name, type, source }) => {
      if (!isBytes(type) || !isColumn(source)) return [];
      const from = `this.sources.${source.component}.columns`;
      return [
        `const ${name}From = ${from}.${source.column};`,
        `const ${name}Now = ${from}.${source.column}Length[e]!;`,
        `if (columns.${lengthName(name)}[e]! + ${name}Now > 0) this.bytesTick = tick;`,
        `columns.${lengthName(name)}[e] = ${name}Now;`,
        `for (let i = e * ${type.size}; i < (e + 1) * ${type.size}; i++) columns.${name}[i] = ${name}From[i]!;`,
      ];
    }),
    '}\n',
  ];
}

/** Bytes are many and change seldom: a buffer is given those that it lacks. */
export function emitBytesCopy(frame: FrameModel): string[] {
  const fields = groupFields(frame).filter(({ type }) => isBytes(type));
  if (fields.length === 0) return [];
  const id = idOf(frame).field.name;
  const ticks = [
    ...new Set(fields.map((field) => frame.record.groups.find(({ fields: all }) => all.includes(field))!)),
  ];
  const same = [
    `target.${id}[row] === ${id}[row]`,
    ...ticks.map((group) => `target.${groupTick(group)}[row] === ${groupTick(group)}[row]`),
  ];
  return [
    '/** Gives `target`, whose other columns are as they were, the bytes that it lacks: it has those of the same id and dates. */',
    `copyBytes(target: ${frame.name}Columns, rowsUsed: number): void {`,
    `const { ${[id, ...ticks.map(groupTick), ...fields.flatMap(({ name }) => [name, lengthName(name)])].join(', ')} } = this.columns;`,
    'for (let row = 1; row < rowsUsed; row++) {',
    `if (${fields.map(({ name }) => `${lengthName(name)}[row] === 0`).join(' && ')}) continue;`,
    `if (${same.join(' && ')}) continue;`,
    ...fields.flatMap(({ name, type }) => {
      if (!isBytes(type)) return [];
      return [
        `const ${name}End = row * ${type.size} + ${lengthName(name)}[row]!;`,
        `for (let i = row * ${type.size}; i < ${name}End; i++) target.${name}[i] = ${name}[i]!;`,
      ];
    }),
    '}',
    '}\n',
  ];
}
