// What a game server answered, if it is of the shape that is asked for: one of another version, or a token in wrong hands, may send
// whatever is JSON.

export type Like =
  | null
  | boolean
  | number
  | string
  | readonly Like[]
  | { readonly [name: string]: Like }
  | Maybe
  | typeof moment
  | typeof word;

class Maybe {
  constructor(readonly like: Like) {}
}

/** In a shape: seconds since 1970 of which a time can be made. */
export const moment = Symbol('moment');
/** Of a JavaScript time (ECMA-262, “Time Values and Time Range”), in seconds. */
const momentMost = 8.64e12;

/** In a shape: text or a number. */
export const word = Symbol('word');

/** In a shape: null, or something like it. */
export function maybe(like: Like): Maybe {
  return new Maybe(like);
}

/** `like`: an example of each part; lists with one of what they hold, or with several where each place has its own; null for anything. */
export function fittingDocument<Answer>(document: string, like: Like): Answer | undefined {
  let read: unknown;
  try {
    read = JSON.parse(document);
  } catch {
    return undefined;
  }
  return fits(read, like) ? (read as Answer) : undefined;
}

function fits(value: unknown, like: Like): boolean {
  if (like === null) return true;
  if (like === moment) return typeof value === 'number' && Math.abs(value) <= momentMost;
  if (like === word) return typeof value === 'string' || typeof value === 'number';
  if (like instanceof Maybe) return value === null || fits(value, like.like);
  if (Array.isArray(like)) {
    if (!Array.isArray(value)) return false;
    const parts: readonly Like[] = like;
    if (parts.length === 1) return value.every((one) => fits(one, parts[0]!));
    return value.length >= parts.length && parts.every((part, i) => fits(value[i], part));
  }
  if (typeof like === 'number')
    return typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  if (typeof like !== 'object') return typeof value === typeof like;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const of = value as Readonly<Record<string, unknown>>;
  return Object.entries(like).every(([name, part]) => fits(of[name], part));
}
