// What an emitter is given and what it gives.

import type { Schema } from '../model/schema-model.js';

export interface GeneratedFile {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** What emitters work from. */
export interface EmitterInput {
  /** The project's folder. */
  readonly root: string;
  /** What travels: between programs and between threads. */
  readonly schema: Schema;
  /** The same with the files of facts. */
  readonly whole: Schema;
  /** Of the network packets, 8 bytes. */
  readonly hash: Uint8Array;
  /** A schema that uses everything the language has, and what is generated from it beside it: for tests. */
  readonly specimen: Schema;
  /** What content files hold; a schema of its own, because nothing on the wire depends on it. */
  readonly content: Schema;
  /** The messages on which codecs are timed beside other libraries; generated beside them as well. */
  readonly benchmark: Schema;
}

/** Gives its files as text; TypeScript, Markdown and JSON are formatted afterwards. */
export type Emitter = (input: EmitterInput) => readonly GeneratedFile[];
