// Where a frame's column comes from: `transform.x`, `vitals.mana down`, `entity`.

import type { SourceSyntax } from './syntax-tree.js';
import type { TokenCursor } from './token-cursor.js';

export function parseSource(cursor: TokenCursor): SourceSyntax {
  const component = cursor.word('a component, or entity', 'as in transform.x');
  if (!cursor.takeSymbolIf('.')) return { component, column: undefined, rounding: undefined };
  const column = cursor.word(`a column of '${component.text}'`, 'as in transform.x');
  const rounds = cursor.wordFollows && (cursor.isWord('up') || cursor.isWord('down'));
  return { component, column, rounding: rounds ? cursor.word('up or down') : undefined };
}
