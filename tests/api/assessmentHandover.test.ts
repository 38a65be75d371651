import { describe, expect, it } from 'vitest';
import type { AssessmentsReportView } from '../../contracts/views/loneAssessmentView.ts';
import type { ExceptionView } from '../../contracts/views/officeViews.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { addHours } from '../../domain/calendar/london.ts';
import { readColumns } from '../../store/projection/writeSet.ts';
import { rebuildAssessment } from '../../store/rebuild/rebuildAssessment.ts';
import { belowMarac, recordedBy, seenBy, start, to, toldOfAssessment, watchAt } from './loneAssessments.ts';
import { officeForFile } from './officeForFile.ts';
import { aReferralBody } from './officeForTest.ts';

const [kidas, mdas] = ['kidas', 'mdas'];
const office = officeForFile({ now: start });

/** Amy coordinates Maidstone, whose cases below the threshold are KIDAS's: Xanthe and, as its lead, Yusuf. */
const amy = () => office.as('amy.adeyemi');
const marek = () => office.as('marek.nowak');
const xanthe = () => office.as('xanthe.rowley');
const yusuf = () => office.as('yusuf.marlowe');

const recorded = (body: object = belowMarac()) => recordedBy(marek(), body);
const toldOf = (caseId: string) => toldOfAssessment(office, caseId);
const watch = (at: string) => watchAt(office, at);
const clocksOf = async (caseId: string) =>
  (await office.product.store.prisma.clock.findMany({ where: { caseId }, orderBy: { anchorAt: 'asc' } })).map(
    ({ kind, status, outcome }) => `${kind} ${outcome ?? status}`,
  );
const reason = { reason: 'She lives outside our contract area.' };

