// The value of one field on its way from a file to the rules, as an expression: seconds become ticks, keys become ids, and
// what names nothing is told.

import type { ContentFieldModel, ContentModel, ContentType } from '../../model/content-model.js';
import { changes, defineName, listName, ruleFieldName } from './content-names.js';
import { noneOf } from './emit-definitions.js';

/** `name: value,` for each field; `record` is the expression of what is mapped. */
export function mappedFields({ fields }: ContentModel, record: string): string[] {
  return fields.map((field) => {
    const name = ruleFieldName(field);
    const value = mappedField(field, record);
    return name === value ? `${name},` : `${name}: ${value},`;
  });
}

/** Statements that hold fields against each other. */
export function limitChecks({ fields }: ContentModel, record: string): string[] {
  return fields.flatMap(({ name, limits }) =>
    limits.map(({ relation, field }) => {
      const check = relation === 'least' ? 'atLeast' : 'atMost';
      return `checker.${check}(${record}.${name}, '${field}', ${record}.${field}, ${pathTo(`'${name}'`)});`;
    }),
  );
}

function mappedField({ name, type, optional, defaultValue }: ContentFieldModel, record: string): string {
  const value = `${record}.${name}`;
  const always = !optional || defaultValue !== undefined;
  if (!changes(type)) return always || type.kind !== 'list' ? value : `${value} ?? []`;
  const mapped = mappedValue(type, value, `'${name}'`, record);
  if (always) return mapped;
  return `${value} === undefined ? ${noneOf(type) ?? 'undefined'} : ${mapped}`;
}

function mappedValue(type: ContentType, value: string, steps: string, record: string): string {
  switch (type.kind) {
    case 'seconds':
      return `ticks(${value})`;
    case 'ref': {
      const path = pathTo(steps);
      if (type.to.kind === 'record') return `checker.idOf('${listName(type.to.source)}', ${value}, ${path})`;
      if (type.to.kind === 'map') return `checker.mapNamed(${value}, ${path})`;
      const map = type.to.mapField === undefined ? 'undefined' : `${record}.${type.to.mapField}`;
      return `checker.objectNamed('${type.to.className}', ${value}, ${map}, ${path})`;
    }
    case 'part':
    case 'choice':
      return `${defineName(type.declaration)}(${value}, ${pathTo(steps)}, checker)`;
    case 'list':
      return `${value}.map((each, i) => ${mappedValue(type.element, 'each', `${steps}, i`, record)})`;
    default:
      return value;
  }
}

function pathTo(steps: string): string {
  return `[...path, ${steps}]`;
}
