// A module brought to life: its code bound to a memory of one size, which therefore never moves.

import { pageBytes, type WasmModule } from './module-bytes.js';

export interface LinkedModule<Functions> {
  readonly functions: Functions;
  /** All of the memory. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** `Functions` is what the module exports, by name. Throws where WebAssembly, its vectors or the memory are not to be had. */
export function link<Functions>(module: WasmModule, leastBytes: number): LinkedModule<Functions> {
  const pages = Math.ceil(leastBytes / pageBytes);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const compiled = new WebAssembly.Module(module.bytes(pages));
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
  return { functions: exports as Functions, bytes: new Uint8Array(memory.buffer) };
}
