// A real S3 API for tests: OpenStack's swift with s3api, as Debian packs it, on free ports of this machine with all of
// its files in one folder. Undefined where it is not installed.

import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freeTcpPort } from '../servers/free-port.js';
import { onPath } from './on-path.js';

export const swiftPrograms = [
  'swift-ring-builder',
  'swift-account-server',
  'swift-container-server',
  'swift-object-server',
  'swift-proxy-server',
  'memcached',
] as const;

/** Whose absence has the tests passed over; empty when all are there. It writes its files as root alone. */
export function missingForSwift(): readonly string[] {
  if (process.getuid?.() !== 0) return ['root'];
  return swiftPrograms.filter((name) => !onPath(name));
}

export const swiftUser = { accessKeyId: 'test:tester', secretAccessKey: 'testing' } as const;

export interface SwiftServer {
  readonly endpoint: string;
  stop(): Promise<void>;
}

const upMsMax = 60_000;

/** `folder` is empty. */
export async function startSwift(folder: string): Promise<SwiftServer> {
  const [account, container, object, proxy, memory] = await Promise.all([
    freeTcpPort(),
    freeTcpPort(),
    freeTcpPort(),
    freeTcpPort(),
    freeTcpPort(),
  ]);
  const etc = join(folder, 'etc');
  for (const each of [etc, join(folder, 'dev', 'd1'), join(folder, 'run')])
    mkdirSync(each, { recursive: true });
  const children: ChildProcess[] = [];
  const run = (name: string, ...args: string[]): void => {
    children.push(spawn(name, args, { cwd: etc, stdio: 'ignore' }));
  };
  const stop = async (): Promise<void> => {
    const ended = children.map((child) => new Promise((resolve) => child.once('exit', resolve)));
    for (const child of children) child.kill('SIGKILL');
    await Promise.race([Promise.all(ended), sleep(5_000, undefined, { ref: false })]);
  };
  run('memcached', '-u', 'root', '-l', '127.0.0.1', '-p', String(memory));
  for (const [name, port] of Object.entries({ account, container, object })) {
    makeRing(etc, name, port);
    writeFileSync(join(etc, `${name}.conf`), storageServer(folder, name, port));
    run(`swift-${name}-server`, `${name}.conf`);
  }
  writeFileSync(join(etc, 'proxy.conf'), proxyServer(folder, proxy, memory));
  run('swift-proxy-server', 'proxy.conf');
  const endpoint = `http://127.0.0.1:${proxy}`;
  try {
    await untilUp(`${endpoint}/healthcheck`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { endpoint, stop };
}

function makeRing(cwd: string, name: string, port: number): void {
  const build = (...args: string[]): void =>
    void execFileSync('swift-ring-builder', [`${name}.builder`, ...args], { cwd, stdio: 'ignore' });
  build('create', '4', '1', '1');
  build('add', `r1z1-127.0.0.1:${port}/d1`, '1');
  build('rebalance');
}

function common(folder: string, port: number): string {
  return `[DEFAULT]
bind_ip = 127.0.0.1
bind_port = ${port}
workers = 0
user = root
swift_dir = ${folder}/etc
log_address = ${folder}/run/nolog
`;
}

function storageServer(folder: string, name: string, port: number): string {
  return `${common(folder, port)}devices = ${folder}/dev
mount_check = false
disable_fallocate = true
[pipeline:main]
pipeline = ${name}-server
[app:${name}-server]
use = egg:swift#${name}
`;
}

function proxyServer(folder: string, port: number, memoryPort: number): string {
  const parts = {
    healthcheck: '',
    listing_formats: '',
    bulk: '',
    copy: '',
    slo: '',
    dlo: '',
    catch_errors: '',
  };
  const filters = Object.keys(parts).map((name) => `[filter:${name}]\nuse = egg:swift#${name}`);
  return `${common(folder, port)}[pipeline:main]
pipeline = catch_errors healthcheck cache listing_formats bulk s3api tempauth copy slo dlo proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
allow_account_management = true
${filters.join('\n')}
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:${memoryPort}
[filter:s3api]
use = egg:swift#s3api
location = us-east-1
s3_acl = false
[filter:tempauth]
use = egg:swift#tempauth
user_test_tester = ${swiftUser.secretAccessKey} .admin
`;
}

async function untilUp(url: string): Promise<void> {
  const deadlineMs = performance.now() + upMsMax;
  for (;;) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok === true) return;
    if (performance.now() > deadlineMs) throw new Error(`swift is not up after ${upMsMax} ms`);
    await sleep(100);
  }
}
