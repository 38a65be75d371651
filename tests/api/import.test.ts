import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CourtView } from '../../contracts/views/courtView.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { type CaseloadFile, caseloadFiles } from '../../scripts/import/caseloadFile.ts';
import { type KnownOffice, type Office, readOffice } from '../../scripts/import/readOffice.ts';
import { sendCases, type Senders } from '../../scripts/import/sendCases.ts';
import { templateOf } from '../builders/aCaseload.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { clientOf, plannedFrom, sendersOf } from './importingOf.ts';
import { aReferralBody, officeForTest, type Caller } from './officeForTest.ts';

let product: TestProduct;
let as: (subject: string) => Caller;
let senders: Senders;
let known: Office;

beforeAll(async () => {
  product = await startWorkerForTest();
  ({ as } = officeForTest(product));
  const client = clientOf(product);
  senders = sendersOf(client);
  known = await readOffice(client, 'amy.adeyemi');
});
afterAll(() => product?.stop());

const [head = '', example = '', heard = ''] = templateOf('cases').trimEnd().split('\n');

/** Cases by their lines; `beside`: the examples of the other files too, which belong to the case with this key. */
function casesOf(lines: readonly string[], beside?: string, office: KnownOffice = known) {
  const own = (file: CaseloadFile) => templateOf(file).replaceAll('old-0002', beside ?? '');
  const others = beside === undefined ? [] : caseloadFiles.filter((file) => file !== 'cases');
  const texts = {
    cases: [head, ...lines].join('\n'),
    ...Object.fromEntries(others.map((file) => [file, own(file)])),
  };
  return plannedFrom(product, texts, office);
}
const take = (cases: ReturnType<typeof casesOf>) => sendCases(senders, cases, () => undefined);
const named = (key: string, family: string) => example.replace('old-0001', key).replaceAll('Willowmere', family);
const counts = async () => ({
  cases: await product.store.prisma.case.count(),
  facts: await product.store.prisma.auditEvent.count({ where: { type: { not: 'rungFired' } } }),
  people: await product.store.prisma.person.count(),
});
const caseOf = (reference: string | null | undefined) =>
  product.store.prisma.case.findUniqueOrThrow({ where: { reference: reference ?? '' } });

interface Post {
  readonly agency: string | null;
}

describe('a running caseload in a file', () => {
  it('is taken over at the stage each case has reached, with its true dates, and speaks from then on', async () => {
    const [result] = await take(casesOf([named('old-1', 'Ashgrove')]));
    expect(result).toMatchObject({ problem: null });
    const row = await caseOf(result?.reference);
    expect(row).toMatchObject({ adopted: true, silent: false, grade: 'high' });
    expect(['graded', 'listed']).toContain(row.stage);
    expect(row.receivedAt.toISOString().slice(0, 10)).toBe('2026-10-05');
  });

  it('has the adviser it had, though she does not speak the victim’s language', async () => {
    const [speaks] = casesOf([heard.replace('old-0002', 'heard-0').replaceAll('Fenwater', 'Gorsemead')]);
    const referral = { ...speaks!.steps[0]!.body } as { victim: object };
    const body = { ...referral, victim: { ...referral.victim, language: 'Polish', interpreterNeeded: true } };
    const [result] = await take([{ ...speaks!, steps: [{ ...speaks!.steps[0]!, body }, ...speaks!.steps.slice(1)] }]);
    expect(result).toMatchObject({ problem: null });
    expect((await caseOf(result?.reference)).adviserId).toBe(idOf('practitioner', 'joanna.pike'));
  });

  it('changes nothing when it is sent a second time, and goes on where it was interrupted', async () => {
    const cases = casesOf([named('old-2', 'Birchfield'), named('old-3', 'Cedarholt')]);
    // Interrupted after the second request of the first row.
    await take([{ ...cases[0]!, steps: cases[0]!.steps.slice(0, 2) }]);
    const half = await product.store.prisma.case.findFirstOrThrow({ orderBy: { recordedAt: 'desc' } });
    expect(half.silent).toBe(true);
    const first = await take(cases);
    expect(first.map(({ problem }) => problem)).toEqual([null, null]);
    const before = await counts();
    expect(await take(cases)).toEqual(first);
    expect(await counts()).toEqual(before);
  });

  it('says which row the product refused and why, with nothing of what stands in it', async () => {
    const told = await take(
      casesOf(
        [named('old-4', 'Dunmarsh'), named('old-5', 'Elmstead').replace('maidstone', 'nowhere')],
        undefined,
        'unknown',
      ),
    );
    expect(told[0]).toMatchObject({ problem: null });
    expect(told[1]).toMatchObject({ row: 3, reference: null });
    expect(told[1]?.problem).toContain('not taken over. Refused at area: There is no such area.');
    expect(JSON.stringify(told)).not.toContain('Elmstead');
  });

  it('names an adviser who is of another service than that of the area before anything is sent', async () => {
    const before = await counts();
    const dover = named('old-7', 'Gatefield').replace('maidstone', 'dover');
    const people = await as('amy.adeyemi').get<{ items: readonly { name: string; appointments: readonly Post[] }[] }>(
      '/people?role=idva',
    );
    const ofTheArea = known.areas.get('dover')?.idvaService;
    const other = people.body.items.find(({ appointments }) =>
      appointments.every(({ agency }) => agency !== ofTheArea),
    );
    expect(other).toBeDefined();
    const cells = dover.split(',');
    const at = head.split(',').indexOf('adviser');
    // The one cell with a comma in it is not in this line.
    expect(cells).toHaveLength(head.split(',').length);
    const row = cells
      .with(at, other?.name ?? '')
      .with(at + 1, '2026-10-06')
      .join(',');
    expect(() => casesOf([row])).toThrow('"column":"adviser"');
    expect(await counts()).toEqual(before);
  });

  it('names a code the product does not know before anything is sent, where the product was asked', () => {
    expect(() => casesOf([named('old-6', 'Fernholt').replace('maidstone', 'nowhere')])).toThrow('"column":"area"');
  });
});

