import type { ClockKind } from '../clocks/clockKind.ts';
import type { ClockRule } from '../clocks/clockRule.ts';
import type { Ladder } from '../clocks/ladder.ts';
import { ladderSteps } from '../clocks/ladderSteps.ts';
import { describePattern } from '../meetings/describePattern.ts';
import type { SittingPattern } from '../meetings/sittingPattern.ts';
import { describeRule } from './describeRule.ts';
import type { Figure } from './figure.ts';
import type { PolicyEntry } from './policyInForce.ts';

/** One thing that an entry of policy sets: where it stands, what it says, and where that comes from. */
export interface FigureSet {
  /** Section and name, such as `contact.attempts`. */
  readonly place: string;
  readonly value: string;
  readonly source: string;
}

/** Everything an entry of policy sets, each figure, rule and ladder in words. */
export function figuresSet(entry: PolicyEntry): readonly FigureSet[] {
  const sections = entry.areas === 'everywhere' ? entry.policy : entry.changes;
  return Object.entries(sections).flatMap(([section, of]) =>
    isFigure(of) ? [figureAt(section, of)] : Object.entries(of).map(([name, set]) => inSection(section, name, set)),
  );
}

function inSection(section: string, name: string, set: unknown): FigureSet {
  const place = `${section}.${name}`;
  if (section === 'clocks') {
    const rule = set as ClockRule;
    return { place, value: describeRule(name as ClockKind, rule), source: rule.due.source };
  }
  if (section === 'ladders') {
    const ladder = set as Ladder;
    return { place, value: ladderSteps(ladder).trim().replaceAll('\n', '; '), source: ladder.source };
  }
  return figureAt(place, set as Figure<unknown>);
}

function figureAt(place: string, { value, source }: Figure<unknown>): FigureSet {
  const isPattern = place === 'meeting.sits';
  return { place, value: isPattern ? describePattern(value as SittingPattern) : wordsOf(value), source };
}

function isFigure(of: unknown): of is Figure<unknown> {
  return typeof of === 'object' && of !== null && 'value' in of && 'source' in of;
}

/** A value in words: `3`, `yes`, `events 3, within months 12`. */
function wordsOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(wordsOf).join('; ');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, part]) => `${spelt(name)} ${wordsOf(part)}`)
      .join(', ');
  return spelt(String(value));
}

function spelt(code: string): string {
  return code.replaceAll(/([a-z])([A-Z])/g, (_, before: string, letter: string) => `${before} ${letter.toLowerCase()}`);
}
