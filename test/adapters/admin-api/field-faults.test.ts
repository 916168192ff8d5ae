// What is told of a field that does not fit: what is there and what is allowed, in our own words.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AdminHttp, introduction, serverId } from '../../support/admin/admin-http.js';

let http: AdminHttp;
let token: string;
let cookie: string;
beforeAll(async () => {
  http = await AdminHttp.start();
  token = await http.registerServer();
  cookie = await http.logIn('owner');
});
afterAll(() => http.stop());

interface Refusal {
  error: { fields?: { path: string; message: string }[] };
}

describe('text for people', () => {
  const bytes = 'At most 200 bytes of UTF-8';
  const unseen = 'Characters that cannot be seen are not allowed';
  const half = 'Half of a surrogate pair is not allowed';
  const shown = 'Control characters, and others that change how text is shown, are not allowed';
  it.each([
    ['half of a pair', '\ud800', half],
    ['long, with half of a pair', `${'x'.repeat(300)}\udfff`, half],
    ['a control character', 'a\u0007b', shown],
    ['long, with a control character', `${'x'.repeat(300)}\u0007`, shown],
    ['text turned round', 'a\u202eb', shown],
    ['nothing to see', ' \u200b ', 'Nothing can be seen of it'],
    ['too many bytes', 'ë'.repeat(101), bytes],
    ['too many letters', 'x'.repeat(201), bytes],
  ])('is told its true fault first: %s', async (_what, text, message) => {
    for (const [route, payload] of [
      ['broadcast', { text }],
      ['broadcast', { text: 'x', reason: text }],
    ] as const) {
      const reply = await http.ask('POST', `/api/v1/servers/${serverId}/${route}`, { cookie, payload });
      const path = Object.keys(payload).at(-1);
      expect(reply.json<Refusal>().error.fields).toEqual([{ path, message }]);
    }
  });

  it.each([
    ['a blank', ' ', 'Nothing can be seen of it'],
    ['a space of no width', '\u200b', 'Nothing can be seen of it'],
    ['a filler', '\u3164', 'Nothing can be seen of it'],
    ['a selector', '\ufe0f', 'Nothing can be seen of it'],
    ['text turned round', 'a\u202eb', shown],
    ['the end of a line', 'north\u2028', shown],
    ['a mark of byte order', '\ufeffnorth', shown],
    ['a name with a joiner in it', 'ow\u2060ner', unseen],
    ['a name with a filler in it', 'ow\u3164ner', unseen],
    ['a name with a soft hyphen in it', 'ow\u00adner', unseen],
    ['a name with a selector in it', 'ow\ufe0fner', unseen],
    ['half of a pair', 'a\ud800', half],
    ['nothing', '', 'Is empty; allowed: text of 1 to 64 characters'],
    ['too many letters', 'x'.repeat(65), 'Is text that does not fit; allowed: text of 1 to 64 characters'],
  ])('is no name of a token or a server: %s', async (_what, text, message) => {
    const made = await http.ask('POST', '/api/v1/machine-tokens', {
      cookie,
      payload: { label: text, kind: 'game-server' },
    });
    expect(made.json<Refusal>().error.fields).toEqual([{ path: 'label', message }]);
    const payload = { ...introduction, name: text, version: text, proof: 'ab'.repeat(32) };
    const reply = await http.ask('PUT', `/api/v1/servers/${serverId}`, { token, payload });
    expect(reply.json<Refusal>().error.fields).toEqual([
      { path: 'name', message },
      { path: 'version', message },
    ]);
  });

  it('is trimmed where it is a name, and may have emoji', async () => {
    const name = '❤️ 👩‍🚀 Nordwind';
    expect((await http.introduce(token, serverId, { name: ` ${name}  ` })).statusCode).toBe(200);
    const server = await http.ask('GET', `/api/v1/servers/${serverId}`, { cookie });
    expect(server.json<{ name: string }>().name).toBe(name);
  });

  it('of a search or a name is told so too', async () => {
    const cases = [
      [`${'x'.repeat(70)}%00`, 'Control characters are not allowed'],
      ['a%0ab', 'Control characters are not allowed'],
      ['a%E2%80%AEb', 'Control characters, and others that change how text is shown, are not allowed'],
      ['x'.repeat(70), 'Is text that does not fit; allowed: text of at most 64 characters'],
    ];
    for (const [search, message] of cases) {
      const reply = await http.ask('GET', `/api/v1/players?search=${search}`, { cookie });
      expect(reply.json<Refusal>().error.fields).toEqual([{ path: 'search', message }]);
    }
    for (const filter of ['actor', 'target', 'address']) {
      const reply = await http.ask('GET', `/api/v1/audit?${filter}=a%E2%81%A6b`, { cookie });
      expect(reply.json<Refusal>().error.fields).toEqual([
        {
          path: filter,
          message: 'Control characters, and others that change how text is shown, are not allowed',
        },
      ]);
    }
    const name = `${'x'.repeat(70)}\ud800`;
    const reply = await http.ask('POST', '/api/v1/auth/login', { payload: { name, password: 'x' } });
    expect(reply.json<Refusal>().error.fields).toEqual([{ path: 'name', message: half }]);
  });
});

