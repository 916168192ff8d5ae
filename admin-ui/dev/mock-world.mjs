// Fake servers, players and moving entities with the shapes of the admin API: for work on the console alone.
import { randomUUID } from 'node:crypto';
import { makeMap } from './mock-map.mjs';

const started = Date.now() - 3 * 3600_000;
const iso = (at = Date.now()) => new Date(at).toISOString();
const syllables = [
  'ar',
  'bel',
  'cor',
  'dun',
  'el',
  'fen',
  'gar',
  'hal',
  'isk',
  'jor',
  'kel',
  'lun',
  'mor',
  'nim',
];
const nameOf = (i) => {
  const text = syllables[i % 14] + syllables[(i * 5 + 3) % 14] + (i % 3 ? syllables[(i * 11 + 7) % 14] : '');
  return text[0].toUpperCase() + text.slice(1) + (i > 90 ? i : '');
};

export const maps = [makeMap('meadow', 'Alder Meadow', 160, 120), makeMap('cave', 'Undercroft', 64, 48)];

export const servers = ['Northwatch', 'Saltmarsh'].map((name, i) => ({
  id: randomUUID(),
  name,
  status: i === 0 ? 'online' : 'stale',
  version: '0.1.0',
  host: '127.0.0.1',
  udpPort: 7777 + i,
  httpPort: 7780 + i,
  startedAt: iso(started),
  lastSeenAt: iso(Date.now() - i * 47_000),
  players: 0,
  playersMax: 500,
  tickMsP50: 2.1,
  tickMsP99: 4.2,
  tickRate: 60,
  memoryBytes: 190e6,
  packetsInPerSecond: 0,
  packetsOutPerSecond: 0,
  udpAdapter: i === 0 ? 'recvmmsg' : 'dgram',
  maps: maps.map((map) => map.key),
  publicKey: 'ab'.repeat(32),
  pendingAddress: null,
}));

export const players = Array.from({ length: 260 }, (_, i) => ({
  id: randomUUID(),
  characterId: i + 1,
  name: nameOf(i),
  level: 1 + (i % 12),
  online: i < 120,
  serverId: servers[0].id,
  serverName: servers[0].name,
  map: i % 4 ? 'meadow' : 'cave',
  lastSeenAt: iso(Date.now() - (i < 120 ? 0 : i * 860_000)),
  firstSeenAt: iso(started - i * 86_400_000 * 0.3),
  playedSeconds: 600 + i * 977,
}));

const entities = [];
const kindNames = [null, 'Wolf', 'Boar', 'Pouch'];
function addEntities(kind, count, template, names) {
  for (let i = 0; i < count; i++) {
    const heading = Math.random() * Math.PI * 2;
    const speed = kind === 1 ? 4 : kind === 2 ? 1.6 : 0;
    const x = 20 + Math.random() * 120;
    const y = 10 + Math.random() * 100;
    entities.push({
      id: entities.length + 65537,
      kind,
      x,
      y,
      heading,
      speed,
      name: names?.[i] ?? kindNames[template],
      template,
    });
  }
}
addEntities(
  1,
  90,
  0,
  players.map((player) => player.name),
);
addEntities(2, 60, 1);
addEntities(2, 40, 2);
addEntities(3, 25, 3);

export function moveEntities(seconds) {
  for (const one of entities) {
    if (Math.random() < 0.08) one.heading += (Math.random() - 0.5) * 2;
    one.x += Math.cos(one.heading) * one.speed * seconds;
    one.y += Math.sin(one.heading) * one.speed * seconds;
    if (one.x < 2 || one.x > 158 || one.y < 2 || one.y > 118) one.heading += Math.PI;
    one.x = Math.min(159, Math.max(1, one.x));
    one.y = Math.min(119, Math.max(1, one.y));
  }
}

export function positions(map) {
  const round = (value) => Math.round(value * 64) / 64;
  const rows = entities.map((one) => [one.id, one.kind, round(one.x), round(one.y), one.name, one.template]);
  return {
    serverId: servers[0].id,
    map,
    tick: Math.floor((Date.now() - started) * 0.06),
    entities: map === 'meadow' ? rows : [],
  };
}

