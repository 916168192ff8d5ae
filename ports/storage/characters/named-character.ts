// Which character is meant: its number, and the name that it must bear, whatever its case, which shows that both sides mean
// the same.

export interface NamedCharacter {
  readonly characterId: number;
  readonly name: string;
}
