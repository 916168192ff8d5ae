// What came of a request, for who asked. Refusals are told; that something was done shows.

import type { WorldOf } from '../engine/system.js';
import { noteRequestRefused } from '../vocabulary/generated/facts.js';
import type { RequestId } from '../vocabulary/generated/requests.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';

export function answer(world: WorldOf, row: number, request: RequestId, verdict: Verdict): void {
  if (verdict !== allowed) noteRequestRefused(world.facts, world.idAt(row), request, 0, verdict);
}