describe('a case that a meeting elsewhere heard', () => {
  const ofCase = () => casesOf([heard.replace('old-0002', 'heard-1')], 'heard-1');
  const clocksOf = async (caseId: string) => {
    const rows = await product.store.prisma.clock.findMany({ where: { caseId } });
    return rows.map((row) => ({ ...row, clock: row.data as unknown as Clock }));
  };
  let reference: string | null = null;

  it('is taken over with its day, its adviser and its actions, and its flag runs from its referral', async () => {
    const [result] = await take(ofCase());
    expect(result).toMatchObject({ problem: null });
    reference = result?.reference ?? null;
    const row = await caseOf(reference);
    expect(row).toMatchObject({
      ...{ stage: 'heard', silent: false, grade: 'high', engagement: 'engaged', attempts: 2 },
      adviserId: idOf('practitioner', 'joanna.pike'),
      ...{ childCount: 2, withoutPlan: [] as string[] },
      ...{ heardMeetingId: null, listedAt: null, meetingId: null, actionsEndedAt: null },
    });
    // Referred on Monday 5 October 2026, heard on Thursday 5 November: noon of that day in London is noon in UTC.
    expect(row.heardAt?.toISOString()).toBe('2026-11-05T12:00:00.000Z');
    expect(row.flagEndsOn?.toISOString().slice(0, 10)).toBe('2027-10-05');
    expect(await product.store.prisma.listing.count({ where: { caseId: row.id } })).toBe(0);
    const graded = await product.store.prisma.auditEvent.findFirstOrThrow({
      where: { caseId: row.id, type: 'riskGraded' },
    });
    expect(graded.occurredAt.toISOString().slice(0, 10)).toBe('2026-10-06');
  });

  it('has its children, each with what was done about it', async () => {
    const { id: caseId } = await caseOf(reference);
    const children = await product.store.prisma.child.findMany({ where: { caseId } });
    const told = children.map(({ ageBand, notificationId, alreadySent }) => [
      ageBand,
      notificationId !== null,
      alreadySent,
    ]);
    expect(told.toSorted()).toEqual([
      ['oneToSeventeen', true, true],
      ['unborn', false, false],
    ]);
  });

  it('owes what nobody has done, by the days on which it happened, and nothing that was done', async () => {
    const { id: caseId } = await caseOf(reference);
    const clocks = await clocksOf(caseId);
    const due = (kind: string) =>
      clocks.flatMap(({ clock }) => (clock.kind === kind && clock.due.type === 'day' ? clock.due.date : [])).toSorted();
    expect(due('repeatFlag')).toEqual(['2027-10-05']);
    expect(due('action')).toEqual(['2026-11-10', '2026-11-12', '2026-11-19']);
    // Twenty-eight days after the engagement of 8 October, and after the review of 4 November that met it.
    expect(due('riskReview')).toEqual(['2026-11-05', '2026-12-02']);
    const open = clocks.filter(({ status }) => status !== 'ended').map(({ clock }) => clock.kind);
    expect(open).toEqual(expect.arrayContaining(['action', 'hearing', 'protectionOrder', 'repeatFlag', 'riskReview']));
    const done = [
      'screen',
      'firstContact',
      'contactAttempts',
      'engagement',
      'safetyPlan',
      'outcomeTold',
      'referrerTold',
    ];
    for (const kind of [...done, 'hearingTold', 'bailOutcome']) expect(open, kind).not.toContain(kind);
    const ended = clocks.filter(({ clock }) => clock.end !== null && clock.kind === 'action');
    expect(ended.map(({ clock }) => clock.end?.outcome).toSorted()).toEqual(['cancelled', 'met']);
    const outcomeTold = clocks.find(({ clock }) => clock.kind === 'outcomeTold');
    // Two working days after the meeting: it was told on the first of them.
    expect(outcomeTold?.clock).toMatchObject({ due: { type: 'day', date: '2026-11-09' }, end: { outcome: 'met' } });
  });

  it('has its proceedings with what they have reached, and its hearings as one was adjourned to the next', async () => {
    const read = await as('amy.adeyemi').get<CourtView>(`/cases/${reference ?? ''}`);
    const { proceedings, liveDates } = read.body;
    const on = (moment: string | null) => moment?.slice(0, 10);
    expect(
      proceedings.map(({ kind, specialist, startedOn, outcome, milestones }) => [
        ...[kind, specialist, startedOn, outcome],
        milestones.map(({ milestone, result, occurredAt }) => [milestone, result, on(occurredAt)]),
      ]),
    ).toEqual([
      [
        ...['criminal', true, '2026-09-28', null],
        [
          ['charge', null, '2026-09-28'],
          ['firstHearing', null, '2026-10-12'],
          ['plea', 'notGuilty', '2026-10-12'],
        ],
      ],
      ['family', false, '2026-10-08', 'concluded', [['specialMeasuresDecided', 'granted', '2026-10-15']]],
    ]);
    const hearings = liveDates.filter(({ kind }) => kind === 'hearing').toSorted((a, b) => (a.at! < b.at! ? -1 : 1));
    const [adjourned, over, next] = hearings;
    expect(adjourned).toMatchObject({
      ...{ status: 'ended', at: '2026-10-12T09:00:00.000Z', goesAlong: [idOf('practitioner', 'joanna.pike')] },
      ...{ adjourned: { toId: next?.liveDateId, because: 'reportsAwaited' }, told: { result: 'told' } },
    });
    expect(over).toMatchObject({ status: 'ended', outcome: 'orderMade', proceedingId: proceedings[1]?.proceedingId });
    expect(on(over?.told?.at ?? null)).toBe('2026-10-21');
    expect(next).toMatchObject({
      ...{ status: 'live', at: '2027-01-11T10:00:00.000Z', proceedingId: proceedings[0]?.proceedingId },
      ...{ adjourned: { fromId: adjourned?.liveDateId }, goesAlong: adjourned?.goesAlong },
    });
    const bail = liveDates.find(({ kind }) => kind === 'preChargeBail');
    expect(bail).toMatchObject({ status: 'live', authorisedBy: 'inspector', told: { result: 'told' } });
  });

  it('speaks of the action that is overdue once, at the highest step, with the day by which it was due', async () => {
    const { id: caseId } = await caseOf(reference);
    const fired = async () => {
      const events = await product.store.prisma.auditEvent.findMany({ where: { caseId, type: 'rungFired' } });
      return events
        .map(({ data }) => data as unknown as { clock: Clock; rung: number; noted: readonly number[] })
        .filter(({ clock }) => clock.kind === 'action');
    };
    const [rung, ...others] = await vi.waitFor(
      async () => {
        const all = await fired();
        expect(all).not.toEqual([]);
        return all;
      },
      { timeout: 60_000, interval: 250 },
    );
    expect(others).toEqual([]);
    expect(rung?.clock.due).toEqual({ type: 'day', date: '2026-11-10' });
    expect(rung?.noted).toEqual(Array.from({ length: rung?.rung ?? 0 }, (_, step) => step));
    const { body } = await as('amy.adeyemi').get<{
      items: readonly { reference: string; kind: string; agency: string }[];
    }>('/overdue?limit=100');
    const lines = body.items.filter((line) => line.reference === reference && line.kind === 'action');
    expect(lines).toMatchObject([{ agency: 'housing' }]);
  });

  it('shows where it was heard, and what was decided, to those who may read the case', async () => {
    const read = await as('amy.adeyemi').get<Record<string, unknown>>(`/cases/${reference ?? ''}`);
    expect(read.body['heardElsewhere']).toEqual({
      meetingOn: '2026-11-05',
      words: {
        state: 'open',
        text: {
          source: 'Maidstone MARAC; minutes of 5 November 2026, case 7',
          decided: 'What the meeting decided.',
        },
      },
    });
  });

  it('changes nothing when the same files are sent again', async () => {
    const before = await counts();
    expect(await take(ofCase())).toMatchObject([{ reference, problem: null }]);
    expect(await counts()).toEqual(before);
  });

  it('is what a new referral of the same two people repeats', async () => {
    const person = { givenNames: 'Isolde', familyName: 'Fenwater', dateOfBirth: '1992-02-20' };
    const { equality } = aReferralBody().victim;
    const victim = { ...person, equality };
    const perpetrator = { givenNames: 'Leofric', familyName: 'Fenwater' };
    const again = await as('marek.nowak').post('/referrals', aReferralBody({ victim, perpetrator }));
    expect(again.status).toBeLessThan(300);
    expect((await caseOf(again.body.reference)).repeatOfId).toBe((await caseOf(reference)).id);
  });

  it('can be taken over so only until it reminds people', async () => {
    const body = { occurredAt: '2026-11-05', source: 'Maidstone MARAC' };
    const late = await as('amy.adeyemi').post(`/cases/${reference ?? ''}/heard-elsewhere`, body);
    expect(late.body.code).toBe('NOT_ADOPTED');
    const noDay = await as('amy.adeyemi').post(`/cases/${reference ?? ''}/heard-elsewhere`, { source: 'Maidstone' });
    expect(noDay.body.parts).toMatchObject([{ at: 'occurredAt' }]);
  });
});
