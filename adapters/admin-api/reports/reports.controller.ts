// Reports of players about players: game servers tell them, operators list, read, take and decide them.

import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { Caller } from '#application/admin/access/caller.js';
import {
  listReports,
  readReport,
  resolveReport,
  takeReport,
} from '#application/admin/reports/handle-reports.js';
import { takeReports } from '#application/admin/reports/take-reports.js';
import { ReportBudget } from '#application/admin/servers/report-budget.js';
import type { ServerToken } from '#ports/admin/tokens/server-token-store.js';
import { FromCaller, FromServer } from '../access/request-identity.js';
import { Refuses } from '../access/refuses.js';
import { ForServers, Permission } from '../access/route-access.js';
import { accept } from '../http/api-error.js';
import { id as idSchema } from '../http/wire-types.js';
import { Answers } from '../openapi/answers.js';
import { ADMIN_PORTS } from '../wiring/tokens.js';
import {
  handledReport,
  presentHandled,
  presentListed,
  presentReport,
  presentTaken,
  report,
  reportsAnswer,
  reportsQuery,
  resolveReportBody,
  statesOf,
  takeReportBody,
  tellReportsAnswer,
  tellReportsBody,
  toldReports,
  type HandledReportView,
  type ReportsAnswer,
  type ReportsQuery,
  type ReportView,
  type ResolveReportBody,
  type TakeReportBody,
  type TellReportsAnswer,
  type TellReportsBody,
} from './report-schemas.js';

@ApiTags('reports')
@Controller('api/v1')
export class ReportsController {
  private readonly budget: ReportBudget;

  constructor(@Inject(ADMIN_PORTS) private readonly ports: AdminPorts) {
    this.budget = new ReportBudget(ports.clock);
  }

  @Get('reports')
  @Permission('reports:read')
  @Refuses('unknown-player')
  @Answers(200, 'A page of reports, the newest first', reportsAnswer)
  async listReports(@Query({ schema: reportsQuery }) query: ReportsQuery): Promise<ReportsAnswer> {
    const { serverId, playerId, cursor, limit } = query;
    const before = cursor === undefined ? undefined : Number(cursor);
    const asked = { states: statesOf(query), serverId, playerId, before, limit };
    const { reports, nextBefore, unresolved } = accept(await listReports(this.ports, asked));
    const nextCursor = nextBefore === null ? null : String(nextBefore);
    return { reports: reports.map(presentListed), nextCursor, unresolved };
  }

  @Get('reports/:id')
  @Permission('reports:read')
  @Refuses('unknown-report')
  @Answers(200, 'One report with what both said; that it was read is in the audit log', report)
  async getReport(
    @Param('id', { schema: idSchema }) id: string,
    @FromCaller() caller: Caller,
  ): Promise<ReportView> {
    return presentReport(accept(await readReport(this.ports, caller, id)).shown);
  }

  @Post('reports/:id/take')
  @Permission('reports:resolve')
  @Refuses('locked-out', 'report-resolved', 'report-taken', 'unknown-report')
  @Answers(200, 'The caller is at it now, also where somebody else was', handledReport)
  async takeReport(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: takeReportBody }) { was }: TakeReportBody,
    @FromCaller() caller: Caller,
  ): Promise<HandledReportView> {
    return presentHandled(accept(await takeReport(this.ports, caller, id, was)).listed);
  }

  @Post('reports/:id/resolve')
  @Permission('reports:resolve')
  @Refuses('locked-out', 'report-resolved', 'unknown-report')
  @Answers(200, 'Decided for good; who reported is told', handledReport)
  async resolveReport(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: resolveReportBody }) body: ResolveReportBody,
    @FromCaller() caller: Caller,
  ): Promise<HandledReportView> {
    return presentHandled(accept(await resolveReport(this.ports, caller, id, body)).listed);
  }

  @Post('servers/:id/reports')
  @ForServers()
  @Refuses('foreign-server', 'locked-out', 'unknown-server')
  @Answers(200, 'Which reports are here now, and what was decided about earlier ones', tellReportsAnswer)
  async tellReports(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: tellReportsBody }) body: TellReportsBody,
    @FromServer() token: ServerToken,
  ): Promise<TellReportsAnswer> {
    const told = { token, reports: toldReports(body), kept: body.kept, after: body.after };
    return presentTaken(accept(await takeReports(this.ports, this.budget, id, told)));
  }
}
