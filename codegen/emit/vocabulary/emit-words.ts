// words.ts of the domain's vocabulary: the enums, flags and constants of the schema, for rules that may not import codecs.

import type { FileModel } from '../../model/schema-model.js';
import { emitConstant, emitEnum } from '../typescript/emit-types.js';

export function emitWords(files: readonly FileModel[], schemaFolder: string): string {
  const used = files.filter((file) => file.declarations.some(isWord));
  const names = used.map((file) => `${schemaFolder}/${file.name}.tos`);
  const words = used
    .flatMap((file) => file.declarations)
    .flatMap((declaration) => {
      if (declaration.kind === 'const') return [emitConstant(declaration)];
      if (declaration.kind === 'enum') return [emitEnum(declaration)];
      if (declaration.kind !== 'flags') return [];
      return [
        `${emitEnum(declaration)}\n/** Bits of ${declaration.name}, any of them at once. */\nexport type ${declaration.name} = number;\n`,
      ];
    });
  return [
    `// Generated from ${names.join(', ')} by \`npm run codegen\`; changes here are lost.`,
    '// The words that rules, ports and packets share. Numbers are permanent.',
    '',
    words.join('\n'),
  ].join('\n');
}

function isWord({ kind }: FileModel['declarations'][number]): boolean {
  return kind === 'const' || kind === 'enum' || kind === 'flags';
}
