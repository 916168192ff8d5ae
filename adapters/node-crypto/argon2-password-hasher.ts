// Argon2id (RFC 9106) by Node's own crypto, in its thread pool. 64 MiB, 3 passes, 1 lane: the RFC's second recommended
// option with one lane, because logins on a small machine should not take every core. Hashes are PHC strings.

import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { HasherTurn, PasswordHasher } from '#ports/admin/sign-in/password-hasher.js';
import { FairQueue } from './fair-queue.js';

export interface Argon2Cost {
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
}

export const argon2Cost: Argon2Cost = { memoryKib: 64 * 1024, passes: 3, lanes: 1 };

const saltBytes = 16;
const tagBytes = 32;
/** Each takes 64 MiB and a thread of libuv's four; files and DNS need the others. */
const runningMax = 2;
/** Known ones, and as many strangers: about 3 s of work in front of the last of either. */
const waitingMax = 32;
/** Operators who are logged in, and what follows a right password. */
const insider: HasherTurn = { from: '', known: true };

export class HasherBusyError extends Error {
  readonly code = 'hasher-busy';
}

const phcPattern = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;
const runArgon2 = promisify(argon2);

export class Argon2PasswordHasher implements PasswordHasher {
  readonly decoyHash: string;
  readonly #queue = new FairQueue(runningMax, waitingMax);

  /** Other costs are for tests only. */
  constructor(private readonly cost: Argon2Cost = argon2Cost) {
    // A random tag: finding a password for it is as hard as breaking the function.
    this.decoyHash = format(cost, randomBytes(saltBytes), randomBytes(tagBytes));
  }

  async hash(password: string): Promise<string> {
    const salt = randomBytes(saltBytes);
    return format(this.cost, salt, await this.#derive(password, salt, this.cost, insider));
  }

  async verify(password: string, hash: string, turn: HasherTurn = insider): Promise<boolean> {
    const parts = parse(hash);
    if (!parts) return false;
    const tag = await this.#derive(password, parts.salt, parts.cost, turn);
    return tag.length === parts.tag.length && timingSafeEqual(tag, parts.tag);
  }

  isOutdated(hash: string): boolean {
    const cost = parse(hash)?.cost;
    return (
      cost?.memoryKib !== this.cost.memoryKib ||
      cost.passes !== this.cost.passes ||
      cost.lanes !== this.cost.lanes
    );
  }

  async #derive(password: string, salt: Buffer, cost: Argon2Cost, turn: HasherTurn): Promise<Buffer> {
    if (!(await this.#queue.enter(turn))) throw new HasherBusyError('too many passwords to hash at once');
    try {
      return await runArgon2('argon2id', {
        // The same characters may come composed or decomposed from different keyboards.
        message: password.normalize('NFKC'),
        nonce: salt,
        parallelism: cost.lanes,
        tagLength: tagBytes,
        memory: cost.memoryKib,
        passes: cost.passes,
      });
    } finally {
      this.#queue.leave();
    }
  }
}

function format(cost: Argon2Cost, salt: Buffer, tag: Buffer): string {
  const numbers = `m=${cost.memoryKib},t=${cost.passes},p=${cost.lanes}`;
  return `$argon2id$v=19$${numbers}$${base64(salt)}$${base64(tag)}`;
}

/** The PHC string format leaves out padding. */
function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}

function parse(hash: string): { cost: Argon2Cost; salt: Buffer; tag: Buffer } | undefined {
  const match = phcPattern.exec(hash);
  if (!match) return undefined;
  return {
    cost: { memoryKib: Number(match[1]), passes: Number(match[2]), lanes: Number(match[3]) },
    salt: Buffer.from(match[4]!, 'base64'),
    tag: Buffer.from(match[5]!, 'base64'),
  };
}
