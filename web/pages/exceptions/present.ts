import type { ExceptionView } from '../../../contracts/views/officeViews.ts';
import { roleNames } from '../../../domain/access/role.ts';
import { londonDate } from '../../../domain/calendar/london.ts';
import type { IsoInstant } from '../../../domain/calendar/time.ts';
import type { Names } from '../../../usecases/office/readNames.ts';
import { dayFromNow, toldWords } from '../../wording/days.ts';
import { matterWords } from '../../wording/matters.ts';

/** What people call each kind, to choose it by. */
export const kindWords: Readonly<Record<ExceptionView['kind'], string>> = {
  unallocated: 'Nobody is allocated',
  suspended: 'Contact is suspended',
  incomplete: 'Returned as incomplete',
  parked: 'Parked by a fault',
  nobodyToTell: 'Nobody is there to be told',
  notConcluded: 'Meeting not concluded',
  noMeeting: 'On no list of a meeting',
  twoAreas: 'Before two areas',
  likelyMatch: 'Perhaps the same person',
  leaver: 'Held by somebody who leaves',
  postEnds: 'A post nobody holds',
  undelivered: 'Message not delivered',
  highNotReferred: 'High and not referred',
  assessmentRefused: 'Assessment refused by a service',
  furtherAbuseUnmatched: 'Further abuse, nobody matched',
  furtherAbuseAfterEnd: 'Further abuse after the end',
  furtherAbuseNotRecorded: 'Further abuse not recorded',
  sealerStopped: 'The audit is not sealed',
};

interface Given {
  readonly names: Names;
  readonly now: IsoInstant;
  readonly mayRefer: boolean;
  readonly mayRetry: boolean;
  readonly maySettle: boolean;
  readonly mayAppoint: boolean;
}

/** What is stuck by kind, and within each the longest first: what it means stands once, above its lines. */
export function presentExceptions(items: readonly ExceptionView[], given: Given) {
  const { names, now } = given;
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const own = items.filter((item) => item.kind === kind);
    return {
      what: own[0]?.what ?? '',
      lines: own.map(({ reference, meeting, area, since, id, post }) => ({
        matter: matterWords({ reference, meeting }, now),
        without: post ? postWords(post, names) : kind === 'sealerStopped' ? 'The whole record' : 'No case yet',
        opens: opens(kind, id),
        step: stepFor(kind, id, given),
        area: area === null ? null : names.area(area),
        since: sinceWords(kind, since, now),
      })),
    };
  });
}

/** What begins or ends with a day, some of it with one to come. */
const byDays: readonly ExceptionView['kind'][] = ['leaver', 'postEnds', 'notConcluded'];

function sinceWords(kind: ExceptionView['kind'], since: IsoInstant, now: IsoInstant): string {
  return byDays.includes(kind) ? dayFromNow(londonDate(since), now) : toldWords(since, now);
}

/** A post as people say it: its role, and for which agency. */
function postWords({ role, agency }: NonNullable<ExceptionView['post']>, names: Names): string {
  const called = roleNames[role];
  return agency === null ? called : `${called}, ${names.agency(agency) ?? agency}`;
}

/** What ends it, where that is not done on the page of its case or meeting. */
function stepFor(
  kind: ExceptionView['kind'],
  id: string | null,
  { mayRefer, mayRetry, maySettle, mayAppoint }: Given,
): { text: string; href: string } | null {
  if (kind === 'highNotReferred' && mayRefer)
    return { text: 'Refer the two to MARAC', href: `/assessments/${id ?? ''}/referral` };
  if (kind === 'assessmentRefused') return { text: 'Ask another service, or decide', href: `/assessments/${id ?? ''}` };
  if (kind === 'undelivered' && maySettle && id !== null)
    return { text: 'See to the message', href: `/deliveries/${id}` };
  if (kind === 'postEnds' && mayAppoint) return { text: 'See to who holds it', href: '/administration/people' };
  // A case does not say which of its commands is parked: the list does.
  if (kind === 'parked' && mayRetry)
    return { text: 'Send it again', href: id === null ? '/commands/parked' : `/commands/parked/${id}` };
  return null;
}

/** Where a line leads that is about neither a case nor a meeting; null where there is nothing to read. */
function opens(kind: ExceptionView['kind'], id: string | null): { text: string; href: string } | null {
  if (id === null) return null;
  if (kind === 'highNotReferred' || kind === 'assessmentRefused')
    return { text: 'An assessment', href: `/assessments/${id}` };
  return kind.startsWith('furtherAbuse') ? { text: 'A report of further abuse', href: `/further-abuse/${id}` } : null;
}
