import type { CalendarChange } from './planCalendar.ts';

/**
 * Of what a calendar needs after a change of its days, what it did not need before: what the next night would do
 * anyway is left to it. A sitting that nobody has called yet is called for its new day by that night too.
 */
export function changesThatFollow(
  before: readonly CalendarChange[],
  after: readonly CalendarChange[],
): readonly CalendarChange[] {
  const known = new Set(before.map(nameOf));
  const uncalled = new Set(before.flatMap((change) => (change.do === 'call' ? [change.sitting.slot] : [])));
  return after.filter(
    (change) => !known.has(nameOf(change)) && !(change.do === 'call' && uncalled.has(change.sitting.slot)),
  );
}

/** The same for the same change of the same meeting. */
function nameOf(change: CalendarChange): string {
  switch (change.do) {
    case 'call':
      return `call ${change.sitting.slot} ${change.sitting.startsAt}`;
    case 'move':
      return `move ${change.meetingId} ${change.sitting.startsAt}`;
    case 'cancel':
      return `cancel ${change.meetingId}`;
    case 'stay':
      return `stay ${change.meetingId} ${change.because}`;
  }
}
