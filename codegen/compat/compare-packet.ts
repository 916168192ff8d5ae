// What changed in a packet: its id, its way, its size, its limits and its fields.

import type { Changes } from './change.js';
import { compareFields, type SameShape } from './compare-fields.js';
import type { Locked } from './locked-schema.js';

export function comparePacket(
  changes: Changes,
  old: Locked<'packet'>,
  now: Locked<'packet'>,
  sameShape: SameShape,
): void {
  const { name } = old;
  if (now.name !== name)
    changes.dangerous(name, `the packet is called '${now.name}' now; the bytes are the same`);
  if (old.id !== now.id)
    changes.breaking(name, `the id is ${shownId(now.id)} where it was ${shownId(old.id)}`);
  if (old.from !== now.from)
    changes.breaking(name, `it comes from '${now.from}' where it came from '${old.from}'`);
  if (old.channel !== now.channel) {
    changes.breaking(name, `it travels on '${now.channel}' where it travelled on '${old.channel}'`);
  }
  if (old.padded !== now.padded || (now.padded && old.sizeMax !== now.sizeMax)) {
    changes.breaking(
      name,
      `the padding is ${now.padded ? now.sizeMax : 'none'} where it was ${old.padded ? old.sizeMax : 'none'}`,
    );
  } else if (old.sizeMax !== now.sizeMax && sameFields(old, now)) {
    changes.breaking(
      name,
      `a message has at most ${now.sizeMax} bytes where it had ${old.sizeMax}: one side sends more than the other takes`,
    );
  }
  // Once states were written for the server's packets too, of whom nobody asked anything.
  if (now.from === 'client') compareState(changes, name, old.state, now.state);
  compareLimit(changes, name, 'rate', old.ratePerSecond, now.ratePerSecond);
  compareLimit(changes, name, 'burst', old.burst, now.burst);
  compareFields(changes, name, old.fields, now.fields, sameShape);
}

function sameFields(old: Locked<'packet'>, now: Locked<'packet'>): boolean {
  return JSON.stringify(old.fields) === JSON.stringify(now.fields);
}

/** Undefined where the lock says nothing of it. */
function compareState(
  changes: Changes,
  path: string,
  old: string | undefined,
  now: string | undefined,
): void {
  if (old === undefined || now === undefined || old === now) return;
  const sentence = `it may be sent once a session is '${now}' where it was '${old}'`;
  if (now === 'playing') changes.dangerous(path, `${sentence}; who keeps to the old one is too early`);
  else changes.safe(path, sentence);
}

/** 0 is no limit. */
function compareLimit(changes: Changes, path: string, what: string, old: number, now: number): void {
  if (old === now) return;
  const lower = now !== 0 && (old === 0 || now < old);
  const sentence = `the ${what} is ${now || 'without limit'} where it was ${old || 'without limit'}`;
  if (lower) changes.dangerous(path, `${sentence}; clients that keep to the old one go beyond it`);
  else changes.safe(path, sentence);
}

export function shownId(id: number): string {
  return `0x${id.toString(16).padStart(2, '0')}`;
}
