import { describe, expect, it } from '@jest/globals';
import { DisconnectReason } from '#domain/vocabulary/generated/words.js';
import { CharacterSheet, nilAccountId } from '#domain/player/character-sheet.js';
import { Played } from '../../support/worlds/played-simulation.js';
import { Item } from '../../support/worlds/small-content.js';
import { unitsIn } from '../../support/worlds/units-in.js';

const account = (n: number) => `00000000-0000-0000-0000-00000000000${n}`;

describe('joining', () => {
  it('gives a new character its start and tells its player all of it', () => {
    const played = new Played();
    const row = played.enter(7, 'Ada');
    expect(played.position(row)).toEqual({ x: 5, y: 5, map: 0 });
    expect(unitsIn(played.sheetOf(7).inventory, Item.bread)).toBe(3);
    expect(played.output.of(7)).toEqual([
      ['placed', played.idAt(row), 0],
      ['welcome', played.idAt(row), 'Ada', 1, 'field'],
      ['status', { level: 1, experience: 0, experienceNext: 100, healthMax: 100, manaMax: 50, coins: 0 }],
    ]);
    // What beginners get is told as all that changes is.
    played.output.forget();
    played.step();
    expect(played.output.of(7)).toEqual([
      ['slot', 0, Item.sword, 1],
      ['slot', 1, Item.bread, 3],
      ['status', { level: 1, experience: 0, experienceNext: 100, healthMax: 100, manaMax: 50, coins: 10 }],
    ]);
    expect(played.courier.entries).toEqual([['entered', 7, 'Ada']]);
  });

  it('brings a stored character back where it was', () => {
    const played = new Played();
    played.put(played.enter(7, 'Ada'), 20, 21);
    played.simulation.leave(7, DisconnectReason.left);
    played.step();
    const row = played.enter(8, 'ada');
    expect(played.position(row)).toEqual({ x: 20, y: 21, map: 0 });
    expect(played.sheetOf(8).name).toBe('Ada');
  });

  it('puts a character whose place is blocked or whose map is gone where it can stand', () => {
    const played = new Played();
    const sheet = new CharacterSheet();
    Object.assign(sheet, { name: 'Stuck', level: 1, health: 10, mapKey: 'field', x: 0.5, y: 30.5 });
    played.courier.stored.set('stuck', sheet);
    const lost = new CharacterSheet();
    Object.assign(lost, { name: 'Lost', level: 1, health: 10, mapKey: 'atlantis', x: 30, y: 30 });
    played.courier.stored.set('lost', lost);
    const abroad = new CharacterSheet();
    Object.assign(abroad, { name: 'Abroad', level: 1, health: 10, mapKey: 'pit', x: 20, y: 20 });
    played.courier.stored.set('abroad', abroad);
    expect(played.position(played.enter(1, 'Stuck')).x).toBeGreaterThan(1);
    // Wherever the one stands who came in before.
    expect(played.position(played.enter(3, 'Abroad'))).toEqual({ x: 20, y: 20, map: 1 });
    expect(played.position(played.enter(2, 'Lost'))).toEqual({ x: 5, y: 5, map: 0 });
  });

  it('leaves an item that the content has no more where it lay', () => {
    const played = new Played();
    const sheet = new CharacterSheet();
    Object.assign(sheet, { name: 'Keeper', level: 1, health: 10, mapKey: 'field', x: 30, y: 30 });
    sheet.inventory.items[3] = 60_000;
    sheet.inventory.counts[3] = 2;
    played.courier.stored.set('keeper', sheet);
    played.enter(1, 'Keeper');
    played.step(60);
    const { items, counts } = played.sheetOf(1).inventory;
    expect([items[3], counts[3]]).toEqual([60_000, 2]);
  });

  it('waits for its character and gives up after ten seconds', () => {
    const played = new Played();
    played.simulation.join(7, account(1), 'Ada', false);
    played.step(600);
    expect(played.output.of(7)).toEqual([]);
    played.step(5);
    expect(played.output.of(7)).toEqual([['end', DisconnectReason.characterUnavailable, expect.any(String)]]);
    played.answerLoads();
    expect(played.simulation.counts).toMatchObject({ sessions: 0, players: 0 });
  });

  it('asks again when the courier had no room', () => {
    const played = new Played();
    played.courier.room = 0;
    played.simulation.join(7, account(1), 'Ada', false);
    played.step(3);
    expect(played.courier.requests).toEqual([]);
    played.courier.room = Infinity;
    played.step();
    expect(played.courier.requests).toHaveLength(1);
    played.step(3);
    expect(played.courier.requests).toHaveLength(1);
  });

  it('never gives a player the character that an earlier session of the same number asked for', () => {
    const played = new Played();
    played.simulation.join(7, account(1), 'Ada', false);
    played.step();
    played.simulation.leave(7, DisconnectReason.left);
    played.simulation.join(7, account(2), 'Bob', false);
    played.step();
    const [forAda] = played.courier.requests;
    const sheet = new CharacterSheet();
    Object.assign(sheet, { name: 'Ada', accountId: account(1), level: 9, coins: 500 });
    played.simulation.characterLoaded(forAda!.session, sheet);
    expect(played.simulation.counts.players).toBe(0);
    Object.assign(sheet, { name: 'Bob', accountId: account(1) });
    played.simulation.characterLoaded(7, sheet);
    expect(played.simulation.counts.players).toBe(0);
    Object.assign(sheet, { characterId: 2, accountId: account(2), level: 0, coins: 0 });
    played.simulation.characterLoaded(7, sheet);
    expect(played.sheetOf(7)).toMatchObject({ name: 'Bob', coins: 10 });
  });

  it('ends for the reason for which the character is not available', () => {
    const played = new Played();
    played.simulation.join(7, account(1), 'Ada', false);
    played.step();
    played.simulation.characterUnavailable(
      7,
      DisconnectReason.nameTaken,
      'this name belongs to somebody else',
    );
    expect(played.output.of(7, 'end')).toEqual([
      ['end', DisconnectReason.nameTaken, 'this name belongs to somebody else'],
    ]);
    expect(played.simulation.counts.sessions).toBe(0);
  });

  it('is refused when all seats are taken', () => {
    const played = new Played({ playersMax: 2 });
    played.enter(1);
    played.enter(2);
    played.enter(3);
    expect(played.output.of(3)).toEqual([['end', DisconnectReason.overloaded, 'the server is full']]);
    expect(played.simulation.counts.players).toBe(2);
  });

  it('is refused when the world is full, without losing the character', () => {
    const played = new Played({ entitiesMax: 4, playersMax: 4 });
    played.step();
    played.enter(1);
    played.enter(2);
    expect(played.output.of(2)).toEqual([['end', DisconnectReason.overloaded, 'the world is full']]);
    expect(played.simulation.counts).toMatchObject({ sessions: 1, players: 1 });
  });
});

