// Keeps the admin API informed about this game server: registers, gives signs of life, sends telemetry, positions on
// watched maps, who came and went and whose level or map changed. One request at a time, in order of importance; an API that is away or slow costs
// the game nothing: everything that waits is bounded (pending-reports.ts, pending-movements.ts), and tries are spaced
// with growing, jittered pauses. After the API was away the server registers again and lists its players.

import type { ServerCheck } from '#ports/admin/servers/server-registry.js';
import type { PlannedDrain } from '#ports/admin/operations/operator-command.js';
import { z } from 'zod';

import type { Clock } from '#ports/system/clock.js';
import type { Log } from '#ports/system/log.js';
import { tokenIssuersMax } from '#ports/admin/tokens/token-issuer-registry.js';
import type {
  DepartedPlayer,
  OnlinePlayer,
  MapPositions,
  TelemetryReport,
  TelemetrySink,
} from '#ports/system/telemetry-sink.js';

import { laterFigures } from '#ports/system/telemetry-figures.js';

import { AdminConversation, type Reply } from './admin-conversation.js';
import type { AdminEndpoint } from './admin-request.js';
import { PendingReports } from './pending-reports.js';
import { PendingMovements, type MovementsReport } from './pending-movements.js';
import { retryPauseMs } from './retry-pause.js';

/** The body of `PUT /api/v1/servers/:id`. */
export interface ServerIntroduction {
  readonly name: string;
  readonly version: string;
  readonly host: string;
  readonly udpPort: number;
  readonly httpPort: number;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly playersMax: number;
  readonly udpAdapter: string;
  readonly maps: readonly string[];
  /** X25519, 64 hexadecimal digits. */
  readonly publicKey: string;
  /** 16 hexadecimal digits. */
  readonly protocolHash: string;
}

export interface AdminApiClientOptions extends AdminEndpoint {
  /** UUID of this game server. */
  readonly serverId: string;
  readonly introduction: ServerIntroduction;
  /** The proof for a challenge of the API, that the key of the introduction is this server's; undefined when there is none. */
  readonly prove: (challenge: string) => string | undefined;
  /** Everybody in the world at the moment of the call. */
  readonly online: () => readonly OnlinePlayer[];
  readonly signOfLife: () => {
    readonly players: number;
    readonly draining: boolean;
    readonly closedVerbs?: readonly string[];
    readonly planned?: PlannedDrain;
  };
  /** How the server judges itself, told with each heartbeat. Never rejects, and answers in less than a second. */
  readonly checks?: () => Promise<readonly ServerCheck[]>;
  /** The Ed25519 keys, in hexadecimal, whose connect tokens the API wants accepted: with every registration and heartbeat. */
  readonly onTokenIssuers?: (publicKeys: readonly string[]) => void;
  /** The API knows this server: after each registration, and when it refuses one only for the address. */
  readonly onKnown?: () => void;
  readonly clock: Clock;
  readonly log: Log;
  /** In [0, 1), for the jitter of pauses. */
  readonly random?: () => number;
  /** For one request. Default 3000. */
  readonly timeoutMs?: number;
}

/** So many failures in a row take some seconds: by then the API may have given up this server and its players. */
const failuresUntilForgotten = 3;
/** Then what was in the checks may be gone. */
const beatsWithoutChecks = 60;

const tokenIssuers = z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(tokenIssuersMax);
const registered = z.object({
  heartbeatSeconds: z.number().min(0.01).max(60),
  tokenIssuers,
  /** One from before there were checks refuses them. */
  takesChecks: z.boolean().default(false),
  /** Of those that came later it takes these; one from before knows none of them, and refuses a report with one. */
  figures: z.array(z.string().max(64)).max(1_000).default([]),
});
const challenged = z.object({ challenge: z.string().regex(/^[0-9a-f]{64}$/) });
const watching = z.object({ watchedMaps: z.array(z.string().max(64)).max(256) });
const heartbeat = watching.extend({ tokenIssuers });
const anything = z.unknown();
/** About a minute of them. */
const reportsWithoutMore = 60;
const laterNames: ReadonlySet<string> = new Set(laterFigures);

/** What the API never heard of, since the start. */
export interface LostReports {
  /** The API was away too long: the newest half minute waits. */
  readonly telemetry: number;
  /** Newer ones took their place. */
  readonly positions: number;
  /** Times that too many players came and went: the whole list was told instead. */
  readonly movements: number;
  /** Refused for good: a fault of ours or of the API's version. */
  readonly refused: number;
}

