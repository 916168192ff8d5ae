// Numbers in a schema: literals, constants, + - * / with the usual precedence. Evaluated later, exactly.

import { isDeclarationKind, type Expression, type RangeSyntax } from './syntax-tree.js';
import { describeToken } from './token.js';
import type { TokenCursor } from './token-cursor.js';

export function parseExpression(cursor: TokenCursor, what: string): Expression {
  let left = parseProduct(cursor, what);
  while (cursor.isSymbol('+') || cursor.isSymbol('-')) {
    const operator = cursor.take().text as '+' | '-';
    const right = parseProduct(cursor, what);
    left = { kind: 'binary', operator, left, right, span: { start: left.span.start, end: right.span.end } };
  }
  return left;
}

/** `min .. max` */
export function parseRange(cursor: TokenCursor): RangeSyntax {
  const min = parseExpression(cursor, 'the lowest value');
  cursor.symbol('..', 'between the lowest and the highest value');
  const max = parseExpression(cursor, 'the highest value');
  return { min, max, span: { start: min.span.start, end: max.span.end } };
}

/** A number or a constant without operators, for `rate 70/s`. */
export function parseAtom(cursor: TokenCursor, what: string): Expression {
  const token = cursor.next;
  if (token.kind === 'number') {
    cursor.take();
    return { kind: 'literal', text: token.text, span: token.span };
  }
  // A declaration's first word belongs to the next declaration, not to a value that was forgotten.
  if (token.kind === 'word' && !isDeclarationKind(token.text)) {
    cursor.take();
    return { kind: 'constant', name: { text: token.text, span: token.span }, span: token.span };
  }
  return cursor.fail(`expected ${what}, found ${describeToken(token)}`, 'a number or the name of a const');
}

function parseProduct(cursor: TokenCursor, what: string): Expression {
  let left = parseOperand(cursor, what);
  while (cursor.isSymbol('*') || cursor.isSymbol('/')) {
    const operator = cursor.take().text as '*' | '/';
    const right = parseOperand(cursor, what);
    left = { kind: 'binary', operator, left, right, span: { start: left.span.start, end: right.span.end } };
  }
  return left;
}

function parseOperand(cursor: TokenCursor, what: string): Expression {
  const start = cursor.next.span;
  if (cursor.takeSymbolIf('-')) {
    const operand = parseOperand(cursor, what);
    return { kind: 'negate', operand, span: { start: start.start, end: operand.span.end } };
  }
  if (cursor.takeSymbolIf('(')) {
    const inner = parseExpression(cursor, what);
    cursor.symbol(')', 'after the expression');
    return inner;
  }
  return parseAtom(cursor, what);
}
