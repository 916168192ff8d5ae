// Asks the audit log, newest first: page by page, or all at once as a file.

import { Readable } from 'node:stream';
import { Controller, Get, Inject, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { Caller } from '#application/admin/access/caller.js';
import { recordExport } from '#application/admin/audit/record-export.js';
import { FromCaller } from '../access/request-identity.js';
import { Refuses } from '../access/refuses.js';
import { Permission } from '../access/route-access.js';
import { accept } from '../http/api-error.js';
import { Answers } from '../openapi/answers.js';
import { ADMIN_PORTS } from '../wiring/tokens.js';
import {
  auditAnswer,
  auditExportQuery,
  auditQuery,
  presentAuditEntry,
  questionOf,
  type AuditAnswer,
  type AuditExportQuery,
  type AuditQuery,
} from './audit-schemas.js';
import { exportAudit, mediaOf } from './export-audit.js';

@ApiTags('audit')
@Controller('api/v1/audit')
export class AuditController {
  constructor(@Inject(ADMIN_PORTS) private readonly ports: AdminPorts) {}

  @Get()
  @Permission('audit:read')
  @Answers(200, 'A page of entries, newest first', auditAnswer)
  async listAudit(@Query({ schema: auditQuery }) query: AuditQuery): Promise<AuditAnswer> {
    const { limit, cursor, ...question } = query;
    const entries = await this.ports.audit.page({
      ...questionOf(question),
      limit,
      ...(cursor !== undefined && { beforeId: Number(cursor) }),
    });
    const full = entries.length === limit;
    return {
      entries: entries.map(presentAuditEntry),
      nextCursor: full ? String(entries.at(-1)!.id) : null,
    };
  }

  @Get('export')
  @Permission('audit:read')
  @Refuses('locked-out')
  @Answers(200, 'All entries that answer the question, newest first, at most 100,000', { media: 'text/csv' })
  async exportAudit(
    @Query({ schema: auditExportQuery }) query: AuditExportQuery,
    @FromCaller() caller: Caller,
  ): Promise<StreamableFile> {
    const { format, ...asked } = query;
    accept(await recordExport(this.ports, caller, { format, ...asked }));
    const lines = Readable.from(exportAudit(this.ports.audit, questionOf(asked), format));
    return new StreamableFile(lines, {
      type: mediaOf[format],
      disposition: `attachment; filename="audit.${format}"`,
    });
  }
}
