// A command as the API tells of it, for the tests of this folder.
import { Command } from '../api/models';

export function aCommand(part: Partial<Command>): Command {
  return {
    ...{ id: 'c1', serverId: 's1', kind: 'kick', args: { characterId: 7, name: 'Ada', message: '' } },
    ...{ target: 'player:p1', reason: 'spoke ill', actorId: 'a1', actorName: 'mo', state: 'queued' },
    ...{ proposal: null, refusal: null, players: null, deliveredAt: null, endedAt: null },
    issuedAt: '2026-11-29T00:00:00.000Z',
    deadline: '2026-11-29T00:00:30.000Z',
    ...part,
  };
}
