import type { ClockKind } from '../clocks/clockKind.ts';
import { describeClockKind } from '../clocks/clockKind.ts';
import type { ClockRule } from '../clocks/clockRule.ts';
import { describeDueRule } from '../clocks/describeDueRule.ts';
import { pauseWords } from '../clocks/pauseWords.ts';
import { nationalDefault } from './defaults.ts';

/** The rule of a kind of clock as an entry of policy sets it: what is to be done, by when, and why it may wait. */
export function describeRule(kind: ClockKind, { due, pauseReasons }: ClockRule): string {
  const by = `${describeClockKind(kind)}: ${describeDueRule(due, nationalDefault.policy)}`;
  const why = pauseReasons.map((reason) => pauseWords[reason]);
  return `${by}; ${why.length === 0 ? 'never paused' : `may be paused: ${why.join(', ')}`}`;
}
