import { milestoneSchema, proceedingEndSchema, proceedingSchema } from '../../contracts/court.ts';
import { dateSchema } from '../../contracts/moment.ts';
import {
  type Cells,
  checkBody,
  checkDay,
  checkTogether,
  defined,
  given,
  type Looked,
  several,
  yesNo,
} from './checkCells.ts';
import type { RowStep } from './step.ts';

/** Under which name proceedings are known among the requests of their case. */
export function proceedingName(proceedingKey: string): string {
  return `proceeding/${proceedingKey}`;
}

/** That a matter came before a court, and what it reached there. */
export function proceedingSteps(looked: Looked): readonly RowStep[] {
  const { cells } = looked;
  checkDay(looked, 'startedOn');
  const body = defined({
    occurredAt: given(cells, 'startedOn'),
    kind: given(cells, 'kind'),
    court: given(cells, 'court'),
    specialist: given(cells, 'specialist') === undefined ? false : yesNo(cells, 'specialist'),
    note: given(cells, 'note'),
  });
  const columnAt = { occurredAt: 'startedOn', kind: 'kind', court: 'court', specialist: 'specialist', note: 'note' };
  checkBody(looked, proceedingSchema, body, columnAt);
  const name = nameOf(cells);
  const begun = { name, by: 'marac', path: '/proceedings', body, makes: [name] } as const;
  return [{ looked, column: 'startedOn', step: begun }, ...reached(looked, name)];
}

/** That they are over: sent when what came of their hearings is on record. */
export function proceedingEndSteps(looked: Looked): readonly RowStep[] {
  const { cells } = looked;
  checkTogether(looked, 'outcome', 'endedOn');
  checkDay(looked, 'endedOn', 'startedOn');
  const occurredAt = given(cells, 'endedOn');
  if (occurredAt === undefined) return [];
  const body = defined({ occurredAt, outcome: given(cells, 'outcome') });
  checkBody(looked, proceedingEndSchema, body, { occurredAt: 'endedOn', outcome: 'outcome' });
  const of = nameOf(cells);
  const step = { name: `${of}/end`, by: 'marac', path: '/proceedings/:made/end', of, body } as const;
  return [{ looked, column: 'endedOn', step }];
}

function nameOf({ proceedingKey = '' }: Cells): string {
  return proceedingName(proceedingKey);
}

/** Each is named by what it is and its day: one that is added to the file later leaves the keys of the others as they were. */
function reached(looked: Looked, of: string): readonly RowStep[] {
  const { cells, today, fault } = looked;
  const seen = new Set<string>();
  return several(cells, 'milestones').flatMap((text): readonly RowStep[] => {
    const [milestone, on, result, ...more] = text.split(/ +/);
    if (!dateSchema.safeParse(on).success || more.length > 0)
      fault('milestones', 'Write each with a day that exists, and what was decided: plea 2026-10-20 notGuilty.');
    else if ((on ?? '') > today) fault('milestones', 'A day of these is still to come.');
    else if (seen.has(`${milestone ?? ''}/${on ?? ''}`)) fault('milestones', 'One of these stands here twice.');
    seen.add(`${milestone ?? ''}/${on ?? ''}`);
    const body = defined({ occurredAt: on, milestone, result });
    checkBody(looked, milestoneSchema, body, {
      occurredAt: 'milestones',
      milestone: 'milestones',
      result: 'milestones',
    });
    const name = `${of}/${milestone ?? ''}/${on ?? ''}`;
    return [
      { looked, column: 'milestones', step: { name, by: 'marac', path: '/proceedings/:made/milestones', of, body } },
    ];
  });
}
