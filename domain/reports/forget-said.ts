// What was said goes when its time is over, though nobody says anything more; and of old reports no limit knows any more.

import { spokenLines } from '../chat/spoken-lines.js';
import { defineSystem } from '../engine/system.js';
import { ticksPerSecond } from '../engine/time.js';
import { playerReports } from './player-reports.js';

/** Of at most 16,384 reporters, each of whom is looked at: a millisecond, and they need not go at once. */
const lookEveryTicks = 600 * ticksPerSecond;

export const forgetSaid = defineSystem({
  name: 'forget-said',
  budgetUs: 50,
  reads: [],
  writes: ['spokenLines', 'playerReports'],
  owns: [spokenLines, playerReports],
  run({ tables, tick }) {
    tables.spokenLines.forgetOld(tick);
    if (tick % lookEveryTicks === 0) tables.playerReports.forgetOld(tick);
  },
});
