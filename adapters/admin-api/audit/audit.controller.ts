// Reads the audit log, newest first.

import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AdminPorts } from '#application/admin/admin-ports.js';
import { Permission } from '../access/route-access.js';
import { Answers } from '../openapi/answers.js';
import { ADMIN_PORTS } from '../tokens.js';
import {
  auditAnswer,
  auditQuery,
  presentAuditEntry,
  type AuditAnswer,
  type AuditQuery,
} from './audit-schemas.js';

@ApiTags('audit')
@Controller('api/v1/audit')
export class AuditController {
  constructor(@Inject(ADMIN_PORTS) private readonly ports: AdminPorts) {}

  @Get()
  @Permission('audit:read')
  @Answers(200, 'A page of entries, newest first', auditAnswer)
  async listAudit(@Query({ schema: auditQuery }) query: AuditQuery): Promise<AuditAnswer> {
    const entries = await this.ports.audit.page({
      limit: query.limit,
      ...(query.cursor !== undefined && { beforeId: Number(query.cursor) }),
    });
    const full = entries.length === query.limit;
    return {
      entries: entries.map(presentAuditEntry),
      nextCursor: full ? String(entries.at(-1)!.id) : null,
    };
  }
}
