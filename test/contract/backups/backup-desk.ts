// What every desk at backups promises to operators.

import { describe, expect, it } from '@jest/globals';
import type { BackupDesk, VerifyResult } from '#ports/backups/backup-desk.js';
import { backupNamePattern } from '#ports/backups/backup-vault.js';

export interface BackupDeskStage {
  readonly desk: BackupDesk;
  /** From now on the backup is not what was written. */
  damage(name: string): void | Promise<void>;
  /** From now on there is no room for another one. */
  fill(): void;
}

export function backupDeskContract(name: string, stage: () => Promise<BackupDeskStage>): void {
  describe(`${name} as a desk at backups`, () => {
    async function made(desk: BackupDesk): Promise<string> {
      const result = await desk.make();
      if (!result.ok) throw new Error(result.words);
      return result.made.name;
    }

    it('tells of none before one was made, and then of each, newest first', async () => {
      const { desk } = await stage();
      expect(await desk.tell()).toMatchObject({ backups: [], total: 0, isOverdue: false });
      const names = [await made(desk), await made(desk)];
      const told = await desk.tell();
      expect(told.backups.map((backup) => backup.name)).toEqual([...names].reverse());
      expect(told).toMatchObject({ total: 2, last: { task: 'make', name: names[1], words: '' } });
      expect(told.last?.reason).toBeUndefined();
      for (const backup of told.backups) {
        expect(backup.name).toMatch(backupNamePattern);
        expect(backup.storedBytes).toBeGreaterThan(0);
      }
    });

    it('reads one back, and finds nothing wrong with it', async () => {
      const { desk } = await stage();
      const one = await made(desk);
      expect(await desk.verify(one)).toEqual({ ok: true, name: one, fault: undefined, words: '' });
      expect((await desk.tell()).last).toMatchObject({ task: 'verify', name: one });
    });

    it('says of a damaged one that it is, in words, and leaves it where it is', async () => {
      const { desk, damage } = await stage();
      const one = await made(desk);
      await damage(one);
      const found = await desk.verify(one);
      expect(found).toMatchObject({ ok: true, name: one, fault: 'damaged' });
      expect((found as Extract<VerifyResult, { ok: true }>).words).not.toBe('');
      const told = await desk.tell();
      expect(told.last).toMatchObject({ reason: 'damaged' });
      expect(told.total).toBe(1);
    });

    it('knows no backup that is not there', async () => {
      const { desk } = await stage();
      const found = await desk.verify('00000009-20261130T120000Z');
      expect(found).toMatchObject({ ok: false, reason: 'unknown-backup' });
    });

    it('does one thing at a time: what is asked meanwhile is refused, and tells what is under way', async () => {
      const { desk } = await stage();
      const first = desk.make();
      expect(desk.work).toMatchObject({ task: 'make' });
      expect(await desk.make()).toMatchObject({ ok: false, reason: 'backup-busy' });
      expect(await desk.verify('00000001-20261130T120000Z')).toMatchObject({ reason: 'backup-busy' });
      expect(await first).toMatchObject({ ok: true });
      expect(desk.work).toBeUndefined();
      expect((await desk.tell()).total).toBe(1);
    });

    it('has the outcome kept before anything else can be begun', async () => {
      const { desk } = await stage();
      const kept: unknown[] = [];
      const result = await desk.make(async (result) => {
        kept.push(result);
        expect(desk.work).toMatchObject({ task: 'make' });
        expect(await desk.make()).toMatchObject({ reason: 'backup-busy' });
      });
      expect(kept).toEqual([result]);
    });

    it('makes none where there is no room, says so, and has those that it had', async () => {
      const { desk, fill } = await stage();
      const one = await made(desk);
      fill();
      const result = await desk.make();
      expect(result).toMatchObject({ ok: false, reason: 'backup-place-full' });
      expect((await desk.tell()).last).toMatchObject({ task: 'make', reason: 'backup-place-full' });
      const { backups, unlisted } = await desk.tell();
      if (unlisted === undefined) expect(backups.map((backup) => backup.name)).toEqual([one]);
      expect(desk.work).toBeUndefined();
    });
  });
}
