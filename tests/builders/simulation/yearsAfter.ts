import { addDays, addHours, londonDate, londonMoment } from '../../../domain/calendar/london.ts';
import { aReferral } from '../aReferral.ts';
import { begin } from '../randomLife.ts';
import type { Rules, SimulatedCase } from '../simulatedCase.ts';
import { type Look, passTime } from './passTime.ts';
import { Watcher } from './watcher.ts';

/** Long enough for every rung of the review, and for the weekly ones after them. */
const yearsAndWeeks = 7 * 366 + 60;
const reasonId = 'reason-1';

/**
 * The years after a case has ended, lived through by one that is declined where another life stopped: somebody tries to erase
 * its record at once, the review climbs its ladder, the record is kept on and then erased; in one of three the victim's death
 * is heard of first, holds it, and is taken back. The first thing that must not be; null where all is right.
 */
export function yearsAfter({ around, facts, now }: SimulatedCase, rules?: Rules): string | null {
  const about = begin(aReferral(), { ...around, earlierCaseId: null }, rules, now);
  const watcher = new Watcher(about);
  let wrong: string | null = null;
  const look: Look = (step) => {
    wrong ??= watcher.look(step);
    return wrong !== null;
  };
  const step = (...[type, payload]: Parameters<SimulatedCase['send']>) =>
    look(about.send(type, payload).ok ? type : '');
  const wait = (days: number) => passTime(about, londonMoment(addDays(londonDate(about.now), days), '10:00'), look);

  if (look('submitReferral')) return wrong;
  if (step('screenReferral', { outcome: 'decline', reason: 'duplicate', adviceId: 'advice-1' })) return wrong;
  if (step('endCase', {}) || step('eraseRecord', {})) return wrong;
  const way = Math.floor(facts.length / 3) % 3;
  if (way === 0) {
    if (passTime(about, addHours(about.now, 24 * 400), look) || step('recordDeath', { contentId: null })) return wrong;
    if (!wait(40)) step('takeBackDeath', { reasonId });
    return wrong;
  }
  if (wait(yearsAndWeeks)) return wrong;
  const until = addDays(londonDate(about.now), 200 + way);
  if (step('keepRecord', { until, reasonId }) || step('eraseRecord', {}) || wait(260)) return wrong;
  step('eraseRecord', {});
  return wrong;
}
