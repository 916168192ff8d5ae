// What operators see the moment it happens. Publishing never waits and never fails; nobody may be listening.

import type { PlannedDrain } from '../operations/operator-command.js';
import type { CommandState } from '../operations/command-store.js';
import type { ChangedPlayer } from '../players/player-directory.js';
import type { TelemetrySample } from './telemetry-history.js';
import type { EntityPosition } from '../../system/telemetry-sink.js';

export type ServerStatus = 'online' | 'stale' | 'offline' | 'draining';

export type LiveEvent =
  | { readonly type: 'telemetry'; readonly serverId: string; readonly sample: TelemetrySample }
  | {
      readonly type: 'server';
      readonly serverId: string;
      readonly name: string;
      readonly status: ServerStatus;
      /** They changed, and not its status. */
      readonly closedVerbs?: readonly string[];
      /** The same; null: nothing is planned any more. */
      readonly planned?: PlannedDrain | null;
      readonly atUnixMs: number;
    }
  | {
      readonly type: 'player';
      readonly change: 'joined' | 'left';
      readonly characterId: number;
      readonly name: string;
      readonly level: number;
      readonly serverId: string;
      readonly map: string | null;
      readonly atUnixMs: number;
    }
  | {
      readonly type: 'players-changed';
      readonly serverId: string;
      readonly players: readonly ChangedPlayer[];
      readonly atUnixMs: number;
    }
  | {
      /** An operator's command stands so now. Events may overtake each other: who keeps them asks for the command. */
      readonly type: 'command';
      readonly commandId: string;
      readonly serverId: string;
      readonly kind: string;
      readonly target: string;
      readonly state: CommandState;
      readonly refusal: string | null;
      readonly players: number | null;
      readonly atUnixMs: number;
    }
  | {
      readonly type: 'positions';
      readonly serverId: string;
      readonly map: string;
      readonly tick: number;
      readonly entities: readonly EntityPosition[];
    };

export interface LiveFeed {
  publish(event: LiveEvent): void;
  /**
   * What is kept of what happened names these characters of the server no more; without a list, nobody of it. What was sent
   * already is not called back.
   */
  forgetPlayers(serverId: string, characterIds?: readonly number[]): void;
  /** The maps whose positions somebody wants to see now. */
  watchedMaps(): readonly string[];
  /** Ends the streams of all sessions of an account but, if given, one. */
  endStreamsOfAccount(accountId: string, exceptTokenDigest?: string): void;
  endStreamsOfSession(tokenDigest: string): void;
}
