// What an editor shows for "go to definition": the arrows between layers lead to sources, built or not. Asked of the
// compiler's own language server, in a file of every project, and in scripts that threads of tests run.

import { afterAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Answer {
  readonly type: string;
  readonly request_seq: number;
  readonly body?: readonly { readonly file: string }[];
}

class LanguageServer {
  private readonly process = spawn(process.execPath, [
    'node_modules/typescript/lib/tsserver.js',
    '--disableAutomaticTypingAcquisition',
  ]);
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private unread = '';
  private sent = 0;

  constructor() {
    this.process.stdout.on('data', (data: Buffer) => this.read(String(data)));
  }

  /** Where the first import of another layer in this file leads, from the project's root. */
  async leadsTo(path: string): Promise<string[]> {
    const file = join(process.cwd(), path);
    const lines = readFileSync(file, 'utf8').split('\n');
    const line = lines.findIndex((text) => text.includes("from '#"));
    const offset = lines[line]!.indexOf("'#") + 3;
    this.send('open', { file });
    const number = this.send('definition', { file, line: line + 1, offset });
    const answer = await new Promise<Answer>((resolve) => this.waiting.set(number, resolve));
    return (answer.body ?? []).map((place) => place.file.replace(`${process.cwd()}/`, ''));
  }

  stop(): void {
    this.process.kill();
  }

  private send(command: string, args: object): number {
    const message = { seq: ++this.sent, type: 'request', command, arguments: args };
    this.process.stdin.write(`${JSON.stringify(message)}\n`);
    return this.sent;
  }

  private read(text: string): void {
    const lines = (this.unread + text).split('\n');
    this.unread = lines.pop()!;
    for (const line of lines.filter((one) => one.startsWith('{'))) {
      const answer = JSON.parse(line) as Answer;
      if (answer.type === 'response') this.waiting.get(answer.request_seq)?.(answer);
    }
  }
}

describe('an editor', () => {
  const server = new LanguageServer();
  afterAll(() => server.stop());

  it.each([
    'ports/threads/gateway-orders.ts',
    'application/telemetry/telemetry-feed.ts',
    'adapters/threads/shared-memory.ts',
    'client/game-client.ts',
    'src/game-server/control.ts',
    'bench/ring/ring-run.ts',
    'test/adapters/threads/ring.test.ts',
    'test/adapters/threads/ring-writer.mjs',
    'test/adapters/sqlite/store-owner.mjs',
  ])(
    'leads from %s to a source of the other layer',
    async (path) => {
      expect(await server.leadsTo(path)).toEqual([expect.stringMatching(/^(?!dist\/).*(?<!\.d)\.ts$/)]);
    },
    60_000,
  );
});
