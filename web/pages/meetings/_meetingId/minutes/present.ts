import type { CaseTakenView, MinutesView } from '../../../../../contracts/views/meetingDocumentViews.ts';
import { londonDate } from '../../../../../domain/calendar/london.ts';
import type { IsoInstant } from '../../../../../domain/calendar/time.ts';
import type { Names } from '../../../../../usecases/office/readNames.ts';
import { dayWords, dueWords, momentWords } from '../../../../wording/days.ts';
import { labelOf, riskLabels } from '../../../../wording/labels.ts';
import { deferralLabels, presenceLabels } from '../../../../wording/meetings.ts';
import { plainWords } from '../../../../wording/plainWords.ts';

interface Given {
  readonly names: Names;
  readonly nameOf: (id: string | null) => string | null;
  readonly now: IsoInstant;
}

const states = {
  draft: { text: 'Draft', colour: 'yellow' },
  confirmed: { text: 'Confirmed, not out yet', colour: 'orange' },
  sent: { text: 'Out', colour: 'green' },
};

const correcting = { text: 'Being corrected', colour: 'orange' };

/** The minutes in words. */
export function presentMinutes(view: MinutesView, given: Given) {
  const { names, nameOf, now } = given;
  const day = dayWords(londonDate(view.startsAt), londonDate(now));
  return {
    title: `Minutes: ${names.area(view.area)}, ${day}`,
    address: `/meetings/${view.meetingId}`,
    state: view.state === 'confirmed' && view.versionOut !== null ? correcting : states[view.state],
    whole: view.whole,
    isOut: view.whole || view.versionOut !== null,
    correcting: view.state === 'confirmed' && view.versionOut !== null ? view.versionOut : null,
    attendees: view.attendees.map((each) => ({
      agency: names.agency(each.agency) ?? '',
      who: nameOf(each.practitionerId) ?? plainWords(each.name)?.text ?? '',
      presence: labelOf(presenceLabels, each.presence),
      signed: each.signed,
    })),
    cases: view.cases.map((each) => presentCase(each, given)),
    versions: view.versions.map(({ version, at, words, reason }) => ({
      version,
      at: momentWords(at, now),
      words: plainWords(words),
      reason: plainWords(reason),
    })),
  };
}

/** Actions of one case in words. */
export function presentActions(actions: CaseTakenView['actions'], { names, nameOf, now }: Given) {
  return actions.map((action) => ({
    description: plainWords(action.description),
    risk: labelOf(riskLabels, action.risk),
    agency: names.agency(action.agency) ?? '',
    owner: nameOf(action.ownerId),
    due: action.urgent ? 'Urgent: 24 hours' : action.due ? dueWords(action.due, now) : 'By the policy of the area',
  }));
}

function presentCase(taken: CaseTakenView, given: Given) {
  const { names } = given;
  return {
    reference: taken.reference,
    victim: taken.victim,
    deferred: taken.outcome === 'deferred',
    because: taken.because && labelOf(deferralLabels, taken.because),
    reason: plainWords(taken.reason),
    presentedBy: names.agency(taken.presentedBy),
    risks: taken.risks.map((risk) => labelOf(riskLabels, risk)).join(', '),
    information: taken.information.map(({ agency, words }) => ({
      agency: names.agency(agency) ?? '',
      words: plainWords(words),
    })),
    decision: plainWords(taken.decision),
    minute: plainWords(taken.minute),
    actions: presentActions(taken.actions, given),
  };
}
