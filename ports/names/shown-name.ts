// What servers, tokens and the like may be called: what people tell them apart by looks alike only where it is alike. So
// nothing that cannot be seen stands in such a name, and no blank at an end of it.

/** Controls, formats, what is unassigned or private, line ends, fillers and selectors. */
const hidden = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\u{1d159}]/u;
/** Emoji as they are typed: their selector, and joiners between two. */
const emoji =
  /(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier})(?:\ufe0f|\ufe0f?\u200d(?=\p{Extended_Pictographic}))+/gu;

export function hasHidden(name: string): boolean {
  return hidden.test(name.replace(emoji, ''));
}
