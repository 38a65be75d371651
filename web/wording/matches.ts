import type { CaseView } from '../../contracts/views/caseView.ts';
import type { LikelyMatchView } from '../../contracts/views/peopleSearchView.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { MatchAnswer } from '../../domain/lifecycle/facts/samePeople.ts';
import { stageMeanings, type Stage } from '../../domain/lifecycle/stage.ts';
import type { MatchReason } from '../../domain/people/matchForms.ts';
import type { Names } from '../../usecases/office/readNames.ts';
import { dayWords, momentWords } from './days.ts';
import type { Labels } from './labels.ts';
import { personWords } from './people.ts';

const reasonLabels: Labels<MatchReason> = {
  fullNameAndDateOfBirth: 'Same name and date of birth',
  fullNameAndSwappedDateOfBirth: 'Same name, date of birth with day and month swapped',
  otherNameAndDateOfBirth: 'Another name of theirs, same date of birth',
  fullNameAndPostcode: 'Same name and postcode',
  fullNameAndNearDateOfBirth: 'Same name, date of birth off by a day, a month or a year',
  soundAndDateOfBirth: 'A name that sounds the same, same date of birth',
  familyNameAndDateOfBirth: 'Same family name and date of birth',
  givenNameAndDateOfBirth: 'Same first name and date of birth',
  fullNameDateOfBirthUnknown: 'Same name, date of birth not known',
};

/** Cases in which somebody may be one of the people looked for, as lines of a table. */
export function matchLines(matches: readonly LikelyMatchView[], names: Names, now: IsoInstant) {
  return matches.map(({ reference, area, stage, receivedAt, flagEndsOn, lookedFor, inTheCaseAs, because, who }) => ({
    reference,
    href: `/cases/${reference}`,
    who: personWords(who)?.name ?? '',
    part: partWords[lookedFor][inTheCaseAs],
    isReversed: lookedFor !== inTheCaseAs,
    because: because[0] ? reasonLabels[because[0]] : '',
    area: names.area(area),
    stage: stageMeanings[stage as Stage],
    received: momentWords(receivedAt, now, 'day'),
    flag: flagEndsOn && flagEndsOn >= londonDate(now) ? dayWords(flagEndsOn, londonDate(now)) : null,
  }));
}

/** Another record that may be, or was decided to be, of somebody in a case. */
export function matchWords(
  { matchId: id, part, because, areas, cases, who, answer, decidedAt, notedAt }: CaseView['likelyMatches'][number],
  names: Names,
  now: IsoInstant,
) {
  const where = areas.map((area) => names.area(area) ?? area).join(', ');
  const known = personWords(who);
  return {
    ...{ id, cases },
    part: part === 'victim' ? 'The victim' : 'The person causing harm',
    stands: standsWords(answer, decidedAt ?? notedAt, now),
    because: because[0] ? reasonLabels[because[0]] : '',
    where: `In a case of ${where || 'no area'}`,
    who: known && [known.name, ...known.details.map(({ value }) => value)].slice(0, 3).join(', '),
  };
}

function standsWords(answer: MatchAnswer | null, at: IsoInstant, now: IsoInstant): string {
  const when = momentWords(at, now, 'day');
  if (answer === null) return `may be on record already (found ${when}, not decided).`;
  return answer === 'same'
    ? `is the same person as on another record (decided ${when}).`
    : `is not the person on another record (decided ${when}).`;
}

const partWords = {
  victim: { victim: 'The victim, who is the victim there too', perpetrator: 'The victim, who causes the harm there' },
  perpetrator: {
    victim: 'The person causing harm, who is the victim there',
    perpetrator: 'The person causing harm, who causes it there too',
  },
} as const;
