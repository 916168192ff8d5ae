// Bodies about notes.

import { z } from 'zod';
import { noteCharactersMax, type PlayerNote } from '#ports/admin/players/note-store.js';
import { id, time, toTime } from '../http/wire-types.js';
import { shown } from '../operations/said.js';

export const noteBody = z
  .strictObject({
    text: shown(noteCharactersMax).meta({ description: 'For colleagues; no player sees it' }),
  })
  .meta({ id: 'NoteBody' });
export type NoteBody = z.infer<typeof noteBody>;

export const note = z
  .strictObject({ id, text: z.string(), actorId: id, actorName: z.string(), writtenAt: time })
  .meta({ id: 'PlayerNote' });
export type NoteView = z.infer<typeof note>;

export const notesAnswer = z.strictObject({ notes: z.array(note) }).meta({ id: 'NotesAnswer' });
export type NotesAnswer = z.infer<typeof notesAnswer>;

export function presentNote({ id, text, actorId, actorName, writtenAtUnixMs }: PlayerNote): NoteView {
  return { id, text, actorId, actorName, writtenAt: toTime(writtenAtUnixMs) };
}
