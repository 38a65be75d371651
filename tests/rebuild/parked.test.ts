import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import type { Actor } from '../../domain/access/actor.ts';
import type { Role } from '../../domain/access/role.ts';
import { newId } from '../../platform/ids.ts';
import { commandById } from '../../store/commands/findCommand.ts';
import { caseExceptions } from '../../store/exceptions/caseExceptions.ts';
import type { Store } from '../../store/prismaClient.ts';
import { listParked } from '../../usecases/parked/listParked.ts';
import { retryParked } from '../../usecases/parked/retryParked.ts';
import { deliver } from '../../usecases/sendCommand.ts';
import { CaseOnEngine } from '../environment/caseOnEngine.ts';
import { aPair, aReferral } from '../environment/invented.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { asOwner } from './asOwner.ts';
import { whoeverMay } from '../environment/whoMaySend.ts';

const maidstone = idOf('area', 'maidstone');
/** The fault of these tests: no action against this risk can be written down, until it is mended. */
const poison = 'poisonOfThisTest';
let product: TestProduct;
let owner: Store;

beforeAll(async () => {
  product = await startWorkerForTest();
  owner = asOwner(product.databaseUrl);
});
afterAll(async () => {
  await owner?.close();
  await product?.stop();
});

async function plantFault(): Promise<void> {
  await mendFault();
  await owner.prisma.$executeRawUnsafe(
    `ALTER TABLE action ADD CONSTRAINT fault CHECK (risk_code <> '${poison}') NOT VALID`,
  );
}

async function mendFault(): Promise<void> {
  await owner.prisma.$executeRawUnsafe('ALTER TABLE action DROP CONSTRAINT IF EXISTS fault');
}

async function received() {
  const theCase = new CaseOnEngine(product, whoeverMay);
  expect(await theCase.send('submitReferral', aReferral(await aPair(product.store.prisma)))).toMatchObject({
    ok: true,
  });
  return theCase;
}

function anAction(riskCode = 'physicalHarm') {
  const agencyId = idOf('agency', 'police');
  return { actionId: newId(), agencyId, ownerId: null, riskCode, urgent: false, due: null, contentId: newId() };
}

function someoneWho(role: Role, areaId: string | null = null): Actor {
  return { practitionerId: newId(), name: 'Somebody', appointments: [{ role, areaId, agencyId: null }] };
}
const administrator = someoneWho('administrator', maidstone);
const systemAdministrator = someoneWho('systemAdministrator');

function asking(actor: Actor, key: string = randomUUID()) {
  return { actor, route: 'POST /commands/:id/retry', key, bodyHash: 'test' };
}

/** Stages a command and sends it as the use cases do. */
async function sent(theCase: CaseOnEngine, action: ReturnType<typeof anAction>): Promise<string> {
  const { commandId } = await theCase.stage('setAction', action);
  const command = await commandById(product.store.prisma, commandId);
  if (command) await deliver(product, command);
  return commandId;
}

const statusOf = async (id: string) => (await commandById(product.store.prisma, id))?.status;
const isMarked = async ({ caseId }: CaseOnEngine) =>
  (await product.store.prisma.case.findUniqueOrThrow({ where: { id: caseId } })).parked;
const actionsOf = ({ caseId }: CaseOnEngine) => product.store.prisma.action.count({ where: { caseId } });

async function exceptionsOf({ caseId, product: on }: CaseOnEngine) {
  const { reference } = await on.store.prisma.case.findUniqueOrThrow({ where: { id: caseId } });
  const found = await caseExceptions(on.store.prisma, administrator, null, 500);
  return found.filter((each) => each.reference === reference);
}

const stuckIn = async (theCase: CaseOnEngine) => (await exceptionsOf(theCase)).map(({ kind }) => kind);
const parkedSince = async (theCase: CaseOnEngine) =>
  (await exceptionsOf(theCase)).find(({ kind }) => kind === 'parked')?.since;

