import type { LikelyMatchView } from '../../contracts/views/peopleSearchView.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
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

const partWords = {
  victim: { victim: 'The victim, who is the victim there too', perpetrator: 'The victim, who causes the harm there' },
  perpetrator: {
    victim: 'The person causing harm, who is the victim there',
    perpetrator: 'The person causing harm, who causes it there too',
  },
} as const;
