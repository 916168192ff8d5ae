// What generated codecs promise, for any schema: facts that hold for random and for broken messages of every packet.
// Plain assertions, because jest's cost more than the codecs do.

import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { CodecFault, codecFaultName } from '#adapters/protocol/codec/codec-fault.js';
import type { FileModel, PacketModel } from '#codegen/model/schema-model.js';
import { arbitraryFields } from './arbitrary-fields.js';
import { MessageMapping, type Fields, type GeneratedModule } from './message-fields.js';
import { mutate } from './mutate.js';
import { Malformed, StandardDecoder } from './standard-decoder.js';
import type { StandardDocument } from './standard-document.js';

export interface CodecSuiteSettings {
  readonly file: FileModel;
  readonly module: GeneratedModule;
  /** Undefined where no document describes the packets. */
  readonly document: StandardDocument | undefined;
  readonly messagesPerPacket: number;
  readonly mutationsPerMessage: number;
}

export function testCodecs(settings: CodecSuiteSettings): void {
  const packets = settings.file.declarations.filter(
    (declaration): declaration is PacketModel => declaration.kind === 'packet',
  );
  describe.each(packets.map((packet) => [packet.name, packet] as const))('%s', (_, packet) => {
    const suite = new PacketFacts(packet, settings);
    it('comes back from its bytes as it went in', () =>
      suite.forEachMessage((fields) => suite.comesBack(fields)));
    it('is refused for lack of room, whatever the room, and never written beyond it', () =>
      suite.forEachMessage((fields) => suite.needsItsRoom(fields)));
    it('is refused when it is cut short or longer than it should be', () =>
      suite.forEachMessage((fields) => suite.hasOneLength(fields)));
    it('is decoded or refused from any bytes, never thrown at, never read beyond its end', () =>
      suite.forEachMessage((fields, seed) => suite.survivesMutations(fields, seed)));
  });
}

class PacketFacts {
  readonly #mapping: MessageMapping;
  readonly #name: string;
  readonly #standard: StandardDecoder | undefined;
  // Used again and again, as the server does: what an earlier message left behind must not matter.
  readonly #decoded: Record<string, unknown>;
  readonly #twin: Record<string, unknown>;

  constructor(
    readonly packet: PacketModel,
    readonly settings: CodecSuiteSettings,
  ) {
    this.#mapping = new MessageMapping(settings.module);
    this.#name = packet.name;
    this.#decoded = this.#mapping.create(packet.name);
    this.#twin = this.#mapping.create(packet.name);
    this.#standard = settings.document && new StandardDecoder(settings.document);
  }

  forEachMessage(check: (fields: Fields, seed: number) => void): void {
    const messages = fc.tuple(arbitraryFields(this.packet), fc.integer());
    fc.assert(
      fc.property(messages, ([fields, seed]) => check(fields, seed)),
      { numRuns: this.settings.messagesPerPacket },
    );
  }

  comesBack(fields: Fields): void {
    const bytes = this.#encode(fields);
    if (bytes === undefined) return;
    const message = this.#mapping.create(this.#name);
    assert.equal(this.#mapping.decode(this.#name, message, bytes), bytes.length);
    assert.deepEqual(this.#mapping.read(message, this.packet), fields);
    if (this.#standard) assert.deepEqual(this.#standard.packet(this.#name, bytes), fields);
    assert.ok(bytes.length >= this.packet.size.min && bytes.length <= this.packet.size.max);
  }

  needsItsRoom(fields: Fields): void {
    const bytes = this.#encode(fields);
    if (bytes === undefined) return;
    const message = this.#message(fields);
    for (const room of roomsBelow(bytes.length)) {
      const guarded = new Uint8Array(room + 16).fill(0xa5);
      const out = guarded.subarray(8, 8 + room);
      assert.equal(codecFaultName(this.#mapping.encode(this.#name, message, out)), 'noRoom');
      const outside = [...guarded.subarray(0, 8), ...guarded.subarray(8 + room)];
      assert.ok(outside.every((byte) => byte === 0xa5));
    }
  }

  hasOneLength(fields: Fields): void {
    const bytes = this.#encode(fields);
    if (bytes === undefined) return;
    for (const length of roomsBelow(bytes.length)) {
      assert.ok(this.#decode(bytes.slice(0, length)).result < 0);
    }
    const longer = new Uint8Array(bytes.length + 1);
    longer.set(bytes);
    assert.ok(this.#decode(longer).result < 0);
    // An end beyond the data is a caller's mistake that must not be read either.
    const message = this.#mapping.create(this.#name);
    assert.ok(this.#mapping.decode(this.#name, message, bytes, 0, bytes.length + 1) < 0);
  }

  survivesMutations(fields: Fields, seed: number): void {
    const bytes = this.#encode(fields);
    if (bytes === undefined) return;
    for (let turn = 0; turn < this.settings.mutationsPerMessage; turn++) {
      const mutant = mutate(bytes, seed + turn);
      const { result, message } = this.#decode(mutant);
      if (result < 0) assert.notEqual(codecFaultName(result), 'unknown');
      else this.#isCanonical(mutant, message);
      if (this.#standard) assert.equal(this.#standardAccepts(mutant), result >= 0);
    }
  }

  /** Decodes between two kinds of poison: what lies around the message must make no difference. */
  #decode(bytes: Uint8Array): { result: number; message: Record<string, unknown> } {
    const message = this.#decoded;
    const inZeros = new Uint8Array(bytes.length + 64);
    inZeros.set(bytes, 32);
    const result = this.#mapping.decode(this.#name, message, inZeros, 32, 32 + bytes.length);
    const inOnes = new Uint8Array(bytes.length + 64).fill(0xff);
    inOnes.set(bytes, 32);
    const twin = this.#twin;
    const twinResult = this.#mapping.decode(this.#name, twin, inOnes, 32, 32 + bytes.length);
    assert.equal(twinResult, result);
    if (result < 0) return { result, message };
    assert.equal(result, 32 + bytes.length);
    assert.deepEqual(this.#mapping.read(twin, this.packet), this.#mapping.read(message, this.packet));
    return { result, message };
  }

  /** One message has one form: what was accepted encodes to the same bytes again. */
  #isCanonical(bytes: Uint8Array, message: Record<string, unknown>): void {
    const out = new Uint8Array(bytes.length);
    const end = this.#mapping.encode(this.#name, message, out);
    assert.equal(end < 0 ? codecFaultName(end) : end, bytes.length);
    assert.equal(Buffer.compare(out, bytes), 0);
  }

  #standardAccepts(bytes: Uint8Array): boolean {
    try {
      this.#standard!.packet(this.#name, bytes);
      return true;
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      return false;
    }
  }

  #message(fields: Fields): Record<string, unknown> {
    const message = this.#mapping.create(this.#name);
    this.#mapping.write(message, this.packet, fields);
    return message;
  }

  /** Undefined for a message above the size that its sender has to keep to. */
  #encode(fields: Fields): Uint8Array | undefined {
    const out = new Uint8Array(this.packet.worstCase + 64 + this.packet.size.max);
    const end = this.#mapping.encode(this.#name, this.#message(fields), out);
    if (end === CodecFault.tooLong && this.packet.bounded) return undefined;
    if (end < 0) throw new Error(`${this.#name} cannot be encoded: ${codecFaultName(end)}`);
    return out.slice(0, end);
  }
}

/** All lengths below a short one, some below a long one. */
function roomsBelow(length: number): number[] {
  if (length <= 40) return Array.from({ length }, (_, room) => room);
  return [0, 1, 2, 7, Math.floor(length / 2), length - 9, length - 2, length - 1];
}
