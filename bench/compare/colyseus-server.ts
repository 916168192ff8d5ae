// Colyseus as its documentation shows it: a room of 33 with a map of players in its state, inputs as messages, a
// simulation interval, and patches of the state at the patch rate.

import type { Server as HttpServer } from 'node:http';
import type { Socket } from 'node:net';
import { loadPeer } from '../harness/peers.js';
import { serve } from './serve.js';
import { groupSize, sideM, updatesHz, type Walker, walk } from './workload.js';

interface RoomClient {
  readonly sessionId: string;
}

/** As much of @colyseus/core and its companions as is used here. */
interface Room {
  maxClients: number;
  patchRate: number;
  state: { readonly players: Map<string, Walker> };
  onMessage(type: string, handle: (client: RoomClient, message: Move) => void): void;
  setSimulationInterval(step: () => void, ms: number): void;
}
interface Core {
  readonly Room: new () => Room;
  readonly Server: new (options: object) => {
    define(name: string, room: unknown): void;
    listen(port: number): Promise<unknown>;
  };
}
interface WsTransport {
  readonly WebSocketTransport: new (options: object) => { readonly server: HttpServer };
}
interface SchemaLibrary {
  readonly schema: (fields: object, name: string) => new () => Walker & Room['state'];
  readonly t: Record<'float32', () => unknown> & { map(of: unknown): unknown };
}

interface Move {
  readonly x: number;
  readonly y: number;
  readonly facing: number;
}

const core = await loadPeer<Core>('@colyseus/core/build/index.mjs');
const { WebSocketTransport } = await loadPeer<WsTransport>('@colyseus/ws-transport/build/index.mjs');
const { schema, t } = await loadPeer<SchemaLibrary>('@colyseus/schema/build/index.mjs');

const Player = schema({ x: t.float32(), y: t.float32(), facing: t.float32() }, 'Player');
const State = schema({ players: t.map(Player) }, 'State');
const stepMs = 1000 / updatesHz;

class FieldRoom extends core.Room {
  override maxClients = groupSize;
  override patchRate = stepMs;
  override state = new State();
  private readonly moves = new Map<string, Move>();

  onCreate(): void {
    this.onMessage('move', (client, move) => this.moves.set(client.sessionId, move));
    this.setSimulationInterval(() => this.step(), stepMs);
  }

  onJoin(client: RoomClient): void {
    const player = new Player();
    player.x = Math.random() * sideM;
    player.y = Math.random() * sideM;
    this.state.players.set(client.sessionId, player);
  }

  onLeave(client: RoomClient): void {
    this.state.players.delete(client.sessionId);
    this.moves.delete(client.sessionId);
  }

  private step(): void {
    for (const [id, { x, y, facing }] of this.moves) {
      const player = this.state.players.get(id);
      if (player === undefined) continue;
      walk(player, x, y);
      player.facing = facing;
    }
  }
}

const transport = new WebSocketTransport({});
const server = new core.Server({ transport, greet: false, gracefullyShutdown: false });
server.define('field', FieldRoom);
const sockets = new Set<Socket>();
transport.server.on('connection', (socket) => sockets.add(socket));
await server.listen(0);
const { port } = transport.server.address() as { port: number };
serve(port, () => [...sockets].reduce((total, { bytesWritten }) => total + bytesWritten, 0));
