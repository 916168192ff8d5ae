// The committed content as plain objects, so that a test can spoil one thing in it and see what the loader says.

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatProblem } from '#adapters/content-files/json/content-problem.js';
import { loadContent } from '#adapters/content-files/load-content.js';
import type { Content } from '#domain/content/content.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const contentFolder = join(import.meta.dirname, '../../../content');

// Tests edit these freely; their shape is what the tests are about.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Editable = any;

export class ContentCopy {
  readonly folder = temporaryFolder();

  constructor() {
    cpSync(contentFolder, this.folder, { recursive: true });
  }

  edit(file: string, change: (document: Editable) => void): this {
    const path = join(this.folder, file);
    const document: unknown = JSON.parse(readFileSync(path, 'utf8'));
    change(document);
    writeFileSync(path, JSON.stringify(document));
    return this;
  }

  write(file: string, text: string): this {
    writeFileSync(join(this.folder, file), text);
    return this;
  }

  async load(): Promise<Content> {
    const loaded = await loadContent(this.folder);
    if (!loaded.ok) throw new Error('the content has problems');
    return loaded.content;
  }

  /** Each as `file: path: reason; allowed: what`, without line and column. */
  async problems(): Promise<string[]> {
    return (await this.placedProblems()).map((problem) => problem.replace(/^([^:]*):\d+:\d+: /, '$1: '));
  }

  /** Each as people get it. */
  async placedProblems(): Promise<string[]> {
    const loaded = await loadContent(this.folder);
    return loaded.ok ? [] : loaded.problems.map(formatProblem);
  }
}

/** The objects of one class on a map. */
export function objectsOf(map: Editable, kind: string): Editable[] {
  return map.layers
    .filter((layer: Editable) => layer.type === 'objectgroup')
    .flatMap((layer: Editable) => layer.objects)
    .filter((object: Editable) => object.type === kind);
}

export function setProperty(owner: Editable, name: string, value: unknown): void {
  const property = owner.properties.find((one: Editable) => one.name === name);
  if (property === undefined) throw new Error(`no property ${name}`);
  property.value = value;
}

/** A tile of a tileset that blocks. */
export function blockingTile(tileset: Editable): Editable {
  return tileset.tiles.find((tile: Editable) =>
    tile.properties?.some((one: Editable) => one.name === 'blocksMovement' && one.value === true),
  );
}
