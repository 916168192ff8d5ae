// Names that guests may wish for.

const pattern = /^[A-Za-z][A-Za-z0-9_-]{2,23}$/;

/** 3 to 24 letters, digits, '-' or '_', starting with a letter. */
export function isGuestName(name: string): boolean {
  return pattern.test(name);
}
