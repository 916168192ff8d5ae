// Messages as readonly interfaces, for layers that may not import codecs: a codec's class fits its interface, and so does
// any object of the same shape.

import type { FieldModel, FieldType, PacketModel, StructModel } from '../../model/schema-model.js';
import { countName, lengthName, presenceName } from '../typescript/derived-names.js';
import { docComment } from '../typescript/doc-comment.js';
import { describeType } from '../typescript/type-names.js';

/** Gathers what the interfaces of several messages need besides themselves. */
export class PlainShapes {
  /** Enums that are to be imported from words.ts. */
  readonly words = new Set<string>();
  readonly #structs = new Map<StructModel, string>();

  /** The interfaces of structs that were met, in the order of meeting them. */
  get structs(): string[] {
    return [...this.#structs.values()];
  }

  message(name: string, packet: PacketModel): string {
    return this.#interface(name, packet.doc, packet.fields);
  }

  #interface(name: string, doc: string, fields: readonly FieldModel[]): string {
    const members = fields.flatMap((field) => this.#members(field));
    return `${docComment(doc)}export interface ${name} {\n${members.join('\n')}\n}\n`;
  }

  #members({ name, doc, optional, type, unit }: FieldModel): string[] {
    const lines: string[] = [];
    if (optional)
      lines.push(`/** Whether \`${name}\` is there. */\nreadonly ${presenceName(name)}: boolean;`);
    if (type.kind === 'bytes' && type.capped) lines.push(`readonly ${lengthName(name)}: number;`);
    if (type.kind === 'array' && type.capped) lines.push(`readonly ${countName(name)}: number;`);
    const measured = [describeType(type, 'physical'), unit === '' ? '' : `in ${unit}`].filter(
      (part) => part !== '',
    );
    const note = measured.length === 0 ? '' : `(${measured.join(', ')})`;
    lines.push(`${docComment(doc, note)}readonly ${name}: ${this.#typeName(name, type)};`);
    return lines;
  }

  #typeName(field: string, type: FieldType): string {
    switch (type.kind) {
      case 'bool':
        return 'boolean';
      case 'string':
        return 'string';
      case 'bytes':
        return 'Uint8Array';
      case 'enum':
        this.words.add(type.declaration.name);
        return type.declaration.name;
      case 'struct':
        if (!this.#structs.has(type.declaration)) {
          const { name, doc, fields } = type.declaration;
          // Its place in the order is taken before what it holds is met.
          this.#structs.set(type.declaration, '');
          this.#structs.set(type.declaration, this.#interface(name, doc, fields));
        }
        return type.declaration.name;
      case 'array': {
        const element = this.#typeName(field, type.element);
        return element === 'number' || (element !== 'string' && type.element.kind !== 'struct')
          ? 'ArrayLike<number>'
          : `readonly ${element}[]`;
      }
      case 'bits':
      case 'union':
      case 'record':
      case 'deltaList':
        // Nothing of the kind passes between rules and players today; whoever needs it adds it here.
        throw new Error(
          `'${field}' is of a ${type.kind}, which messages between rules and players cannot have yet`,
        );
      default:
        return 'number';
    }
  }
}
