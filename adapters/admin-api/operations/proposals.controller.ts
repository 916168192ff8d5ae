// Commands that wait for a second person: which there are, and what is decided of them.

import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { Caller } from '#application/admin/access/caller.js';
import { decideProposal } from '#application/admin/operations/decide-proposal.js';
import { chatBytesMax } from '#domain/chat/chat-text.js';
import { FromCaller } from '../access/request-identity.js';
import { Refuses } from '../access/refuses.js';
import { Permission } from '../access/route-access.js';
import { accept } from '../http/api-error.js';
import { count, id as idSchema, wholeNumber } from '../http/wire-types.js';
import { Answers } from '../openapi/answers.js';
import { ADMIN_PORTS } from '../wiring/tokens.js';
import { command, presentCommand, type CommandView } from './command-schemas.js';
import { maybeSaid, said } from './said.js';

const proposalsQuery = z.strictObject({
  limit: wholeNumber(1, 200).default(50),
  cursor: z
    .string()
    .regex(/^[1-9]\d{0,14}$/, 'Take nextCursor of the page before')
    .optional(),
});
type ProposalsQuery = z.infer<typeof proposalsQuery>;

const proposalsAnswer = z
  .strictObject({ proposals: z.array(command), nextCursor: z.string().nullable(), total: count })
  .meta({ id: 'ProposalsAnswer' });
type ProposalsAnswer = z.infer<typeof proposalsAnswer>;

const forTheLog = 'For the audit log, and for who proposed it';
const decisionBody = z
  .strictObject({ words: maybeSaid(chatBytesMax).meta({ description: `${forTheLog}; may be empty` }) })
  .meta({ id: 'DecisionBody' });
type DecisionBody = z.infer<typeof decisionBody>;

const declineBody = z
  .strictObject({ words: said(chatBytesMax).meta({ description: forTheLog }) })
  .meta({ id: 'DeclineBody' });
type DeclineBody = z.infer<typeof declineBody>;

@ApiTags('proposals')
@Controller('api/v1/proposals')
export class ProposalsController {
  constructor(@Inject(ADMIN_PORTS) private readonly ports: AdminPorts) {}

  @Get()
  @Permission('players:approve')
  @Answers(200, 'A page of the commands that wait for a second person, the oldest first', proposalsAnswer)
  async listProposals(@Query({ schema: proposalsQuery }) query: ProposalsQuery): Promise<ProposalsAnswer> {
    const { limit, cursor } = query;
    const { commands } = this.ports;
    const found = await commands.openProposals({
      limit: limit + 1,
      ...(cursor !== undefined && { afterNumber: Number(cursor) }),
    });
    const proposals = found.slice(0, limit);
    return {
      proposals: proposals.map(presentCommand),
      nextCursor: found.length > limit ? String(proposals.at(-1)!.number) : null,
      total: await commands.countProposals(),
    };
  }

  @Post(':id/approve')
  @Permission('players:approve')
  @Refuses(
    'foreign-proposal',
    'locked-out',
    'not-permitted',
    'own-proposal',
    'proposal-over',
    'proposal-void',
    'server-away',
    'too-many-commands',
    'unknown-command',
  )
  @Answers(202, 'Queued, once: by somebody else than who proposed it', command)
  async approveProposal(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: decisionBody }) { words }: DecisionBody,
    @FromCaller() caller: Caller,
  ): Promise<CommandView> {
    return this.#decide(caller, { id, verb: 'approve', words });
  }

  @Post(':id/decline')
  @Permission('players:approve')
  @Refuses(
    'foreign-proposal',
    'locked-out',
    'not-permitted',
    'own-proposal',
    'proposal-over',
    'proposal-void',
    'server-away',
    'too-many-commands',
    'unknown-command',
  )
  @Answers(200, 'Declined: it is never done', command)
  async declineProposal(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: declineBody }) { words }: DeclineBody,
    @FromCaller() caller: Caller,
  ): Promise<CommandView> {
    return this.#decide(caller, { id, verb: 'decline', words });
  }

  @Post(':id/withdraw')
  @Permission('players:give')
  @Refuses(
    'foreign-proposal',
    'locked-out',
    'not-permitted',
    'own-proposal',
    'proposal-over',
    'proposal-void',
    'server-away',
    'too-many-commands',
    'unknown-command',
  )
  @Answers(200, 'Withdrawn, by who proposed it: it is never done', command)
  async withdrawProposal(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: decisionBody }) { words }: DecisionBody,
    @FromCaller() caller: Caller,
  ): Promise<CommandView> {
    return this.#decide(caller, { id, verb: 'withdraw', words });
  }

  async #decide(caller: Caller, wish: Parameters<typeof decideProposal>[2]): Promise<CommandView> {
    return presentCommand(accept(await decideProposal(this.ports, caller, wish)).command);
  }
}
