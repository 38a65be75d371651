import { childSchema } from '../../contracts/person.ts';
import { dateSchema } from '../../contracts/moment.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import type { ChildInReferral } from '../../domain/lifecycle/facts/children.ts';
import { ageBandOn } from '../../domain/children/ageBand.ts';
import { isNotificationOwed } from '../../domain/children/notificationMatrix.ts';
import { reachedGrade } from '../../domain/completion/reachedGrade.ts';
import { defaultPolicyEntries } from '../../domain/policy/defaults.ts';
import { policyInForce } from '../../domain/policy/policyInForce.ts';
import { type Grade, grades } from '../../domain/risk/grade.ts';
import { type Cells, checkBody, checkDay, defined, given, type Looked, yesNo } from './checkCells.ts';
import type { RowStep } from './step.ts';

const columnAt = {
  unborn: 'unborn',
  givenNames: 'givenNames',
  familyName: 'familyName',
  dateOfBirth: 'dateOfBirth',
  expectedOn: 'expectedOn',
  school: 'school',
  childrensServices: 'childrensServices',
} as const;

/** Under which name a child is known among the requests of its case. */
export function childName({ childKey = '' }: Cells): string {
  return `child/${childKey}`;
}

/** A child as the referral tells of it. */
export function childOf(looked: Looked): object {
  const { cells } = looked;
  const text = (name: string) => given(cells, name);
  const unborn = text('unborn') === undefined ? false : yesNo(cells, 'unborn');
  const body = defined({
    unborn,
    givenNames: text('givenNames'),
    familyName: text('familyName'),
    dateOfBirth: text('dateOfBirth'),
    expectedOn: text('expectedOn'),
    school: text('school'),
    childrensServices: text('childrensServices'),
  });
  checkBody(looked, childSchema, body, columnAt);
  return body;
}

/** Children’s services were told already, and are not told a second time; of a child of whom they are owed nothing nothing is noted. */
export function childSteps(looked: Looked, ofCase: Cells): readonly RowStep[] {
  const { cells, fault } = looked;
  checkDay(looked, 'notifiedOn');
  const occurredAt = dateSchema.safeParse(cells['notifiedOn']).data;
  if (occurredAt === undefined) return [];
  if (occurredAt < (ofCase['referredOn'] ?? '')) fault('notifiedOn', 'This lies before the referral of its case.');
  const bornOn = dateSchema.safeParse(cells['dateOfBirth']).data ?? null;
  const ageBand = bornOn === null || cells['unborn'] === 'yes' ? 'unborn' : ageBandOn(bornOn, occurredAt);
  if (!isOwed(ageBand, ofCase, occurredAt))
    fault('notifiedOn', 'At this grade nothing is owed for a child of this age: leave this empty.');
  const of = childName(cells);
  const naming = (madeId: string) => ({ children: [madeId] });
  const body = { occurredAt, alreadySent: true };
  const step = { name: `${of}/notified`, by: 'marac', path: '/child-notifications', body, of, naming } as const;
  return [{ looked, column: 'notifiedOn', step }];
}

/** By the figures the product came with. */
function isOwed(ageBand: ChildInReferral['ageBand'], ofCase: Cells, on: IsoDate): boolean {
  const { area = '', dash = '', policeGrade, judgement } = ofCase;
  const policy = policyInForce(defaultPolicyEntries, area, on);
  const count = dash === '' ? null : [...dash.toLowerCase()].filter((letter) => letter === 'y').length;
  const by = { count, policeGrade: gradeIn(policeGrade), judgement: gradeIn(judgement), reasonId: null };
  const grade = reachedGrade(by, null, policy)?.grade ?? 'high';
  return isNotificationOwed(ageBand, grade, policy);
}

function gradeIn(text: string | undefined): Grade | null {
  return grades.find((grade) => grade === text) ?? null;
}
