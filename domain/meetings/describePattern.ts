import type { SittingPattern } from './sittingPattern.ts';

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const weeks = ['first', 'second', 'third', 'fourth', 'last'] as const;
const onBankHoliday: Readonly<Record<SittingPattern['onBankHoliday'], string>> = {
  nextWorkingDay: 'on a bank holiday the next working day',
  workingDayBefore: 'on a bank holiday the working day before',
  cancelled: 'not on a bank holiday',
};

/** When an area meets, in words: "every month on the second Wednesday at 09:30, on a bank holiday the next working day". */
export function describePattern(pattern: SittingPattern): string {
  const day = days[pattern.weekday - 1] ?? '';
  const which = pattern.every === 'week' ? `week on ${day}` : `month on the ${weeks[pattern.nth - 1] ?? ''} ${day}`;
  return `every ${which} at ${pattern.at}, ${onBankHoliday[pattern.onBankHoliday]}`;
}
