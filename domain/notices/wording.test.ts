import { describe, expect, it } from 'vitest';
import { clockKinds, describeClockKind } from '../clocks/clockKind.ts';
import { recipientRoles } from '../clocks/ladder.ts';
import type { NoticeRole } from './directory.ts';
import { readNoticeData, type NewsData, type RungData } from './noticeData.ts';
import { wordNotice, type NoticeContext } from './wording.ts';

const due = (date: string) => ({ type: 'day', date }) as const;
const rung: RungData = {
  code: 'rung',
  kind: 'action',
  label: 'overdue1',
  due: due('2026-03-13'),
  originalDue: due('2026-03-13'),
  rule: '10 working days after the action was set',
  provisional: false,
};
const context: NoticeContext = {
  reference: 'KMT4-9RQ',
  meeting: null,
  areaName: 'Maidstone',
  role: 'owner',
  now: '2026-03-16T09:00:00.000Z',
  publicUrl: 'https://marac.example',
};
const newsCodes: readonly NewsData['code'][] = [
  'referralScreened',
  'referralReturned',
  'actionSet',
  'secondDeferral',
  'deferralDecided',
  'contactSuspended',
  'victimDied',
  'deathTakenBack',
  'furtherAbuse',
  'reportTakenOut',
  'childrenNotified',
  'handedOver',
  'commandParked',
  'caseAllocated',
  'hearingCompany',
];
const roles: readonly NoticeRole[] = [...recipientRoles, 'systemAdministrator'];

function subject(more: Partial<RungData>, now = context.now): string {
  return wordNotice({ ...rung, ...more }, { ...context, now }).subject;
}

describe('a message about a duty', () => {
  it('says which case, what, when, how late, why this date, what to do and where to sign in', () => {
    const { subject: line, text } = wordNotice(rung, context);
    expect(line).toBe('Case KMT4-9RQ: Action – 3 days late');
    expect(text).toContain('Case: KMT4-9RQ, Maidstone');
    expect(text).toContain('Due: Friday 13 March 2026, 3 days late');
    expect(text).toContain('Why this date: 10 working days after the action was set');
    expect(text).toContain('Please do it and record it.');
    expect(text).toContain('record it with the time when it was done');
    expect(text).toContain('Sign in: https://marac.example/cases/KMT4-9RQ');
  });

  it.each([
    ['2026-03-12T09:00:00.000Z', 'due on Friday 13 March 2026'],
    ['2026-03-13T08:00:00.000Z', 'due today'],
    ['2026-03-13T23:59:59.000Z', 'due today'],
    ['2026-03-14T00:00:00.000Z', '1 day late'],
    ['2026-05-01T09:00:00.000Z', '7 weeks late'],
    ['2027-01-13T09:00:00.000Z', '10 months late'],
  ])('at %s is %s', (now, expected) => {
    expect(subject({}, now)).toBe(`Case KMT4-9RQ: Action – ${expected}`);
  });

  it('counts days by London, where the last hour of a summer day is still that day', () => {
    const summer = { due: due('2026-07-10') };
    expect(subject(summer, '2026-07-10T22:59:00.000Z')).toContain('due today');
    expect(subject(summer, '2026-07-10T23:00:00.000Z')).toContain('1 day late');
  });

  it.each([
    ['2026-03-16T08:00:00.000Z', 'due by Monday 16 March 2026 at midday'],
    ['2026-03-16T12:00:00.000Z', 'due now'],
    ['2026-03-16T13:00:00.000Z', '1 hour late'],
    ['2026-03-18T11:59:00.000Z', '47 hours late'],
    ['2026-03-18T12:00:00.000Z', '2 days late'],
    ['2026-05-18T09:00:00.000Z', '9 weeks late'],
  ])('with an hour of its own, at %s is %s', (now, expected) => {
    const instant = { kind: 'researchReturn', due: { type: 'instant', at: '2026-03-16T12:00:00.000Z' } } as const;
    expect(subject(instant, now)).toBe(`Case KMT4-9RQ: Return the agency’s research – ${expected}`);
  });

  it('does not call a date in the outside world late', () => {
    expect(subject({ kind: 'hearing', due: due('2026-03-23') })).toBe(
      'Case KMT4-9RQ: Court hearing – on Monday 23 March 2026',
    );
    const passed = wordNotice({ ...rung, kind: 'dvpo' }, { ...context, role: 'namedPost' });
    expect(passed.subject).toContain('the date has passed');
    expect(passed.text).not.toContain('late');
    expect(passed.text).toContain('what became of it has not been recorded');
  });

  it('keeps the date first set where it was moved, and says when a date is provisional', () => {
    const { text } = wordNotice({ ...rung, originalDue: due('2026-03-02'), provisional: true }, context);
    expect(text).toContain('First due: Monday 2 March 2026');
    expect(text).toContain('provisional');
    expect(wordNotice(rung, context).text).not.toContain('First due');
  });

  it('asks the one whose duty it is to do it, and those above to see to it', () => {
    const as = (role: NoticeRole) => wordNotice(rung, { ...context, role }).text;
    expect(as('owner')).toContain('Please do it and record it.');
    expect(as('cover')).toContain('Please do it and record it.');
    expect(as('agencyLead')).toContain('Please see to it that your agency gets this done');
    expect(as('chair')).toContain('Please take it up with those responsible.');
    const decide = wordNotice({ ...rung, kind: 'contactDecision' }, { ...context, role: 'serviceManager' }).text;
    expect(decide).toContain('Please decide how to go on with contact');
  });
});

