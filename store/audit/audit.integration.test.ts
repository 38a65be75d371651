import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sealRound } from '../../activities/sealAudit.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { addAnchor, lastAnchor, readAnchors } from '../../platform/anchorFile.ts';
import { systemClock } from '../../platform/clock.ts';
import { verifyAudit } from '../../scripts/audit-verify/verifyAudit.ts';
import { CaseInStore, moment } from '../../tests/environment/caseInStore.ts';
import { aPair, aReferral } from '../../tests/environment/invented.ts';
import { sealAll } from '../../tests/environment/sealed.ts';
import { type SeededStore, seededStore } from '../../tests/environment/seededStore.ts';
import { whoeverMay } from '../../tests/environment/whoMaySend.ts';
import { asOwner } from '../../tests/rebuild/asOwner.ts';
import { recordAccess, recordAccesses } from '../access/recordAccess.ts';
import type { Store } from '../prismaClient.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'marac-anchor-'));
let anchorFile: string;
let seeded: SeededStore;
let store: Store;
let superuser: Store;
let caseId: string;
const reader = idOf('practitioner', 'amy.adeyemi');

/** A case with a record, read three times, and all of it sealed. */
beforeEach(async () => {
  seeded = await seededStore();
  ({ store } = seeded);
  const { url } = seeded.database;
  superuser = asOwner(url);
  anchorFile = path.join(folder, `${path.basename(new URL(url).pathname)}.jsonl`);
  const theCase = new CaseInStore(store, seeded.tools, whoeverMay);
  ({ caseId } = theCase);
  await theCase.send('submitReferral', aReferral(await aPair(store.prisma)), '2026-03-02 10:00');
  await theCase.send('screenReferral', { outcome: 'accept', adviceId: null }, '2026-03-02 11:00');
  await read('2026-03-02 12:00');
  await sealAll(store, anchorFile);
  await read('2026-03-02 13:00');
  await read('2026-03-02 14:00');
  await sealAll(store, anchorFile);
});
afterEach(async () => {
  await superuser.close();
  await seeded.end();
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function read(at: string): Promise<void> {
  const access = { actorId: reader, event: 'readCase', route: 'GET /cases/:reference', caseId, outcome: 'full' };
  return recordAccess(store.prisma, { ...access, at: moment(at) });
}

async function verified(): Promise<{ readonly holds: boolean; readonly said: string }> {
  const lines: string[] = [];
  const holds = await verifyAudit(store, readAnchors(anchorFile), (line) => lines.push(line));
  return { holds, said: lines.join('\n') };
}

/** What the check names first. */
async function firstFault(): Promise<string> {
  const { holds, said } = await verified();
  expect(holds).toBe(false);
  return said.split('\n')[1]?.trim() ?? '';
}

const accesses = () => superuser.prisma.accessLog.findMany({ where: { caseId }, orderBy: { at: 'asc' } });
const events = () => superuser.prisma.auditEvent.findMany({ where: { caseId }, orderBy: { seq: 'asc' } });

/** The rows a test damages: there are always enough of them. */
function row<T>(rows: readonly T[], index: number): T {
  const found = rows.at(index);
  if (found === undefined) throw new Error('There is no such row.');
  return found;
}

describe('an audit that nobody touched', () => {
  it('holds, and says how much was checked', async () => {
    const { holds, said } = await verified();
    expect(said).toContain('Everything is as it was written.');
    expect(said).toContain('Not sealed yet: 0 facts, 0 entries');
    expect(holds).toBe(true);
  });

  it('holds while more is entered than is sealed, and says how much that is', async () => {
    await read('2026-03-02 15:00');
    const { holds, said } = await verified();
    expect(holds).toBe(true);
    expect(said).toContain('1 entries of the access log');
  });

  it('has one seal after another, over more rows than go under one', async () => {
    const access = { actorId: reader, event: 'listCase', route: 'GET /cases', caseId, outcome: 'shown' };
    await recordAccesses(
      store.prisma,
      Array.from({ length: 2_500 }, () => ({ ...access, at: moment('2026-03-03 09:00') })),
    );
    const before = lastAnchor(anchorFile)?.number ?? 0;
    await sealAll(store, anchorFile);
    expect((lastAnchor(anchorFile)?.number ?? 0) - before).toBeGreaterThanOrEqual(3);
    expect((await verified()).holds).toBe(true);
  });

  it('is sealed in the order in which transactions end: what is still under way is not passed over', async () => {
    let finish = () => undefined as void;
    let entered = () => undefined as void;
    const mayFinish = new Promise<void>((resolve) => (finish = resolve));
    const isEntered = new Promise<void>((resolve) => (entered = resolve));
    const slow = store.prisma.$transaction(
      async (tx) => {
        await recordAccess(tx, {
          actorId: reader,
          event: 'slow',
          route: 'test',
          caseId,
          outcome: 'shown',
          at: moment('2026-03-03 09:00'),
        });
        entered();
        await mayFinish;
      },
      { timeout: 60_000 },
    );
    await isEntered;
    await read('2026-03-03 10:00');
    expect(await sealRound(store, anchorFile, systemClock)).toBe(0);
    finish();
    await slow;
    await sealAll(store, anchorFile);
    const { holds, said } = await verified();
    expect(said).toContain('Not sealed yet: 0 facts, 0 entries');
    expect(holds).toBe(true);
  });
});

describe('an audit somebody tampered with', () => {
  it('shows an entry of the access log that was changed', async () => {
    const { id } = row(await accesses(), 1);
    await superuser.prisma.accessLog.update({ where: { id }, data: { actorId: idOf('practitioner', 'hugo.brandt') } });
    expect(await firstFault()).toMatch(new RegExp(`^access_log ${id} was changed after it was sealed`));
  });

  it('shows an entry of the access log that was removed', async () => {
    const { id } = row(await accesses(), 1);
    await superuser.prisma.accessLog.delete({ where: { id } });
    expect(await firstFault()).toMatch(new RegExp(`^access_log ${id} was removed`));
  });

  it('shows an entry that was slipped in among those that were sealed', async () => {
    const [first] = await accesses();
    await superuser.prisma.$executeRaw`alter table access_log disable trigger access_log_entered`;
    const id = '01900000-0000-7000-8000-000000000000';
    await superuser.prisma.$executeRaw`
      insert into access_log (id, actor_id, event, route, case_id, outcome, at, entered_in)
      select ${id}::uuid, actor_id, event, route, case_id, outcome, at, entered_in from access_log
      where id = ${first?.id}::uuid`;
    expect(await firstFault()).toMatch(new RegExp(`^access_log ${id} was put in after`));
  });

  it('shows two entries whose content was swapped', async () => {
    const all = await accesses();
    const [one, other] = [row(all, 0), row(all, 2)];
    await superuser.prisma.accessLog.update({ where: { id: one.id }, data: { at: other.at } });
    await superuser.prisma.accessLog.update({ where: { id: other.id }, data: { at: one.at } });
    expect(await firstFault()).toMatch(new RegExp(`^access_log ${one.id} was changed`));
  });

  it('shows a fact that was changed, even where its own hash was made anew', async () => {
    const { id } = row(await events(), 1);
    await superuser.prisma.auditEvent.update({ where: { id }, data: { actorId: idOf('practitioner', 'hugo.brandt') } });
    expect(await firstFault()).toMatch(new RegExp(`^audit_event ${id} was changed`));
    expect((await verified()).said).toContain(`Fact 2 of ${caseId} (audit_event ${id}) was changed.`);
  });

  it('shows a fact that was removed', async () => {
    const { id } = row(await events(), 1);
    await superuser.prisma.auditEvent.delete({ where: { id } });
    expect(await firstFault()).toMatch(new RegExp(`^audit_event ${id} was removed`));
    expect((await verified()).said).toContain(`Fact 2 of ${caseId}`);
  });

  it('shows two facts that changed places', async () => {
    const all = await events();
    const [one, other] = [row(all, 1), row(all, 2)];
    const setSeq = (id: string, seq: number) => superuser.prisma.auditEvent.update({ where: { id }, data: { seq } });
    await setSeq(one.id, 1_000);
    await setSeq(other.id, one.seq);
    await setSeq(one.id, other.seq);
    const { said } = await verified();
    expect(said).toContain(`audit_event ${one.id} was changed`);
    expect(said).toContain(`Fact 2 of ${caseId} (audit_event ${other.id}) was changed.`);
  });

  it('shows that the whole record of a case was removed', async () => {
    await superuser.prisma.auditEvent.deleteMany({ where: { caseId } });
    expect((await verified()).said).toContain(`Every fact of ${caseId} is missing.`);
  });

  it('shows a seal that was made anew over what was changed', async () => {
    await superuser.prisma.$executeRaw`
      update audit_seal set row_hashes = decode(repeat('00', length(row_hashes)), 'hex') where number = 2`;
    expect(await firstFault()).toBe('Seal 2 was changed.');
  });

  it('shows a seal that was taken out of the middle', async () => {
    await superuser.prisma.$executeRaw`delete from audit_seal where number = 2`;
    expect(await firstFault()).toBe('Seal 2 is missing.');
  });

  it('shows by the anchor that the end was cut off with its seals, where the rest fits together', async () => {
    const last = lastAnchor(anchorFile)?.number ?? 0;
    const [cut] = await superuser.prisma.$queryRaw<{ ids: string[] }[]>`
      select row_ids::text[] as ids from audit_seal where number = ${last}`;
    await superuser.prisma.accessLog.deleteMany({ where: { id: { in: cut?.ids ?? [] } } });
    await superuser.prisma.$executeRaw`delete from audit_seal where number = ${last}`;
    const { holds, said } = await verified();
    expect(holds).toBe(false);
    expect(said.split('\n').filter((line) => line.startsWith('  '))).toEqual([
      `  The end is cut off: the anchor remembers seal ${last}, and the database ends before it.`,
    ]);
    // And no new chain is begun over the cut.
    await expect(sealRound(store, anchorFile, systemClock)).rejects.toThrow('not in the database');
  });

  it('shows by the anchor that the whole chain was made anew', async () => {
    const { number } = row(readAnchors(anchorFile), 0);
    await superuser.prisma.$executeRaw`delete from audit_seal`;
    const elsewhere = `${anchorFile}.forged`;
    await superuser.prisma.accessLog.deleteMany({ where: { id: row(await accesses(), 0).id } });
    await sealAll(store, elsewhere);
    expect(await firstFault()).toBe(`Seal ${number} is not the one that the anchor remembers.`);
  });
});

describe('the anchor', () => {
  it('is only ever added to, and a line that a crash cut off is no harm', async () => {
    const before = fs.readFileSync(anchorFile, 'utf8');
    fs.appendFileSync(anchorFile, '{"number":9,"ha');
    await read('2026-03-04 09:00');
    await sealAll(store, anchorFile);
    expect(fs.readFileSync(anchorFile, 'utf8').startsWith(before)).toBe(true);
    expect((await verified()).holds).toBe(true);
    addAnchor(anchorFile, { number: 99, hash: 'f'.repeat(64), sealedAt: '2026-03-04T09:00:00.000Z' });
    expect(await firstFault()).toContain('the anchor remembers seal 99');
  });
});

describe('the role the product signs in with', () => {
  it.each(['audit_event', 'access_log', 'audit_seal'])(
    'may add to %s, and never change or remove a row',
    async (table) => {
      const tried = (statement: string) =>
        store.prisma.$executeRawUnsafe(statement).then(
          () => 'done',
          (error: unknown) => String((error as { message?: unknown }).message),
        );
      const column = table === 'audit_seal' ? 'kind' : 'id';
      for (const statement of [
        `update ${table} set ${column} = ${column}`,
        `delete from ${table}`,
        `truncate ${table}`,
      ])
        expect(await tried(statement), statement).toContain('permission denied');
      // That the same statements are no nonsense, and rows are there: somebody who may do anything changes them.
      expect(await superuser.prisma.$executeRawUnsafe(`update ${table} set ${column} = ${column}`)).toBeGreaterThan(0);
      expect(await tried(`alter table ${table} disable trigger all`)).toContain('must be owner');
      const rights = await store.prisma.$queryRawUnsafe<{ may: boolean }[]>(
        `select has_table_privilege('marac_app', '${table}', 'insert') as may`,
      );
      expect(rights[0]?.may).toBe(true);
    },
  );

  it('cannot say itself when a row was entered', async () => {
    await store.prisma.$executeRaw`
      insert into access_log (id, actor_id, event, route, outcome, at, entered_in)
      values ('01900000-0000-7000-8000-000000000001', ${reader}::uuid, 'forged', 'test', 'shown', now(), '3'::xid8)`;
    const [found] = await store.prisma.$queryRaw<{ early: boolean }[]>`
      select entered_in = '3'::xid8 as early from access_log where event = 'forged'`;
    expect(found?.early).toBe(false);
  });
});
