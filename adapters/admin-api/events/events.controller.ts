// Server-sent events for the console, and what happened before it was opened. The stream's reply is written by hand: a slow client is seen by its queue, and one text
// serves all clients.

import { Controller, Get, Headers, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Caller } from '#application/admin/access/caller.js';
import { FromCaller } from '../access/request-identity.js';
import { Refuses } from '../access/refuses.js';
import { Permission } from '../access/route-access.js';
import { ApiError } from '../http/api-error.js';
import { mapKey } from '../http/wire-types.js';
import { Answers } from '../openapi/answers.js';
import { EVENT_STREAMS } from '../wiring/tokens.js';
import { presentRecent, recentEventsAnswer, type RecentEventsAnswer } from './event-schemas.js';
import type { EventStreams, StreamSink } from './event-streams.js';

const eventsQuery = z.strictObject({ map: mapKey.optional() });

@ApiTags('events')
@Controller('api/v1/events')
export class EventsController {
  constructor(@Inject(EVENT_STREAMS) private readonly streams: EventStreams) {}

  @Get('recent')
  @Permission('live:read')
  @Answers(200, 'What happened since this API started, oldest first, at most 200 events', recentEventsAnswer)
  listRecentEvents(): RecentEventsAnswer {
    return { events: this.streams.recent().map(presentRecent) };
  }

  @Get()
  @Permission('live:read')
  @Refuses('too-many-streams')
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'Sent by EventSource when it reconnects',
  })
  @Answers(
    200,
    'Events hello, health, telemetry, server, player, players-changed, command and, with a map, positions; ends with the session',
    {
      media: 'text/event-stream',
    },
  )
  openEventStream(
    @Query({ schema: eventsQuery }) query: z.infer<typeof eventsQuery>,
    @Headers('last-event-id') lastEventId: string | undefined,
    @FromCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    const { tokenDigest, account } = caller;
    const isOfKey = caller.apiKey !== undefined;
    // Fastify answers HEAD with the handler of GET; there is no body to stream.
    if (request.method === 'HEAD') return void reply.type('text/event-stream').send('');
    if (this.streams.isClosed) throw new ApiError('shutting-down');
    if (!this.streams.hasRoomFor(tokenDigest, account.id, isOfKey)) throw new ApiError('too-many-streams');
    const sink = beginStream(reply);
    const client = { tokenDigest, accountId: account.id, isOfKey, map: query.map, lastEventId };
    const leave = this.streams.add(client, sink);
    request.raw.socket.once('close', leave);
    reply.raw.once('close', leave);
  }
}

function beginStream(reply: FastifyReply): StreamSink {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  return {
    write: (text) => {
      if (!raw.writableEnded) raw.write(text);
    },
    get queuedBytes() {
      return raw.writableLength;
    },
    end: () => {
      // What a client did not read so far it will not read later either.
      if (raw.writableLength > 0) raw.destroy();
      else raw.end();
    },
  };
}
