// Backups of the API's own database, and of game servers: listed, made now, read back. Nothing is restored from here.

import { Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { Caller } from '#application/admin/access/caller.js';
import { makeOwnBackup, readOwnBackups, verifyOwnBackup } from '#application/admin/backups/own-backups.js';
import {
  makeServerBackup,
  readServerBackups,
  verifyServerBackup,
} from '#application/admin/backups/server-backups.js';
import { FromCaller } from '../access/request-identity.js';
import { Refuses } from '../access/refuses.js';
import { Permission } from '../access/route-access.js';
import { accept } from '../http/api-error.js';
import { id as idSchema } from '../http/wire-types.js';
import { Answers } from '../openapi/answers.js';
import { command, presentCommand, type CommandView } from '../operations/command-schemas.js';
import { ADMIN_PORTS } from '../wiring/tokens.js';
import { backupName, backupsAnswer, presentBackups, type BackupsView } from './backup-schemas.js';

@ApiTags('backups')
@Controller('api/v1/backups')
export class BackupsController {
  constructor(@Inject(ADMIN_PORTS) private readonly ports: AdminPorts) {}

  @Get('admin')
  @Permission('backups:read')
  @Answers(200, "Backups of the API's own database, and by which settings they are made", backupsAnswer)
  async listOwnBackups(): Promise<BackupsView> {
    return presentBackups(await readOwnBackups(this.ports));
  }

  @Post('admin')
  @Permission('backups:make')
  @Refuses('backup-busy', 'backups-off', 'locked-out')
  @Answers(202, "Begun: how it goes on, and how it ended, is in the list's work and last", backupsAnswer)
  async makeOwnBackup(@FromCaller() caller: Caller): Promise<BackupsView> {
    return presentBackups(accept(await makeOwnBackup(this.ports, caller)).seen);
  }

  @Post('admin/:name/verify')
  @Permission('backups:verify')
  @Refuses('backup-busy', 'backups-off', 'locked-out', 'unknown-backup')
  @Answers(202, 'Begun: it is fetched, opened and unpacked, and both sums are compared', backupsAnswer)
  async verifyOwnBackup(
    @Param('name', { schema: backupName }) name: string,
    @FromCaller() caller: Caller,
  ): Promise<BackupsView> {
    return presentBackups(accept(await verifyOwnBackup(this.ports, caller, name)).seen);
  }

  @Get('servers/:id')
  @Permission('backups:read')
  @Refuses('locked-out', 'server-away', 'too-many-commands', 'unknown-server')
  @Answers(
    200,
    'Backups of a game server, as it tells now, and by which settings they are made',
    backupsAnswer,
  )
  async listServerBackups(
    @Param('id', { schema: idSchema }) id: string,
    @FromCaller() caller: Caller,
  ): Promise<BackupsView> {
    return presentBackups(accept(await readServerBackups(this.ports, caller, id)).seen);
  }

  @Post('servers/:id')
  @Permission('backups:make')
  @Refuses('locked-out', 'server-away', 'too-many-commands', 'unknown-server')
  @Answers(202, 'Queued: the game server makes a backup now, and answers when it was read back', command)
  async makeServerBackup(
    @Param('id', { schema: idSchema }) id: string,
    @FromCaller() caller: Caller,
  ): Promise<CommandView> {
    return presentCommand(accept(await makeServerBackup(this.ports, caller, id)).command);
  }

  @Post('servers/:id/:name/verify')
  @Permission('backups:verify')
  @Refuses('locked-out', 'server-away', 'too-many-commands', 'unknown-server')
  @Answers(202, 'Queued: the game server reads the backup back, and answers what it found', command)
  async verifyServerBackup(
    @Param('id', { schema: idSchema }) id: string,
    @Param('name', { schema: backupName }) name: string,
    @FromCaller() caller: Caller,
  ): Promise<CommandView> {
    return presentCommand(accept(await verifyServerBackup(this.ports, caller, id, name)).command);
  }
}