describe('a command that ran into a bug', () => {
  it('is seen among the exceptions, sent again after the fix, and recorded exactly once', async () => {
    const [theCase, other] = [await received(), await received()];
    await plantFault();
    const commandId = await sent(theCase, anAction(poison));
    expect(await statusOf(commandId)).toBe('parked');
    expect(await stuckIn(theCase)).toContain('parked');
    expect(await parkedSince(theCase)).toBe((await commandById(product.store.prisma, commandId))?.resolvedAt);
    expect(await other.send('setAction', anAction())).toMatchObject({ ok: true });
    await mendFault();
    expect(await retryParked(product, asking(administrator), commandId)).toEqual({ ok: true, state: 'recorded' });
    expect(await actionsOf(theCase)).toBe(1);
    expect(await stuckIn(theCase)).not.toContain('parked');
    const facts = await product.store.prisma.auditEvent.count({ where: { commandId, type: 'actionSet' } });
    expect(facts).toBe(1);
    expect(await actionsOf(other)).toBe(1);
    expect(await stuckIn(other)).not.toContain('parked');
  });

  it('is parked again where it was sent again before the fix, and can be sent once more', async () => {
    const theCase = await received();
    await plantFault();
    const commandId = await sent(theCase, anAction(poison));
    expect(await retryParked(product, asking(administrator), commandId)).toEqual({ ok: true, state: 'parked' });
    expect(await isMarked(theCase)).toBe(true);
    await mendFault();
    expect(await retryParked(product, asking(administrator), commandId)).toEqual({ ok: true, state: 'recorded' });
    expect(await isMarked(theCase)).toBe(false);
    expect(await actionsOf(theCase)).toBe(1);
  });

  it('keeps its case marked while another one is parked', async () => {
    const theCase = await received();
    await plantFault();
    const ids = [await sent(theCase, anAction(poison)), await sent(theCase, anAction(poison))];
    await mendFault();
    await retryParked(product, asking(administrator), ids[0] ?? '');
    expect(await isMarked(theCase)).toBe(true);
    await retryParked(product, asking(administrator), ids[1] ?? '');
    expect(await isMarked(theCase)).toBe(false);
    expect(await actionsOf(theCase)).toBe(2);
  });

  it('is sent again once, however often the same request comes', async () => {
    const theCase = await received();
    await plantFault();
    const commandId = await sent(theCase, anAction(poison));
    await mendFault();
    const request = asking(administrator);
    const states = await Promise.all([1, 2, 3].map(() => retryParked(product, request, commandId)));
    expect(states.every((state) => state.ok)).toBe(true);
    expect(await retryParked(product, request, commandId)).toEqual({ ok: true, state: 'recorded' });
    const row = await commandById(product.store.prisma, commandId);
    expect(row).toMatchObject({ attempt: 2, status: 'resolved' });
    expect(await actionsOf(theCase)).toBe(1);
  });

  it('is shown to administrators of its area and, without its reference, to system administrators', async () => {
    const theCase = await received();
    await plantFault();
    const commandId = await sent(theCase, anAction(poison));
    await mendFault();
    const route = 'GET /commands/parked';
    const seenBy = async (actor: Actor) => {
      const list = await listParked(product, actor, route);
      return list.ok ? list.items.find((item) => item.commandId === commandId) : list;
    };
    expect(await seenBy(administrator)).toMatchObject({ type: 'setAction', area: 'maidstone', attempt: 1 });
    expect(await seenBy(systemAdministrator)).toMatchObject({ reference: null });
    expect(await seenBy(someoneWho('administrator', idOf('area', 'medway')))).toBeUndefined();
    expect(await seenBy(someoneWho('coordinator', maidstone))).toMatchObject({ ok: false, code: 'NOT_ALLOWED' });
    for (const actor of [someoneWho('administrator', idOf('area', 'medway')), someoneWho('coordinator', maidstone)])
      expect(await retryParked(product, asking(actor), commandId)).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    expect(await retryParked(product, asking(systemAdministrator), commandId)).toMatchObject({ state: 'recorded' });
  });

  it('is shown and sent again where it is the referral itself, which has no case yet', async () => {
    const theCase = new CaseOnEngine(product, whoeverMay);
    await owner.prisma.$executeRawUnsafe(
      `ALTER TABLE child ADD CONSTRAINT fault CHECK (age_band <> 'adult') NOT VALID`,
    );
    const child = { childId: newId(), personId: null, ageBand: 'adult' as const, servicesAgencyId: newId() };
    const referral = aReferral(await aPair(product.store.prisma), { children: [child] });
    const { commandId } = await theCase.stage('submitReferral', referral);
    const command = await commandById(product.store.prisma, commandId);
    if (command) await deliver(product, command);
    expect(await statusOf(commandId)).toBe('parked');
    const list = await listParked(product, administrator, 'GET /commands/parked');
    expect(list.ok && list.items).toContainEqual(
      expect.objectContaining({ commandId, reference: referral.reference, area: 'maidstone' }),
    );
    await owner.prisma.$executeRawUnsafe('ALTER TABLE child DROP CONSTRAINT fault');
    expect(await retryParked(product, asking(administrator), commandId)).toMatchObject({ state: 'recorded' });
    expect(await product.store.prisma.case.count({ where: { id: theCase.caseId } })).toBe(1);
  });

  it('is nothing to somebody who is denied its case', async () => {
    const theCase = await received();
    await plantFault();
    const commandId = await sent(theCase, anAction(poison));
    await mendFault();
    const { victimId } = await product.store.prisma.case.findUniqueOrThrow({ where: { id: theCase.caseId } });
    const denied = { ...administrator, practitionerId: newId() };
    await product.store.prisma.denyEntry.create({
      data: {
        id: newId(),
        personId: victimId,
        practitionerId: denied.practitionerId,
        enteredById: whoeverMay,
        enteredAt: new Date(theCase.now()),
      },
    });
    expect(await retryParked(product, asking(denied), commandId)).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    expect(await statusOf(commandId)).toBe('parked');
  });
});
