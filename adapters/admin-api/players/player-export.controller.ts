// All that is kept of one player, for whoever has a right to see it: docs/personal-data.md describes the document.

import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { Caller } from '#application/admin/access/caller.js';
import { exportPlayer } from '#application/admin/players/export-player.js';
import { FromCaller } from '../access/request-identity.js';
import { Refuses } from '../access/refuses.js';
import { Permission } from '../access/route-access.js';
import { auditAnswer, presentAuditEntry } from '../audit/audit-schemas.js';
import { accept } from '../http/api-error.js';
import { id as idSchema, time, toTime } from '../http/wire-types.js';
import { Answers } from '../openapi/answers.js';
import { commandsAnswer, presentCommand } from '../operations/command-schemas.js';
import { ownReport, presentOwnReport } from '../reports/own-report-schema.js';
import { ADMIN_PORTS } from '../wiring/tokens.js';
import { notesAnswer, presentNote } from './note-schemas.js';
import { presentSanction, sanctionsAnswer } from './sanction-schemas.js';
import { player, presentPlayer } from './player-schemas.js';

const playerExport = z
  .strictObject({
    format: z.literal('tos-player-export'),
    version: z.literal(1),
    exportedAt: time,
    directory: player.extend({ accountId: idSchema }).meta({ id: 'ExportedPlayer' }),
    audit: auditAnswer.shape.entries,
    commands: commandsAnswer.shape.commands,
    sanctions: sanctionsAnswer.shape.sanctions,
    notes: notesAnswer.shape.notes,
    reports: z.array(ownReport),
    game: z.record(z.string(), z.unknown()).meta({
      description: 'What the game file holds: version, tables by name, entries of the journal, isComplete',
    }),
  })
  .meta({ id: 'PlayerExport' });
type PlayerExportView = z.infer<typeof playerExport>;

@ApiTags('players')
@Controller('api/v1/players')
export class PlayerExportController {
  constructor(@Inject(ADMIN_PORTS) private readonly ports: AdminPorts) {}

  @Get(':id/export')
  @Permission('players:export')
  @Refuses(
    'character-not-there',
    'locked-out',
    'player-without-character',
    'server-away',
    'too-many-commands',
    'unknown-player',
    'unknown-server',
  )
  @Answers(
    200,
    'All that both databases hold of the player; the game server is asked for its part',
    playerExport,
  )
  async exportPlayer(
    @Param('id', { schema: idSchema }) id: string,
    @FromCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlayerExportView> {
    const { exported } = accept(await exportPlayer(this.ports, caller, id));
    const { atUnixMs, player: found, audit, commands, sanctions, notes, reports, game } = exported;
    reply.header('content-disposition', `attachment; filename="${fileNameOf(found.name)}"`);
    return {
      ...{ format: 'tos-player-export', version: 1, exportedAt: toTime(atUnixMs) },
      directory: { ...presentPlayer(found), accountId: found.accountId },
      audit: audit.map(presentAuditEntry),
      commands: commands.map(presentCommand),
      sanctions: sanctions.map(presentSanction),
      notes: notes.map(presentNote),
      reports: reports.map(presentOwnReport),
      game: game as Record<string, unknown>,
    };
  }
}

/** Of letters that every file system takes, and that end no header. */
function fileNameOf(name: string): string {
  return `player-${name.replaceAll(/[^A-Za-z0-9_-]/g, '_')}.json`;
}
