import { beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import { aReferralBody } from '../api/officeForTest.ts';
import { sealAll } from '../environment/sealed.ts';
import { asOwner } from '../rebuild/asOwner.ts';
import type { AuditCheckView, AuditLineView } from '../../contracts/views/auditView.ts';
import { siteForFile } from './siteForFile.ts';

interface AuditAnswer {
  readonly items: readonly AuditLineView[];
  readonly next: string | null;
  readonly check: AuditCheckView;
}

const here = siteForFile();
let reference: string;
let family: string;

beforeAll(async () => {
  const body = aReferralBody({ area: 'medway' });
  family = body.victim.familyName;
  const sent = await here.as('marek.nowak').post('/referrals', body);
  expect(sent.status).toBe(201);
  reference = sent.body.reference;
  await here.as('amy.adeyemi').get(`/cases/${reference}`);
  await here.as('joanna.pike').get(`/cases/${reference}`);
}, 240_000);

const audit = async (subject: string, question = `case=${reference}`) =>
  (await here.as(subject).get<AuditAnswer>(`/audit?${question}`)).body;

describe('the audit of a case', { timeout: 240_000 }, () => {
  it('says who read and did what, when, as whom and from where, refused attempts too', async () => {
    const { items } = await audit('amy.adeyemi');
    const by = (subject: string) => items.filter(({ byId }) => byId === idOf('practitioner', subject));
    expect(by('amy.adeyemi').find(({ event }) => event === 'readCase')).toMatchObject({
      kind: 'saw',
      by: 'Amy Adeyemi',
      asRoles: ['coordinator'],
      route: 'GET /cases/:reference',
      refused: false,
    });
    expect(by('amy.adeyemi')[0]?.address).toMatch(/127\.0\.0\.1|::1/);
    expect(by('joanna.pike')).toMatchObject([
      { event: 'readCase', outcome: 'hidden', refused: true, by: 'Joanna Pike' },
    ]);
    expect(
      by('marek.nowak')
        .filter(({ kind }) => kind === 'did')
        .map(({ event }) => event),
    ).toContain('referralReceived');
  });

  it('says of a look at the page of a case that its history was seen as well', async () => {
    const amy = await here.site.signInAs('amy.adeyemi');
    await amy.open(`/cases/${reference}`);
    const { items } = await audit('amy.adeyemi');
    const looks = items.filter(({ route }) => route === 'page GET /cases/:reference');
    expect(looks.map(({ event }) => event).toSorted()).toEqual(['readCase', 'readHistory']);
    expect(looks.map(({ byId, outcome }) => [byId, outcome])).toEqual(
      looks.map(() => [idOf('practitioner', 'amy.adeyemi'), 'full']),
    );
  });

  it('notes that it was itself read, and by whom', async () => {
    await audit('viktor.sandor');
    const { items } = await audit('amy.adeyemi');
    expect(items.map(({ event, byId }) => [event, byId])).toContainEqual([
      'readAudit',
      idOf('practitioner', 'viktor.sandor'),
    ]);
  });

  it('shows governance references and ids, and no name of anybody', async () => {
    const { items } = await audit('viktor.sandor');
    expect(items.length).toBeGreaterThan(3);
    expect(items.filter(({ by }) => by !== null)).toEqual([]);
    expect(JSON.stringify(items)).not.toContain(family);
    const viktor = await here.site.signInAs('viktor.sandor');
    await viktor.open(`/audit?case=${reference}`);
    const text = await viktor.text();
    expect(text).toContain(reference);
    expect(text).not.toMatch(/Amy Adeyemi|Joanna Pike|Marek Nowak/);
    expect(text).not.toContain(family);
  });

  it('is there for those who coordinate its area, and nobody else', async () => {
    expect((await here.as('bruno.castelli').get(`/audit?case=${reference}`)).status).toBe(404);
    expect((await audit('bruno.castelli', 'limit=200')).items).toEqual([]);
    for (const subject of ['cerys.maddock', 'ines.moreau', 'esther.quaye', 'wanda.osei', 'owen.tregear'])
      expect((await here.as(subject).get(`/audit?case=${reference}`)).status, subject).toBe(403);
  });

  it('is not there for somebody on the deny list of a person in the case', async () => {
    const { prisma } = here.product.store;
    const { victimId } = await prisma.case.findUniqueOrThrow({ where: { reference } });
    const practitionerId = idOf('practitioner', 'grace.oyelaran');
    expect((await here.as('grace.oyelaran').get(`/audit?case=${reference}`)).status).toBe(200);
    const entry = { id: victimId, personId: victimId, practitionerId, enteredById: practitionerId };
    await prisma.denyEntry.create({ data: { ...entry, enteredAt: new Date() } });
    expect((await here.as('grace.oyelaran').get(`/audit?case=${reference}`)).status).toBe(404);
    expect((await audit('grace.oyelaran', 'limit=200')).items.filter((line) => line.reference === reference)).toEqual(
      [],
    );
    await prisma.denyEntry.delete({ where: { id: victimId } });
  });

  it('is filtered by its address, and comes in pages that miss nothing', async () => {
    const refused = await audit('amy.adeyemi', `case=${reference}&kind=refused`);
    expect(refused.items.map(({ byId }) => byId)).toEqual([idOf('practitioner', 'joanna.pike')]);
    const done = await audit('amy.adeyemi', `case=${reference}&kind=did`);
    expect(new Set(done.items.map(({ kind }) => kind))).toEqual(new Set(['did']));
    expect((await audit('amy.adeyemi', `case=${reference}&to=2026-01-01`)).items).toEqual([]);
    const some = `case=${reference}&by=${idOf('practitioner', 'marek.nowak')}`;
    const whole = (await audit('amy.adeyemi', `${some}&limit=200`)).items.map(({ id }) => id);
    expect(whole.length).toBeGreaterThan(2);
    const read: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page: AuditAnswer = await audit('amy.adeyemi', `${some}&limit=2${after === '' ? '' : `&after=${after}`}`);
      read.push(...page.items.map(({ id }) => id));
      after = page.next;
    }
    expect(read).toEqual(whole);
  });

  it('is a page one can filter and save, on a phone too', async () => {
    const amy = await here.site.signInAs('amy.adeyemi', { viewport: { width: 320, height: 800 } });
    await amy.open(`/audit?case=${reference}&kind=refused`);
    expect(await amy.text()).toContain('Joanna Pike');
    expect(await amy.text()).toContain('by the API');
    await amy.follow('Joanna Pike');
    expect(amy.page.url()).toContain(`by=${idOf('practitioner', 'joanna.pike')}`);
    await amy.page.setViewportSize({ width: 1280, height: 900 });
    await amy.open('/audit');
    const csv = await amy.page.request.get(`${here.site.url}/audit/export?case=${reference}`);
    expect(csv.headers()['content-disposition']).toMatch(/audit-\d{4}-\d\d-\d\d\.csv/);
    const lines = (await csv.text()).split('\n');
    expect(lines[0]).toContain('At,Kind,Case,Area,What');
    expect(lines.filter((line) => line.includes('Joanna Pike') && line.includes('hidden'))).toHaveLength(1);
    expect(await csv.text()).not.toContain(family);
  });

  it('is checked against the chains, and the first broken link is named', async () => {
    await sealAll(here.product.store, here.product.anchorFile);
    const before = await audit('amy.adeyemi');
    expect(before.check).toMatchObject({ holds: true, broken: null, wholeCase: true });
    expect(before.check.checked).toBeGreaterThan(3);
    const superuser = asOwner(here.product.databaseUrl);
    const { id: caseId } = await here.product.store.prisma.case.findUniqueOrThrow({ where: { reference } });
    const read = await superuser.prisma.accessLog.findFirstOrThrow({ where: { caseId, outcome: 'hidden' } });
    const fact = await superuser.prisma.auditEvent.findFirstOrThrow({ where: { caseId, seq: 2 } });
    const amy = await here.site.signInAs('amy.adeyemi');
    await superuser.prisma.accessLog.update({ where: { id: read.id }, data: { outcome: 'full' } });
    await amy.open(`/audit?case=${reference}`);
    expect(await amy.text()).toContain(`access_log ${read.id} was changed after it was sealed`);
    await superuser.prisma.accessLog.update({ where: { id: read.id }, data: { outcome: 'hidden' } });
    await superuser.prisma.auditEvent.update({ where: { id: fact.id }, data: { actorId: caseId } });
    await amy.open(`/audit?case=${reference}`);
    expect(await amy.text()).toContain(`Fact 2 of ${caseId} (audit_event ${fact.id}) was changed.`);
    await superuser.prisma.auditEvent.update({ where: { id: fact.id }, data: { actorId: fact.actorId } });
    expect((await audit('amy.adeyemi')).check.holds).toBe(true);
    await superuser.close();
  });
});

describe('a reading', { timeout: 240_000 }, () => {
  it('that cannot be written down is not given', async () => {
    const superuser = asOwner(here.product.databaseUrl);
    const amy = await here.site.signInAs('amy.adeyemi');
    await superuser.prisma.$executeRaw`revoke insert on access_log from marac_app`;
    try {
      for (const address of [
        `/cases/${reference}`,
        `/audit?case=${reference}`,
        '/overdue',
        '/me/tasks',
        '/cases',
        '/people',
      ]) {
        const { status, body } = await here.as('amy.adeyemi').get(address);
        expect([address, status]).toEqual([address, 500]);
        expect(JSON.stringify(body)).not.toContain(family);
      }
      for (const address of [`/cases/${reference}`, `/cases/${reference}/history`, '/audit', '/cases', '/overdue']) {
        const answer = await amy.page.request.get(`${here.site.url}${address}`);
        expect([address, answer.status()]).toEqual([address, 500]);
        expect(await answer.text()).not.toContain(family);
      }
    } finally {
      await superuser.prisma.$executeRaw`grant insert on access_log to marac_app`;
      await superuser.close();
    }
    expect((await here.as('amy.adeyemi').get(`/cases/${reference}`)).status).toBe(200);
  });
});
