// Notes that operators write about players: listed, written, taken away.

import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { Caller } from '#application/admin/access/caller.js';
import { listNotes, removeNote, writeNote } from '#application/admin/players/player-notes.js';
import { FromCaller } from '../access/request-identity.js';
import { Refuses } from '../access/refuses.js';
import { Permission } from '../access/route-access.js';
import { accept, ApiError } from '../http/api-error.js';
import { id as idSchema } from '../http/wire-types.js';
import { Answers } from '../openapi/answers.js';
import { ADMIN_PORTS } from '../wiring/tokens.js';
import {
  note,
  noteBody,
  notesAnswer,
  presentNote,
  type NoteBody,
  type NotesAnswer,
  type NoteView,
} from './note-schemas.js';

@ApiTags('notes')
@Controller('api/v1')
export class NotesController {
  constructor(@Inject(ADMIN_PORTS) private readonly ports: AdminPorts) {}

  @Get('players/:id/notes')
  @Permission('players:note')
  @Refuses('unknown-player')
  @Answers(200, 'What colleagues wrote about the character of a player, the newest first', notesAnswer)
  async listNotes(@Param('id', { schema: idSchema }) id: string): Promise<NotesAnswer> {
    const found = await listNotes(this.ports, id);
    if (found === undefined) throw new ApiError('unknown-player');
    return { notes: found.map(presentNote) };
  }

  @Post('players/:id/notes')
  @Permission('players:note')
  @Refuses('locked-out', 'player-without-character', 'too-many-notes', 'unknown-player')
  @Answers(201, 'It is written down', note)
  async writeNote(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: noteBody }) { text }: NoteBody,
    @FromCaller() caller: Caller,
  ): Promise<NoteView> {
    return presentNote(accept(await writeNote(this.ports, caller, id, text)).note);
  }

  @Delete('notes/:id')
  @Permission('players:note')
  @Refuses('note-of-another', 'unknown-note')
  @HttpCode(204)
  @Answers(204, 'It is gone; of another operator it takes the permission players:unnote')
  async removeNote(
    @Param('id', { schema: idSchema }) id: string,
    @FromCaller() caller: Caller,
  ): Promise<void> {
    accept(await removeNote(this.ports, caller, id));
  }
}
