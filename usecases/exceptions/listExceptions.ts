import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { ExceptionView } from '../../contracts/views/officeViews.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { noteAccess } from '../../store/access/recordAccess.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes, type Codes } from '../office/codes.ts';
import { seenExceptions } from './seenExceptions.ts';
import { type Stuck, whatIsStuck } from './whatIsStuck.ts';

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
  const codes = await readCodes(deps);
  const areaId = area === undefined ? null : codes.areaId(area);
  if (area !== undefined && areaId === null) return problem('UNKNOWN_AREA');
  const stuck = await whatIsStuck(deps, actor, areaId, most);
  await noteAccess(deps.store.reads, seenExceptions(actor, route, deps.clock.now()));
  const oldestFirst = stuck.toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
  return { ok: true, items: oldestFirst.map((each) => shown(each, codes)) };
}

function shown(
  { kind, areaId, since, reference = null, meeting = null, id = null, post }: Stuck,
  codes: Codes,
): ExceptionView {
  return {
    kind,
    what: what[kind],
    reference,
    meeting,
    area: areaId && codes.area(areaId),
    id,
    ...(post ? { post: { role: post.role, agency: post.agencyId && codes.agency(post.agencyId) } } : {}),
    since,
  };
}
