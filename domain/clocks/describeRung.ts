import type { RecipientRole } from './ladder.ts';

const roleWords: Readonly<Record<RecipientRole, string>> = {
  owner: 'the owner',
  cover: 'whoever covers for the owner',
  agencyLead: 'the lead of the agency',
  coordinator: 'the coordinator',
  administrator: 'the MARAC administrator',
  supervisor: 'the MARAC supervisor',
  chair: 'the chair',
  governance: 'governance',
  adviser: 'the adviser',
  serviceManager: 'the manager of the IDVA service',
  dutyContact: 'the duty contact',
  referrer: 'the referrer',
  receivingService: 'the receiving service',
  childrensServices: 'children’s services',
  namedPost: 'the post that watches the date',
  strategicCoordinator: 'the strategic coordinator',
  reviewDeciders: 'those who decide on a homicide review',
};

const labelWords: readonly (readonly [RegExp, (count: number) => string])[] = [
  [/^beforeDue(\d+)$/, (n) => `reminder ${counted(n, 'working day')} before`],
  [/^beforeDue(\d+)d$/, (n) => `reminder ${counted(n, 'day')} before`],
  [/^beforeDue(\d+)h$/, (n) => `reminder ${counted(n, 'hour')} before`],
  [/^dueDay$/, () => 'reminder on the day it is due'],
  [/^dueNow$/, () => 'message at the time it is due'],
  [/^overdue(\d+)$/, (n) => `escalation ${counted(n, 'working day')} after`],
  [/^overdueHour(\d+)$/, (n) => `escalation ${counted(n, 'hour')} after`],
  [/^weekly(\d+)$/, (n) => `weekly escalation, number ${n}`],
  [/^daily(\d+)$/, (n) => `daily escalation, number ${n}`],
];

/** A recipient role in a practitioner's words. */
export function describeRecipientRole(role: RecipientRole): string {
  return roleWords[role];
}

/** Several recipient roles in a practitioner's words: `the chair and governance`. */
export function describeRecipientRoles(roles: readonly RecipientRole[]): string {
  const words = roles.map(describeRecipientRole);
  const last = words.at(-1) ?? 'nobody';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** A rung's short code in a practitioner's words; a code an area invented stands for itself. */
export function describeRung(label: string): string {
  for (const [pattern, words] of labelWords) {
    const match = pattern.exec(label);
    if (match !== null) return words(Number(match[1] ?? 0));
  }
  return label;
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
