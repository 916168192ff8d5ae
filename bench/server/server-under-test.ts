// A real game server in a process of its own, on a world made for load, and what it says about itself.

import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { nextMessage, start } from '../harness/child.js';
import { type BenchWorldOptions, writeBenchWorld } from './bench-world.js';
import { type GcPause, gcFolderVariable } from './gc-watch.js';
import type { ServerArgument, ServerReading } from './server-process.js';

/** Others in sight of each player, about. */
const visible = 32;

export interface ServerUnderTestOptions {
  /** 0, the default, stands for the server's own choice. */
  readonly gateways?: number;
  /** Arguments for the server's Node, such as a profiler's. */
  readonly serverNode?: readonly string[];
  /** By the names of the environment. */
  readonly settings?: Readonly<Record<string, string>>;
}

export class ServerUnderTest {
  private constructor(
    private readonly folder: string,
    private readonly process: ChildProcess,
    readonly udpPort: number,
    readonly udpReport: string,
  ) {}

  static async start(
    world: Omit<BenchWorldOptions, 'folder' | 'visible'>,
    { gateways = 0, serverNode = [], settings = {} }: ServerUnderTestOptions = {},
  ): Promise<ServerUnderTest> {
    const folder = mkdtempSync(join(tmpdir(), 'server-bench-'));
    try {
      const { contentDir, dataDir } = await writeBenchWorld({ folder, visible, ...world });
      const playersMax = Math.min(10_000, world.players + 16);
      const argument: ServerArgument = { contentDir, dataDir, playersMax, gateways, settings };
      const gcFolder = join(folder, 'gc');
      mkdirSync(gcFolder);
      const watch = ['--import', new URL('gc-watch.js', import.meta.url).href];
      const environment = { [gcFolderVariable]: gcFolder };
      const child = start('server/server-process.js', argument, [...watch, ...serverNode], environment);
      const { udpPort, udpReport } = await nextMessage<{ udpPort: number; udpReport: string }>(child);
      return new ServerUnderTest(folder, child, udpPort, udpReport);
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** Percentiles of ticks are of the time since the reading before; `peek` leaves that time as it is. */
  read(kind: 'read' | 'peek' = 'read'): Promise<ServerReading> {
    const reading = nextMessage<ServerReading>(this.process);
    this.process.send(kind);
    return reading;
  }

  /** Makes backups from now on, one after the other. */
  backUp(): void {
    this.process.send('back-up');
  }

  /** Ends it in good order, so that what a profiler has is written; returns all threads' collections. */
  async stop(): Promise<readonly GcPause[]> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.send('stop');
    await ended;
    const gcFolder = join(this.folder, 'gc');
    return readdirSync(gcFolder).flatMap(
      (file) => JSON.parse(readFileSync(join(gcFolder, file), 'utf8')) as GcPause[],
    );
  }

  /** Whatever happened: nothing is left behind. */
  discard(): void {
    if (this.process.connected) this.process.disconnect();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
