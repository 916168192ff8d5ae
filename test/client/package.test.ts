// The client library as its users get it: the tarball that `npm run pack-client` makes, installed into an empty project.

import { execFile } from 'node:child_process';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { DgramSocket } from '#adapters/udp/dgram-socket.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { requireContent } from '#src/process/require-content.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { servedOverUdp } from '../support/network/udp-relay.js';
import { WholeServer } from '../support/servers/whole-server.js';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

const program = `
import { ChatScope, GameClient, type GameListener } from 'tos-client';
import { nodeParts } from 'tos-client/node';

const parts = await nodeParts('127.0.0.1', Number(process.argv[2]));
const listener: GameListener = {
  onWelcome: (welcome) => console.log('in', welcome.mapKey, 'as', welcome.name),
  onChat: (chat) => {
    console.log('heard', chat.text);
    client.leave();
  },
  onClosed: (end) => {
    console.log('closed', end.kind);
    clearInterval(timer);
    void parts.socket.close();
  },
};
const client: GameClient = new GameClient({ ...parts, credentials: { kind: 'guest', name: 'Ada' }, listener });
let said = false;
const timer = setInterval(() => {
  client.update();
  if (client.isInWorld && !said) said = client.chat(ChatScope.zone, 'hello').ok;
}, 10);
`;

const typescript = {
  compilerOptions: {
    ...{ module: 'NodeNext', target: 'ES2024', strict: true, skipLibCheck: false, types: ['node'] },
    ...{ outDir: 'built', rootDir: '.' },
  },
  files: ['program.ts', 'sample.ts'],
};

/** What the README shows first, on the port and for the time of a test. */
async function sample(): Promise<string> {
  const readme = await readFile(join(root, 'client/README.md'), 'utf8');
  const [, shown] = /```ts\n(.*?)```/s.exec(readme)!;
  expect(shown).toContain('7777');
  expect(shown).toContain('10_000');
  return shown!.replace('7777', 'Number(process.argv[2])').replace('10_000', '2_000');
}

describe('the package', () => {
  let project: string;

  beforeAll(async () => {
    await run(process.execPath, ['scripts/pack-client.mjs'], { cwd: root });
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    project = temporaryFolder();
    const modules = join(project, 'node_modules');
    await mkdir(join(modules, 'tos-client'), { recursive: true });
    const tarball = join(root, 'dist', `tos-client-${version}.tgz`);
    await run('tar', ['xzf', tarball, '-C', join(modules, 'tos-client'), '--strip-components=1']);
    // What npm would install with it, and the types of Node that the user's project has.
    for (const name of ['@noble', '@types', 'undici-types'])
      await symlink(join(root, 'node_modules', name), join(modules, name));
    await writeFile(join(project, 'package.json'), JSON.stringify({ type: 'module' }));
    await writeFile(join(project, 'tsconfig.json'), JSON.stringify(typescript));
    await writeFile(join(project, 'program.ts'), program);
    await writeFile(join(project, 'sample.ts'), await sample());
  }, 120_000);

  it('has types that a strict project compiles against, and lets a program play', async () => {
    await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', project]);
    const server = new WholeServer({ content: await requireContent('content') });
    const { stdout } = await servedOverUdp(server, (port) =>
      run(process.execPath, [join(project, 'built/program.js'), String(port)], { timeout: 20_000 }),
    );
    expect(stdout.trim().split('\n')).toEqual(['in meadow as Ada', 'heard hello', 'closed disconnected']);
  }, 60_000);

  it('runs the sample of its README, which ends by itself', async () => {
    const server = new WholeServer({ content: await requireContent('content') });
    const { stdout } = await servedOverUdp(server, (port) =>
      run(process.execPath, [join(project, 'built/sample.js'), String(port)], { timeout: 20_000 }),
    );
    expect(stdout).toMatch(/^in the world\nover \{\s*kind: 'disconnected'/);
  }, 60_000);

  it('gives up in the sample where nobody answers', async () => {
    const silent = await DgramSocket.open({ host: '127.0.0.1', port: 0 });
    try {
      const port = String(silent.localPort);
      const { stdout } = await run(process.execPath, [join(project, 'built/sample.js'), port], {
        timeout: 20_000,
      });
      expect(stdout).toMatch(/^over \{/);
    } finally {
      await silent.close();
    }
  }, 60_000);

  it('names every request by the id that refusals have', async () => {
    const file = join(project, 'node_modules/tos-client/lib/client/index.js');
    const offered = (await import(file)) as { requestIds: Record<string, number> };
    expect(offered.requestIds).toEqual(RequestId);
  });

  it('carries no file of the server', async () => {
    const { stdout } = await run('tar', ['tzf', join(root, 'dist', 'tos-client-0.1.0.tgz')]);
    const files = stdout.trim().split('\n');
    const allowed =
      /^package\/(package\.json|README\.md|lib\/(client|ports|src\/client-package|adapters\/(noble|protocol|system|udp))\/.+)$/;
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => !allowed.test(file))).toEqual([]);
  });
});

describe('the README', () => {
  it('lists every request, every event and every reason why a request is not sent', async () => {
    const readme = await readFile(join(root, 'client/README.md'), 'utf8');
    const listed = (heading: string): string[] => {
      const section = readme.slice(
        readme.indexOf(heading),
        readme.indexOf('\n## ', readme.indexOf(heading) + 1),
      );
      return [...section.matchAll(/^\| `(\w[\w-]*)/gm)].map((match) => match[1]!);
    };
    const generated = join(root, 'adapters/protocol/generated');
    const asked = await readFile(join(generated, 'requests.ts'), 'utf8');
    const requests = [...asked.matchAll(/^ {2}(\w+)\([^)]*\): Outcome \{/gm)].map((match) => match[1]!);
    const sources = await Promise.all(
      ['client/game-listener.ts', 'client/known-entities.ts', 'adapters/protocol/generated/messages.ts'].map(
        (file) => readFile(join(root, file), 'utf8'),
      ),
    );
    const events = sources.flatMap((text) =>
      [...text.matchAll(/^ {2}(on\w+)\?\(/gm)].map((match) => match[1]!),
    );
    const outcomes = await readFile(join(root, 'client/request-outcome.ts'), 'utf8');
    const [, reasons] = /export type RequestFault =([^;]+);/.exec(outcomes)!;
    expect(requests.length).toBeGreaterThan(4);
    expect(listed('## Requests').sort()).toEqual(
      [
        'move',
        'sendLetter',
        ...requests,
        ...[...reasons!.matchAll(/'([\w-]+)'/g)].map((match) => match[1]!),
      ].sort(),
    );
    expect(listed('## Events').sort()).toEqual(events.sort());
  });
});
