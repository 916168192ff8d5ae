// What operators write down about a player, for colleagues; no player sees it. By the store's clock.

export interface NewNote {
  /** UUID. */
  readonly id: string;
  /** About whom: the character, whatever the directory lists. */
  readonly serverId: string;
  readonly characterId: number;
  readonly text: string;
  readonly actorId: string;
  readonly actorName: string;
}

export interface PlayerNote extends NewNote {
  readonly writtenAtUnixMs: number;
}

/** Of UTF-16, in one note. */
export const noteCharactersMax = 500;
/** About one character. */
export const notesMax = 100;

export interface NoteStore {
  /** Undefined, and nothing changes, where there are `notesMax` about this character. */
  add(note: NewNote): Promise<PlayerNote | undefined>;
  find(id: string): Promise<PlayerNote | undefined>;
  /** Newest first. */
  about(serverId: string, characterId: number): Promise<readonly PlayerNote[]>;
  /** As it was; undefined when there is none (any more). */
  remove(id: string): Promise<PlayerNote | undefined>;
  /** Removes all about this character. */
  forgetPlayer(serverId: string, characterId: number): Promise<void>;
  /** Removes all about characters of this server. */
  removeServer(serverId: string): Promise<void>;
}

declare module '../admin-stores.js' {
  interface AdminStores {
    readonly notes: NoteStore;
  }
}
