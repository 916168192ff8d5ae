// The game server as a child process, which is killed and started again on the same folder and the same ports.

import { type ChildProcess, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import { join } from 'node:path';

const program = join(import.meta.dirname, '../game-server.js');
const startPatienceMs = 60_000;
const stopPatienceMs = 30_000;
/** Of what it printed, so much is kept to be shown when it fails. */
const printedMax = 4000;

export interface ServerPlace {
  readonly dataDir: string;
  readonly contentDir: string;
  readonly udpPort: number;
  readonly httpPort: number;
}

export class ServerChild {
  private printed = '';
  private hasEnded = false;
  private readonly end: Promise<number | null>;
  private readonly child: ChildProcess;
  private readonly watchers = new Set<() => void>();

  private constructor(place: ServerPlace) {
    this.child = spawn(process.execPath, ['--enable-source-maps', program], {
      // No settings of a file that lies about.
      cwd: place.dataDir,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environmentOf(place),
    });
    const onPrinted = (data: Buffer): void => {
      this.printed = (this.printed + data.toString()).slice(-printedMax);
      this.tell();
    };
    this.child.stdout!.on('data', onPrinted);
    this.child.stderr!.on('data', onPrinted);
    this.end = new Promise((resolve) => {
      this.child.once('error', (error) => (this.printed += error.message));
      this.child.once('close', (code) => {
        this.hasEnded = true;
        this.tell();
        resolve(code);
      });
    });
  }

  /** Resolves when players can come, with how long that took. */
  static async start(place: ServerPlace): Promise<{ server: ServerChild; startedMs: number }> {
    const fromMs = performance.now();
    const server = new ServerChild(place);
    try {
      await server.said(/^players +UDP /m);
    } catch (error) {
      await server.kill();
      throw error;
    }
    return { server, startedMs: performance.now() - fromMs };
  }

  /** Throws when it has ended by itself. */
  requireRunning(): void {
    if (this.hasEnded) throw new Error(`the server ended by itself, after\n${this.printed}`);
  }

  /** As at once as it can be; harmless when it has ended. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.end;
  }

  /** In good order; throws when it did not end so. */
  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), stopPatienceMs);
    const code = await this.end;
    clearTimeout(timer);
    if (code !== 0) throw new Error(`the server stopped with exit code ${code}, after\n${this.printed}`);
  }

  private said(pattern: RegExp): Promise<void> {
    return new Promise((resolve, reject) => {
      const finish = (fault?: string): void => {
        clearTimeout(timer);
        this.watchers.delete(look);
        if (fault === undefined) resolve();
        else reject(new Error(`the server ${fault}, after\n${this.printed}`));
      };
      const look = (): void => {
        if (pattern.test(this.printed)) finish();
        else if (this.hasEnded) finish('did not start');
      };
      const timer = setTimeout(() => finish(`was not up in ${startPatienceMs / 1000} s`), startPatienceMs);
      this.watchers.add(look);
      look();
    });
  }

  private tell(): void {
    for (const watcher of [...this.watchers]) watcher();
  }
}

/** Two ports of this machine that nobody had a moment ago. */
export async function freePorts(): Promise<Pick<ServerPlace, 'udpPort' | 'httpPort'>> {
  const udp = createSocket('udp4');
  await new Promise<void>((resolve, reject) => {
    udp.once('error', reject);
    udp.bind(0, '127.0.0.1', resolve);
  });
  const udpPort = udp.address().port;
  await new Promise<void>((resolve) => udp.close(resolve));
  const http = createServer();
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(0, '127.0.0.1', resolve);
  });
  const { port: httpPort } = http.address() as { port: number };
  await new Promise<void>((resolve) => http.close(() => resolve()));
  return { udpPort, httpPort };
}

function environmentOf({ dataDir, contentDir, udpPort, httpPort }: ServerPlace): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !entry[0].startsWith('TOS_'),
  );
  return {
    ...Object.fromEntries(kept),
    // A server of npm ends with its parent: nothing is left when this program is killed.
    npm_lifecycle_event: 'crash',
    TOS_HOST: '127.0.0.1',
    TOS_DATA_DIR: dataDir,
    TOS_CONTENT_DIR: contentDir,
    TOS_UDP_PORT: String(udpPort),
    TOS_GAME_HTTP_PORT: String(httpPort),
    TOS_BACKUPS: 'off',
    TOS_LOG_LEVEL: 'warn',
  };
}