export class AdminApiClient implements TelemetrySink {
  readonly #options: AdminApiClientOptions;
  readonly #api: AdminConversation;
  readonly #reports = new PendingReports();
  readonly #movements: PendingMovements;
  readonly #watchedMaps = new Set<string>();
  #registered = false;
  #heartbeatMs = 0;
  #takesChecks = false;
  /** So many beats go without them, for the last one with them was refused. */
  #beatsWithoutChecks = 0;
  /** Why its signs of life are refused, whichever way they are given. */
  #lifeRefusal: string | undefined;
  #takesFigures: ReadonlySet<string> = new Set();
  /** So many reports go without them, for the last one with them was refused. */
  #reportsWithoutMore = 0;
  #heartbeatDueMs = 0;
  #running: Promise<void> | undefined;
  #stopping = false;
  #wake: (() => void) | undefined;

  constructor(options: AdminApiClientOptions) {
    this.#options = options;
    this.#api = new AdminConversation(options, options.log, options.timeoutMs ?? 3_000);
    this.#movements = new PendingMovements(options.online);
  }

  get watchedMaps(): ReadonlySet<string> {
    return this.#watchedMaps;
  }

  /** Whether the API knew this server when last asked. */
  get connected(): boolean {
    return this.#registered && this.#api.failures === 0;
  }

  /** In words why the API refuses this server; undefined when it does not, or is away. */
  get refusal(): string | undefined {
    return this.#api.refusal ?? this.#lifeRefusal;
  }

