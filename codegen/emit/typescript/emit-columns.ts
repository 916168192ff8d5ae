// A delta record that stands in lists also as columns: a typed array for each field, a row for each place.

import type { FieldType, RecordModel } from '../../model/schema-model.js';
import { columnsName, maskName } from './derived-names.js';
import { docComment } from './doc-comment.js';
import { describeType, typedArrayName } from './type-names.js';

export function emitColumns(record: RecordModel): string {
  const fields = record.groups.flatMap((group) => group.fields);
  const columns = fields.map(({ name, type, doc }) => ({
    name,
    doc: [doc, sentence(describeType(type, 'raw'))],
    array: columnArrayName(type),
  }));
  const mask = `Which groups each row holds: bits of ${maskName(record.name)}.`;
  const all = [{ name: 'mask', doc: [mask], array: `Uint${8 * record.maskBytes}Array` }, ...columns];
  const doc = `${record.name} by place: a typed array for each field. Quantized fields hold their step numbers.`;
  return [
    `${docComment(doc)}export class ${columnsName(record.name)} {`,
    ...all.map((column) => `${docComment(...column.doc)}readonly ${column.name}: ${column.array};\n`),
    '/** As many rows as there are places; a new one holds no group. */',
    'constructor(readonly places: number) {',
    ...all.map((column) => `this.${column.name} = new ${column.array}(places);`),
    '}',
    '}\n',
  ].join('\n');
}

/** The checker lets nothing into a list that has no array. */
function columnArrayName(type: FieldType): string {
  if (type.kind === 'quantized') return `Uint${type.bytes === 3 ? 32 : 8 * type.bytes}Array`;
  const plain = type.kind === 'bytes' || type.kind === 'array' || type.kind === 'deltaList';
  const name = plain ? undefined : typedArrayName(type);
  if (name === undefined) throw new Error(`a ${type.kind} has no place in a column`);
  return name;
}

function sentence(text: string): string {
  return text === '' ? '' : `${text}.`;
}
