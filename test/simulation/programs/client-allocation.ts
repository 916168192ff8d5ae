// What a playing client allocates: a snapshot of 60 moving entities every third frame, an input every other frame, and a
// frame shown each time. Prints bytes per frame.

import { encodeSnapshot, EntityStateMask, Snapshot } from '#adapters/protocol/generated/game.js';
import { PlayerMessageObjects } from '#adapters/protocol/generated/messages.js';
import { GameState } from '#client/game-state.js';
import { MessageReader } from '#client/message-reader.js';
import { heapBytesPerCall } from '../../support/measure/heap-allocation.js';

const entities = 60;
const frameMs = 1000 / 60;
const openField = {
  step(state: { x: number; y: number }, move: { moveX: number; moveY: number }, ticks: number): void {
    state.x += (move.moveX * 5 * ticks) / 60;
    state.y += (move.moveY * 5 * ticks) / 60;
  },
};

const state = new GameState(openField, true, {});
const reader = new MessageReader(new PlayerMessageObjects(), state, {});
const bytes = new Uint8Array(1200);
const snapshot = new Snapshot();
const input = new Uint8Array(64);

function tell(tick: number): number {
  snapshot.tick = tick;
  snapshot.lastInput = (state.inputs.sequence - 3) & 0xffff;
  // Now and then the server disagrees, so that steps are played again.
  snapshot.x = 500 + (tick % 5 === 0 ? 0.5 : 0);
  snapshot.y = 500;
  snapshot.health = 10;
  // All come into sight in two snapshots: with a field or two more, one would not hold them.
  const shown = tick === 3 ? entities / 2 : entities;
  for (let index = 0; index < shown; index++) {
    const update = snapshot.entities[index]!;
    update.slot = index;
    const isNew = tick === 3 || (tick === 6 && index >= entities / 2);
    update.state.mask = isNew ? 0x1f : EntityStateMask.position | EntityStateMask.facing;
    update.state.id = 0x1_0001 + index;
    update.state.x = 6400 + ((tick + index * 7) % 640);
    update.state.y = 6400 + index;
    update.state.facing = (tick >> 3) & 0xff;
  }
  snapshot.entitiesCount = shown;
  const end = encodeSnapshot(snapshot, bytes, 0);
  if (end < 0) throw new Error(`fault ${end}`);
  return end;
}

let frame = 0;

function playFrame(): void {
  frame++;
  const nowMs = frame * frameMs;
  if (frame % 3 === 0) {
    reader.read(bytes, 0, tell(frame), nowMs, 40);
  }
  if (frame % 2 === 0) {
    state.addStep(Math.sin(frame), 0.5, frame, 2, nowMs);
    state.inputs.encode(state.viewTick(nowMs), input, 0);
  }
  state.show(nowMs);
}

// Many windows: on a machine whose cores are taken the compiler needs longer until its code is there. It stops at the first
// window that is clean.
const bytesPerFrame = heapBytesPerCall(playFrame, { calls: 6000, windows: 100 });
process.stdout.write(
  JSON.stringify({ bytesPerFrame, known: state.entities.count, corrections: state.movement.corrections }),
);
