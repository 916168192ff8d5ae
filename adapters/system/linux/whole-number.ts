// Numbers in the kernel's texts: decimal digits, 64 bits wide.

/** Undefined for whatever is not digits only. Beyond 2^53 rounded, which no figure here is hurt by. */
export function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,20}$/.test(text) ? Number(text) : undefined;
}
