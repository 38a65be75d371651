import type { AbsenceView, AdviserView } from '../../../contracts/views/idvaView.ts';
import { londonDate } from '../../../domain/calendar/london.ts';
import type { IsoInstant } from '../../../domain/calendar/time.ts';
import type { WaitingCase } from '../../../usecases/idva/waitingForAdviser.ts';
import type { Names } from '../../../usecases/office/readNames.ts';
import { roomColour, roomWords } from '../../wording/advisers.ts';
import { dayFromNow, dayWords, toldWords } from '../../wording/days.ts';

interface Given {
  readonly names: Names;
  readonly nameOf: (id: string | null) => string | null;
  readonly now: IsoInstant;
}

/** The work of a service in words: advisers by name, what waits the longest first. */
export function presentCaseload(
  advisers: readonly AdviserView[],
  absences: readonly AbsenceView[],
  waiting: readonly WaitingCase[],
  { names, nameOf, now, service }: Given & { readonly service: string },
) {
  const today = londonDate(now);
  const total = (count: (adviser: AdviserView) => number) => advisers.reduce((sum, each) => sum + count(each), 0);
  return {
    advisers: advisers
      .toSorted((a, b) => a.name.localeCompare(b.name))
      .map((adviser) => ({
        ...adviser,
        post: adviser.ftePercent === 100 ? null : `${adviser.ftePercent}% of a post`,
        room: roomWords(adviser),
        roomColour: roomColour(adviser),
        isLate: adviser.overdue > 0,
        away: adviser.away && awayWords(adviser.away, nameOf, now),
      })),
    totals: {
      open: total(({ open }) => open),
      engaged: total(({ engaged }) => engaged),
      overdue: total(({ overdue }) => overdue),
      room: total(({ roomLeft }) => Math.max(0, roomLeft.open)),
    },
    waiting: waiting.map(({ reference, area, since }) => ({
      reference,
      area: names.area(area),
      since: toldWords(since, now),
    })),
    absences: absences.map(({ absenceId, practitionerId, coverId, from, until }) => ({
      who: nameOf(practitionerId),
      cover: nameOf(coverId),
      from: dayWords(from, today),
      until: dayFromNow(until, now),
      takeBackHref: `/caseload/${service}/absences/${absenceId}/removal`,
    })),
  };
}

function awayWords({ until, coverId }: NonNullable<AdviserView['away']>, nameOf: Given['nameOf'], now: IsoInstant) {
  const cover = nameOf(coverId);
  return `Away until ${dayFromNow(until, now)}; ${cover ? `${cover} stands in` : 'nobody stands in'}`;
}