describe('the same character joining twice', () => {
  it('ends the older session and continues the living entity', () => {
    const played = new Played();
    const row = played.enter(7, 'Ada', account(1));
    played.put(row, 20, 20);
    played.world.components.wallet.columns.coins[played.rowOf(7)] = 77;
    played.simulation.join(8, account(1), 'ADA', false);
    expect(played.output.of(7, 'end')).toEqual([
      ['end', DisconnectReason.replaced, 'the character connected again'],
    ]);
    expect(played.rowOf(8)).toBe(row);
    expect(played.sheetOf(8).coins).toBe(77);
    expect(played.output.of(8).map(([kind]) => kind)).toEqual([
      'placed',
      'welcome',
      'status',
      'slot',
      'slot',
    ]);
    played.simulation.leave(7, DisconnectReason.replaced);
    played.step();
    expect(played.simulation.counts).toMatchObject({ sessions: 1, players: 1 });
  });

  it('starts the new session with its own numbering of steps', () => {
    const played = new Played();
    played.enter(7, 'Ada', account(1));
    played.walk(7, 1, 0, 30);
    played.simulation.join(8, account(1), 'Ada', false);
    const before = played.position(played.rowOf(8)).x;
    played.simulation.requests.playerInput(8, {
      sequence: 1,
      viewTick: 0,
      stepsCount: 1,
      steps: [{ moveX: 1, moveY: 0, facing: 0, ticks: 1 }],
    });
    played.step();
    expect(played.position(played.rowOf(8)).x).toBeGreaterThan(before);
  });

  it('while the first still loads, loads for the second only', () => {
    const played = new Played();
    played.simulation.join(7, account(1), 'Ada', false);
    played.step();
    played.simulation.join(8, account(1), 'Ada', false);
    played.step();
    played.answerLoads();
    expect(played.output.of(7).map(([kind]) => kind)).toEqual(['end']);
    expect(played.simulation.counts).toMatchObject({ sessions: 1, players: 1 });
    expect(played.rowOf(8)).toBeGreaterThan(0);
  });

  it('is refused to another account', () => {
    const played = new Played();
    const row = played.enter(7, 'Ada', account(1));
    played.simulation.join(8, account(2), 'Ada', false);
    expect(played.output.of(8).map(([kind, reason]) => [kind, reason])).toEqual([
      ['end', DisconnectReason.nameTaken],
    ]);
    expect(played.rowOf(7)).toBe(row);
  });
});