describe('news', () => {
  it.each(newsCodes)('%s says what to do next and where', (code) => {
    for (const role of roles) {
      const { subject: line, text } = wordNotice({ code, due: null }, { ...context, role });
      expect(line).toMatch(/^Case KMT4-9RQ: \S/);
      expect(text).toMatch(/Please .+\./);
      expect(text).toContain('Sign in: https://marac.example/');
    }
  });

  it('of a hearing somebody goes along to leads to the court diary, for the case may be closed to them', () => {
    const { text } = wordNotice({ code: 'hearingCompany', due: null }, context);
    expect(text).toContain('Sign in: https://marac.example/court-diary?days=365');
    expect(text).not.toContain('/cases/');
    const reminder = wordNotice({ ...rung, kind: 'hearing' }, context).text;
    expect(reminder).toContain('in the court diary, also where the case is not theirs to open');
  });

  it('of a death does not say so in the mail, and asks that nobody is contacted', () => {
    const {
      subject: line,
      text,
      html,
    } = wordNotice({ code: 'victimDied', due: null }, { ...context, role: 'adviser' });
    expect(line).toBe('Case KMT4-9RQ: please sign in today');
    expect(text).toContain('Please do not contact anybody in this case.');
    for (const words of [line, text, html]) expect(words).not.toMatch(/\b(die|died|death|dead|homicide|victim)\b/i);
    const deciders = wordNotice({ code: 'victimDied', due: null }, { ...context, role: 'reviewDeciders' });
    expect(deciders.text).not.toMatch(/homicide|death/i);
  });

  it('of a death that is taken back does not say what, and that one looks what is safe first', () => {
    const wordsFor = (role: NoticeRole) => wordNotice({ code: 'deathTakenBack', due: null }, { ...context, role });
    const { subject: line, text, html } = wordsFor('adviser');
    expect(text).toContain('Please sign in before you contact anybody');
    for (const words of [line, text, html, wordsFor('reviewDeciders').text])
      expect(words).not.toMatch(/\b(die|died|death|dead|lives|alive|homicide|victim)\b/i);
  });

  it('does not say in the mail that there was abuse, or that a call was not safe', () => {
    for (const code of ['furtherAbuse', 'contactSuspended'] as const) {
      const { text } = wordNotice({ code, due: null }, { ...context, role: 'coordinator' });
      expect(text).not.toMatch(/abuse|violen|perpetrator|unsafe|assault/i);
    }
  });

  it('that only stands in for somebody who was not there says so', () => {
    const { text } = wordNotice({ code: 'referralScreened', due: null }, { ...context, role: 'coordinator' });
    expect(text).toContain('There is news for the referrer, but nobody there could be told');
  });

  it('of an entry set aside leads to the exceptions, with or without a case', () => {
    const parked = { code: 'commandParked', due: null } as const;
    expect(wordNotice(parked, context).text).toContain('Sign in: https://marac.example/exceptions');
    const { subject: line } = wordNotice(parked, { ...context, reference: null });
    expect(line).toBe('MARAC Casework: an entry needs to be looked at');
  });

  it('about a meeting names its day and leads to its page', () => {
    const startsAt = '2026-03-24T09:30:00.000Z';
    const meeting = { meetingId: '0190a0c4-0000-7000-8000-000000000001', on: '2026-03-24', startsAt };
    const asked = { code: 'researchAsked', due: null } as const;
    const { subject: line, text } = wordNotice(asked, { ...context, reference: null, meeting });
    expect(line).toBe('Meeting of Tuesday 24 March 2026: research is asked of your agency');
    expect(text).toContain('Meeting: Tuesday 24 March 2026, Maidstone');
    expect(text).toContain(`Sign in: https://marac.example/meetings/${meeting.meetingId}`);
    expect(text).not.toContain('Begins');
    const moved = { code: 'meetingMoved', due: null } as const;
    expect(wordNotice(moved, { ...context, reference: null, meeting }).text).toContain(
      'Begins: Tuesday 24 March 2026 at 9:30am',
    );
  });

  it('asks an agency to come and the chair to take the chair, and asks neither for an answer', () => {
    const invited = { code: 'meetingInvited', due: null } as const;
    const to = (role: 'owner' | 'chair') => wordNotice(invited, { ...context, role, reference: null });
    expect(to('owner').text).toContain('Your agency is asked to be at this meeting.');
    expect(to('chair').text).toContain('You are asked to chair this meeting.');
    expect(to('chair').text).not.toContain('agency');
    for (const { text } of [to('owner'), to('chair')]) {
      expect(text).toContain('Nothing has to be answered');
      expect(text).not.toMatch(/sign in to answer|repl.*repl/is);
    }
  });

  it('shows a date where there is one', () => {
    const { text } = wordNotice({ code: 'actionSet', due: due('2026-03-20') }, context);
    expect(text).toContain('Due: Friday 20 March 2026');
  });
});

