// What a disk has after the power went: all that was stored, and of what was on its way whatever chance says. A page or a
// sector is there in any of the versions that it went through, independently of all others, so that later writes may be
// there without earlier ones; the one that was written last may be there in part; a file that grew may be longer, as
// zeros, than what is there of it. Names follow as the folder's journal had them, or each for itself; a rename is whole
// or not at all. It is as bad as a disk may be that keeps what it was told to sync: real ones are kinder.

import type { RandomStream } from '#domain/engine/random/random-stream.js';
import {
  assign,
  DiskFile,
  type DiskFolder,
  type DiskNode,
  type FileChange,
  type NameChange,
} from './recorded-disk.js';

/** Bytes of a file, or what is in a folder. */
export type Survivor = Uint8Array | Map<string, Survivor>;

/** Pages as systems write them back, and sectors as disks do. */
const [pageBytes, sectorBytes] = [4096, 512];

/** The folder and all below it. Changes nothing; the same disk and randomness leave the same. */
export function survive(folder: DiskFolder, random: RandomStream): Map<string, Survivor> {
  return new Survival(random).folder(folder);
}

class Survival {
  /** A file may have two names. */
  readonly #done = new Map<DiskNode, Survivor>();

  constructor(private readonly random: RandomStream) {}

  folder(folder: DiskFolder): Map<string, Survivor> {
    const names = new Map(folder.stored);
    for (const change of survivingNames(folder.changes.waiting, this.random))
      for (const [name, node] of change) assign(names, name, node);
    return new Map([...names].map(([name, node]) => [name, this.#node(node)]));
  }

  #node(node: DiskNode): Survivor {
    const known = this.#done.get(node);
    if (known !== undefined) return known;
    const survivor = node instanceof DiskFile ? survivingBytes(node, this.random) : this.folder(node);
    this.#done.set(node, survivor);
    return survivor;
  }
}

function survivingNames(changes: readonly NameChange[], random: RandomStream): readonly NameChange[] {
  if (changes.length === 0) return changes;
  const inOrder = random.chance(0.5);
  if (inOrder) return changes.slice(0, random.wholeBetween(0, changes.length));
  const groups = groupsOf(changes);
  const kept = new Map<number, number>();
  for (const group of new Set(groups)) {
    const size = groups.filter((other) => other === group).length;
    kept.set(group, random.wholeBetween(0, size));
  }
  return changes.filter((_unused, index) => {
    const left = kept.get(groups[index]!)!;
    kept.set(groups[index]!, left - 1);
    return left > 0;
  });
}

/** Changes that share a name belong together, over any number of steps: the number of each change's group. */
function groupsOf(changes: readonly NameChange[]): number[] {
  const groups = changes.map((_unused, index) => index);
  const lastOfName = new Map<string, number>();
  changes.forEach((change, index) => {
    for (const [name] of change) {
      const before = lastOfName.get(name);
      if (before !== undefined) {
        const [from, to] = [groups[index]!, groups[before]!];
        for (let each = 0; each <= index; each++) if (groups[each] === from) groups[each] = to;
      }
      lastOfName.set(name, index);
    }
  });
  return groups;
}

function survivingBytes(file: DiskFile, random: RandomStream): Uint8Array {
  const changes = file.changes.waiting;
  const image = new Image(file.stored);
  if (changes.length === 0) return image.bytes;
  const temper = random.wholeBetween(0, 9);
  if (temper === 0) return image.bytes;
  if (temper === 1) for (const change of changes) image.apply(change);
  else if (temper <= 4) applyInOrder(image, changes, random);
  else applyByBlocks(image, changes, random, temper <= 7 ? pageBytes : sectorBytes);
  image.grow(sizeAfter(file.stored.length, changes), random);
  return image.bytes;
}

/** The first so many, and of the last of them the beginning. */
function applyInOrder(image: Image, changes: readonly FileChange[], random: RandomStream): void {
  const count = random.wholeBetween(0, changes.length);
  changes.slice(0, count).forEach((change, index) => {
    const isTorn = index === count - 1 && change.kind === 'written' && random.chance(0.5);
    image.apply(isTorn ? cut(change, 0, random.wholeBetween(0, change.data.length)) : change);
  });
}

function applyByBlocks(
  image: Image,
  changes: readonly FileChange[],
  random: RandomStream,
  block: number,
): void {
  const versions = new Map<number, number>();
  for (const change of changes)
    for (const at of blocksOf(change, block)) versions.set(at, (versions.get(at) ?? 0) + 1);
  const share = [0.1, 0.5, 0.9][random.wholeBetween(0, 2)]!;
  for (const [at, count] of versions)
    if (!random.chance(share)) versions.set(at, random.wholeBetween(0, count - 1));
  // Within a sector: seldom, and only what was being written when the power went.
  const tornShare = random.chance(0.25) ? 0.2 : 0;
  for (const change of changes) {
    if (change.kind === 'truncated') {
      if (random.chance(share)) image.apply(change);
      continue;
    }
    for (const at of blocksOf(change, block)) {
      const left = versions.get(at)!;
      versions.set(at, left - 1);
      if (left <= 0) continue;
      const [from, to] = [Math.max(change.at, at), Math.min(change.at + change.data.length, at + block)];
      const end = left === 1 && random.chance(tornShare) ? random.wholeBetween(from, to) : to;
      image.apply(cut(change, from - change.at, end - change.at));
    }
  }
}

function* blocksOf(change: FileChange, block: number): Generator<number> {
  if (change.kind !== 'written') return;
  const end = change.at + change.data.length;
  for (let at = change.at - (change.at % block); at < end; at += block) yield at;
}

type Written = Extract<FileChange, { kind: 'written' }>;

function cut({ kind, at, data }: Written, from: number, to: number): Written {
  return { kind, at: at + from, data: data.subarray(from, to) };
}

function sizeAfter(size: number, changes: readonly FileChange[]): number {
  for (const change of changes)
    size = change.kind === 'truncated' ? change.size : Math.max(size, change.at + change.data.length);
  return size;
}

class Image {
  #bytes: Uint8Array;
  #size: number;

  constructor(stored: Uint8Array) {
    this.#bytes = stored.slice();
    this.#size = stored.length;
  }

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#size);
  }

  apply(change: FileChange): void {
    if (change.kind === 'truncated') this.#resize(change.size);
    else if (change.data.length > 0) {
      this.#resize(Math.max(this.#size, change.at + change.data.length));
      this.#bytes.set(change.data, change.at);
    }
  }

  /** The length is stored apart from the bytes: what it says and they do not have is zeros. */
  grow(most: number, random: RandomStream): void {
    if (most <= this.#size) return;
    const how = random.wholeBetween(0, 2);
    if (how === 1) this.#resize(most);
    else if (how === 2) this.#resize(random.wholeBetween(this.#size, most));
  }

  #resize(size: number): void {
    if (size > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(size, 2 * this.#bytes.length));
      larger.set(this.bytes);
      this.#bytes = larger;
    } else if (size < this.#size) this.#bytes.fill(0, size, this.#size);
    this.#size = size;
  }
}
