import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { ExceptionView } from '../../contracts/views/officeViews.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { asOverseer } from '../../domain/access/overseers.ts';
import { endOfLondonDay } from '../../domain/calendar/london.ts';
import { noteAccess } from '../../store/access/recordAccess.ts';
import { findAssessments } from '../../store/assessments/findAssessments.ts';
import { caseExceptions } from '../../store/exceptions/caseExceptions.ts';
import { meetingExceptions } from '../../store/exceptions/meetingExceptions.ts';
import { parkedCommands } from '../../store/commands/parkedCommands.ts';
import { undeliveredNotices } from '../../store/notices/undelivered.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';
import { parkedFor } from '../parked/parkedFor.ts';
import { postExceptions } from './postExceptions.ts';
import { reportExceptions } from './reportExceptions.ts';
import { sealerStopped } from './sealerStopped.ts';
import { seenExceptions } from './seenExceptions.ts';

/** More than this is not worked off from a screen. */
const most = 500;

const what: Record<ExceptionView['kind'], string> = {
  unallocated: 'Nobody is allocated; the duty queue owns every task.',
  suspended: 'Contact is suspended; the service manager decides.',
  incomplete: 'Returned to the referrer as incomplete.',
  parked: 'Something could not be recorded because of a fault, and waits to be mended.',
  nobodyToTell: 'Something is due and nobody on its ladder is there to be told; look at who holds which role.',
  notConcluded: 'The day of a meeting is over, and it was neither concluded nor cancelled; its cases wait on its list.',
  noMeeting: 'It should be on a list, and no meeting has it.',
  twoAreas: 'Another area has the same two people before its meeting; the coordinators agree who leads.',
  likelyMatch:
    'Somebody in the case may be on record already under another spelling or date of birth; somebody decides whether it is the same person.',
  leaver:
    'Somebody whose last day is set or over still advises in the case, or has an action or a duty in it; it is given to somebody else.',
  postEnds:
    'Nobody holds a post any more, or soon nobody will: whoever is reminded or decides by it would be nobody. Somebody is given it, or its end is moved.',
  undelivered: 'A message did not reach its recipient.',
  highNotReferred: 'An assessment leads to MARAC, and nobody has referred it.',
  assessmentRefused: 'A service does not take on an assessment that was handed over to it, and nobody has it.',
  furtherAbuseUnmatched: 'Further abuse was reported of people nobody could be matched with for sure.',
  furtherAbuseAfterEnd: 'Further abuse was reported of a pair whose last case has ended.',
  furtherAbuseNotRecorded: 'Further abuse was reported and no case has recorded it yet.',
  sealerStopped: 'The audit is not sealed any more; ask whoever runs the product to see to it at once.',
};

/** Everything that is stuck and that the actor may see, the oldest first. */
export async function listExceptions(
  deps: Dependencies,
  actor: Actor,
  route: string,
  area: string | undefined,
): Promise<{ readonly ok: true; readonly items: readonly ExceptionView[] } | RequestProblem> {
  const { prisma, reads } = deps.store;
  const codes = await readCodes(deps);
  const areaId = area === undefined ? null : codes.areaId(area);
  if (area !== undefined && areaId === null) return problem('UNKNOWN_AREA');
  const now = deps.clock.now();
  const cases = await caseExceptions(reads, actor, areaId, most);
  const meetings = await meetingExceptions(reads, actor, areaId, now, most);
  const posts = (await postExceptions(deps, actor)).filter(({ areaId: at }) => areaId === null || at === areaId);
  const parkedBy = parkedFor(actor);
  // A referral that was parked has no case yet that could stand here for it.
  const parked = parkedBy
    ? (await parkedCommands(prisma, parkedBy, null, most)).filter(({ type }) => type === 'submitReferral')
    : [];
  const page = { after: null, limit: most };
  const notices = asOverseer(actor) ? await undeliveredNotices(prisma, actor, page) : [];
  const assessed = await findAssessments(prisma, actor, { status: 'open', ...page });
  const refused = await findAssessments(prisma, actor, { status: 'handoverRefused', ...page });
  const reports = (await reportExceptions(deps, actor, most)).filter(
    ({ areaId: at }) => areaId === null || at === areaId,
  );
  // What belongs to no area is shown where no area was asked for.
  const sealerStoppedAt = area ? null : await sealerStopped(deps, actor);
  await noteAccess(reads, seenExceptions(actor, route, now));
  const items: ExceptionView[] = [
    ...cases.map(({ kind, reference, areaId: at, since }) => {
      return { kind, what: what[kind], reference, meeting: null, area: codes.area(at), id: null, since };
    }),
    ...meetings.map(({ kind, meetingId, on, areaId: at, since }) => {
      return {
        kind,
        what: what[kind],
        reference: null,
        meeting: { meetingId, on },
        area: codes.area(at),
        id: null,
        since,
      };
    }),
    ...parked
      .filter((command) => areaId === null || command.areaId === areaId)
      .map(({ id, reference, areaId: at, since }) => {
        const shown = { reference, meeting: null, area: at && codes.area(at), id, since };
        return { kind: 'parked' as const, what: what.parked, ...shown };
      }),
    ...notices
      .filter((notice) => areaId === null || notice.areaId === areaId)
      .map(({ id, reference, meeting, areaId: at, createdAt }) => {
        const shown = { reference, meeting, area: at && codes.area(at), id, since: createdAt };
        return { kind: 'undelivered' as const, what: what.undelivered, ...shown };
      }),
    ...[...assessed, ...refused]
      .filter((each) => areaId === null || each.areaId === areaId)
      .map(({ id, areaId: at, takenAt, status, answeredAt }) => {
        const kind = status === 'open' ? ('highNotReferred' as const) : ('assessmentRefused' as const);
        const since = (status === 'open' ? null : answeredAt) ?? takenAt;
        return { kind, what: what[kind], reference: null, meeting: null, area: codes.area(at), id, since };
      }),
    ...posts.map(({ role, agencyId, areaId: at, lastDay }) => {
      const post = { role, agency: agencyId && codes.agency(agencyId) };
      const shown = { reference: null, meeting: null, area: at && codes.area(at), id: null, post };
      return { kind: 'postEnds' as const, what: what.postEnds, ...shown, since: endOfLondonDay(lastDay) };
    }),
    ...reports.map(({ kind, id, areaId: at, since }) => {
      return { kind, what: what[kind], reference: null, meeting: null, area: at && codes.area(at), id, since };
    }),
    ...(sealerStoppedAt === null
      ? []
      : [
          {
            kind: 'sealerStopped' as const,
            what: what.sealerStopped,
            reference: null,
            meeting: null,
            area: null,
            id: null,
            since: sealerStoppedAt,
          },
        ]),
  ];
  return { ok: true, items: items.toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0)) };
}
