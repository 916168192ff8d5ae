// A disk and what is on its way to it: played from a recording, it knows at every moment what is surely stored and what is
// not. Bytes and length of a file are stored by a sync of the file, its name by a sync of its folder; what was recorded
// before the sync began is what it covers.

import type { DiskEvent } from '../recording/read-recording.js';

export type FileChange =
  | { readonly kind: 'written'; readonly at: number; readonly data: Uint8Array }
  | { readonly kind: 'truncated'; readonly size: number };

/** Undefined: the name is gone. A rename changes two names at once. */
export type NameChange = readonly (readonly [name: string, node: DiskNode | undefined])[];

class Unsynced<Change> {
  readonly waiting: Change[] = [];
  #stored = 0;

  /** How many there were so far. */
  get count(): number {
    return this.#stored + this.waiting.length;
  }

  /** Those that become stored when the first `count` of all are. */
  take(count: number): Change[] {
    const taken = this.waiting.splice(0, Math.max(0, count - this.#stored));
    this.#stored += taken.length;
    return taken;
  }
}

export class DiskFile {
  readonly changes = new Unsynced<FileChange>();
  #bytes = new Uint8Array(4096);
  #size = 0;

  /** What is surely there. Valid until the next sync. */
  get stored(): Uint8Array {
    return this.#bytes.subarray(0, this.#size);
  }

  store(count: number): void {
    for (const change of this.changes.take(count)) {
      if (change.kind === 'truncated') this.#resize(change.size);
      else {
        this.#resize(Math.max(this.#size, change.at + change.data.length));
        this.#bytes.set(change.data, change.at);
      }
    }
  }

  #resize(size: number): void {
    if (size > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(size, 2 * this.#bytes.length));
      larger.set(this.stored);
      this.#bytes = larger;
    } else if (size < this.#size) this.#bytes.fill(0, size, this.#size);
    this.#size = size;
  }
}

export class DiskFolder {
  readonly changes = new Unsynced<NameChange>();
  readonly stored = new Map<string, DiskNode>();
  /** As programs see it. */
  readonly seen = new Map<string, DiskNode>();

  change(change: NameChange): void {
    this.changes.waiting.push(change);
    for (const [name, node] of change) assign(this.seen, name, node);
  }

  store(count: number): void {
    for (const change of this.changes.take(count))
      for (const [name, node] of change) assign(this.stored, name, node);
  }
}

export type DiskNode = DiskFile | DiskFolder;

export function assign(names: Map<string, DiskNode>, name: string, node: DiskNode | undefined): void {
  if (node === undefined) names.delete(name);
  else names.set(name, node);
}

export class RecordedDisk {
  readonly root = new DiskFolder();
  readonly #open = new Map<string, { node: DiskNode; coveredBySync: number }>();

  /** All paths of the recording begin with `rootPath`, which was empty. */
  constructor(private readonly rootPath: string) {}

  play(event: DiskEvent): void {
    switch (event.kind) {
      case 'opened':
        return this.#opened(event.file, event.path, event.emptied);
      case 'written':
        return this.#changed(event.file, { kind: 'written', at: event.at, data: event.data });
      case 'truncated':
        return this.#changed(event.file, { kind: 'truncated', size: event.size });
      case 'syncBegun': {
        const open = this.#require(event.file);
        open.coveredBySync = open.node.changes.count;
        return;
      }
      case 'synced': {
        const { node, coveredBySync } = this.#require(event.file);
        return node.store(coveredBySync);
      }
      case 'folderMade':
        return this.#rename(event.path, new DiskFolder());
      case 'unlinked':
      case 'folderRemoved':
        return this.#rename(event.path, undefined);
      case 'linked':
        return this.#rename(event.to, this.#find(event.path));
      case 'renamed':
        return this.#moved(event.path, event.to);
    }
  }

  /** The open file that an event is about lies here, as programs see it; undefined for none. */
  nodeOf(file: string): DiskNode | undefined {
    return this.#open.get(file)?.node;
  }

  #opened(file: string, path: string, emptied: boolean): void {
    let node = this.#find(path);
    if (node === undefined) {
      node = new DiskFile();
      this.#rename(path, node);
    } else if (emptied && node instanceof DiskFile) node.changes.waiting.push({ kind: 'truncated', size: 0 });
    this.#open.set(file, { node, coveredBySync: 0 });
  }

  #changed(file: string, change: FileChange): void {
    const { node } = this.#require(file);
    if (!(node instanceof DiskFile)) throw new Error(`the recording writes into a folder: ${file}`);
    node.changes.waiting.push(change);
  }

  #require(file: string): { node: DiskNode; coveredBySync: number } {
    const open = this.#open.get(file);
    if (open === undefined) throw new Error(`the recording changes a file that it did not open: ${file}`);
    return open;
  }

  #rename(path: string, node: DiskNode | undefined): void {
    const [folder, name] = this.#placeOf(path);
    folder.change([[name, node]]);
  }

  #moved(path: string, to: string): void {
    const [from, name] = this.#placeOf(path);
    const [folder, newName] = this.#placeOf(to);
    if (from !== folder) throw new Error(`the recording moves ${path} to another folder: ${to}`);
    folder.change([
      [name, undefined],
      [newName, folder.seen.get(name)],
    ]);
  }

  #find(path: string): DiskNode | undefined {
    const below = this.#below(path);
    let node: DiskNode | undefined = this.root;
    for (const name of below) node = node instanceof DiskFolder ? node.seen.get(name) : undefined;
    return node;
  }

  #placeOf(path: string): [DiskFolder, string] {
    const at = path.lastIndexOf('/');
    const folder = this.#find(path.slice(0, at));
    if (!(folder instanceof DiskFolder)) throw new Error(`the recording has no folder for ${path}`);
    return [folder, path.slice(at + 1)];
  }

  #below(path: string): string[] {
    if (path !== this.rootPath && !path.startsWith(`${this.rootPath}/`))
      throw new Error(`the recording leaves ${this.rootPath}: ${path}`);
    return path
      .slice(this.rootPath.length)
      .split('/')
      .filter((name) => name !== '' && name !== '.');
  }
}
