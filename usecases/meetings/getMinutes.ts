import { isProblem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { MinutesView } from '../../contracts/views/meetingDocumentViews.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { agendaOf } from '../../domain/meetings/agenda.ts';
import { attendeesOf, minutesVersionOut, minutesVersions, takenByCase } from '../../store/meetings/meetingRecord.ts';
import type { KnownMeeting } from '../../store/meetings/findMeeting.ts';
import { recordAccesses } from '../../store/access/recordAccess.ts';
import { readNamesOfPeople } from '../cases/readNamesOfPeople.ts';
import { readWords } from '../cases/words.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';
import { presentTaken, wordsOfTaken } from './presentTaken.ts';
import { seeMeeting } from './seeMeeting.ts';

/**
 * The minutes of a meeting as they stand: whole for those who run it, from the first case taken. An agency is given its
 * own actions alone, and nothing before the minutes have gone out; what has gone out stays while a correction is made.
 */
export async function getMinutes(
  deps: Dependencies,
  actor: Actor,
  meetingId: string,
  { event, route }: { readonly event: 'readMinutes' | 'readAgencyActions'; readonly route: string },
): Promise<{ readonly ok: true; readonly view: MinutesView } | RequestProblem> {
  const seen = await seeMeeting(deps, actor, meetingId, { event, route });
  if (isProblem(seen)) return seen;
  const { meeting, runs, seesAll, ownAgencyIds } = seen;
  const { prisma } = deps.store;
  const state = stateOf(meeting);
  const versionOut = await minutesVersionOut(prisma, meetingId);
  const isOut = runs || versionOut !== null;
  const [taken, attendees, versions, codes] = await Promise.all([
    takenByCase(prisma, meetingId),
    attendeesOf(prisma, meetingId),
    minutesVersions(prisma, meetingId),
    readCodes(deps),
  ]);
  const { casesWithChildren, casesWithAdults } = agendaOf(seen.cases, [], []);
  const cases = [...casesWithChildren, ...casesWithAdults].filter(({ caseId }) => isOut && taken.has(caseId));
  const at = deps.clock.now();
  const { practitionerId: actorId } = actor;
  await recordAccesses(
    prisma,
    cases.map(({ caseId }) => ({ actorId, event, route, caseId, outcome: 'shown', at })),
  );
  const [words, nameOf] = await Promise.all([
    readWords(deps, [
      ...attendees.map(({ nameId }) => nameId),
      ...versions.flatMap(({ contentId, reasonId }) => [contentId, reasonId]),
      ...[...taken.values()].flatMap(wordsOfTaken),
    ]),
    readNamesOfPeople(
      deps,
      actor,
      cases.map(({ caseId, victimId }) => ({ caseId, personIds: [victimId] })),
    ),
  ]);
  const onlyFor = runs ? null : ownAgencyIds;
  // A correction mostly tells of one case. Whoever must not see one is not told that something is withheld either.
  const mayBeHidden = runs && !seesAll;
  return {
    ok: true,
    view: {
      ...{ meetingId, state, versionOut, whole: runs, revision: meeting.revision },
      ...{ area: codes.area(meeting.areaId), startsAt: meeting.startsAt, heldAt: meeting.heldAt },
      attendees: attendees
        .filter(({ agencyId }) => isOut && (runs || ownAgencyIds.includes(agencyId)))
        .map(({ agencyId, nameId, ...attendee }) => ({
          ...attendee,
          agency: codes.agency(agencyId),
          name: words(nameId),
        })),
      cases: cases.flatMap(({ caseId, reference, victimId }) => {
        const outcome = taken.get(caseId);
        const given = { reference, victim: nameOf(victimId), words, codes, onlyFor };
        return outcome ? [presentTaken(outcome, given)] : [];
      }),
      versions: versions
        .filter(({ version }) => runs || version <= (versionOut ?? 0))
        .map(({ version, at: confirmedAt, contentId, reasonId }) => ({
          version,
          at: confirmedAt,
          words: words(mayBeHidden ? null : contentId, runs),
          reason: words(mayBeHidden ? null : reasonId, runs),
        })),
    },
  };
}

function stateOf({ minutesVersion, minutesSentAt }: KnownMeeting): MinutesView['state'] {
  if (minutesVersion === 0) return 'draft';
  return minutesSentAt === null ? 'confirmed' : 'sent';
}
