import { z } from 'zod';
import { mayDo } from '../../../domain/access/mayDo.ts';
import { looksLikeReference, readCaseReference } from '../../../domain/ids/caseReference.ts';
import { findCase } from '../../../usecases/cases/findCase.ts';
import { definePage } from '../../definePage.ts';

const wrongSymbol =
  'This is not quite a reference: one symbol of it is wrong, or two have changed places. Check it with whoever gave it to you.';
const noReference =
  'This is not a reference. One has eight letters and digits, such as KMT4-9RQX, and is written in every message about a case.';

/** A reference as somebody typed it, with dashes or without; what is wrong with it is said before anything is looked for. */
const typedReference = z
  .string()
  .max(200)
  .transform((typed, context) => {
    const reference = readCaseReference(typed);
    if (reference !== null) return reference;
    context.addIssue({ code: 'custom', message: looksLikeReference(typed) ? wrongSymbol : noReference });
    return z.NEVER;
  });

/**
 * Where a reference typed anywhere leads: to its case, or back with what is wrong with it. It is sent as a form, for what people type here
 * by mistake, a name perhaps, is to stand in no address.
 */
export const findPage = definePage({
  path: '/find',
  permission: 'signedIn',
  audit: 'findCase',
  view: 'find/view.njk',
  show: ({ actor }) =>
    Promise.resolve({
      ok: true as const,
      title: 'Find a case',
      data: { mayRefer: mayDo(actor, 'submitReferral', null) && mayDo(actor, 'searchPeople', null) },
    }),
  form: {
    schema: z.strictObject({ reference: typedReference }),
    missing: { reference: 'Type the reference of the case, such as KMT4-9RQX.' },
    act: async ({ actor, route, body: { reference } }, deps) => {
      const found = await findCase(deps, actor, route, reference);
      return found.ok ? { ok: true, to: `/cases/${reference}` } : found;
    },
  },
});
