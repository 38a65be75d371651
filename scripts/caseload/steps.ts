import type { Moment, StoryStep } from './story.ts';

/** A London time on a day so many working days before the first start. */
export function ago(workingDaysAgo: number, at = '10:00'): Moment {
  return { workingDaysAgo, at };
}

export function accepted(when: Moment): StoryStep {
  return { office: 'administrator', path: '/screening', when, body: () => ({ outcome: 'accept' }) };
}

export function returned(when: Moment): StoryStep {
  const body = { outcome: 'returnAsIncomplete', missing: ['safeContact'], note: 'No safe number was given.' };
  return { office: 'administrator', path: '/screening', when, body: () => body };
}

export function declined(when: Moment): StoryStep {
  const body = { outcome: 'decline', reason: 'notDomesticAbuse', advice: 'A dispute between neighbours: housing.' };
  return { office: 'administrator', path: '/screening', when, body: () => body };
}

export function graded(when: Moment): StoryStep {
  return { office: 'coordinator', path: '/grade', when, ifMatch: true, body: () => ({}) };
}

/** The police had told children’s services of all of them already. */
export function childrenNotified(when: Moment): StoryStep {
  const body: StoryStep['body'] = ({ known }) => ({ children: known.childIds, alreadySent: true });
  return { office: 'coordinator', path: '/child-notifications', when, body };
}

export function allocated(when: Moment): StoryStep {
  return { office: 'manager', path: '/allocation', when, body: ({ adviser }) => ({ adviser }) };
}

export function attempted(when: Moment, result: string): StoryStep {
  return { office: 'idva', path: '/contact-attempts', when, body: () => ({ result, medium: 'phone' }) };
}

/** Reached, engaged and with a first plan on the same day. */
export function engaged(when: Moment): readonly StoryStep[] {
  const plan = 'New locks, a code word with her sister, the school knows who may collect the children.';
  return [
    attempted(when, 'spoke'),
    { office: 'idva', path: '/engagement', when, body: () => ({ status: 'engaged' }) },
    { office: 'idva', path: '/safety-plans', when, body: () => ({ plan }) },
  ];
}

/** An action for an agency; its date lies so many working days ahead, or back where it is late. */
export function action(when: Moment, agency: string, risk: string, description: string, dueIn: number): StoryStep {
  const body: StoryStep['body'] = ({ time }) => ({ agency, risk, description, due: time.date(-dueIn) });
  return { office: 'coordinator', path: '/actions', when, body };
}

export function done(when: Moment, number: number): StoryStep {
  return { office: 'coordinator', path: `/actions/:action${String(number)}/completion`, when, body: () => ({}) };
}

export function heard(when: Moment): StoryStep {
  const attendance = ['police', 'housing', 'health-acute', 'probation'].map((agency) => ({
    agency,
    presence: agency === 'probation' ? 'absent' : 'present',
  }));
  const body: StoryStep['body'] = ({ pastMeeting }) => ({ outcome: 'heard', meetingId: pastMeeting, attendance });
  return { office: 'administrator', path: '/hearing', when, body };
}

export function outcomeTold(when: Moment): StoryStep {
  return { office: 'idva', path: '/outcome-told', when, body: () => ({ result: 'told' }) };
}

export function referrerTold(when: Moment): StoryStep {
  return { office: 'administrator', path: '/referrer-told', when, body: () => ({ about: 'meeting' }) };
}

export function courtHearing(when: Moment, takesPlace: Moment): StoryStep {
  const body: StoryStep['body'] = ({ time }) => ({ at: time.moment(takesPlace), where: 'The magistrates’ court' });
  return { office: 'coordinator', path: '/hearings', when, body };
}

export function orderUntil(when: Moment, kind: string, ends: Moment): StoryStep {
  const body: StoryStep['body'] = ({ time }) => ({ kind, at: time.moment(ends) });
  return { office: 'coordinator', path: '/live-dates', when, body };
}

export function closed(when: Moment): StoryStep {
  const reason = 'Everything agreed was done, and the victim is well supported.';
  return { office: 'administrator', path: '/closure', when, body: () => ({ reason }) };
}
