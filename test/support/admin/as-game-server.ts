// What a game server says to the admin API, as one with the token does it.

import { expect } from '@jest/globals';
import { serverId, type AdminHttp } from './admin-http.js';

/** As it answers the next command, which is to be like `expected`. */
export async function answerNext(
  http: AdminHttp,
  token: string,
  part: object,
  expected: object,
): Promise<void> {
  const post = (url: string, payload: object) =>
    http.ask('POST', `/api/v1/servers/${serverId}/${url}`, { payload, token });
  for (;;) {
    const reply = await post('commands/fetch', { known: [], waitSeconds: 0 });
    const [command] = reply.json<{ commands: { id: string; kind: string; args: object }[] }>().commands;
    if (command === undefined) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      continue;
    }
    expect(command).toMatchObject(expected);
    expect((await post('commands/answers', { answers: [{ id: command.id, ...part }] })).statusCode).toBe(204);
    return;
  }
}

/** As it tells the directory: batch `number` of its telling. */
export async function tellDirectory(http: AdminHttp, token: string, number: number, part: object) {
  const hex = (value: number) => value.toString(16).padStart(32, '0');
  const payload = {
    ...{
      telling: 'f'.repeat(32),
      number,
      mark: hex(number),
      previous: number === 1 ? null : hex(number - 1),
    },
    ...{ asOf: number, characters: [], gone: [], isWhole: true },
    ...part,
  };
  const reply = await http.ask('POST', `/api/v1/servers/${serverId}/directory`, { payload, token });
  expect(reply.statusCode).toBe(200);
  return reply.json<{ taken: boolean; eraseAgain: object[] }>();
}
