import type { CaseView } from '../../../../../contracts/views/caseView.ts';
import type { IsoInstant } from '../../../../../domain/calendar/time.ts';
import type { Names } from '../../../../../usecases/office/readNames.ts';
import { counted, dayFromNow, toldWords } from '../../../../wording/days.ts';
import * as labels from '../../../../wording/labels.ts';
import { matchWords } from '../../../../wording/matches.ts';
import { personWords } from '../../../../wording/people.ts';
import { plainWords } from '../../../../wording/plainWords.ts';

/** One thing that a decision rests on, with what somebody wrote of it. */
export interface Ground {
  readonly key: string;
  readonly value: string;
  readonly words?: ReturnType<typeof plainWords>;
}

interface Given {
  readonly view: CaseView;
  readonly subjectId: string | null;
  readonly names: Names;
  readonly now: IsoInstant;
}

/** What has to be before somebody who decides, for those forms whose question nobody can answer without it. */
const grounds: Readonly<Record<string, (given: Given) => readonly Ground[]>> = {
  '/deferral-decision': (given) => [...deferrals(given), nextMeeting(given), underWay(given)],
  '/interim-decision': (given) => [...risk(given), nextMeeting(given), underWay(given)],
  '/likely-matches/:matchId/decision': bothRecords,
  '/child-removals': children,
};

/** What a decision on a case rests on; nothing where the form says it all. */
export function groundOf(path: string, given: Given): readonly Ground[] {
  return grounds[path]?.(given) ?? [];
}

function deferrals({ view: { listings }, now }: Given): readonly Ground[] {
  return listings
    .filter(({ status }) => status === 'deferred')
    .map(({ meetingOn, words }) => ({
      key: 'Deferred',
      value: meetingOn === null ? 'By a meeting without a date' : `By the meeting of ${dayFromNow(meetingOn, now)}`,
      words: plainWords(words),
    }));
}

function nextMeeting({ view: { listings }, now }: Given): Ground {
  const on = listings.find(({ status }) => status === 'listed')?.meetingOn;
  return { key: 'Next meeting', value: on ? dayFromNow(on, now) : 'It is on no list' };
}

function underWay({ view: { actions } }: Given): Ground {
  const open = actions.filter(({ status }) => status === 'open').length;
  return { key: 'Actions under way', value: open === 0 ? 'None' : counted(open, 'action') };
}

/** The grade, and what the adviser found when they last looked. */
function risk({ view: { grade, riskReviews }, now }: Given): readonly Ground[] {
  const latest = riskReviews.at(-1);
  const graded = grade === null ? 'Not graded yet' : labels.labelOf(labels.gradeLabels, grade);
  if (!latest) return [{ key: 'Risk', value: graded }];
  const change = labels.labelOf(labels.riskChangeLabels, latest.change);
  const value = `${change}, ${toldWords(latest.occurredAt, now)}`;
  return [
    { key: 'Risk', value: graded },
    { key: 'Last looked at', value, words: plainWords(latest.note) },
  ];
}

/** The two records beside each other, as far as the reader may see the other. */
function bothRecords({ view, subjectId, names, now }: Given): readonly Ground[] {
  const match = view.likelyMatches.find(({ matchId }) => matchId === subjectId);
  if (!match) return [];
  const other = matchWords(match, names, now);
  const here = personWords(match.part === 'victim' ? view.victim : view.perpetrator);
  return [
    { key: `${other.part} of this case`, value: here ? [here.name, ...here.details.map(detailWords)].join(', ') : '' },
    { key: 'The other record', value: other.who ?? 'You may not see whose it is: its coordinator does' },
    { key: 'Where that is', value: [other.where, ...other.cases].join(', ') },
    { key: 'What is alike', value: other.because },
  ];
}

function detailWords({ key, value }: { readonly key: string; readonly value: string }): string {
  return `${key.toLowerCase()} ${value}`;
}

/** Each child with whom has heard of them by now, who have to hear of the mistake. */
function children({ view }: Given): readonly Ground[] {
  return view.children.map(({ who, ageBand, notified, school }, index) => {
    const services = notified ? 'Children’s services have been told' : 'Children’s services have not been told';
    const told = school?.result ? [labels.labelOf(labels.schoolResultLabels, school.result)] : [];
    const name = personWords(who)?.name ?? `Child ${index + 1}`;
    const age = labels.labelOf(labels.ageBandLabels, ageBand).toLowerCase();
    return { key: `${name} (${age})`, value: [services, ...told].join('. ') };
  });
}
