import type { IsoDate } from '../calendar/time.ts';
import type { ClockKind } from '../clocks/clockKind.ts';
import type { CaseParts } from './caseParts.ts';
import type { Directory, NoticeRole, Recipient } from './directory.ts';
import { holdersOf, type Holders, type Question } from './holdersOf.ts';
import { standIn, whoIsThere } from './whoIsThere.ts';

export interface Resolution {
  readonly recipients: readonly Recipient[];
  /** How many rungs had to be climbed because nobody on the lower ones could be told. */
  readonly climbed: number;
  /** True where nobody on the whole ladder could be told, so that system administrators are: an exception to show. */
  readonly exception: boolean;
}

export interface WhoToTell {
  /** The roles of the rung that fires, then those of every rung above it (`rolesUpward`); of news, its own ladder. */
  readonly ladder: readonly (readonly NoticeRole[])[];
  /** Who is told as well, as far as somebody is there; nobody is climbed past for them. */
  readonly besides?: readonly NoticeRole[];
  /** The kind of duty; null where it is news and no duty. */
  readonly kind: ClockKind | null;
  readonly parts: CaseParts;
  readonly directory: Directory;
  /** The London day of the telling. */
  readonly on: IsoDate;
}

/**
 * Who is to be told, looked up on the day: people who left and people on the deny list never, cover in place of those
 * away, the next rung at once where nobody on this one is there. Where it is about several cases, and one of them is
 * hidden from everybody found, the next who may see it are told as well. Each person appears once. Empty only where
 * not even a system administrator is there.
 */
export function resolveRecipients(asked: WhoToTell): Resolution {
  const { parts } = asked;
  const found = resolveOnce(asked);
  const recipients = (parts.hiddenCases ?? []).reduce((told, hiddenFrom) => {
    if (told.some(({ practitionerId }) => !hiddenFrom.includes(practitionerId))) return told;
    const deniedPractitionerIds = [...parts.deniedPractitionerIds, ...hiddenFrom];
    return onceEach([...told, ...resolveOnce({ ...asked, parts: { ...parts, deniedPractitionerIds } }).recipients]);
  }, found.recipients);
  return { ...found, recipients };
}

function resolveOnce({ besides = [], ...asked }: WhoToTell): Resolution {
  const { parts, kind, directory, on } = asked;
  const question: Question = { parts, kind, people: whoIsThere(directory, parts.deniedPractitionerIds, on) };
  const found = firstThere(asked.ladder, question);
  const recipients = onceEach([...found.recipients, ...besides.flatMap((role) => told(role, question))]);
  return { ...found, recipients };
}

function firstThere(ladder: WhoToTell['ladder'], question: Question): Resolution {
  for (const [climbed, roles] of ladder.entries()) {
    const recipients = roles.flatMap((role) => told(role, question));
    if (recipients.length > 0) return { recipients, climbed, exception: false };
  }
  return { recipients: systemAdministrators(question), climbed: ladder.length, exception: true };
}

function told(role: NoticeRole, question: Question): readonly Recipient[] {
  if (role === 'cover') return covers(question);
  if (role === 'systemAdministrator') return systemAdministrators(question);
  for (const holders of holdersOf(role, question)) {
    const reached = reach(holders, question);
    if (reached.length > 0) return reached;
  }
  return [];
}

/** Those who stand in for an owner who is away; nobody while every owner is there. */
function covers(question: Question): readonly Recipient[] {
  const owners = holdersOf('owner', question).find((holders) => reach(holders, question).length > 0);
  return owners ? reach(owners, question).filter(({ role }) => role === 'cover') : [];
}

function reach({ as, ids }: Holders, { people }: Question): readonly Recipient[] {
  return ids.flatMap((id) => {
    const practitionerId = standIn(id, people);
    if (practitionerId === null) return [];
    const role: NoticeRole = practitionerId === id ? as : 'cover';
    return [{ practitionerId, role }];
  });
}

function systemAdministrators(question: Question): readonly Recipient[] {
  const ids = [...question.people.values()]
    .filter(({ appointments }) => appointments.some(({ role }) => role === 'systemAdministrator'))
    .map(({ practitionerId }) => practitionerId);
  return reach({ as: 'systemAdministrator', ids }, question);
}

/** Somebody who is reached in two ways is told once, in their own role rather than as cover. */
function onceEach(recipients: readonly Recipient[]): readonly Recipient[] {
  const byId = new Map<string, Recipient>();
  for (const recipient of recipients) {
    const known = byId.get(recipient.practitionerId);
    if (!known || known.role === 'cover') byId.set(recipient.practitionerId, recipient);
  }
  return [...byId.values()];
}
