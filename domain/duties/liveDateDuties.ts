import { londonDate } from '../calendar/london.ts';
import type { Due } from '../clocks/clock.ts';
import type { ClockKind } from '../clocks/clockKind.ts';
import type { Fact, LiveDateKind } from '../lifecycle/caseFact.ts';
import type { CaseStanding } from '../lifecycle/caseStanding.ts';
import { type DutyChange, fallsAway, idvaOf, starts } from './dutyChange.ts';

/** The clock a live date runs on. */
const clockOfLiveDate: Record<LiveDateKind, ClockKind> = {
  hearing: 'hearing',
  dvpo: 'dvpo',
  nonMolestation: 'protectionOrder',
  occupation: 'protectionOrder',
  restraining: 'protectionOrder',
  dapo: 'protectionOrder',
  preChargeBail: 'preChargeBail',
  custodyRelease: 'custodyRelease',
};

/** Every clock that a live date may have begun. */
export const liveDateClocks: readonly ClockKind[] = [...new Set(Object.values(clockOfLiveDate)), 'hearingOutcome'];

/**
 * A hearing has reminders before it and an outcome owed after it; the other dates have a clock to their end, and an
 * order without an end date has none.
 */
export function liveDateAdded({ data }: Fact<'liveDateAdded'>, standing: CaseStanding): readonly DutyChange[] {
  if (data.at === null) return [];
  const idva = idvaOf(standing);
  const subject = { type: data.kind === 'hearing' ? 'hearing' : 'liveDate', id: data.liveDateId } as const;
  const due: Due = { type: 'day', date: londonDate(data.at) };
  const clock = starts(clockOfLiveDate[data.kind], subject, idva, { due });
  return data.kind === 'hearing' ? [clock, starts('hearingOutcome', subject, idva, { anchor: data.at })] : [clock];
}

/** A date that still stands when a case is closed: a named post watches it from then on, or it is over for the case. */
export function liveDateDisposed({ data }: Fact<'liveDateDisposed'>): readonly DutyChange[] {
  const { liveDateId, disposal, watchedById } = data;
  if (disposal !== 'watched') return [fallsAway(liveDateClocks, disposal, liveDateId)];
  const owner = { agencyId: null, ownerId: watchedById };
  return [{ do: 'own', kinds: null, subjectId: liveDateId, ownedBy: null, owner }];
}
