import {
  type DayOffset,
  type Ladder,
  type RecipientRole,
  recipientRoles,
  type Repetition,
  type Rung,
} from './ladder.ts';

type Offset = DayOffset | { readonly hours: number };
type Steps = Pick<Ladder, 'rungs' | 'then'>;

/** Steps that were read, or the line (from 1) that could not be and what is wrong with it. */
export type StepsRead =
  | { readonly ok: true; readonly steps: Steps }
  | { readonly ok: false; readonly line: number; readonly problem: string };

/** More than any ladder has: an hourly one has some thirty. */
const mostSteps = 60;

/** A ladder as people write it, a step a line: `2 working days before: owner`, `due day: owner`, `every 7 days: coordinator, governance`. */
export function ladderSteps({ type, rungs, then }: Ladder): string {
  const named = rungs.map(({ offset, to }) => `${offsetWords(offset)}: ${rolesWords(to)}`);
  const unit = type === 'day' ? 'days' : 'hours';
  return [...named, ...(then === null ? [] : [`every ${then.every} ${unit}: ${rolesWords(then.to)}`])].join('\n');
}

/** Reads such steps for a ladder of this type; whether it may be one at all is asked elsewhere. */
export function readSteps(text: string, type: Ladder['type']): StepsRead {
  const lines = text.split('\n').map((line) => line.trim());
  const rungs: Rung<Offset>[] = [];
  let then: Repetition | null = null;
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const wrong = (problem: string) => ({ ok: false, line: index + 1, problem }) as const;
    if (then !== null) return wrong('Nothing comes after the step that is repeated.');
    if (rungs.length >= mostSteps) return wrong(`A ladder has at most ${mostSteps} steps.`);
    const [when = '', whom, ...rest] = line.split(':').map((part) => part.trim().toLowerCase());
    if (whom === undefined || rest.length > 0) return wrong('Write when, a colon, and to whom.');
    const to = readRoles(whom);
    if (typeof to === 'string') return wrong(to);
    const every = readEvery(when, type);
    if (every !== null) {
      then = { label: type === 'day' ? 'weekly' : 'daily', every, to };
      continue;
    }
    const offset = readOffset(when, type);
    if (offset === null) return wrong(howToWrite[type]);
    rungs.push({ label: labelOf(offset), offset, to });
  }
  // All offsets are those of the type asked for.
  return { ok: true, steps: { rungs, then } as Steps };
}

const howToWrite = {
  day: 'Write like “2 working days before”, “28 days before”, “due day”, “1 working day after” or “every 7 days”.',
  instant: 'Write like “4 hours before”, “at the time”, “1 hour after” or “every 24 hours”.',
} as const;

function offsetWords(offset: Offset): string {
  const [unit, n] = unitOf(offset);
  if (n === 0) return unit === 'hour' ? 'at the time' : 'due day';
  const many = Math.abs(n);
  return `${many} ${unit}${many === 1 ? '' : 's'} ${n < 0 ? 'before' : 'after'}`;
}

function unitOf(offset: Offset): readonly ['working day' | 'day' | 'hour', number] {
  if ('workingDays' in offset) return ['working day', offset.workingDays];
  return 'days' in offset ? ['day', offset.days] : ['hour', offset.hours];
}

function readOffset(when: string, type: Ladder['type']): Offset | null {
  if (type === 'day' && when === 'due day') return { workingDays: 0 };
  if (type === 'instant' && when === 'at the time') return { hours: 0 };
  const [, many, unit, side] = /^([1-9]\d{0,2}) (working day|day|hour)s? (before|after)$/.exec(when) ?? [];
  if (many === undefined || (unit === 'hour') !== (type === 'instant')) return null;
  const n = side === 'before' ? -Number(many) : Number(many);
  return unit === 'hour' ? { hours: n } : unit === 'day' ? { days: n } : { workingDays: n };
}

function readEvery(when: string, type: Ladder['type']): number | null {
  const [, many] = (type === 'day' ? /^every ([1-9]\d{0,2}) days?$/ : /^every ([1-9]\d{0,2}) hours?$/).exec(when) ?? [];
  return many === undefined ? null : Number(many);
}

/** The code a rung is known by in the record; the same for the same place of any ladder. */
function labelOf(offset: Offset): string {
  const [unit, n] = unitOf(offset);
  if (n === 0) return unit === 'hour' ? 'dueNow' : 'dueDay';
  if (n < 0) return `beforeDue${-n}${{ 'working day': '', day: 'd', hour: 'h' }[unit]}`;
  return unit === 'hour' ? `overdueHour${n}` : `overdue${n}${unit === 'day' ? 'd' : ''}`;
}

function rolesWords(to: readonly RecipientRole[]): string {
  return to.map(roleWords).join(', ');
}

function roleWords(role: RecipientRole): string {
  return role.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** The roles that are named, or what is wrong with them. */
function readRoles(text: string): readonly RecipientRole[] | string {
  const named = text.split(',').map((name) => name.trim());
  const roles = named.map((name) => recipientRoles.find((role) => roleWords(role) === name));
  const unknown = roles.indexOf(undefined);
  if (unknown >= 0)
    return `“${named[unknown] ?? ''}” is nobody a ladder can reach: ${recipientRoles.map(roleWords).join(', ')}.`;
  return new Set(named).size === named.length ? (roles as RecipientRole[]) : 'Somebody is named twice.';
}
