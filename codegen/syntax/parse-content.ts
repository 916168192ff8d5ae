// Records of content: `content Item in "items" { … }`, parts without a file, what Tiled's maps hold (`content GameMap of map`,
// `content Portal on map "portal" as rectangle`), and `choice Objective { kill: Kill … }`.

import { endOfEntry, parseBlock } from './parse-block.js';
import { parseExpression, parseRange } from './parse-expression.js';
import type {
  ChoiceCaseSyntax,
  ChoiceSyntax,
  ContentFieldSyntax,
  ContentSyntax,
  ContentTypeSyntax,
  DefaultSyntax,
  FieldLimitSyntax,
  Name,
  TiledSyntax,
} from './syntax-tree.js';
import { describeToken } from './token.js';
import type { TokenCursor } from './token-cursor.js';

type Base = Pick<ContentSyntax, 'name' | 'doc' | 'source'>;

export function parseContent(cursor: TokenCursor, base: Base): ContentSyntax {
  let file: string | undefined;
  const { span } = cursor.next;
  const single = cursor.takeWordIf('single');
  if (cursor.takeWordIf('in')) file = cursor.text("the content file's name", 'as in content Item in "items"');
  else if (single)
    cursor.fail("'single' is for content with a file", 'as in content Rules single in "rules"', span);
  const tiled = file === undefined ? parseTiled(cursor) : undefined;
  const unread = cursor.takeWordIf('unread');
  const fields = parseBlock(cursor, parseContentField);
  return { kind: 'content', ...base, file, single, tiled, unread, fields };
}

function parseTiled(cursor: TokenCursor): TiledSyntax | undefined {
  if (cursor.takeWordIf('of')) {
    if (cursor.takeWordIf('map')) return { use: 'map' };
    if (cursor.takeWordIf('tile')) return { use: 'tile' };
    cursor.fail(`expected map or tile, found ${describeToken(cursor.next)}`, 'as in content GameMap of map');
  }
  if (!cursor.takeWordIf('on')) return undefined;
  const hint = 'as in content Portal on map "portal" as rectangle';
  if (!cursor.takeWordIf('map')) cursor.fail(`expected map, found ${describeToken(cursor.next)}`, hint);
  const { span } = cursor.next;
  const className = cursor.text('the class that the object has in Tiled', hint);
  if (!cursor.takeWordIf('as')) cursor.fail(`expected as, found ${describeToken(cursor.next)}`, hint);
  const shape = cursor.word('point, rectangle or circle', hint);
  const colour = cursor.takeWordIf('colour')
    ? cursor.text('the colour', 'as in colour "#2e7d32"')
    : undefined;
  return { use: 'object', className, shape, colour, span };
}

export function parseChoice(cursor: TokenCursor, base: Base): ChoiceSyntax {
  return { kind: 'choice', ...base, cases: parseBlock(cursor, parseChoiceCase) };
}

function parseChoiceCase(cursor: TokenCursor, doc: string): ChoiceCaseSyntax {
  const name = cursor.word("a case's name or '}'");
  cursor.symbol(':', `between the case '${name.text}' and its content`);
  const type = cursor.word('the name of a content');
  endOfEntry(cursor, name);
  return { name, type, doc };
}

function parseContentField(cursor: TokenCursor, doc: string): ContentFieldSyntax {
  const name = cursor.word("a field's name or '}'");
  const optional = cursor.takeSymbolIf('?');
  cursor.symbol(':', `between the field '${name.text}' and its type`);
  const type = parseContentType(cursor);
  const defaultValue = cursor.takeSymbolIf('=') ? parseDefault(cursor) : undefined;
  let unit: string | undefined;
  let editor: Name | undefined;
  const limits: FieldLimitSyntax[] = [];
  const once: Name[] = [];
  let unread = false;
  while (cursor.wordFollows) {
    if (unit === undefined && cursor.takeWordIf('unit')) unit = cursor.text('the unit', 'as in unit "coins"');
    else if (editor === undefined && cursor.takeWordIf('editor')) editor = cursor.word('a kind of editor');
    else if (cursor.takeWordIf('at')) limits.push(parseLimit(cursor));
    else if (once.length === 0 && cursor.takeWordIf('once')) once.push(...parseOnce(cursor));
    else if (!unread && cursor.takeWordIf('unread')) unread = true;
    else break;
  }
  endOfEntry(cursor, name);
  return { name, optional, type, defaultValue, unit, editor, limits, once, unread, doc };
}

function parseOnce(cursor: TokenCursor): Name[] {
  const fields: Name[] = [];
  do fields.push(cursor.word("a field of the list's entries", 'as in once item, or once kind and item'));
  while (cursor.takeWordIf('and'));
  return fields;
}

function parseLimit(cursor: TokenCursor): FieldLimitSyntax {
  const hint = 'as in at least levelMin';
  const relation = cursor.word('least or most', hint);
  if (relation.text !== 'least' && relation.text !== 'most')
    cursor.fail(`expected least or most, found '${relation.text}'`, hint, relation.span);
  return { relation: relation.text, field: cursor.word('a field of the same record', hint) };
}

function parseContentType(cursor: TokenCursor): ContentTypeSyntax {
  const start = cursor.next.span;
  let type = parseBaseType(cursor);
  while (cursor.takeSymbolIf('[')) {
    const min = cursor.isSymbol('..') ? undefined : parseExpression(cursor, 'the fewest elements');
    cursor.symbol('..', 'in the size of a list, as in Roll[..8] or Roll[1 .. 8]');
    const max = parseExpression(cursor, 'the most elements');
    cursor.symbol(']', "after the list's size");
    type = { kind: 'list', element: type, min, max, span: cursor.spanFrom(start) };
  }
  return type;
}

function parseBaseType(cursor: TokenCursor): ContentTypeSyntax {
  const start = cursor.next.span;
  const name = cursor.word(
    'a type',
    'for example integer(0 .. 10), text<40>, ref Item or the name of an enum',
  );
  if (name.text === 'ref') {
    const target = cursor.word('the content that it refers to', 'as in ref Item');
    const of = cursor.takeWordIf('of')
      ? cursor.word('the field that names the map', 'as in ref SpawnPoint of targetMap')
      : undefined;
    return { kind: 'ref', target, of, span: cursor.spanFrom(start) };
  }
  if (name.text === 'text') {
    cursor.symbol('<', "after 'text': text<40> holds up to 40 characters, text<1 .. 40> at least one");
    const first = parseExpression(cursor, 'the most characters');
    const second = cursor.takeSymbolIf('..') ? parseExpression(cursor, 'the most characters') : undefined;
    cursor.symbol('>', 'after the most characters');
    const [min, max] = second === undefined ? [undefined, first] : [first, second];
    return { kind: 'text', min, max, span: cursor.spanFrom(start) };
  }
  const range = cursor.takeSymbolIf('(') ? parseRange(cursor) : undefined;
  if (range !== undefined) cursor.symbol(')', 'after the range');
  return { kind: 'named', name, range, span: cursor.spanFrom(start) };
}

function parseDefault(cursor: TokenCursor): DefaultSyntax {
  const { next } = cursor;
  if (next.kind === 'text') return { kind: 'text', text: cursor.text('a text'), span: next.span };
  // A word in lower case is a truth value or a member; constants start with a capital.
  if (next.kind === 'word' && /^[a-z]/.test(next.text)) {
    cursor.take();
    return { kind: 'word', text: next.text, span: next.span };
  }
  if (next.kind === 'end') cursor.fail(`expected the default, found ${describeToken(next)}`);
  const value = parseExpression(cursor, 'the default');
  return { kind: 'number', value, span: value.span };
}
