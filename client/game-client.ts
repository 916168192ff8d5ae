// A player's connection to the game: handshake, encryption, movement, requests, and the world as the server shows it.
// Has no timer and opens no socket: call `update` at least every 10 ms, and `show` before each frame that is drawn. See
// README.md for a complete program.

import { playerInputSizeMax } from '#adapters/protocol/generated/game.js';
import type { DisconnectReason } from '#adapters/protocol/generated/handshake.js';
import { PlayerMessageObjects } from '#adapters/protocol/generated/messages.js';
import { RequestSender } from '#adapters/protocol/generated/requests.js';
import type { SessionEnd } from '#adapters/protocol/session/client/client-options.js';
import type { ClientSession } from '#adapters/protocol/session/client-session.js';
import { Channel, inPlaceOverhead } from '#adapters/protocol/session/bytes/packet-layout.js';
import { ClientFigures } from './client-figures.js';
import type { GameListener } from './game-listener.js';
import { GameState } from './game-state.js';
import type { KnownEntities } from './known-entities.js';
import { letterBytes, writeLetter } from './dealings/letter-writer.js';
import type { Enclosed } from './dealings/letter-writer.js';
import { MessageReader } from './message-reader.js';
import type { MovementModel } from './movement/movement-model.js';
import type { OwnCharacter } from './own-character.js';
import type { OwnMailbox } from './dealings/own-mailbox.js';
import type { OwnCrafting } from './dealings/own-crafting.js';
import type { OwnParty } from './dealings/own-party.js';
import type { OwnQuests } from './dealings/own-quests.js';
import type { OwnTrade } from './dealings/own-trade.js';
import type { OwnMovement } from './movement/own-movement.js';
import { encodingFault, requestFault, type RequestOutcome, requestSent } from './request-outcome.js';
import type { ServerTime } from './time/server-time.js';
import { RequestRates } from './request-rates.js';
import { SessionKeeper, type SessionKeeperOptions } from './session-keeper.js';

export interface GameClientOptions extends SessionKeeperOptions {
  readonly listener: GameListener;
  /** How the own character moves, to predict it. Without one it is where the server saw it last. */
  readonly movementModel?: MovementModel;
  /** Whether others are shown between the positions told, a little late but evenly. Default true. */
  readonly interpolates?: boolean;
  /** To share the memory for decoding among many clients of one thread. */
  readonly messages?: PlayerMessageObjects;
}

/** Each request returns an outcome at once; a refusal of the server comes as `onRefused`. */
export class GameClient extends RequestSender<RequestOutcome> {
  /** The own character's numbers and inventory, and its position as the server told it last. */
  readonly self: OwnCharacter;
  /** The trade that the own character is in. */
  readonly trade: OwnTrade;
  /** What the own character makes. */
  readonly crafting: OwnCrafting;
  /** The own letters and what was found on the market, as far as they were asked for. */
  readonly mailbox: OwnMailbox;
  /** The own character's quests, and what who was talked with has for it. */
  readonly quests: OwnQuests;
  /** The party that the own character is in, and the invitations that it may take up. */
  readonly party: OwnParty;
  /** The own character's position as predicted, and as it is to be drawn. */
  readonly movement: OwnMovement;
  /** Everybody in sight. */
  readonly entities: KnownEntities;
  /** The server's tick now, and the one that is shown. */
  readonly time: ServerTime;
  readonly figures: ClientFigures;
  private readonly state: GameState;
  private readonly keeper: SessionKeeper;
  private readonly rates = new RequestRates();
  private nowMs: number;
  private end: SessionEnd | undefined;

  constructor(private readonly options: GameClientOptions) {
    super();
    const { listener } = options;
    this.nowMs = options.clock.nowMs();
    this.state = new GameState(options.movementModel, options.interpolates ?? true, listener);
    this.self = this.state.self;
    this.trade = this.state.trade;
    this.crafting = this.state.crafting;
    this.mailbox = this.state.mailbox;
    this.quests = this.state.quests;
    this.party = this.state.party;
    this.movement = this.state.movement;
    this.entities = this.state.entities;
    this.time = this.state.time;
    const messages = options.messages ?? new PlayerMessageObjects();
    const reader = new MessageReader(messages, this.state, listener);
    this.keeper = new SessionKeeper(options, {
      onConnected: (parameters) => {
        this.figures.sessions++;
        this.state.beginSession(parameters, this.nowMs);
        listener.onConnected?.();
      },
      onQueued: (position) => listener.onQueued?.(position),
      onMessage: (_channel, buffer, at, length) => {
        const { figures } = this;
        figures.onMessage(reader.read(buffer, at, length, this.nowMs, figures.latestRoundTripMs));
      },
      onPacketAcked: () => this.figures.onRoundTrip(),
      onPacketLost: () => {},
      onNextSession: (session) => this.figures.follow(session.connection),
      onLost: (end, retryMs) => listener.onConnectionLost?.(end, retryMs),
      onClosed: (end) => {
        this.end = end;
        listener.onClosed?.(end);
      },
    });
    this.figures = new ClientFigures(this.session.connection);
  }