  get lost(): LostReports {
    const { telemetryDropped, positionsDropped } = this.#reports;
    const { overflows } = this.#movements;
    return {
      telemetry: telemetryDropped,
      positions: positionsDropped,
      movements: overflows,
      refused: this.#api.givenUp,
    };
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Tells who left and says goodbye, if that takes no longer than `graceMs`. Rejects never. */
  async stop(graceMs = 1_000): Promise<void> {
    if (this.#stopping) return this.#running;
    this.#stopping = true;
    this.#wake?.();
    const timer = setTimeout(() => this.#api.abort(), graceMs);
    await this.#running;
    await this.#partInPeace();
    clearTimeout(timer);
    this.#api.abort();
    this.#forgotten();
  }

  telemetry(report: TelemetryReport): void {
    this.#reports.addTelemetry(report);
    this.#wake?.();
  }

  positions(report: MapPositions): void {
    this.#reports.addPositions(report);
    this.#wake?.();
  }

  /** What a sign of life tells has changed: the next one goes out at once. */
  beatSoon(): void {
    this.#heartbeatDueMs = 0;
    this.#wake?.();
  }

  playerJoined(player: OnlinePlayer): void {
    this.#movements.add({ kind: 'joined', player });
    this.#wake?.();
  }

  playerLeft(player: DepartedPlayer): void {
    this.#movements.add({ kind: 'left', player });
    this.#wake?.();
  }

  playerChanged(player: OnlinePlayer): void {
    this.#movements.change(player);
    this.#wake?.();
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      const request = this.#nextRequest();
      if (request === undefined) {
        await this.#rest(this.#heartbeatDueMs - this.#options.clock.nowMs(), true);
        continue;
      }
      const { outcome } = await request;
      const { failures } = this.#api;
      if (outcome === 'unknown' || failures >= failuresUntilForgotten) this.#forgotten();
      if (failures > 0) await this.#rest(retryPauseMs(failures, this.#options.random ?? Math.random), false);
    }
  }

  async #partInPeace(): Promise<void> {
    while (this.#registered && this.#api.failures === 0 && !this.#api.aborted) {
      const report = this.#movements.next();
      if (report === undefined) {
        await this.#api.ask({ method: 'POST', path: this.#ownPath('/goodbye'), body: {} }, anything);
        return;
      }
      await this.#tellMovements(report);
    }
  }

  /** The most important request that is due, under way; undefined when nothing is due. */
  #nextRequest(): Promise<Reply<unknown>> | undefined {
    if (!this.#registered) return this.#register();
    if (this.#options.clock.nowMs() >= this.#heartbeatDueMs) return this.#giveSignOfLife();
    const movements = this.#movements.next();
    if (movements !== undefined) return this.#tellMovements(movements);
    const telemetry = this.#reports.takeTelemetry();
    if (telemetry !== undefined) return this.#tellTelemetry(telemetry);
    const positions = this.#reports.takePositions();
    return positions === undefined ? undefined : this.#tellPositions(positions);
  }

  async #register(): Promise<Reply<unknown>> {
    const { introduction, log, baseUrl } = this.#options;
    const asked = { method: 'POST', path: this.#ownPath('/challenge'), body: {} } as const;
    const question = await this.#api.ask(asked, challenged, { isPreface: true });
    if (question.outcome === 'given-up') this.#api.failures += 1;
    if (question.outcome !== 'delivered') return question;
    const proof = this.#options.prove(question.body.challenge);
    const reply = await this.#api.ask(
      { method: 'PUT', path: this.#ownPath(), body: { ...introduction, proof } },
      registered,
    );
    // An introduction that is refused cannot be dropped like a report: nothing works without it.
    if (reply.outcome === 'given-up') this.#api.failures += 1;
    if (reply.outcome === 'delivered' || this.refusal?.startsWith('server-moved') === true)
      this.#options.onKnown?.();
    if (reply.outcome !== 'delivered') return reply;
    this.#options.onTokenIssuers?.(reply.body.tokenIssuers);
    this.#registered = true;
    this.#heartbeatMs = reply.body.heartbeatSeconds * 1000;
    this.#takesChecks = reply.body.takesChecks;
    this.#beatsWithoutChecks = 0;
    this.#takesFigures = new Set(reply.body.figures);
    this.#reportsWithoutMore = 0;
    this.#heartbeatDueMs = 0;
    this.#movements.owesList();
    const { telemetryDropped } = this.#reports;
    log.info('the admin API knows this server', { url: baseUrl, telemetryDropped });
    return reply;
  }

  async #giveSignOfLife(): Promise<Reply<unknown>> {
    this.#heartbeatDueMs = this.#options.clock.nowMs() + this.#heartbeatMs;
    const rests = this.#beatsWithoutChecks > 0;
    if (rests) this.#beatsWithoutChecks -= 1;
    const checks = this.#takesChecks && !rests ? await this.#options.checks?.() : undefined;
    const body = { ...this.#options.signOfLife(), ...(checks && { checks }) };
    const request = { method: 'POST', path: this.#ownPath('/heartbeat'), body } as const;
    const reply = await this.#api.ask(request, heartbeat);
    if (reply.outcome === 'given-up') {
      // An API of before, in the place of one that took them, refuses the whole for the checks, and takes it without them. One
      // that refuses that too has another reason.
      if (checks === undefined)
        this.#lifeRefusal = 'it refuses the signs of life of this server; the log says why';
      this.#beatsWithoutChecks = checks === undefined ? 0 : beatsWithoutChecks;
    } else this.#lifeRefusal = undefined;
    if (reply.outcome === 'delivered') this.#options.onTokenIssuers?.(reply.body.tokenIssuers);
    return this.#watch(reply);
  }

  async #tellMovements(body: MovementsReport): Promise<Reply<unknown>> {
    const reply = await this.#api.ask({ method: 'POST', path: this.#ownPath('/players'), body }, anything);
    if (reply.outcome === 'delivered' || reply.outcome === 'given-up') this.#movements.delivered();
    return reply;
  }

  async #tellTelemetry(report: TelemetryReport): Promise<Reply<unknown>> {
    const body = Object.fromEntries(Object.entries(report).filter(([name]) => this.#takes(name)));
    const reply = await this.#api.ask({ method: 'POST', path: 'telemetry', body }, watching);
    if (reply.outcome === 'kept' || reply.outcome === 'unknown') this.#reports.returnTelemetry(report);
    // An API of before, in the place of one that took them, or another reason: they are tried again.
    if (this.#reportsWithoutMore > 0) this.#reportsWithoutMore -= 1;
    else if (reply.outcome === 'given-up') this.#reportsWithoutMore = reportsWithoutMore;
    return this.#watch(reply);
  }

  #takes(name: string): boolean {
    if (!laterNames.has(name)) return true;
    return this.#reportsWithoutMore === 0 && this.#takesFigures.has(name);
  }

  /** Not kept for another try: the next report is newer. */
  #tellPositions(report: MapPositions): Promise<Reply<unknown>> {
    const body = { serverId: this.#options.serverId, ...report };
    return this.#api.ask({ method: 'POST', path: 'telemetry/positions', body }, anything);
  }

  #watch(reply: Reply<z.infer<typeof watching>>): Reply<unknown> {
    this.#watchedMaps.clear();
    if (reply.outcome === 'delivered') {
      for (const map of reply.body.watchedMaps) this.#watchedMaps.add(map);
    }
    return reply;
  }

  #forgotten(): void {
    this.#registered = false;
    this.#watchedMaps.clear();
  }

  #ownPath(below = ''): string {
    return `servers/${this.#options.serverId}${below}`;
  }

  /** Until `ms` have passed or the stop; `wakeable` also until there is something to send. */
  async #rest(ms: number, wakeable: boolean): Promise<void> {
    if (this.#stopping) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.max(0, ms));
      this.#wake = () => {
        if (!wakeable && !this.#stopping) return;
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = undefined;
  }
}
