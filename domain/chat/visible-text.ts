// Whether anything of a text can be seen: for chat, and for names in the content.

// What alone shows nothing, or nobody knows what: space of any width, all that a font may leave out (joiners, fillers,
// selectors and the like), marks without anything to stand on, what Unicode has not assigned or keeps for private use, and
// two that only look empty, the blank of Braille and the musical null note head.
const invisible =
  /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{M}\p{Cn}\p{Co}\u2800\u{1d159}]/gu;

export function isVisible(text: string): boolean {
  return text.replace(invisible, '').length > 0;
}
