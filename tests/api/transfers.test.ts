import { describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import type { CaseView, CaseSummaryView } from '../../contracts/views/caseView.ts';
import type { AgendaView } from '../../contracts/views/meetingDocumentViews.ts';
import type { OpenTransferView, TransferPackView } from '../../contracts/views/transferView.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import { officeForFile } from './officeForFile.ts';
import { aReferralBody } from './officeForTest.ts';
import { wordFile } from './wordFile.ts';

const office = officeForFile();

/** Amy coordinates the north, Maidstone among it; Bruno the south, Thanet among it. */
const amy = () => office.as('amy.adeyemi');
const bruno = () => office.as('bruno.castelli');

interface Sent {
  readonly reference: string;
  readonly transferId: string;
}

/** A graded case of Maidstone with an open action, sent to Thanet. */
async function sent(to: object = { area: 'thanet' }): Promise<Sent> {
  const { body } = await office.as('marek.nowak').post('/referrals', aReferralBody());
  const { reference } = body;
  await amy().post(`/cases/${reference}/screening`, { outcome: 'accept' });
  await amy().post(`/cases/${reference}/grade`, {}, { version: '*' });
  const action = { agency: 'housing', risk: 'physicalHarm', description: 'Change the locks.' };
  await amy().post(`/cases/${reference}/actions`, action);
  const asked = await amy().post<{ created: { transferId: string } }>(`/cases/${reference}/transfers`, {
    ...to,
    reason: 'She has moved to her sister in Margate.',
  });
  expect({ status: asked.status, body: asked.body }).toMatchObject({ status: 201 });
  return { reference, transferId: asked.body.created.transferId };
}

const pack = ({ reference, transferId }: Sent) => `/cases/${reference}/transfers/${transferId}/pack`;

describe('a transfer to another area', () => {
  it('shows the coordinator who is asked what is needed to decide, and nobody else there anything', async () => {
    const theCase = await sent();
    const seen = await bruno().get<TransferPackView>(pack(theCase));
    expect(seen.status).toBe(200);
    expect(seen.body).toMatchObject({
      from: 'maidstone',
      to: 'thanet',
      status: 'pending',
      relationship: 'formerPartner',
    });
    expect(seen.body.victim?.identity).toMatchObject({ givenNames: 'Idonya' });
    expect(seen.body.referral?.state).toBe('open');
    expect(seen.body.openActions).toMatchObject([{ agency: 'housing', description: { text: 'Change the locks.' } }]);
    const bare = await bruno().get<CaseView>(`/cases/${theCase.reference}`);
    expect(bare.body).toMatchObject({ disclosure: 'reference', victim: null, area: 'maidstone' });
    const open = await bruno().get<{ items: OpenTransferView[] }>('/transfers');
    expect(open.body.items.map(({ reference }) => reference)).toContain(theCase.reference);
    for (const other of ['dilip.raval', 'fergus.hallam', 'ines.moreau', 'nuala.brennan']) {
      expect((await office.as(other).get(pack(theCase))).status, other).toBe(404);
      expect((await office.as(other).get(`/cases/${theCase.reference}`)).status, other).toBe(404);
    }
    // The referrer and governance see the case as they did, and no pack.
    for (const other of ['marek.nowak', 'viktor.sandor'])
      expect((await office.as(other).get(pack(theCase))).status, other).toBe(403);
  });

  it('has what was sent as a Word file too, for the same people', async () => {
    const theCase = await sent();
    const wordOf = (who: string) => wordFile(office.app, who, `${pack(theCase)}/word`);
    const file = await wordOf('bruno.castelli');
    expect(file.name).toContain(`transfer-${theCase.reference}-${londonDate(office.product.clock.now())}.docx`);
    expect(file.text).toContain('Change the locks.');
    expect(file.text).toContain('Idonya');
    expect((await wordOf('nuala.brennan')).status).toBe(404);
    expect((await wordOf('viktor.sandor')).status).toBe(403);
  });

  it('is answered by the area that is asked alone; accepted, the case is that area’s and its agenda says from where', async () => {
    const theCase = await sent();
    const path = `/cases/${theCase.reference}/transfer-answer`;
    expect((await amy().post(path, { outcome: 'accept' })).status).toBe(403);
    expect((await bruno().post(path, { outcome: 'accept' })).status).toBe(200);
    const taken = await bruno().get<CaseView>(`/cases/${theCase.reference}`);
    expect(taken.body).toMatchObject({
      disclosure: 'full',
      area: 'thanet',
      transferredFrom: 'maidstone',
      stage: 'listed',
    });
    const listed = await bruno().get<{ items: CaseSummaryView[] }>('/cases?area=thanet&stage=listed');
    expect(listed.body.items).toMatchObject([{ reference: theCase.reference, transferredFrom: 'maidstone' }]);
    expect(taken.body.actions).toMatchObject([{ status: 'open', agency: 'housing' }]);
    const { meetingId } = await office.product.store.prisma.case.findUniqueOrThrow({
      where: { reference: theCase.reference },
      select: { meetingId: true },
    });
    const agenda = await bruno().get<AgendaView>(`/meetings/${meetingId}/agenda`);
    const onAgenda = [...agenda.body.casesWithChildren, ...agenda.body.casesWithAdults];
    expect(onAgenda.find(({ reference }) => reference === theCase.reference)?.transferredFrom).toBe('maidstone');
  });

  it('stays in the record of the sender: the reference, the history and what was sent', async () => {
    const theCase = await sent();
    await bruno().post(`/cases/${theCase.reference}/transfer-answer`, { outcome: 'accept' });
    expect((await amy().get<CaseView>(`/cases/${theCase.reference}`)).body).toMatchObject({
      disclosure: 'reference',
      victim: null,
      transfers: [{ status: 'accepted', from: 'maidstone', to: 'thanet' }],
    });
    expect((await amy().get(pack(theCase))).status).toBe(200);
    const history = await amy().get<{ items: { what: string }[] }>(`/cases/${theCase.reference}/history`);
    expect(history.body.items.map(({ what }) => what)).toContain(
      'The transfer was accepted: the case is the other area’s now.',
    );
    expect((await amy().post(`/cases/${theCase.reference}/listing`, {})).status).toBe(403);
  });

  it('that is refused stays with the sender, who withdraws it; then it is nobody else’s any more', async () => {
    const theCase = await sent();
    const refusal = { outcome: 'refuse', reason: 'She lives in Dover district.' };
    expect((await bruno().post(`/cases/${theCase.reference}/transfer-answer`, refusal)).status).toBe(200);
    const own = await amy().get<CaseView>(`/cases/${theCase.reference}`);
    expect(own.body.transfers).toMatchObject([{ status: 'refused', answer: { text: 'She lives in Dover district.' } }]);
    const back = { reason: 'Agreed with Thanet that she stays ours for now.' };
    expect((await amy().post(`/cases/${theCase.reference}/transfer-withdrawal`, back)).status).toBe(200);
    expect((await bruno().get(pack(theCase))).status).toBe(404);
    expect((await amy().get(pack(theCase))).status).toBe(200);
  });

  it('keeps out whoever is on the deny list of the people, in the receiving area too', async () => {
    const bruno_ = idOf('practitioner', 'bruno.castelli');
    const referral = await office.as('marek.nowak').post('/referrals', aReferralBody({ mustNotSee: [bruno_] }));
    const { reference } = referral.body;
    await amy().post(`/cases/${reference}/transfers`, { area: 'thanet', reason: 'Moved.' });
    expect((await bruno().get(`/cases/${reference}`)).status).toBe(404);
    expect((await bruno().post(`/cases/${reference}/transfer-answer`, { outcome: 'accept' })).status).toBe(404);
    const told = await office.product.store.prisma.notice.findMany({
      where: { code: 'transferOffered', recipientId: bruno_ },
    });
    const cases = await office.product.store.prisma.case.findMany({ where: { reference } });
    expect(told.map(({ caseId }) => caseId)).not.toContain(cases[0]?.id);
  });
});

describe('the advisers of a case that another area takes over', () => {
  const joanna = () => office.as('joanna.pike');
  const joannaId = idOf('practitioner', 'joanna.pike');

  /** A case of Maidstone in which Joanna advises for the community and at court, sent to an area. */
  async function withAdviser(area: string): Promise<Sent> {
    const theCase = await sent({ area });
    for (const kind of ['community', 'court']) {
      const path = `/cases/${theCase.reference}/allocation`;
      const given = await office.as('leila.haddad').post(path, { adviser: joannaId, kind });
      expect({ kind, status: given.status, body: given.body }).toMatchObject({ status: 201 });
    }
    expect((await joanna().get(`/cases/${theCase.reference}`)).status).toBe(200);
    return theCase;
  }
  const placesOf = async ({ reference }: Sent) => {
    const { id: caseId } = await office.product.store.prisma.case.findUniqueOrThrow({ where: { reference } });
    const places = await office.product.store.prisma.caseAdviser.findMany({ where: { caseId } });
    const told = await office.product.store.prisma.notice.findMany({ where: { caseId, code: 'transferAccepted' } });
    return { places, toldIds: told.map(({ recipientId }) => recipientId) };
  };

  it('lose every place where another service supports the victim from then on, and are told', async () => {
    const theCase = await withAdviser('medway');
    expect((await placesOf(theCase)).places.map(({ endedAt }) => endedAt)).toEqual([null, null]);
    expect((await amy().post(`/cases/${theCase.reference}/transfer-answer`, { outcome: 'accept' })).status).toBe(200);
    const { places, toldIds } = await placesOf(theCase);
    expect(places.map(({ endedAt }) => endedAt === null)).toEqual([false, false]);
    expect(toldIds.filter((id) => id === joannaId)).toHaveLength(1);
    expect((await joanna().get(`/cases/${theCase.reference}`)).status).toBe(404);
    // Medway's own service has it in its queue.
    expect((await office.as('ines.moreau').get(`/cases/${theCase.reference}`)).status).toBe(200);
  });

  it('stay where their service supports the victims of both areas', async () => {
    const theCase = await withAdviser('thanet');
    expect((await bruno().post(`/cases/${theCase.reference}/transfer-answer`, { outcome: 'accept' })).status).toBe(200);
    expect((await placesOf(theCase)).places.map(({ endedAt }) => endedAt)).toEqual([null, null]);
    expect((await joanna().get(`/cases/${theCase.reference}`)).status).toBe(200);
  });
});

describe('a transfer to a MARAC outside', () => {
  it('is made by its pack and answered by what the sender writes down', async () => {
    const theCase = await sent({ outside: { name: 'Bexley MARAC', contact: 'marac@bexley.example' } });
    const seen = await amy().get<TransferPackView>(pack(theCase));
    expect(seen.body).toMatchObject({ to: null, outside: { text: { name: 'Bexley MARAC' } } });
    expect((await bruno().get(pack(theCase))).status).toBe(404);
    const path = `/cases/${theCase.reference}/outside-transfer-answer`;
    expect((await amy().post(path, { outcome: 'accept', note: 'By telephone.' })).status).toBe(200);
    expect((await amy().get<CaseView>(`/cases/${theCase.reference}`)).body.stage).toBe('transferred');
  });
});

describe('a transfer that makes no sense', () => {
  it.each([
    [{ area: 'maidstone', reason: 'x' }, 409, 'OWN_AREA'],
    [{ area: 'nowhere', reason: 'x' }, 422, 'UNKNOWN_AREA'],
    [{ reason: 'to nobody' }, 400, 'NOT_AS_DESCRIBED'],
    [{ area: 'thanet', outside: { name: 'Bexley' }, reason: 'to both' }, 400, 'NOT_AS_DESCRIBED'],
    [{ area: 'thanet' }, 400, 'NOT_AS_DESCRIBED'],
    [{ area: 'thanet', reason: 'x', occurredAt: '2099-01-01' }, 422, 'HAPPENS_LATER'],
  ])('%j is refused', async (body, status, code) => {
    const { body: referred } = await office.as('marek.nowak').post('/referrals', aReferralBody());
    const answer = await amy().post(`/cases/${referred.reference}/transfers`, body);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
  });
});
