// A whole schema file: recursive descent, reporting every error it can reach instead of the first alone.

import type { Diagnostics } from '../text/diagnostic.js';
import type { SourceText } from '../text/source-text.js';
import { tokenize } from './lexer.js';
import { parseDeclaration } from './parse-declaration.js';
import { parseReserved } from './parse-notes.js';
import {
  declarationKinds,
  type DeclarationSyntax,
  type FileSyntax,
  type ReservedSyntax,
} from './syntax-tree.js';
import { ParseFailure, TokenCursor } from './token-cursor.js';

const starts = new Set<string>([...declarationKinds, 'reserved']);

export function parseSchema(source: SourceText, diagnostics: Diagnostics): FileSyntax {
  const cursor = new TokenCursor(source, tokenize(source, diagnostics), diagnostics);
  const declarations: DeclarationSyntax[] = [];
  const reserved: ReservedSyntax[] = [];
  const fileDoc = takeFileDoc(cursor);
  for (;;) {
    const doc = cursor.doc();
    if (cursor.atEnd) break;
    const position = cursor.position;
    try {
      if (cursor.takeWordIf('reserved')) reserved.push(parseReserved(cursor));
      else declarations.push(parseDeclaration(cursor, doc));
    } catch (failure) {
      if (!(failure instanceof ParseFailure)) throw failure;
      if (cursor.position === position) cursor.take();
      cursor.skipToDeclaration(starts);
    }
  }
  const name = source.path.replace(/^.*[\\/]/, '').replace(/\.tos$/, '');
  return { source, name, doc: fileDoc, declarations, reserved };
}

/** The doc comment that opens the file and is followed by an empty line describes the file. */
function takeFileDoc(cursor: TokenCursor): string {
  let length = 0;
  while (cursor.peek(length).kind === 'doc' && cursor.peek(length).line === cursor.next.line + length)
    length++;
  if (length === 0 || cursor.peek(length).line <= cursor.next.line + length) return '';
  const lines: string[] = [];
  for (let i = 0; i < length; i++) lines.push(cursor.take().text);
  return lines.join('\n');
}
