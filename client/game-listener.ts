// What a GameClient tells the program that uses it: each message of the server (`onWelcome` …), after the client took it,
// and how the connection is doing. Messages are reused objects: copy what is to be kept.

import type { PlayerMessageListener } from '#adapters/protocol/generated/messages.js';
import type { SessionEnd } from '#adapters/protocol/session/client/client-options.js';
import type { EntityWatcher } from './known-entities.js';

export interface GameListener extends EntityWatcher, PlayerMessageListener {
  /**
   * A session stands; the character is being loaded. Also after a reconnect: then everybody in sight has left
   * (`onEntityLeft`), and all is told anew.
   */
  onConnected?(): void;
  /** The server is full: `position` - 1 others are let in before. Told whenever the place changes. */
  onQueued?(position: number): void;
  /**
   * The connection is lost or did not come about; the next attempt begins after `retryMs` milliseconds. What was asked
   * for and not answered may or may not have been done. Only with `reconnect`.
   */
  onConnectionLost?(end: SessionEnd, retryMs: number): void;
  /** Once, also when the connection never stood: it is over for good. */
  onClosed?(end: SessionEnd): void;
}