describe('an assessment below MARAC', () => {
  it('goes to the service of its area at once, which is told, sees it, and takes it on', async () => {
    const id = await recorded();
    expect(await toldOf(id)).toEqual([
      'handedOver to xanthe.rowley as receivingService',
      'handedOver to yusuf.marlowe as receivingService',
    ]);
    for (const who of [xanthe(), yusuf(), amy(), marek()])
      expect(await seenBy(who, 'handedOver', id)).toMatchObject({
        ...{ grade: 'medium', service: kidas, due: { date: '2026-03-04' }, overdue: false, answeredAt: null },
        handedOverAt: start,
      });
    expect((await seenBy(xanthe(), 'handedOver', id))?.victim?.identity).toMatchObject({ givenNames: 'Idonya' });
    for (const subject of ['owen.tregear', 'zofia.hartley', 'bruno.castelli', 'joanna.pike'])
      expect(await seenBy(office.as(subject), 'handedOver', id), subject).toBeUndefined();
    expect((await xanthe().post(to(id, '/acknowledgement'), {})).status).toBe(200);
    expect(await seenBy(xanthe(), 'takenOn', id)).toMatchObject({ status: 'takenOn', due: null, answeredAt: start });
    expect(await clocksOf(id)).toEqual(['acknowledgement met']);
    expect((await xanthe().post(to(id, '/acknowledgement'), {})).body.code).toBe('NOT_HANDED_OVER');
    await watch('2026-04-20T09:00:30.000Z');
    expect(await toldOf(id), 'nobody is chased for what is taken on').toHaveLength(2);
  });

  it('is chased when the service is silent: at the service, then with the coordinator, then with the chair', async () => {
    office.product.clock.set(addHours(start, 1));
    const id = await recorded();
    const news = await toldOf(id);
    const since = async (at: string) => {
      const before = (await toldOf(id)).length;
      await watch(at);
      return (await toldOf(id)).slice(before);
    };
    expect(await since('2026-03-03T09:00:30.000Z')).toEqual([]);
    // Two working days after Monday: Wednesday.
    expect(await since('2026-03-04T09:00:30.000Z')).toEqual(news.map((each) => each.replace('handedOver', 'rung')));
    expect((await since('2026-03-05T09:00:30.000Z')).join()).toContain('xanthe.rowley');
    expect(await since('2026-03-06T09:00:30.000Z')).toEqual(['rung to amy.adeyemi as coordinator']);
    expect((await since('2026-03-11T09:00:30.000Z')).join()).toContain('as chair');
    office.product.clock.set('2026-03-11T10:00:00.000Z');
    expect(await seenBy(amy(), 'handedOver', id)).toMatchObject({ overdue: true });
    office.product.clock.set(start);
  });

  it('comes back to the area where the service refuses, stands among what is stuck, and goes to another', async () => {
    office.product.clock.set(addHours(start, 2));
    const id = await recorded();
    expect((await yusuf().post(to(id, '/refusal'), {})).body.code).toBe('NOT_AS_DESCRIBED');
    expect((await yusuf().post(to(id, '/refusal'), reason)).status).toBe(200);
    expect(await seenBy(yusuf(), 'handoverRefused', id), 'who has refused sees it no more').toBeUndefined();
    expect(await seenBy(amy(), 'handoverRefused', id)).toMatchObject({
      refusal: { text: reason.reason },
      due: { date: '2026-03-03' },
    });
    expect(await seenBy(marek(), 'handoverRefused', id), 'why may say something of a case').toMatchObject({
      refusal: null,
    });
    expect((await toldOf(id)).at(-1)).toBe('handoverRefused to amy.adeyemi as coordinator');
    const stuck = async () =>
      (await amy().get<{ items: ExceptionView[] }>('/exceptions')).body.items.filter((each) => each.id === id);
    expect(await stuck()).toMatchObject([{ kind: 'assessmentRefused', area: 'maidstone' }]);
    expect((await amy().post(to(id, '/handover'), { to: 'nobody' })).body.code).toBe('UNKNOWN_AGENCY');
    expect((await xanthe().post(to(id, '/handover'), { to: mdas })).status, 'who has refused hands it to nobody').toBe(
      403,
    );
    expect((await amy().post(to(id, '/handover'), { to: mdas })).status).toBe(200);
    expect(await stuck()).toEqual([]);
    expect(await clocksOf(id)).toEqual(['acknowledgement met', 'refusedHandover met', 'acknowledgement running']);
    expect(await seenBy(amy(), 'handedOver', id)).toMatchObject({ service: mdas, refusal: null });
    // Amy telephoned: who runs the MARAC may write down what the service said.
    expect((await amy().post(to(id, '/acknowledgement'), {})).status).toBe(200);
  });

  it('goes to no service only by a named decision, with a reason', async () => {
    const id = await recorded();
    expect((await xanthe().post(to(id, '/not-handed-over'), reason)).status).toBe(403);
    expect((await office.as('bruno.castelli').post(to(id, '/not-handed-over'), reason)).status).toBe(404);
    expect((await marek().post(to(id, '/acknowledgement'), {})).status).toBe(403);
    expect((await office.as('stefan.lindqvist').post(to(id, '/acknowledgement'), {})).status).toBe(403);
    expect((await amy().post(to(id, '/not-handed-over'), {})).body.code).toBe('NOT_AS_DESCRIBED');
    expect((await amy().post(to(id, '/not-handed-over'), reason)).status).toBe(200);
    expect(await seenBy(amy(), 'notHandedOver', id)).toMatchObject({
      settledById: idOf('practitioner', 'amy.adeyemi'),
      reason: { text: reason.reason },
    });
    expect(await seenBy(xanthe(), 'notHandedOver', id)).toBeUndefined();
  });

  it('is taken back from the service once the same two are referred', async () => {
    const body = belowMarac();
    const id = await recorded(body);
    const referral = aReferralBody();
    const people = {
      victim: { ...referral.victim, ...body.victim },
      perpetrator: { ...referral.perpetrator, ...body.perpetrator },
    };
    expect((await marek().post('/referrals', { ...referral, ...people })).status).toBe(201);
    await watch('2026-03-02T14:00:00.000Z');
    expect(await seenBy(amy(), 'referred', id)).toMatchObject({ due: null });
    expect(await clocksOf(id)).toEqual(['acknowledgement cancelled']);
  });

  it('is built again from its record with what the services said', async () => {
    const id = await recorded();
    await yusuf().post(to(id, '/refusal'), reason);
    const row = await office.product.store.prisma.loneAssessment.findUniqueOrThrow({ where: { id } });
    await office.product.store.prisma.loneAssessment.delete({ where: { id } });
    const columnsOf = await readColumns(office.product.store.prisma);
    expect(await rebuildAssessment(office.product.store, id, columnsOf)).toMatchObject({ status: 'mended' });
    expect(await office.product.store.prisma.loneAssessment.findUnique({ where: { id } })).toEqual(row);
    const events = await office.product.store.prisma.auditEvent.findMany({ where: { caseId: id } });
    expect(JSON.stringify(events)).not.toContain('contract area');
  });

  it('stands in the report by what became of it', async () => {
    office.product.clock.set('2026-05-05T10:00:00.000Z');
    const ids = [];
    for (let n = 0; n < 4; n += 1) ids.push(await recorded(belowMarac({ area: 'swale' })));
    const [one, two, three] = ids as [string, string, string];
    const supervisor = office.as('grace.oyelaran');
    expect((await supervisor.post(to(one, '/acknowledgement'), {})).status).toBe(200);
    expect((await supervisor.post(to(two, '/refusal'), reason)).status).toBe(200);
    expect((await supervisor.post(to(three, '/not-handed-over'), reason)).status).toBe(200);
    const ask = () => supervisor.get<AssessmentsReportView>('/reports/assessments?from=2026-05&to=2026-05&areas=swale');
    const ended = { takenOn: 1, handoverRefused: 1, notHandedOver: 1, handedOver: 1 };
    expect((await ask()).body.total).toMatchObject({ medium: 4, high: 0, ...ended });
    // A high one that somebody decided not to refer stays counted as decided, also once a service is asked.
    const high = await recorded(belowMarac({ area: 'swale', count: 15 }));
    await supervisor.post(to(high, '/not-referred'), reason);
    expect((await supervisor.post(to(high, '/handover'), { to: kidas })).status).toBe(200);
    expect((await ask()).body.total).toMatchObject({
      high: 1,
      highDecided: 1,
      highWaiting: 0,
      ...ended,
      handedOver: 2,
    });
  });
});
