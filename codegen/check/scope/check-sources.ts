// Whether anything reads where a field says that it comes from, and that it is not stored.

import type { FileSyntax, SourceSyntax } from '../../syntax/syntax-tree.js';
import type { Span } from '../../text/source-text.js';
import type { Scope } from './scope.js';

/** `from` means something only where a frame reads it. */
export function checkSources(scope: Scope, files: readonly FileSyntax[]): void {
  const read = new Set<string>();
  for (const syntax of files.flatMap(({ declarations }) => declarations)) {
    if (syntax.kind === 'packet' && syntax.stored !== undefined) read.add(syntax.name.text);
    if (syntax.kind !== 'frame') continue;
    read.add(syntax.record.text);
    read.add(syntax.packet.text);
  }
  for (const { declarations } of files) {
    for (const syntax of declarations) {
      reportUnstored(scope, syntax);
      if (read.has(syntax.name.text)) continue;
      for (const [span, word] of sourcesIn(syntax)) {
        const message = `'${word}' tells where a value comes from, but '${syntax.name.text}' is neither in a frame nor stored`;
        scope.report(syntax.source, span, message);
      }
    }
  }
}

/** `unstored` means something only of what is stored besides. */
function reportUnstored(scope: Scope, syntax: FileSyntax['declarations'][number]): void {
  if (syntax.kind !== 'struct' && syntax.kind !== 'packet' && syntax.kind !== 'record') return;
  if (syntax.kind === 'packet' && syntax.stored !== undefined) return;
  const groups = syntax.kind === 'record' ? syntax.groups : [syntax];
  for (const { notes } of groups.flatMap(({ fields }) => fields))
    if (notes.unstored !== undefined)
      scope.report(syntax.source, notes.unstored, `'${syntax.name.text}' is not stored at all`);
}

function sourcesIn(syntax: FileSyntax['declarations'][number]): [Span, string][] {
  if (syntax.kind !== 'struct' && syntax.kind !== 'packet' && syntax.kind !== 'record') return [];
  const groups = syntax.kind === 'record' ? syntax.groups : [{ fields: syntax.fields, stamp: undefined }];
  const of = (written: SourceSyntax | undefined, word: string): [Span, string][] =>
    written === undefined ? [] : [[written.component.span, word]];
  return groups.flatMap((group) => [
    ...of(group.stamp, 'stamp'),
    ...group.fields.flatMap(({ notes }) => of(notes.from, 'from')),
  ]);
}
