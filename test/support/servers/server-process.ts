// A program of the build as a process of its own, for tests of how programs start and end. For a server that only has to
// run there is running-server.ts.

import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { requireFreshBuild } from '../fresh-build.js';

export const root = join(import.meta.dirname, '../../..');
const patienceMs = 150_000;
const running = new Set<ServerProcess>();

export interface ProcessOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Before the program's name, for Node. */
  readonly nodeArguments?: readonly string[];
  /** Instead of Node with the program. */
  readonly command?: readonly [string, ...string[]];
  readonly program?: string;
  /** Of the program. */
  readonly args?: readonly string[];
  /** In a session of its own, of which it is the leader. */
  readonly detached?: boolean;
  /** Instead of this project's folder. */
  readonly cwd?: string;
}

export class ServerProcess {
  output = '';
  readonly exitCode: Promise<number | null>;
  hasEnded = false;

  private constructor(readonly child: ChildProcess) {
    child.stdout!.on('data', (data: Buffer) => (this.output += data.toString()));
    child.stderr!.on('data', (data: Buffer) => (this.output += data.toString()));
    this.exitCode = new Promise((resolve) => {
      child.once('close', (code) => {
        this.hasEnded = true;
        running.delete(this);
        resolve(code);
      });
    });
    running.add(this);
  }

  /** `npm start`'s program on any free ports, unless told otherwise. */
  static start(dataDir: string, options: ProcessOptions = {}): ServerProcess {
    requireFreshBuild();
    const { environment, nodeArguments = [], program = 'dist/src/start.js', detached = false } = options;
    const programArguments = [join(root, program), ...(options.args ?? [])];
    const [command, ...args] = options.command ?? [
      ...[process.execPath, ...nodeArguments],
      ...programArguments,
    ];
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      detached,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...plainEnvironment(),
        ...{ TOS_DATA_DIR: dataDir, TOS_UDP_PORT: '0', TOS_GAME_HTTP_PORT: '0', TOS_API_PORT: '0' },
        ...environment,
      },
    });
    return new ServerProcess(child);
  }

  /** Resolves with what the output matched. Throws when it ends without having said it. */
  async said(pattern: RegExp): Promise<RegExpExecArray> {
    for (const untilMs = Date.now() + patienceMs; ; await sleep(10)) {
      const match = pattern.exec(this.output);
      if (match !== null) return match;
      if (this.hasEnded || Date.now() > untilMs) throw new Error(`not said: ${pattern}\n${this.output}`);
    }
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  async stop(): Promise<number | null> {
    this.kill('SIGTERM');
    return this.exitCode;
  }
}

/** For afterAll: a test that failed half-way leaves nothing behind. */
export function endProcesses(): void {
  for (const { child } of running) {
    child.kill('SIGKILL');
    // What it started may hold the other ends.
    child.stdout!.destroy();
    child.stderr!.destroy();
  }
}

/** Without what npm and Jest put there for this process. */
export function plainEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    ([name, value]) =>
      value !== undefined && !/^(npm_|NODE_OPTIONS|NODE_ENV|TOS_|JEST_|DATABASE_URL)/.test(name),
  );
  return Object.fromEntries(entries) as Record<string, string>;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
