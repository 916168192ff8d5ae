// Reads one JSON file of the content, turning every fault into a problem with its place and what is allowed.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileProblems } from './content-problem.js';
import { JsonDocument } from './json-document.js';
import { decodeText } from './text-file.js';

/** Larger files are refused unread: the largest map of 1024 × 1024 tiles and 8 layers stays below. */
const fileBytesMax = 64 * 1024 * 1024;

/** The document, which `problems` then uses to name places; undefined after a problem was added. */
export async function readJson(folder: string, problems: FileProblems): Promise<JsonDocument | undefined> {
  const bytes = await readBytes(folder, problems);
  if (bytes === undefined) return undefined;
  const decoded = decodeText(bytes);
  if (!decoded.ok) {
    problems.add([], decoded.fault, 'text in UTF-8');
    return undefined;
  }
  const document = new JsonDocument(decoded.text);
  for (const { reason, ...position } of document.faults)
    problems.addAt(position, '', reason, 'a JSON document');
  if (document.faults.length > 0) return undefined;
  problems.document = document;
  return document;
}

async function readBytes(folder: string, problems: FileProblems): Promise<Uint8Array | undefined> {
  try {
    const bytes = await readFile(join(folder, problems.file));
    if (bytes.length <= fileBytesMax) return bytes;
    problems.add([], `has ${bytes.length} bytes`, `at most ${fileBytesMax}`);
  } catch (error) {
    problems.add([], ...unreadable(error, 'a readable file'));
  }
  return undefined;
}

/** Reason and what is allowed when the system refuses to give a file or folder. */
export function unreadable(error: unknown, allowed: string): [reason: string, allowed: string] {
  const { code, message } = error as NodeJS.ErrnoException;
  const words: Readonly<Record<string, string>> = {
    ENOENT: 'is missing',
    EISDIR: 'is a folder',
    ENOTDIR: 'is no folder',
    EACCES: 'may not be read by this user',
  };
  return [(code === undefined ? undefined : words[code]) ?? `cannot be read: ${message}`, allowed];
}
