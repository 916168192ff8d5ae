// The columns of the domain's components, read from the layouts that its nouns declare (domain/<noun>/columns.ts). What a
// layout takes from elsewhere is left out, and the component is known not to be whole.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ColumnTypes, ComponentTypes } from './check/check-columns.js';

/** Undefined where there is no domain. */
export function readColumnTypes(root: string): ColumnTypes | undefined {
  const domain = join(root, 'domain');
  if (!existsSync(domain)) return undefined;
  const files = readdirSync(domain)
    .map((noun) => join(domain, noun, 'columns.ts'))
    .filter((file) => existsSync(file));
  return new Map(files.flatMap((file) => [...columnTypesOf(readFileSync(file, 'utf8'))]));
}

/** Of the text of one file. */
export function columnTypesOf(text: string): ColumnTypes {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  const layouts = [...code.matchAll(/^export const \w+Columns = \{([\s\S]*?)\} as const;/gm)];
  return new Map(
    layouts.flatMap(([, layout]) =>
      [...layout!.matchAll(/(\w+): \{([^{}]*)\}/g)].map(
        ([, name, columns]) => [name!, typesIn(columns!)] as const,
      ),
    ),
  );
}

function typesIn(columns: string): ComponentTypes {
  const types = [...columns.matchAll(/(\w+): (?:lanes\()?'([uif]\d+)'/g)];
  return {
    types: new Map(types.map(([, name, type]) => [name!, type!])),
    isWhole: !columns.includes('...'),
  };
}
