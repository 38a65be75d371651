import type { CaseView } from '../../contracts/views/caseView.ts';
import type { Weekday } from '../../domain/idva/safeTimes.ts';
import { safeContactParts } from '../../domain/idva/takeOverSafeContact.ts';
import { safeContactInWords } from '../../usecases/people/safeContactInWords.ts';
import { choicesOf, mediumLabels, type Labels } from './labels.ts';

/** The questions about safe contact by their names in the contract, wherever they are asked or answered. */
export const safeContactQuestions = {
  media: 'Safe ways',
  numbers: 'Safe numbers',
  mayLeaveMessage: 'May a message be left?',
  safeTimes: 'Safe times, in words',
  safeWindows: 'Safe times, by day and hour',
  safePeople: 'Who may answer or pass something on',
  unsafePeople: 'Who must never learn of it, beside the perpetrator',
  remarks: 'Anything else about reaching them safely',
} as const;

const weekdayLabels: Labels<Weekday> = {
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
};

/** What the macro of safe contact is drawn from. */
export const safeContactChoices = {
  words: safeContactQuestions,
  media: choicesOf(mediumLabels),
  days: choicesOf(weekdayLabels),
};

/** What to say of a field of safe contact that was left empty, by its name below `at`. */
export function safeContactMissing(at: string, rows: number): Readonly<Record<string, string>> {
  return {
    [`${at}media`]: 'Choose at least one way in which the victim can be reached safely.',
    [`${at}mayLeaveMessage`]: 'Say whether a message may be left.',
    ...Object.fromEntries(
      Array.from({ length: rows }, (_, row) => [`${at}safeWindows.${row}.days`, 'Choose the days of these times.']),
    ),
  };
}

/** One question about safe contact with what stands beside what a referral answers. */
interface ComparedAnswer {
  readonly question: string;
  readonly stands: string;
  readonly proposed: string;
  readonly differs: boolean;
}

/** Every question to which what stands or a referral gives an answer, both side by side; null where it cannot be read. */
export function comparedSafeContact(
  { safeContact, safeContactProposals }: Pick<CaseView, 'safeContact' | 'safeContactProposals'>,
  proposalId: string | null,
): readonly ComparedAnswer[] | null {
  const asked = safeContactProposals.find((each) => each.proposalId === proposalId);
  if (asked?.details?.state !== 'open') return null;
  const standing = safeContact?.details?.state === 'open' ? safeContactInWords(safeContact.details.text) : [];
  const proposed = safeContactInWords(asked.details.text);
  return safeContactParts.flatMap((part) => {
    const [is, says] = [standing, proposed].map((rows) => rows.find((row) => row.part === part)?.value ?? '');
    if (!is && !says) return [];
    return [{ question: safeContactQuestions[part], stands: is ?? '', proposed: says ?? '', differs: is !== says }];
  });
}

/** How the victim can be reached without danger; null for those who may not know. */
export function safeContactWords({ safeContact }: Pick<CaseView, 'safeContact'>) {
  if (!safeContact) return null;
  const { suspended, details, also } = safeContact;
  const inWords = (each: typeof details) => safeContactInWords(each?.state === 'open' ? each.text : null);
  return { suspended, rows: inWords(details), also: also.map(inWords).filter((rows) => rows.length > 0) };
}
