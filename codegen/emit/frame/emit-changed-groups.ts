// Which groups changed after a tick, by the dates in a frame.

import type { FrameModel } from '../../model/frame-model.js';
import type { GroupModel } from '../../model/schema-model.js';
import { groupTick, head, urgentGroups } from './frame-columns.js';

export function emitChangedGroups(frame: FrameModel, folder: string, columnsModule: string): string {
  const { name, record } = frame;
  const urgent = urgentGroups(frame);
  const patient = record.groups.filter((group) => !urgent.includes(group));
  // About half of them changed: a branch each would be guessed wrong every other time.
  const bit = (group: GroupModel): string => {
    const changed = `((tick - columns.${groupTick(group)}[row]!) >>> 31)`;
    return group.bit === 0 ? changed : `(${changed} << ${group.bit})`;
  };
  const joined = (groups: readonly GroupModel[]): string =>
    groups.length === 0 ? '0' : groups.map(bit).join(' | ');
  return [
    ...head(frame, folder, 'Without branches where about half of the entities go either way.'),
    `import type { ${name}Columns } from '${columnsModule}';\n`,
    `/** Bits of ${name}Group: those that changed after \`tick\`. Ticks differ by less than 2^31, which is 414 days. */`,
    `export function changedGroups(columns: ${name}Columns, row: number, tick: number): number {`,
    `const patient = ${joined(patient)};`,
    'if (columns.urgentTick[row]! <= tick) return patient;',
    `return patient | ${joined(urgent)};`,
    '}\n',
  ].join('\n');
}
