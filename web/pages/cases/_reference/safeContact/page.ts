import type { z } from 'zod';
import { caseParams } from '../../../../../contracts/address.ts';
import { problem } from '../../../../../contracts/problemCode.ts';
import { safeContactSchema } from '../../../../../contracts/safeContact.ts';
import { safeContactChangeSchema } from '../../../../../contracts/support.ts';
import type { CaseView } from '../../../../../contracts/views/caseView.ts';
import { getCaseToWorkOn } from '../../../../../usecases/cases/getCase.ts';
import { offeredCommands } from '../../../../../usecases/cases/offeredCommands.ts';
import type { CaseCommand } from '../../../../../usecases/commands/caseCommand.ts';
import { caseCommands } from '../../../../../usecases/commands/caseCommands.ts';
import { sendCaseCommand } from '../../../../../usecases/sendCaseCommand.ts';
import { readCommandFields, whenFields } from '../../../../commandForms/readCommandFields.ts';
import { definePage } from '../../../../definePage.ts';
import type { Fields } from '../../../../form/fields.ts';
import { rowNumbers } from '../../../../form/rows.ts';
import {
  mostWindows,
  readSafeContact,
  safeContactField,
  safeContactValues,
  windowRows,
} from '../../../../form/safeContact.ts';
import { safeContactChoices, safeContactMissing, safeContactWords } from '../../../../wording/safeContact.ts';

type SafeContact = z.output<typeof safeContactSchema>;

const command = caseCommands.find(({ type }) => type === 'changeSafeContact') as CaseCommand;

/** How the victim can be reached safely, changed as a whole: what is known stands in the form, so that nothing of it is lost. */
export const safeContactPage = definePage({
  path: '/cases/:reference/safe-contact',
  permission: command.permission,
  audit: command.type,
  params: caseParams,
  view: 'cases/_reference/safeContact/view.njk',
  show: async ({ actor, params, route }, deps) => {
    const read = await getCaseToWorkOn(deps, { actor, route, reference: params.reference });
    if (!read.ok) return read;
    if (!offeredCommands(read.view, read.may).some((each) => each.command === command)) return problem('NOT_FOUND');
    const known = knownIn(read.view);
    const rows = Math.max(windowRows, (known?.safeWindows?.length ?? 0) + 1);
    return {
      ok: true,
      title: 'Set anew how the victim can be reached safely',
      data: { reference: params.reference, about: { ...safeContactChoices, rows: rowNumbers(rows) } },
      seen: safeContactWords(read.view)?.rows ?? [],
      values: known ? safeContactValues(known) : {},
    };
  },
  form: {
    schema: safeContactChangeSchema,
    read: ({ [whenFields.day]: day = '', [whenFields.time]: time = '', ...typed }) => ({
      ...readSafeContact(typed, ''),
      ...(readCommandFields({ fields: [] }, { [whenFields.day]: day, [whenFields.time]: time }) as object),
    }),
    fieldOf: (at, typed: Fields) => safeContactField('', at, typed),
    missing: safeContactMissing('', mostWindows),
    act: async ({ actor, route, key, bodyHash, params: { reference }, body, stillAsSeen }, deps) => {
      // It belongs to the victim and may have been changed in another of their cases: the version of this one says nothing of it.
      const address = { reference, subjectId: null, expectedRevision: null };
      const result = await sendCaseCommand(deps, { actor, route, key, bodyHash, stillAsSeen }, command, address, body);
      if (!result.ok) return result;
      const to = `/cases/${reference}`;
      if (result.status === 'pending') return { ok: true, to, pending: result.command.id };
      return { ok: true, to, notice: 'Safe contact is set anew, in every case of this victim.' };
    },
  },
});

/** What is written down; null where nothing is, or it was erased. */
function knownIn({ safeContact }: CaseView): SafeContact | null {
  const { details } = safeContact ?? {};
  const read = safeContactSchema.safeParse(details?.state === 'open' ? details.text : null);
  return read.success ? read.data : null;
}
