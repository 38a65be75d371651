import { afterAll, beforeAll } from 'vitest';
import type { CommandPayloads } from '../../domain/lifecycle/command.ts';
import type { Store } from '../../store/prismaClient.ts';
import { begun } from './begun.ts';
import { CaseInStore } from './caseInStore.ts';
import { aGrading, aPair, aReferral } from './invented.ts';
import { MeetingInStore } from './meetingInStore.ts';
import { namedBefore } from './namedBefore.ts';
import { type SeededStore, seededStore } from './seededStore.ts';
import { whoeverMay } from './whoMaySend.ts';

type Referral = CommandPayloads['submitReferral'];

/** A case that a referral began, and the two it is about. */
export interface Begun {
  readonly theCase: CaseInStore;
  readonly pair: Awaited<ReturnType<typeof aPair>>;
  readonly reference: string;
}

/** A seeded store: begun before the tests of a file, ended after them. What is here may be named before it has begun. */
export interface FileStore {
  readonly store: Store;
  readonly seeded: () => SeededStore;
  /** A case about which nobody has said anything yet. */
  readonly aCase: () => CaseInStore;
  readonly aMeeting: () => MeetingInStore;
  /** A case of Maidstone, referred by the police on Monday 2 March at nine, unless something else is said of it. */
  readonly received: (at?: string, more?: Partial<Referral>) => Promise<Begun>;
  /** Accepted and graded as high risk in the moment it was referred: it goes onto the list of a meeting with room. */
  readonly graded: (at?: string, more?: Partial<Referral>) => Promise<Begun>;
}

/** Begins one for the file that asks, with as many connections; who sends is whoever may. */
export function storeForFile(max?: number): FileStore {
  let found: SeededStore | undefined;
  beforeAll(async () => {
    found = await seededStore(max);
  });
  afterAll(() => found?.end());
  const seeded = () => begun(found);
  const store = namedBefore(() => seeded().store);
  const aCase = () => new CaseInStore(seeded().store, seeded().tools, whoeverMay);
  const aMeeting = () => new MeetingInStore(seeded().store, seeded().tools, whoeverMay);
  const received: FileStore['received'] = async (at = '2026-03-02 09:00', more = {}) => {
    const { pairId, victimId, perpetratorId } = more;
    const known = pairId && victimId && perpetratorId ? { pairId, victimId, perpetratorId } : null;
    const pair = known ?? (await aPair(store.prisma));
    const referral = aReferral(pair, more);
    const theCase = await aCase().does('submitReferral', referral, at);
    return { theCase, pair, reference: referral.reference };
  };
  const graded: FileStore['graded'] = async (at = '2026-03-02 09:00', more = {}) => {
    const referred = await received(at, more);
    await referred.theCase.does('screenReferral', { outcome: 'accept', adviceId: null }, at);
    await referred.theCase.does('gradeRisk', aGrading(), at);
    return referred;
  };
  return { store, seeded, aCase, aMeeting, received, graded };
}
