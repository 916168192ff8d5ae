// The whole product as a user starts it: `npm start` on free ports and a data folder of its own.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../../..');
const startMs = 90_000;
const running = new Map<ChildProcess, string>();

/** For afterAll: a test that failed half-way leaves no server behind. */
export async function stopAllServers(): Promise<void> {
  for (const [npm, dataDir] of running) await stopNpm(npm, dataDir);
}

export interface RunningServer {
  /** Of the command that was started. */
  readonly pid: number;
  readonly udpPort: number;
  readonly apiUrl: string;
  readonly gameUrl: string;
  /** Until somebody has logged in; from the file that the banner names. */
  readonly ownerPassword: string | undefined;
  /** Everything it has printed. */
  output(): string;
  /** SIGTERM to npm alone, as a supervisor sends it; resolves with the milliseconds until no process of it was left. */
  stop(): Promise<number>;
}

export async function startServer(
  dataDir: string,
  environment: Record<string, string> = {},
  [command, ...commandArguments]: readonly [string, ...string[]] = ['npm', 'start'],
): Promise<RunningServer> {
  const npm = spawn(command, commandArguments, {
    cwd: root,
    env: {
      ...cleanEnvironment(),
      TOS_DATA_DIR: dataDir,
      TOS_UDP_PORT: '0',
      TOS_GAME_HTTP_PORT: '0',
      TOS_API_PORT: '0',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.set(npm, dataDir);
  let printed = '';
  npm.stdout.on('data', (data: Buffer) => (printed += data.toString()));
  npm.stderr.on('data', (data: Buffer) => (printed += data.toString()));
  const untilMs = Date.now() + startMs;
  while (!printed.includes('Stop:')) {
    if (npm.exitCode !== null || Date.now() > untilMs) {
      await stopNpm(npm, dataDir);
      throw new Error(`npm start did not come up:\n${printed}`);
    }
    await sleep(50);
  }
  const [, udpPort] = /players\s+UDP \S+:(\d+)/.exec(printed)!;
  const [, apiUrl] = /console\s+(http:\S+)\//.exec(printed)!;
  const [, passwordFile] = /^ {2}password +in (\S+)$/m.exec(printed) ?? [];
  const ownerPassword = passwordFile && readFileSync(passwordFile, 'utf8').trim();
  const [, gameUrl] = /metrics\s+\S+\s+(http:\S+)\/metrics/.exec(printed)!;
  return {
    pid: npm.pid!,
    udpPort: Number(udpPort),
    apiUrl: apiUrl!,
    gameUrl: gameUrl!,
    ownerPassword,
    output: () => printed,
    stop: () => stopNpm(npm, dataDir),
  };
}

async function stopNpm(npm: ChildProcess, dataDir: string): Promise<number> {
  const startedMs = Date.now();
  running.delete(npm);
  npm.kill('SIGTERM');
  while (processesOf(dataDir).length > 0) {
    if (Date.now() - startedMs > 20_000) {
      throw new Error(`still running 20 s after SIGTERM to npm: ${processesOf(dataDir).join(', ')}`);
    }
    await sleep(50);
  }
  return Date.now() - startedMs;
}

/** Processes whose environment or command line names the data folder (Linux). */
function processesOf(dataDir: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter(
      (pid) =>
        readProc(pid, 'environ').includes(`TOS_DATA_DIR=${dataDir}\0`) ||
        readProc(pid, 'cmdline').includes(dataDir),
    )
    .map((pid) => `${pid} ${readProc(pid, 'cmdline').replaceAll('\0', ' ')}`);
}

function readProc(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // It ended meanwhile, or is not ours to read.
    return '';
  }
}

export interface BotsResult {
  readonly exitCode: number;
  readonly summary: Record<string, unknown>;
}

/** `npm run bots` with these arguments and --json; the summary is its last line. */
export async function runBots(args: readonly string[]): Promise<BotsResult> {
  const run = promisify(execFile)('npm', ['run', '--silent', 'bots', '--', '--json', ...args], {
    cwd: root,
    env: cleanEnvironment(),
    maxBuffer: 16 * 1024 * 1024,
  });
  const { stdout, code } = await run.then(
    (result) => ({ stdout: result.stdout, code: 0 }),
    (error: { stdout: string; code: number }) => ({ stdout: error.stdout, code: error.code }),
  );
  return {
    exitCode: code,
    summary: JSON.parse(stdout.trim().split('\n').at(-1)!) as Record<string, unknown>,
  };
}

/** Without what npm and Jest put there for this process. */
function cleanEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    ([name, value]) => value !== undefined && !/^(npm_|NODE_OPTIONS|NODE_ENV|TOS_|JEST_)/.test(name),
  );
  return Object.fromEntries(entries) as Record<string, string>;
}
