// A request that can be asked again under its number, also by a later session.

import type { GameClient } from '#client/game-client.js';
import type { RequestOutcome } from '#client/request-outcome.js';

export type Ask = (client: GameClient, command: number) => RequestOutcome;