describe('every message', () => {
  const all = clockKinds.flatMap((kind) =>
    roles.map((role) => [kind, role, wordNotice({ ...rung, kind }, { ...context, role })] as const),
  );

  it('about any kind of duty to any role has words of its own and a short subject in one line', () => {
    for (const [kind, , { subject: line, text }] of all) {
      expect(line).toContain(describeClockKind(kind));
      expect(line).not.toMatch(/[\r\n]/);
      expect(line.length).toBeLessThan(120);
      expect(text).not.toMatch(/undefined|null|\[object/);
      expect(text).toMatch(/Please /);
    }
  });

  it('carries no markup that came in with a rule or a label, and loads nothing from elsewhere', () => {
    const rule = `<img src=x onerror="alert('1')"> & more`;
    const { html } = wordNotice({ ...rung, rule, label: '<script>' }, { ...context, areaName: '<b>' });
    expect(html).not.toMatch(/<img|<script|<b>|alert\('/);
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; more');
    expect(html.match(/(src|href|url)\s*[=(]\s*"?https?:[^"]*/g)).toEqual([
      'href="https://marac.example/cases/KMT4-9RQ',
    ]);
  });

  it('in HTML names its language and has a title and one heading', () => {
    const { html, subject: line } = wordNotice(rung, context);
    expect(html).toContain('<html lang="en-GB">');
    expect(html).toContain(`<title>${line}</title>`);
    expect(html.match(/<h1/g)).toHaveLength(1);
  });
});

describe('what a notice holds', () => {
  it('is read back as it was written', () => {
    const { code, ...stored } = rung;
    expect(readNoticeData(code, JSON.parse(JSON.stringify(stored)))).toEqual(rung);
    expect(readNoticeData('actionSet', { due: due('2026-03-20') })).toEqual({
      code: 'actionSet',
      due: due('2026-03-20'),
    });
  });

  it('has no place for anything about a person, whatever was stored', () => {
    const stored = { ...rung, victim: 'Ann Example', note: 'told her sister', address: '1 High Street' };
    const read = readNoticeData('rung', stored);
    expect(read).toEqual(rung);
    const words = read ? Object.values(wordNotice(read, context)).join('\n') : '';
    expect(words).not.toMatch(/Ann|sister|High Street/);
  });

  it.each([
    ['an unknown code', 'gossip', {}],
    ['an unknown kind of duty', 'rung', { ...rung, kind: 'gossip' }],
    ['no date', 'rung', { ...rung, due: null }],
    ['no data at all', 'rung', null],
  ])('makes no sense with %s', (_what, code, stored) => {
    expect(readNoticeData(code, stored)).toBeNull();
  });
});

// @ts-expect-error A message has no place for a name.
const named: RungData = { ...rung, victimName: 'Ann Example' };
// @ts-expect-error Nor has what surrounds it.
const told: NoticeContext = { ...context, recipientName: 'Bea Example' };
void [named, told];
