// Whether what was crafted is what recipes say: in a tick, a character loses all that goes into one piece and gets what comes
// of it, or nothing; it learns a point at most, and only by a piece that succeeded; and there are no more pieces than were
// asked for.

import type { Content } from '#domain/content/content.js';
import type { RecipeDefinition } from '#domain/content/generated/definitions.js';
import { LedgerVerb } from '#domain/vocabulary/generated/words.js';
import type { Books } from '../books/entries.js';
import { piecesAsked } from '../plays/crafting.js';
import type { AskedVerb } from './judge-case.js';

/** Sums of one tick of one character: units by item, points of skill as -2. */
type Piece = Map<number, number>;

/** A line for each piece that no recipe makes, and for each character with more pieces than it asked for. */
export function craftFaults(books: Books, content: Content, asked: readonly AskedVerb[]): string[] {
  const lines: string[] = [];
  const pieces = new Map<number, number>();
  for (const [key, piece] of piecesOf(books)) {
    const character = Number(key.split('/')[0]);
    pieces.set(character, (pieces.get(character) ?? 0) + 1);
    if (!content.lists.recipes.some((recipe) => isPieceOf(piece, recipe)))
      lines.push(`character and tick ${key}: no recipe makes ${JSON.stringify([...piece])}`);
  }
  for (const [character, count] of pieces) {
    const most = asked
      .filter(({ name, cast }) => name === 'craft' && cast.me.characterId === character)
      .reduce((sum) => sum + piecesAsked, 0);
    if (count > most) lines.push(`character ${character} made ${count} pieces, and asked for ${most}`);
  }
  return lines;
}

function piecesOf({ changes }: Books): Map<string, Piece> {
  const pieces = new Map<string, Piece>();
  for (const { verb, character, tick, item, amount } of changes) {
    if (verb !== LedgerVerb.craft) continue;
    const key = `${character}/${tick}`;
    const piece = pieces.get(key) ?? new Map<number, number>();
    pieces.set(key, piece.set(item, (piece.get(item) ?? 0) + amount));
  }
  return pieces;
}

function isPieceOf(piece: Piece, { inputs, output, finer }: RecipeDefinition): boolean {
  const rest = new Map([...piece].filter(([, amount]) => amount !== 0));
  for (const { item, count } of inputs) {
    if (rest.get(item) !== -count) return false;
    rest.delete(item);
  }
  const lesson = rest.get(-2) ?? 0;
  rest.delete(-2);
  if (rest.size === 0) return lesson === 0;
  const isOutput = [output.item, finer?.item].some(
    (item) => item !== undefined && rest.get(item) === output.count,
  );
  return rest.size === 1 && isOutput && lesson <= 1;
}
