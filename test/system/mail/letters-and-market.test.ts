// A built game server that is started anew between writing and reading: what is under way by letter, and on the market, is
// there afterwards, once.

import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it } from '@jest/globals';
import { LetterKind, RefusalReason } from '#adapters/protocol/generated/game.js';
import type { GameClient } from '#client/game-client.js';
import type { OwnLetter } from '#client/dealings/own-mailbox.js';
import { startGameServerProcess, type GameServerProcess } from '../../support/servers/game-server-process.js';
import { RealPlayer } from '../../support/servers/real-player.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const players: RealPlayer[] = [];
let server: GameServerProcess | undefined;

afterEach(async () => {
  for (const player of players.splice(0)) await player.stop();
  await server?.stop();
});

/** Players leave, and the server is another process on the same data folder. */
async function restart(folder: string): Promise<void> {
  for (const player of players.splice(0)) await player.stop();
  await server?.stop();
  server = await startGameServerProcess({ TOS_DATA_DIR: folder });
}

async function join(name: string): Promise<RealPlayer> {
  const player = await RealPlayer.join(name, server!.udpPort);
  players.push(player);
  await until(() => player.isInWorld && player.client.self.inventory.size > 0);
  return player;
}

async function until(holds: () => boolean, limitMs = 60_000): Promise<void> {
  for (const endMs = performance.now() + limitMs; !holds(); await sleep(5))
    if (performance.now() > endMs) throw new Error(`did not happen within ${limitMs} ms`);
}

/** Asks until it is done, whoever it names is known, and what it did is told; answers why not, if that is for good. */
async function does(
  player: RealPlayer,
  ask: (client: GameClient, command: number) => unknown,
): Promise<RefusalReason | undefined> {
  const command = player.client.nextCommand();
  for (;;) {
    player.refused.delete(command);
    ask(player.client, command);
    await until(() => player.confirmed.has(command) || player.refused.has(command));
    if (player.confirmed.has(command)) return undefined;
    const reason = player.refused.get(command)!;
    if (reason !== RefusalReason.notKnownYet && reason !== RefusalReason.busy) return reason;
    await sleep(300);
  }
}

async function letterOf(player: RealPlayer, kind: LetterKind): Promise<OwnLetter> {
  const { mailbox } = player.client;
  const found = () => [...mailbox.letters.values()].find((letter) => letter.kind === kind);
  player.client.readLetters(0);
  await until(() => found() !== undefined);
  return found()!;
}

const breadOf = ({ client }: RealPlayer): number =>
  [...client.self.inventory.values()].reduce((sum, { item, count }) => sum + (item === bread ? count : 0), 0);

/** As content/items.json numbers it; a beginner has 5, and 10 coins. */
const bread = 8;
const coinsPlace = 4;

it('a letter that asks for coins, and a listing, outlast a restart, and are paid once', async () => {
  const folder = temporaryFolder();
  await restart(folder);
  const bob = await join('Bobby');
  const ada = await join('Ada');
  await bob.stop();
  const slot = [...ada.client.self.inventory].find(([, { item }]) => item === bread)![0];
  const enclosed = [{ slot, units: 2 }];
  expect(
    await does(ada, (by, command) => by.sendLetter(command, 'nobody-here', 't', '', 0, 0, enclosed)),
  ).toBe(RefusalReason.unknownTarget);
  expect(
    await does(ada, (by, command) => by.sendLetter(command, 'BOBBY', 'bread', 'pay', 0, 5, enclosed)),
  ).toBeUndefined();
  expect(await does(ada, (by, command) => by.listItem(command, slot, 1, 4))).toBeUndefined();
  await until(() => breadOf(ada) === 2 && ada.client.self.coins === 10 - 3 - 1);

  await restart(folder);
  const back = await join('Bobby');
  const letter = await letterOf(back, LetterKind.written);
  expect(letter).toMatchObject({ sender: 'Ada', title: 'bread', text: 'pay', cashOnDelivery: 5 });
  expect(letter.stacks.get(0)).toMatchObject({ item: bread, count: 2 });
  const take = (by: GameClient, command: number) => by.takeFromLetter(command, letter.letter, 0);
  expect(await does(back, take)).toBe(RefusalReason.unpaid);
  expect(await does(back, (by, command) => by.payLetter(command, letter.letter, 5))).toBeUndefined();
  expect(await does(back, take)).toBeUndefined();
  back.client.searchMarket(bread, 0);
  await until(() => back.client.mailbox.market.size > 0);
  const [listing] = [...back.client.mailbox.market.values()];
  expect(listing).toMatchObject({ item: bread, count: 1, price: 4, own: false });
  const buy = (by: GameClient, command: number) => by.buyListing(command, listing!.listing, 4);
  expect(await does(back, buy)).toBeUndefined();
  expect(await does(back, buy)).toBe(RefusalReason.unknownTarget);
  await until(() => breadOf(back) === 5 + 2 + 1 && back.client.self.coins === 10 - 5 - 4);

  await restart(folder);
  const seller = await join('Ada');
  for (const kind of [LetterKind.payment, LetterKind.sold]) {
    const paid = await letterOf(seller, kind);
    const takeCoins = (by: GameClient, command: number) =>
      by.takeFromLetter(command, paid.letter, coinsPlace);
    expect(await does(seller, takeCoins)).toBeUndefined();
  }
  await until(() => seller.client.self.coins === 6 + 5 + 4);
}, 300_000);
