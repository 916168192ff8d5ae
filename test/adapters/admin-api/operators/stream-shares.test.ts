// Event streams of programs and of people: neither takes the other's room.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  streamsOfKeysPerAccountMax,
  streamsPerAccountMax,
  streamsPerSessionMax,
} from '#adapters/admin-api/events/event-streams.js';
import { AdminHttp } from '../../../support/admin/admin-http.js';
import { EventReader } from '../../../support/admin/event-reader.js';

let http: AdminHttp;
const readers: EventReader[] = [];
beforeEach(async () => {
  http = await AdminHttp.start();
});
afterEach(async () => {
  for (const reader of readers.splice(0)) reader.close();
  await http.stop();
});

async function open(who: { cookie: string } | { authorization: string }): Promise<void> {
  readers.push(
    await EventReader.open(`${await http.url()}/api/v1/events`, { host: 'localhost:8080', ...who }),
  );
}

describe('event streams of one account', () => {
  it('are refused to its API keys beyond a share of their own, which takes no room from people', async () => {
    const keys: string[] = [];
    for (let made = 0; made <= streamsOfKeysPerAccountMax / streamsPerSessionMax; made++)
      keys.push((await http.apiKey('viewer', 'viewer', ['live:read'])).token);
    const byKey = (key: number) => open({ authorization: `Bearer ${keys[key]}` });
    for (let i = 0; i < streamsOfKeysPerAccountMax; i++) await byKey(Math.floor(i / streamsPerSessionMax));
    await expect(byKey(keys.length - 1)).rejects.toThrow('429');
    for (let i = 0; i < streamsPerAccountMax; i += streamsPerSessionMax) {
      const cookie = await http.logIn('viewer');
      for (let j = 0; j < streamsPerSessionMax; j++) await open({ cookie });
    }
    await expect(open({ cookie: await http.logIn('viewer') })).rejects.toThrow('429');
  });
});
