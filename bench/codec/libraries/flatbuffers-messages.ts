// What the FlatBuffers compiler would generate for the messages: tables, a vector of structs for full entities, a vector
// of tables for changes, whose absent fields take no room.

import { Builder, type ByteBuffer } from 'flatbuffers';
import type { ChatFields, EntityChangeFields, InputFields, SnapshotFields } from '../library/samples.js';
import type { PlainDelta } from './plain-deltas.js';

/** Bytes of the struct: u32, four f32, u32. */
const entityBytes = 24;
/** Where the fields of a table are found in its vtable. */
const vtable = (field: number) => 4 + 2 * field;

export function buildInput(builder: Builder, input: InputFields): number {
  builder.startObject(6);
  builder.addFieldInt32(1, input.tick, 0);
  builder.addFieldFloat32(2, input.moveX, 0);
  builder.addFieldFloat32(3, input.moveY, 0);
  builder.addFieldFloat32(4, input.facing, 0);
  builder.addFieldInt16(0, input.sequence, 0);
  builder.addFieldInt8(5, input.buttons, 0);
  return builder.endObject();
}

export function buildChat(builder: Builder, chat: ChatFields): number {
  const text = builder.createString(chat.text);
  builder.startObject(2);
  builder.addFieldOffset(1, text, 0);
  builder.addFieldInt8(0, chat.scope, 0);
  return builder.endObject();
}

export function buildSnapshot(builder: Builder, snapshot: SnapshotFields): number {
  const { entities } = snapshot;
  builder.startVector(entityBytes, entities.length, 4);
  for (let i = entities.length - 1; i >= 0; i--) {
    const entity = entities[i]!;
    builder.prep(4, entityBytes);
    builder.writeInt32(entity.status);
    builder.writeFloat32(entity.health);
    builder.writeFloat32(entity.facing);
    builder.writeFloat32(entity.y);
    builder.writeFloat32(entity.x);
    builder.writeInt32(entity.id);
  }
  const vector = builder.endVector();
  return buildState(builder, snapshot.tick, snapshot.lastInput, vector);
}

const offsets: number[] = [];

export function buildDelta(builder: Builder, delta: PlainDelta): number {
  const { entities } = delta;
  for (let i = 0; i < entities.length; i++) offsets[i] = buildChange(builder, entities[i]!);
  builder.startVector(4, entities.length, 4);
  for (let i = entities.length - 1; i >= 0; i--) builder.addOffset(offsets[i]!);
  return buildState(builder, delta.tick, delta.lastInput, builder.endVector());
}

function buildChange(builder: Builder, change: EntityChangeFields): number {
  builder.startObject(6);
  if (change.x !== undefined) builder.addFieldFloat32(1, change.x, null);
  if (change.y !== undefined) builder.addFieldFloat32(2, change.y, null);
  if (change.facing !== undefined) builder.addFieldFloat32(3, change.facing, null);
  if (change.health !== undefined) builder.addFieldFloat32(4, change.health, null);
  if (change.status !== undefined) builder.addFieldInt8(5, change.status, null);
  builder.addFieldInt8(0, change.slot, null);
  return builder.endObject();
}

function buildState(builder: Builder, tick: number, lastInput: number, vector: number): number {
  builder.startObject(3);
  builder.addFieldOffset(2, vector, 0);
  builder.addFieldInt32(0, tick, 0);
  builder.addFieldInt16(1, lastInput, 0);
  return builder.endObject();
}

/** Where a field of the table at `table` lies, 0 when it is absent. */
function fieldAt(bytes: ByteBuffer, table: number, field: number): number {
  const offset = bytes.__offset(table, vtable(field));
  return offset === 0 ? 0 : table + offset;
}

function float32(bytes: ByteBuffer, table: number, field: number): number {
  const at = fieldAt(bytes, table, field);
  return at === 0 ? 0 : bytes.readFloat32(at);
}

function maybeFloat32(bytes: ByteBuffer, table: number, field: number): number | undefined {
  const at = fieldAt(bytes, table, field);
  return at === 0 ? undefined : bytes.readFloat32(at);
}

function uint8(bytes: ByteBuffer, table: number, field: number): number {
  const at = fieldAt(bytes, table, field);
  return at === 0 ? 0 : bytes.readUint8(at);
}

function uint16(bytes: ByteBuffer, table: number, field: number): number {
  const at = fieldAt(bytes, table, field);
  return at === 0 ? 0 : bytes.readUint16(at);
}

function uint32(bytes: ByteBuffer, table: number, field: number): number {
  const at = fieldAt(bytes, table, field);
  return at === 0 ? 0 : bytes.readUint32(at);
}

export function readInput(bytes: ByteBuffer, table: number, target: InputFields): void {
  target.sequence = uint16(bytes, table, 0);
  target.tick = uint32(bytes, table, 1);
  target.moveX = float32(bytes, table, 2);
  target.moveY = float32(bytes, table, 3);
  target.facing = float32(bytes, table, 4);
  target.buttons = uint8(bytes, table, 5);
}

export function readChat(bytes: ByteBuffer, table: number, target: ChatFields): void {
  target.scope = uint8(bytes, table, 0);
  const at = fieldAt(bytes, table, 1);
  target.text = at === 0 ? '' : (bytes.__string(at) as string);
}

export function readSnapshot(bytes: ByteBuffer, table: number, target: SnapshotFields): void {
  target.tick = uint32(bytes, table, 0);
  target.lastInput = uint16(bytes, table, 1);
  const vector = fieldAt(bytes, table, 2);
  const count = bytes.__vector_len(vector);
  let at = bytes.__vector(vector);
  for (let i = 0; i < count; i++, at += entityBytes) {
    const entity = target.entities[i]!;
    entity.id = bytes.readUint32(at);
    entity.x = bytes.readFloat32(at + 4);
    entity.y = bytes.readFloat32(at + 8);
    entity.facing = bytes.readFloat32(at + 12);
    entity.health = bytes.readFloat32(at + 16);
    entity.status = bytes.readUint32(at + 20);
  }
}

/** Reads the changes straight into the receiver's state. */
export function readDelta(bytes: ByteBuffer, table: number, state: SnapshotFields): void {
  state.tick = uint32(bytes, table, 0);
  state.lastInput = uint16(bytes, table, 1);
  const vector = fieldAt(bytes, table, 2);
  const count = bytes.__vector_len(vector);
  const first = bytes.__vector(vector);
  for (let i = 0; i < count; i++) {
    const change = bytes.__indirect(first + 4 * i);
    const entity = state.entities[uint8(bytes, change, 0)]!;
    entity.x = maybeFloat32(bytes, change, 1) ?? entity.x;
    entity.y = maybeFloat32(bytes, change, 2) ?? entity.y;
    entity.facing = maybeFloat32(bytes, change, 3) ?? entity.facing;
    entity.health = maybeFloat32(bytes, change, 4) ?? entity.health;
    const status = fieldAt(bytes, change, 5);
    if (status !== 0) entity.status = bytes.readUint8(status);
  }
}
