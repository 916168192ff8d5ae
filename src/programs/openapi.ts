// Writes the admin API's OpenAPI document to a file, without a database: node dist/src/openapi.js dist/openapi.json

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { judge } from '#adapters/game-http/health-check.js';
import { createAdminApp } from '#adapters/admin-api/create-admin-app.js';
import { EventStreams } from '#adapters/admin-api/events/event-streams.js';
import { makeDocument } from '#adapters/admin-api/openapi/document.js';
import type { Log } from '#ports/system/log.js';
import { memoryPorts } from '../admin-api/memory-ports.js';
import { makeFolder } from '#adapters/node-files/make-folder.js';

const silent: Log = { debug() {}, info() {}, warn: console.warn, error: console.error };

async function writeDocument(file: string): Promise<void> {
  const streams = new EventStreams('document');
  const clock = { nowMs: () => performance.now(), unixMs: () => Date.now() };
  const app = await createAdminApp({
    ports: memoryPorts(streams, clock),
    streams,
    probes: [],
    health: { checks: [], judge },
    settings: {
      version: '1',
      publicUrl: 'http://localhost',
      consoleDir: undefined,
      trustedProxies: [],
      corsOrigins: [],
    },
    log: silent,
  });
  makeFolder(path.dirname(file));
  await writeFile(file, `${JSON.stringify(makeDocument(app, '1'), null, 2)}\n`);
  await app.close();
}

const usage = 'usage: node dist/src/openapi.js <file to write>';
const [file, ...others] = process.argv.slice(2);
if (file === '--help' || file === '-h') {
  console.log(usage);
} else if (file === undefined || file.startsWith('-') || others.length > 0) {
  const surplus = others[0];
  if (file === undefined) console.error(`the file to write is missing; ${usage}`);
  else if (file.startsWith('-')) console.error(`${file}: no such flag; ${usage}`);
  else console.error(`'${surplus}' is one word too many; ${usage}`);
  process.exitCode = 2;
} else {
  await writeDocument(file);
}
