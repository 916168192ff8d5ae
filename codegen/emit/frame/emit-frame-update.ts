// Brings a frame's columns up to the world and dates every change, in loops over runs of rows.

import type { FrameModel } from '../../model/frame-model.js';
import type { GroupModel } from '../../model/schema-model.js';
import { docComment } from '../typescript/doc-comment.js';
import { upperFirst } from '../typescript/derived-names.js';
import {
  arrayOfWidth,
  groupFields,
  groupTick,
  head,
  idOf,
  isBytes,
  ownFields,
  ownName,
  urgentGroups,
  valueOf,
  widthOf,
  type ValueModel,
} from './frame-columns.js';
import { emitBytesCopy, emitStamped, seenName } from './stamped-code.js';
import {
  besideValue,
  isGuarded,
  isOwnGuarded,
  isSourced,
  membersLocal,
  sourceLocal,
  sourcesOf,
  valueCode,
  type Sourced,
} from './value-code.js';

export function emitFrameUpdate(frame: FrameModel, folder: string, columnsModule: string): string {
  const { name } = frame;
  const body = [...emitSources(frame), ...emitRules(frame), ...emitClass(frame), ...emitDateAll(frame)].join(
    '\n',
  );
  return [
    ...head(
      frame,
      folder,
      'What a column says is compared as it is shown, so that a change is dated by the tick at which it could first be seen.',
      'Allocates nothing.',
    ),
    `import type { ${name}Columns } from '${columnsModule}';\n`,
    body,
    ...(/\bclamp\(/.test(body) ? [clampCode] : []),
  ].join('\n');
}

const clampCode = `function clamp(value: number, least: number, most: number): number {
return value < least ? least : value > most ? most : value;
}
`;

function emitSources(frame: FrameModel): string[] {
  const components = [...sourcesOf(frame)].map(([component, { columns, members }]) => [
    `readonly ${component}: {`,
    ...(members ? ['readonly members: Uint32Array;'] : []),
    'readonly columns: {',
    ...[...columns].map(([column, array]) => `readonly ${column}: ${array};`),
    '};',
    '};',
  ]);
  const names = (list: readonly string[]): string =>
    `[${list.map((each) => `'${each}'`).join(', ')}] as const;`;
  return [
    '/** Components that everybody in the frame has, and besides those to whom the packet goes. */',
    `export const everyComponents = ${names(frame.every)}`,
    `export const ownComponents = ${names(frame.own)}`,
    '/** All whose columns it is published from, or whose members it asks for. */',
    `export const sourceComponents = ${names([...new Set([...frame.every, ...frame.own, ...sourcesOf(frame).keys()])])}\n`,
    `/** What the frame is published from: columns of components, by row. */`,
    `export interface ${frame.name}Sources {`,
    '/** The id of who is in a row. */',
    'readonly entities: { idAt(row: number): number };',
    ...components.flat(),
    '}\n',
  ];
}

/** Values that no column holds. */
function ruled(frame: FrameModel): ValueModel[] {
  const own = ownFields(frame).map((field) => ({ ...valueOf(field), column: ownName(field) }));
  return [...compared(frame).flatMap(({ values }) => values), ...undated(frame), ...own].filter(
    ({ source }) => source === undefined,
  );
}

function emitRules(frame: FrameModel): string[] {
  return [
    '/**',
    ' * What no column says: each method fills `into` for the rows from `start` up to `end`, all of which are lived in.',
    ` * Who lives there has the components ${frame.every.join(', ')}; for columns of one's own also ${frame.own.join(', ')}.`,
    ' */',
    `export interface ${frame.name}Rules {`,
    ...ruled(frame).map(
      ({ column, doc, type }) =>
        `${docComment(doc)}${column}(start: number, end: number, into: ${arrayOfWidth[widthOf(type)]}): void;`,
    ),
    '}\n',
  ];
}

/** Groups whose values are compared, with what changes with them. */
function compared(frame: FrameModel): { readonly group: GroupModel; readonly values: ValueModel[] }[] {
  return frame.record.groups
    .filter(({ stamp }) => stamp === undefined)
    .map((group) => ({
      group,
      values: [
        ...group.fields.map((field) => valueOf(field)),
        ...frame.fields.filter(({ dates }) => dates === group.name).map(besideValue),
      ],
    }));
}

function undated({ fields }: FrameModel): ValueModel[] {
  return fields.filter(({ dates }) => dates === undefined).map(besideValue);
}

function emitClass(frame: FrameModel): string[] {
  const { name } = frame;
  const stamped = frame.record.groups.filter((group) => group.stamp !== undefined);
  const given = compared(frame)
    .flatMap(({ values }) => values)
    .filter((value) => !isSourced(value));
  const rows = `columns.${idOf(frame).field.name}.length`;
  return [
    `export class ${name}Update {`,
    ...(groupFields(frame).some(({ type }) => isBytes(type))
      ? ['/** The newest tick at which somebody with bytes was taken anew. */', 'bytesTick = 0;']
      : []),
    ...stamped.map((group) => `private readonly ${seenName(group)}: Uint32Array;`),
    ...given.map(({ column, type }) => `private readonly ${now(column)}: ${arrayOfWidth[widthOf(type)]};`),
    '/** Each made once over its columns, which is faster over many short runs than to look them up for every run. */',
    'private readonly shownColumns: RowRun;',
    'private readonly shownRules: RowRun;',
    'private readonly recognized: RowRun;',
    '',
    'constructor(',
    `readonly columns: ${name}Columns,`,
    `private readonly sources: ${name}Sources,`,
    `private readonly rules: ${name}Rules,`,
    ') {',
    ...stamped.map((group) => `this.${seenName(group)} = new Uint32Array(${rows});`),
    ...given.map(({ column, type }) => `this.${now(column)} = new ${arrayOfWidth[widthOf(type)]}(${rows});`),
    'this.shownColumns = this.showColumns();',
    'this.shownRules = this.showRules();',
    'this.recognized = this.recognizeRun();',
    '}\n',
    ...emitVanish(frame),
    ...emitStamped(frame),
    ...emitShow(frame),
    ...emitOwn(frame),
    ...emitBytesCopy(frame),
    '}\n',
  ];
}

function emitVanish(frame: FrameModel): string[] {
  const id = idOf(frame).field.name;
  return [
    '/** Nobody is in the rows from `start` up to `end` (any more). */',
    'vanish(start: number, end: number, tick: number): void {',
    'const { columns } = this;',
    'for (let row = start; row < end; row++) {',
    `if (columns.${id}[row] === 0) continue;`,
    `columns.${id}[row] = 0;`,
    ...undated(frame).map(({ column }) => `columns.${column}[row] = 0;`),
    'columns.urgentTick[row] = tick;',
    'columns.changedTick[row] = tick;',
    '}',
    '}\n',
  ];
}

/** One loop for what stands in columns, one for what rules give. */
function emitShow(frame: FrameModel): string[] {
  const groups = compared(frame);
  const byColumn = groups.filter(({ values }) => values.every(isSourced));
  const byRule = groups.filter((group) => !byColumn.includes(group));
  const copied = undated(frame).filter(isSourced);
  const given = undated(frame).filter((value) => !isSourced(value));
  return [
    '/** Brings what is shown of those in the rows from `start` up to `end` up to date. */',
    'show(start: number, end: number, tick: number): void {',
    'this.shownColumns(start, end, tick);',
    'this.shownRules(start, end, tick);',
    '}\n',
    ...emitLoop(frame, 'showColumns', byColumn, copied),
    ...emitLoop(frame, 'showRules', byRule, given),
  ];
}

type Compared = ReturnType<typeof compared>;

function emitLoop(
  frame: FrameModel,
  method: string,
  groups: Compared,
  plain: readonly ValueModel[],
): string[] {
  const values = groups.flatMap((group) => group.values);
  const copied = plain.filter(isSourced);
  const given = plain.filter((value) => !isSourced(value));
  const looped = [...values, ...copied];
  const urgent = urgentGroups(frame);
  const dates = [
    ...groups.map(({ group }) => groupTick(group)),
    ...(groups.length === 0 ? [] : ['changedTick']),
    ...(groups.some(({ group }) => urgent.includes(group)) ? ['urgentTick'] : []),
  ];
  const ruledValues = values.filter((value) => !isSourced(value));
  const arrays = ruledValues.map(({ column }) => now(column));
  const usesColumns = given.length > 0 || looped.length > 0;
  const parameters = (used: boolean, ...names: string[]): string[] =>
    names.map((name) => `${used ? '' : '_'}${name}: number`);
  return [
    `private ${method}(): RowRun {`,
    ...(usesColumns ? ['const { columns } = this;'] : []),
    ...(ruledValues.length + given.length === 0 ? [] : ['const { rules } = this;']),
    ...(arrays.length === 0 ? [] : [`const { ${arrays.join(', ')} } = this;`]),
    ...sourceLocals(looped.filter(isSourced), (value) => isGuarded(frame, value)),
    ...(looped.length === 0
      ? []
      : [`const { ${looped.map(({ column }) => `${column}: ${shown(column)}`).join(', ')} } = columns;`]),
    ...(dates.length === 0 ? [] : [`const { ${dates.join(', ')} } = columns;`]),
    `return (${[...parameters(usesColumns, 'start', 'end'), ...parameters(groups.length > 0, 'tick')].join(', ')}): void => {`,
    ...ruledValues.map(({ column }) => `rules.${column}(start, end, ${now(column)});`),
    ...given.map(({ column }) => `rules.${column}(start, end, columns.${column});`),
    ...(looped.length === 0
      ? []
      : [
          'for (let e = start; e < end; e++) {',
          ...groups.flatMap(({ group, values: each }) =>
            emitComparison(frame, group, each, urgent.includes(group)),
          ),
          ...copied.map(
            (value) => `${shown(value.column)}[e] = ${valueCode(value, isGuarded(frame, value))};`,
          ),
          '}',
        ]),
    '};',
    '}\n',
  ];
}

function emitComparison(
  frame: FrameModel,
  group: GroupModel,
  values: readonly ValueModel[],
  urgent: boolean,
): string[] {
  const value = ({ column }: ValueModel): string => `${column}Value`;
  const differs = values.map((each) => `${shown(each.column)}[e] !== ${value(each)}`).join(' || ');
  const code = (each: ValueModel): string =>
    isSourced(each) ? valueCode(each, isGuarded(frame, each)) : `${now(each.column)}[e]!`;
  return [
    ...values.map((each) => `const ${value(each)} = ${code(each)};`),
    `if (${differs}) {`,
    ...values.map((each) => `${shown(each.column)}[e] = ${value(each)};`),
    `${groupTick(group)}[e] = tick;`,
    ...(urgent ? ['urgentTick[e] = tick;'] : []),
    'changedTick[e] = tick;',
    '}',
  ];
}

const shown = (column: string): string => `shown${upperFirst(column)}`;
const now = (column: string): string => `${column}Now`;

function sourceLocals(values: readonly Sourced[], isGuardedValue: (value: Sourced) => boolean): string[] {
  const sources = new Map(values.map(({ source }) => [sourceLocal(source), source]));
  const members = new Set(values.filter(isGuardedValue).map(({ source }) => source.component));
  return [
    ...[...sources].map(
      ([local, { component, column }]) => `const ${local} = this.sources.${component}.columns.${column};`,
    ),
    ...[...members].map(
      (component) => `const ${membersLocal(component)} = this.sources.${component}.members;`,
    ),
  ];
}

function emitOwn(frame: FrameModel): string[] {
  const values = ownFields(frame).map((field) => valueOf(field, ownName(field)));
  const copied = values.filter(isSourced);
  const given = values.filter((value) => !isSourced(value));
  return [
    `/** What ${frame.packet.name} tells its receivers of themselves; in these rows live only such. */`,
    'showOwn(start: number, end: number): void {',
    ...given.map(({ column }) => `this.rules.${column}(start, end, this.columns.${column});`),
    ...sourceLocals(copied, (value) => isOwnGuarded(frame, value)),
    `const { ${copied.map(({ column }) => column).join(', ')} } = this.columns;`,
    'for (let e = start; e < end; e++) {',
    ...copied.map((value) => `${value.column}[e] = ${valueCode(value, isOwnGuarded(frame, value))};`),
    '}',
    '}\n',
  ];
}

function emitDateAll({ name, record }: FrameModel): string[] {
  return [
    'type RowRun = (start: number, end: number, tick: number) => void;\n',
    '/** All of the entity in the row is new to everybody. */',
    `export function dateAll(columns: ${name}Columns, row: number, tick: number): void {`,
    ...record.groups.map((group) => `columns.${groupTick(group)}[row] = tick;`),
    'columns.urgentTick[row] = tick;',
    'columns.changedTick[row] = tick;',
    '}\n',
  ];
}
