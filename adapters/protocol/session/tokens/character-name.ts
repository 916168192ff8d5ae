// What a character may be called: guests wish for such names, and no token with another is accepted.

/** ASCII letters only: names of one look are one name then, and every font can show them. */
export const characterNamePattern = /^[A-Za-z][A-Za-z0-9_-]{2,23}$/;

/** 3 to 24 letters (A to Z, either case), digits, '-' or '_', starting with a letter. */
export function isCharacterName(name: string): boolean {
  return characterNamePattern.test(name);
}