describe('leaving', () => {
  it('saves the character and frees its row', () => {
    const played = new Played();
    played.put(played.enter(7, 'Ada'), 30, 12);
    played.simulation.leave(7, DisconnectReason.left);
    expect(played.simulation.counts).toMatchObject({ sessions: 0, players: 0, departing: 1 });
    played.step();
    expect(played.courier.stored.get('ada')).toMatchObject({ x: 30, y: 12, mapKey: 'field', level: 1 });
    expect(played.simulation.counts.departing).toBe(0);
    expect(played.courier.entries.at(-1)).toEqual(['departed', 7, 'Ada']);
  });

  it('keeps the character until the courier takes it, and loads it only afterwards', () => {
    const played = new Played();
    const row = played.enter(7, 'Ada');
    played.step();
    played.put(row, 30, 12);
    played.courier.room = 0;
    played.simulation.leave(7, DisconnectReason.timeout);
    played.simulation.join(8, nilAccountId, 'Ada', true);
    played.step(5);
    expect(played.courier.requests).toEqual([]);
    played.courier.room = Infinity;
    played.step(2);
    played.answerLoads();
    expect(played.position(played.rowOf(8))).toMatchObject({ x: 30, y: 12 });
  });

  it('asks for a character only behind its last state, even if the question would fit where that does not', () => {
    const played = new Played();
    played.put(played.enter(7, 'Ada'), 30, 12);
    played.courier.hasRoomForSaves = false;
    played.simulation.leave(7, DisconnectReason.left);
    played.simulation.join(8, nilAccountId, 'Ada', true);
    played.step(5);
    expect(played.courier.requests).toEqual([]);
    played.courier.hasRoomForSaves = true;
    played.step(2);
    played.answerLoads();
    expect(played.position(played.rowOf(8))).toMatchObject({ x: 30, y: 12 });
  });

  it('counts departed characters against the seats until they are handed over', () => {
    const played = new Played({ playersMax: 1 });
    played.enter(7, 'Ada');
    played.courier.room = 0;
    played.simulation.leave(7, DisconnectReason.left);
    played.simulation.join(8, account(1), 'Bob', true);
    expect(played.output.of(8, 'end')).toHaveLength(1);
  });
});

describe('keeping characters', () => {
  it('saves everybody once in each interval, not all in one tick', () => {
    const played = new Played({ saveIntervalTicks: 100 });
    for (let session = 1; session <= 10; session++) played.enter(session);
    played.step(150);
    played.courier.saves.length = 0;
    const perTick: number[] = [];
    for (let tick = 0; tick < 100; tick++) {
      const before = played.courier.saves.length;
      played.step();
      perTick.push(played.courier.saves.length - before);
    }
    expect(played.courier.saves).toHaveLength(10);
    expect(Math.max(...perTick)).toBe(1);
  });

  it('counts what was played', () => {
    const played = new Played();
    played.enter(7, 'Ada');
    played.step(60 * 90 + 30);
    played.simulation.leave(7, DisconnectReason.left);
    played.step();
    expect(played.courier.stored.get('ada')?.playedSeconds).toBe(90);
  });

  it('hands over every character when all are to be saved, and says so once', () => {
    const played = new Played();
    for (let session = 1; session <= 3; session++) played.enter(session);
    played.courier.room = 1;
    played.courier.saves.length = 0;
    played.simulation.leave(3, DisconnectReason.shuttingDown);
    played.simulation.saveAll();
    played.step();
    expect(played.courier.allSavedCount).toBe(0);
    played.courier.room = Infinity;
    played.step(5);
    expect(played.courier.allSavedCount).toBe(1);
    expect(new Set(played.courier.saves.map((sheet) => sheet.name))).toEqual(
      new Set(['Player1', 'Player2', 'Player3']),
    );
  });
});

describe('commands', () => {
  it('for unknown sessions do nothing and are counted', () => {
    const played = new Played();
    const { simulation } = played;
    simulation.leave(99, DisconnectReason.left);
    simulation.requests.useSkill(99, { skill: 1, target: 1 });
    simulation.requests.pickUp(99, { command: 1, loot: 1 });
    simulation.requests.chat(99, { scope: 1, text: 'hello' });
    simulation.requests.respawn(99);
    simulation.kick(99, DisconnectReason.kicked, '');
    simulation.characterUnavailable(99, DisconnectReason.nameTaken, '');
    simulation.characterLoaded(99, new CharacterSheet());
    simulation.requests.playerInput(99, { sequence: 0, viewTick: 0, stepsCount: 0, steps: [] });
    expect(simulation.counters.strayCommands).toBe(9);
  });

  it('to kick end the session and save the character', () => {
    const played = new Played();
    played.enter(7, 'Ada');
    played.simulation.kick(7, DisconnectReason.kicked, 'rude');
    played.step();
    expect(played.output.of(7, 'end')).toEqual([['end', DisconnectReason.kicked, 'rude']]);
    expect(played.courier.stored.has('ada')).toBe(true);
  });
});