describe('a field', () => {
  it.each<[string, string, object, string, string]>([
    [
      'PUT',
      `servers/${serverId}`,
      { udpPort: 0 },
      'udpPort',
      'Is 0; allowed: a whole number from 1 to 65535',
    ],
    [
      'PUT',
      `servers/${serverId}`,
      { version: undefined },
      'version',
      'Is missing; allowed: text of 1 to 64 characters',
    ],
    [
      'PUT',
      `servers/${serverId}`,
      { maps: 'all' },
      'maps',
      'Is text that does not fit; allowed: a list of at most 256 entries',
    ],
    [
      'PUT',
      `servers/${serverId}`,
      { startedAt: '' },
      'startedAt',
      'Is empty; allowed: a time such as 2027-06-01T00:00:00Z',
    ],
    [
      'PUT',
      `servers/${serverId}`,
      { maps: ['a b'] },
      'maps.0',
      'Lower-case letters, digits and dashes; begin with a letter or digit',
    ],
    [
      'POST',
      `servers/${serverId}/heartbeat`,
      { players: 1, draining: 1 },
      'draining',
      'Is 1; allowed: true or false',
    ],
    [
      'POST',
      `servers/${serverId}/heartbeat`,
      { players: 1, draining: true, more: 1 },
      'more',
      'Is not a known field; allowed: players, draining, closedVerbs, planned, checks',
    ],
    [
      'POST',
      'servers/north/heartbeat',
      { players: 1, draining: true },
      'id',
      'Is text that does not fit; allowed: a UUID',
    ],
  ])(
    'of %s %s with %j says of the field what is there and what is allowed',
    async (method, path, part, field, message) => {
      const payload = method === 'PUT' ? { ...introduction, proof: 'ab'.repeat(32), ...part } : part;
      const reply = await http.ask(method as 'PUT', `/api/v1/${path}`, { token, payload });
      expect(reply.json<Refusal>().error.fields).toEqual([{ path: field, message }]);
    },
  );

  it.each([
    ['servers/x/history?minutes=y', 'minutes', 'Is no number; allowed: a whole number from 1 to 1440'],
    ['audit?limit=%201', 'limit', 'Is no number; allowed: a whole number from 1 to 200'],
    ['audit?limit=0x10', 'limit', 'Is no number; allowed: a whole number from 1 to 200'],
    ['audit?limit=', 'limit', 'Is empty; allowed: a whole number from 1 to 200'],
    ['audit?limit=1.5', 'limit', 'Is 1.5; allowed: a whole number from 1 to 200'],
    ['audit?limit=201', 'limit', 'Is 201; allowed: a whole number from 1 to 200'],
    ['players?limit=1e1', 'limit', 'Is no number; allowed: a whole number from 1 to 200'],
    ['commands?limit=%2B1', 'limit', 'Is no number; allowed: a whole number from 1 to 200'],
    ['servers/x/history?minutes=015', 'minutes', 'Is no number; allowed: a whole number from 1 to 1440'],
    ['maps/cave/tilesets/%20', 'index', 'Is no number; allowed: a whole number from 0 to 255'],
    ['maps/cave/tilesets/-0', 'index', 'Is no number; allowed: a whole number from 0 to 255'],
    ['maps/cave/tilesets/00', 'index', 'Is no number; allowed: a whole number from 0 to 255'],
    ['maps/cave/tilesets/-1', 'index', 'Is -1; allowed: a whole number from 0 to 255'],
    ['audit?limit=1&limit=2', 'limit', 'Is given 2 times; allowed: a whole number from 1 to 200'],
    ['audit?actor=a&actor=b&actor=c', 'actor', 'Is given 3 times; allowed: text of 1 to 64 characters'],
    ['players?online=true&online=true', 'online', 'Is given 2 times; allowed: one of "true", "false"'],
    ['audit?outcome=perhaps', 'outcome', 'Is text that does not fit; allowed: one of "done", "refused"'],
  ])('in the address %s is told the same way', async (path, field, message) => {
    const reply = await http.ask('GET', `/api/v1/${path.replace('/x/', `/${serverId}/`)}`, { cookie });
    expect(reply.json<Refusal>().error.fields).toEqual([{ path: field, message }]);
  });
});
