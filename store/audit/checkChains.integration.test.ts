import { describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import { newId } from '../../platform/ids.ts';
import { storeForFile } from '../../tests/environment/storeForFile.ts';
import type { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { checkChain } from './checkChains.ts';

const { store, received } = storeForFile();

/** The same database to whoever reads it; once, after the first read and before the next, something happens in it. */
function meanwhile(tx: Tx, happens: () => Promise<unknown>): Tx {
  let reads: Promise<unknown> | null = null;
  const inTurn = <T>(read: () => Promise<T>): Promise<T> => {
    const own = reads === null ? read() : reads.then(read);
    reads = reads === null ? own.then(happens) : own;
    return own;
  };
  const read = {
    $queryRaw: (query: Prisma.Sql) => inTurn(async () => tx.$queryRaw(query)),
    auditEvent: {
      findMany: (wanted: Prisma.AuditEventFindManyArgs) => inTurn(async () => tx.auditEvent.findMany(wanted)),
    },
  };
  return read as unknown as Tx;
}

describe('the record of a case that is checked while it is worked on', () => {
  it('holds: what is recorded between one read and the next is no end that is missing', async () => {
    const { theCase } = await received();
    const { caseId } = theCase;
    const what = { riskCode: 'stalking', urgent: false, due: null, ownerId: null } as const;
    const action = { actionId: newId(), agencyId: idOf('agency', 'police'), ...what, contentId: newId() };
    const before = await store.prisma.auditEvent.count({ where: { caseId } });
    const decided = () => theCase.does('setAction', action, '2026-03-02 15:00');
    expect(await checkChain(meanwhile(store.prisma, decided), caseId)).toBeNull();
    expect(await store.prisma.auditEvent.count({ where: { caseId } })).toBeGreaterThan(before);
  });
});
