import type { CaseCommand } from '../../usecases/commands/caseCommand.ts';
import { actionForms } from './action.ts';
import { closingForms } from './closing.ts';
import type { CommandForm } from './commandForm.ts';
import { courtForms } from './court.ts';
import { childrenForms } from './children.ts';
import { handoverForms } from './handover.ts';
import { likelyMatchForms } from './likelyMatch.ts';
import { meetingForms } from './meeting.ts';
import { mergeForms } from './merge.ts';
import { referralForms } from './referral.ts';
import { retentionForms } from './retention.ts';
import { supportForms } from './support.ts';
import { transferForms } from './transfer.ts';

/** A command with a page of its own, because its form is more than declared questions. */
type OwnPage = Pick<CommandForm, 'path' | 'label'>;

interface FormGroup {
  readonly title: string;
  readonly forms: readonly CommandForm[];
  readonly pages?: readonly OwnPage[];
}

const supportPages = [{ path: '/safe-contact', label: 'Set anew how the victim can be reached safely' }];

/** Every form there is for a command about a case, by the part of the case it belongs to, in the order of a page. */
export const formGroups: readonly FormGroup[] = [
  { title: 'Referral and risk', forms: [...referralForms, ...likelyMatchForms, ...mergeForms] },
  { title: 'Services around it', forms: [...childrenForms, ...handoverForms] },
  { title: 'The adviser’s work', forms: supportForms, pages: supportPages },
  { title: 'Meeting', forms: meetingForms },
  { title: 'Actions', forms: actionForms },
  { title: 'Court, orders and bail', forms: courtForms },
  { title: 'Another MARAC', forms: transferForms },
  { title: 'The case itself', forms: [...closingForms, ...retentionForms] },
];

const formsByPath = new Map(formGroups.flatMap(({ forms }) => forms.map((form) => [form.path, form] as const)));
const placesByPath = new Map(
  formGroups.flatMap(({ title, forms, pages = [] }) =>
    [...forms, ...pages].map(({ path, label }) => [path, { group: title, label }] as const),
  ),
);

/** The form of a command; none where a page of its own sends it. */
export function formOf({ path }: Pick<CaseCommand, 'path'>): CommandForm | undefined {
  return formsByPath.get(path);
}

/** Under which part of the case a command is offered, and what the link to it says; null where there is no form of it. */
export function placeOf({
  path,
}: Pick<CaseCommand, 'path'>): { readonly group: string; readonly label: string } | null {
  return placesByPath.get(path) ?? null;
}

/** What a link to the form of a command says, wherever the form is; null where there is none. */
export function linkWordsOf(command: Pick<CaseCommand, 'path'>): string | null {
  return placeOf(command)?.label ?? null;
}
