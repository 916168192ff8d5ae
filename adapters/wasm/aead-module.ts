// AEAD_CHACHA20_POLY1305 (RFC 8439, section 2.8) as a WebAssembly module. It finds key and nonce in the state at `stateAt`
// (layout.ts), works on a packet in place, reads up to 15 bytes behind text and associated data and changes none of them.
// A packet that is not authentic stays as it was. The key stream is wiped; the state, with the key, is not.

import { addPasses, type Passes } from './chacha20.js';
import { i32, i64, v128, when } from './instructions.js';
import { tagAt } from './layout.js';
import { WasmModule } from './module-bytes.js';
import { PacketCode } from './packet-code.js';

/** What the module offers; `open` gives 1 for an authentic packet, else 0. */
export interface AeadFunctions {
  seal(adAt: number, adLength: number, textAt: number, textLength: number): void;
  open(adAt: number, adLength: number, textAt: number, textLength: number): number;
}

export function aeadModule(): WasmModule {
  const module = new WasmModule();
  const passes = addPasses(module);
  addSeal(module, passes);
  addOpen(module, passes);
  return module;
}

function addSeal(module: WasmModule, passes: Passes): void {
  const seal = module.function('seal');
  const code = new PacketCode(seal);
  const tag = i32.add(code.textAt, code.textLength);
  seal.emit(
    ...code.begin(passes),
    code.makeKeystream(false),
    ...code.xorText(),
    ...code.finishTag(),
    v128.store(tag, v128.load(i32.const(0), tagAt)),
    ...code.wipe(),
  );
}

function addOpen(module: WasmModule, passes: Passes): void {
  const open = module.function('open', 'i32');
  const code = new PacketCode(open);
  const authentic = open.variable('i32');
  const tag = i32.add(code.textAt, code.textLength);
  const half = (at: 0 | 8) => i64.xor(i64.load(tag, at), i64.load(i32.const(0), tagAt + at));
  open.emit(
    ...code.begin(passes),
    code.makeKeystream(true),
    ...code.finishTag(),
    // Every bit that differs, gathered before anything is decided: the time says nothing about where.
    authentic.set(i64.isZero(i64.or(half(0), half(8)))),
    when(authentic, code.xorText()),
    ...code.wipe(),
  );
  open.giveBack(authentic);
}
