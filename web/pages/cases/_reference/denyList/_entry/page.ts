import { z } from 'zod';
import { caseParams } from '../../../../../../contracts/address.ts';
import { problem } from '../../../../../../contracts/problemCode.ts';
import { idSchema } from '../../../../../../contracts/text.ts';
import { readDenyList, removeDeny } from '../../../../../../usecases/administration/denyList.ts';
import { definePage } from '../../../../../definePage.ts';
import type { AdministrationForm } from '../../../../administration/fields.ts';

/** Takes somebody off a deny list again. */
export const removeDenyPage = definePage({
  path: '/cases/:reference/deny-list/:entry/removal',
  permission: 'manageDenyList',
  audit: 'removeDenyEntry',
  params: caseParams.extend({ entry: idSchema }),
  view: 'formPage.njk',
  show: async ({ actor, route, params }, deps) => {
    const read = await readDenyList(deps, { actor, route, reference: params.reference });
    if (!read.ok) return read;
    const entry = read.entries.find(({ entryId }) => entryId === params.entry);
    if (!entry) return problem('NOT_FOUND');
    const data: AdministrationForm = {
      back: { text: 'Deny list', href: `/cases/${params.reference}/deny-list` },
      caption: `Case ${params.reference}`,
      before: [
        `${entry.practitioner} sees again, from this moment on, what their role allows. Be sure that nobody is in danger by it.`,
      ],
      fields: [],
      button: 'Take them off the list',
      grave: true,
    };
    return { ok: true, title: `Take ${entry.practitioner} off the deny list`, data };
  },
  form: {
    schema: z.strictObject({}),
    act: async ({ actor, route, key, bodyHash, params }, deps) => {
      const removed = await removeDeny(deps, { actor, route, key, bodyHash }, params.reference, params.entry);
      const to = `/cases/${params.reference}/deny-list`;
      return removed.ok ? { ok: true, to, notice: 'They are off the list.' } : removed;
    },
  },
});