  /** The session at hand; another object after each reconnect. */
  get session(): ClientSession {
    return this.keeper.session;
  }

  /**
   * The secret to which a guest's name belongs, given or made; undefined for who came with a token. To be kept, and given
   * the next time: without it the name is somebody else's.
   */
  get guestSecret(): Uint8Array | undefined {
    return this.keeper.guestSecret;
  }

  /** Receives, hands events to the listener, sends what is due. */
  update(): void {
    this.nowMs = this.options.clock.nowMs();
    if (this.figures.measureLoss(this.nowMs)) this.state.inputs.adaptTo(this.figures.lossRatio);
    this.keeper.update();
    if (this.session.isConnected && this.state.isRepeatDue(this.nowMs)) this.sendInput(this.nowMs);
  }

  /** Works out what to draw now: `shownX`, `shownY` of `movement` and of all `entities`. Once a frame, after `update`. */
  show(): void {
    this.state.show(this.options.clock.nowMs());
  }

  /** Lost the session and waits for the next attempt. */
  get isWaiting(): boolean {
    return this.keeper.isWaiting;
  }

  /** Whether the player stands in the world. */
  get isInWorld(): boolean {
    return this.self.entity !== 0 && this.session.isConnected;
  }

  /** How it ended for good, undefined while it has not. */
  get ended(): SessionEnd | undefined {
    return this.end;
  }

  /**
   * One movement step, predicted, and sent at once together with the steps before it: wished direction (each part
   * -1 … 1), where the player looks (1/256 turn, 0 east, clockwise), and for how many world steps of 1/60 s it holds
   * (1 … 6). Give steps as time passes: the server moves nobody faster than its own time, and drops what piles up.
   * False when it could not be sent: outside the world nothing happens, else the next input repeats it.
   */
  move(moveX: number, moveY: number, facing: number, ticks: number): boolean {
    const { state } = this;
    if (!this.isInWorld) return false;
    const nowMs = this.options.clock.nowMs();
    state.addStep(moveX, moveY, facing, ticks, nowMs);
    if (!this.sendInput(nowMs)) return false;
    this.figures.inputsSent++;
    return true;
  }

  private sendInput(nowMs: number): boolean {
    const { session, state } = this;
    if (!session.beginPacket(playerInputSizeMax + inPlaceOverhead)) return false;
    const at = session.beginMessage(Channel.unreliable, playerInputSizeMax);
    const encoded = at < 0 ? at : state.inputs.encode(state.viewTick(nowMs), session.packetBytes, at);
    if (encoded >= 0) session.endMessage(encoded);
    session.finishPacket();
    return encoded >= 0;
  }

  /**
   * A number for the next request that has a command. To ask again because no answer came, ask with the same number: it is
   * done once.
   */
  nextCommand(): number {
    return ++this.self.lastCommand;
  }

  /**
   * Sends a letter to a character, by its name in whatever case, with up to four stacks, coins, or coins to be paid before the
   * stacks can be taken.
   */
  sendLetter(
    command: number,
    recipient: string,
    title: string,
    text: string,
    coins: number,
    cashOnDelivery: number,
    stacks: readonly Enclosed[],
  ): RequestOutcome {
    const end = writeLetter(command, recipient, title, text, coins, cashOnDelivery, stacks);
    return this.sendRequest(letterBytes, end, true);
  }

  /** Number of the newest movement step; the server echoes in `self.lastInput` how far it got. */
  get newestInput(): number {
    return this.state.inputs.sequence;
  }

  /** Ends the session from this side, at once; also while waiting for another. */
  disconnect(reason?: DisconnectReason): void {
    this.keeper.disconnect(reason);
  }

  protected override sendRequest(bytes: Uint8Array, end: number, inWorld: boolean): RequestOutcome {
    if (end < 0) return encodingFault(end);
    if (!this.session.isConnected) return requestFault('no-session');
    if (inWorld && !this.isInWorld) return requestFault('not-in-world');
    const id = bytes[0]!;
    if (!this.rates.allows(id, this.options.clock.nowMs())) return requestFault('too-often');
    if (!this.session.send(true, bytes, 0, end)) return requestFault('queue-full');
    this.rates.sent(id);
    return requestSent;
  }
}