let wave = 0;
export function telemetry(at = Date.now()) {
  wave += 0.07;
  const online = 108 + Math.round(Math.sin(wave) * 9 + Math.random() * 3);
  const point = {
    serverId: servers[0].id,
    at: iso(at),
    windowSeconds: 1,
    players: online,
    entities: online + 125,
    tickRate: 60 - Math.random() * 0.05,
    tickMsP50: 1.9 + Math.sin(wave / 2) * 0.3 + Math.random() * 0.1,
    tickMsP95: 3 + Math.random() * 0.3,
    tickMsP99: 3.8 + Math.random() * 1.4,
    tickMsMax: 6.2,
    packetsInPerSecond: online * 30 + Math.random() * 90,
    packetsOutPerSecond: online * 20 + Math.random() * 80,
    bytesInPerSecond: online * 1900,
    bytesOutPerSecond: online * 8800,
    rttMsP50: 24 + Math.random() * 3,
    rttMsP99: 61 + Math.random() * 9,
    lossPercent: Math.random() * 0.2,
    memoryBytes: 188e6 + Math.sin(wave / 3) * 6e6,
    heapBytes: 61e6,
    cpuPercent: 38 + Math.random() * 4,
    gatewaysConnections: [online],
    databaseMsP99: 1.1,
    playersByMap: { meadow: Math.round(online * 0.75), cave: Math.round(online * 0.25) },
  };
  const { players, tickMsP50, tickMsP99, tickRate, memoryBytes, packetsInPerSecond, packetsOutPerSecond } =
    point;
  Object.assign(servers[0], { players, tickMsP50, tickMsP99, tickRate, memoryBytes });
  Object.assign(servers[0], { packetsInPerSecond, packetsOutPerSecond, lastSeenAt: iso(at) });
  return point;
}

export function historyOf(minutes) {
  const now = Date.now();
  return Array.from({ length: minutes * 12 }, (_, i) => telemetry(now - (minutes * 12 - i) * 5000));
}

const keysOf = {
  ...{
    playersByMap: ['meadow', 'cave'],
    gatewaysConnections: ['0', '1'],
    phaseMsMean: ['move', 'think', 'publish'],
  },
  ...{ networkInBytesPerSecond: ['eth0', 'lo'], networkOutBytesPerSecond: ['eth0', 'lo'] },
};

/** Waves with a hole and a spike in them; the same at the same moment. */
export function figuresOf(minutes, names, query) {
  const stepSeconds = Math.ceil((minutes * 60) / 400);
  const stepMs = stepSeconds * 1000;
  const endMs = Math.ceil(Date.parse(query.get('until') ?? iso()) / stepMs) * stepMs;
  const firstMs = endMs - Math.ceil((minutes * 60_000) / stepMs) * stepMs;
  const sinceMs = Math.floor(Date.parse(query.get('since') ?? iso(firstMs)) / stepMs) * stepMs;
  const fromMs = Math.min(Math.max(firstMs, sinceMs), endMs - stepMs);
  const spans = (endMs - fromMs) / stepMs;
  const numbers = (scale) =>
    Array.from({ length: spans }, (_, i) => {
      const at = fromMs / stepMs + i;
      if (at % 200 < 8) return null;
      return at % 150 === 0 ? 40 * scale : scale * (2 + Math.sin(at / 20));
    });
  const of = (name, scale) =>
    name in keysOf
      ? { left: 0, of: Object.fromEntries(keysOf[name].map((key, i) => [key, series(scale / (i + 1))])) }
      : series(scale);
  const series = (scale) => ({
    means: numbers(scale),
    leasts: numbers(scale / 2),
    largests: numbers(scale * 1.5),
  });
  const figures = Object.fromEntries(names.map((name) => [name, of(name, /[bB]ytes/.test(name) ? 1e7 : 10)]));
  return { from: iso(fromMs), stepSeconds, spans, figures };
}

export function somebodyMoves() {
  const player = players[Math.floor(Math.random() * 150)];
  player.online = !player.online;
  player.lastSeenAt = iso();
  const { characterId, name, level, map } = player;
  return {
    change: player.online ? 'joined' : 'left',
    characterId,
    name,
    level,
    map,
    serverId: servers[0].id,
    at: iso(),
  };
}
