// The type of a field: `u8(1 .. 6)`, `quantized(0 .. 1 step 1/64)`, `bytes<..24>`, `string<24>`, `MoveStep[..8]`,
// `delta EntityState[..64]`.

import { parseExpression, parseRange } from './parse-expression.js';
import type { Span } from '../text/source-text.js';
import type { TypeSyntax } from './syntax-tree.js';
import type { TokenCursor } from './token-cursor.js';

export function parseType(cursor: TokenCursor): TypeSyntax {
  const start = cursor.next.span;
  if (cursor.takeWordIf('delta')) return parseDeltaList(cursor, start);
  let type = parseBaseType(cursor);
  while (cursor.isSymbol('[')) {
    cursor.take();
    if (cursor.isSymbol(']')) cursor.fail('this array has no size', 'T[..n] holds up to n, T[n] exactly n');
    const capped = cursor.takeSymbolIf('..');
    const size = parseExpression(cursor, "the array's size");
    cursor.symbol(']', "after the array's size");
    type = { kind: 'array', element: type, size, capped, span: cursor.spanFrom(start) };
  }
  return type;
}

/** The word `delta` has been taken. */
function parseDeltaList(cursor: TokenCursor, start: Span): TypeSyntax {
  const record = cursor.word('the name of a delta record', 'as in delta EntityState[..64]');
  const hint = `'delta ${record.text}[..n]' tells which of n records changed, and how`;
  if (!cursor.takeSymbolIf('[')) cursor.fail(`expected '[..' after '${record.text}'`, hint);
  if (!cursor.takeSymbolIf('..')) cursor.fail("expected '..' before the number of records", hint);
  const size = parseExpression(cursor, 'the number of records');
  cursor.symbol(']', 'after the number of records');
  return { kind: 'deltaList', record, size, span: cursor.spanFrom(start) };
}

function parseBaseType(cursor: TokenCursor): TypeSyntax {
  const start = cursor.next.span;
  const name = cursor.word('a type', 'for example u16, varint, string<24> or the name of a struct');
  if (name.text === 'quantized') {
    cursor.symbol('(', "after 'quantized'");
    const range = parseRange(cursor);
    if (!cursor.takeWordIf('step')) {
      cursor.fail("expected 'step' after the range", 'for example quantized(-1 .. 1 step 1/127)');
    }
    const step = parseExpression(cursor, 'the step');
    const wrap = cursor.takeWordIf('wrap');
    cursor.symbol(')', wrap ? "after 'wrap'" : 'after the step');
    return { kind: 'quantized', range, step, wrap, span: cursor.spanFrom(start) };
  }
  if (name.text === 'bytes') {
    if (!cursor.isSymbol('<'))
      cursor.fail('bytes needs a size', 'bytes<8> is 8 bytes, bytes<..8> up to 8', name.span);
    cursor.take();
    const capped = cursor.takeSymbolIf('..');
    const size = parseExpression(cursor, 'the number of bytes');
    cursor.symbol('>', 'after the number of bytes');
    return { kind: 'bytes', size, capped, span: cursor.spanFrom(start) };
  }
  if (name.text === 'string') {
    if (!cursor.isSymbol('<'))
      cursor.fail('a string needs a cap', 'string<24> holds up to 24 bytes of UTF-8', name.span);
    cursor.take();
    cursor.takeSymbolIf('..');
    const cap = parseExpression(cursor, 'the most bytes');
    cursor.symbol('>', 'after the most bytes');
    return { kind: 'string', cap, span: cursor.spanFrom(start) };
  }
  if (cursor.takeSymbolIf('(')) {
    const range = parseRange(cursor);
    cursor.symbol(')', 'after the range');
    return { kind: 'named', name, range, span: cursor.spanFrom(start) };
  }
  return { kind: 'named', name, span: name.span };
}
