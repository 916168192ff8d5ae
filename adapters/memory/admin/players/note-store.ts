// Notes about players in memory.

import { notesMax, type NewNote, type NoteStore, type PlayerNote } from '#ports/admin/players/note-store.js';
import type { Clock } from '#ports/system/clock.js';

export class MemoryNoteStore implements NoteStore {
  /** In the order in which they were written. */
  #notes: PlayerNote[] = [];

  constructor(private readonly clock: Pick<Clock, 'unixMs'>) {}

  async add(note: NewNote): Promise<PlayerNote | undefined> {
    if (this.#about(note.serverId, note.characterId).length >= notesMax) return undefined;
    const written = { ...note, writtenAtUnixMs: this.clock.unixMs() };
    this.#notes.push(written);
    return { ...written };
  }

  async find(id: string): Promise<PlayerNote | undefined> {
    const found = this.#notes.find((note) => note.id === id);
    return found && { ...found };
  }

  async about(serverId: string, characterId: number): Promise<readonly PlayerNote[]> {
    return this.#about(serverId, characterId)
      .map((note) => ({ ...note }))
      .reverse();
  }

  async remove(id: string): Promise<PlayerNote | undefined> {
    const found = this.#notes.find((note) => note.id === id);
    this.#notes = this.#notes.filter((note) => note.id !== id);
    return found;
  }

  async forgetPlayer(serverId: string, characterId: number): Promise<void> {
    this.#notes = this.#notes.filter(
      (note) => note.serverId !== serverId || note.characterId !== characterId,
    );
  }

  async removeServer(serverId: string): Promise<void> {
    this.#notes = this.#notes.filter((note) => note.serverId !== serverId);
  }

  #about(serverId: string, characterId: number): PlayerNote[] {
    return this.#notes.filter((note) => note.serverId === serverId && note.characterId === characterId);
  }
}
