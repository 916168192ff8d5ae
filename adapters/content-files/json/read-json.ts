// Reads one JSON file of the content, turning every fault into a problem with its place and what is allowed.

import { join } from 'node:path';
import type { FileProblems } from './content-problem.js';
import { JsonDocument } from './json-document.js';
import { readBytes, unreadable } from './read-bytes.js';
import { decodeText } from './text-file.js';

/** The document, which `problems` then uses to name places; undefined after a problem was added. */
export async function readJson(folder: string, problems: FileProblems): Promise<JsonDocument | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = await readBytes(join(folder, problems.file));
  } catch (error) {
    problems.add([], ...unreadable(error, 'a readable file'));
    return undefined;
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) {
    problems.add([], decoded.fault, 'text in UTF-8');
    return undefined;
  }
  const document = new JsonDocument(decoded.text);
  for (const { reason, allowed, ...position } of document.faults)
    problems.addAt(position, '', reason, allowed);
  if (document.faults.length > 0) return undefined;
  problems.document = document;
  return document;
}
