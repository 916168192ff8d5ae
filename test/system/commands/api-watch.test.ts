// `npm run api:watch`: compiles what the admin API is made of, starts it, and starts it anew when a source changes, in
// whichever layer. In a checkout of its own, for it writes what it compiles.

import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { root, ServerProcess } from '../../support/servers/server-process.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const sources = ['adapters', 'application', 'client', 'codegen', 'content', 'domain', 'ports', 'src'];
const files = ['package.json', 'nest-cli.json', 'tsconfig.base.json', 'tsconfig.api-watch.json'];
const startedLine = /Console and API: (http:\S+)/g;

function checkout(): string {
  const folder = join(temporaryFolder(), 'checkout');
  mkdirSync(folder);
  for (const each of [...sources, ...files])
    cpSync(join(root, each), join(folder, each), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

/** The address that the API said when it had started for the `times`th time. */
async function started(watch: ServerProcess, times: number): Promise<string> {
  const all = new RegExp(`(?:${startedLine.source}[^]*?){${times}}`);
  return (await watch.said(all))[1]!;
}

async function titleAt(url: string): Promise<string> {
  const document = (await (await fetch(`${url}/api/openapi.json`)).json()) as { info: { title: string } };
  return document.info.title;
}

describe('npm run api:watch', () => {
  let watch: ServerProcess | undefined;

  afterAll(() => {
    // A test that failed half-way leaves nothing behind: the compiler, what it started, and what that started.
    if (watch?.hasEnded === false) process.kill(-watch.child.pid!, 'SIGKILL');
  });

  it('starts the admin API, starts it anew when a source changes, and ends it with itself', async () => {
    const cwd = checkout();
    watch = ServerProcess.start(temporaryFolder(), {
      cwd,
      // Without npm's preparation: the packages are those of this project.
      command: ['npm', 'run', '--ignore-scripts', 'api:watch'],
      detached: true,
    });
    const first = await started(watch, 1);
    expect((await fetch(`${first}/health/live`)).status).toBe(200);
    expect(await titleAt(first)).toBe('TOS admin API');

    const document = join(cwd, 'adapters/admin-api/openapi/document.ts');
    writeFileSync(document, readFileSync(document, 'utf8').replace('TOS admin API', 'Another title'));
    const second = await started(watch, 2);
    expect(await titleAt(second)).toBe('Another title');

    // Ctrl+C reaches all that was started from a terminal.
    process.kill(-watch.child.pid!, 'SIGINT');
    await watch.exitCode;
    await expect(fetch(`${second}/health/live`)).rejects.toThrow();
  }, 400_000);
});
