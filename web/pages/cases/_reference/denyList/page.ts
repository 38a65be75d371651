import { caseParams } from '../../../../../contracts/address.ts';
import { denySchema } from '../../../../../contracts/administration.ts';
import { addDeny, readDenyList } from '../../../../../usecases/administration/denyList.ts';
import { listPeople } from '../../../../../usecases/people/people.ts';
import { definePage } from '../../../../definePage.ts';
import { momentWords } from '../../../../wording/days.ts';
import { personWords } from './personWords.ts';

/** Who must not see the cases of the people in this one, kept by those whom it does not name. */
export const denyListPage = definePage({
  path: '/cases/:reference/deny-list',
  permission: 'manageDenyList',
  audit: 'addDenyEntry',
  params: caseParams,
  view: 'cases/_reference/denyList/view.njk',
  show: async ({ actor, route, params, now }, deps) => {
    const read = await readDenyList(deps, { actor, route, reference: params.reference });
    if (!read.ok) return read;
    const people = await listPeople(deps, {});
    const listed = read.people.map(({ of, name }) => ({ value: of, text: personWords(of, name) }));
    const data = {
      reference: params.reference,
      entries: read.entries.map(({ entryId, of, practitioner, enteredBy, enteredAt }) => ({
        of: listed.find(({ value }) => value === of)?.text ?? '',
        practitioner,
        entered: `${momentWords(enteredAt, now)}, by ${enteredBy}`,
        href: `/cases/${params.reference}/deny-list/${entryId}/removal`,
      })),
      people: listed,
      practitioners: people
        .filter(({ practitionerId }) => practitionerId !== actor.practitionerId)
        .map(({ practitionerId, name }) => ({ value: practitionerId, text: name })),
    };
    return { ok: true, title: 'Deny list', data };
  },
  form: {
    schema: denySchema,
    missing: { of: 'Choose whose cases.', practitioner: 'Choose from whom.', reason: 'Write why.' },
    act: async ({ actor, route, key, bodyHash, body, params }, deps) => {
      const added = await addDeny(deps, { actor, route, key, bodyHash }, params.reference, body);
      const to = `/cases/${params.reference}/deny-list`;
      return added.ok ? { ok: true, to, notice: 'They see nothing of it any more, from this moment on.' } : added;
    },
  },
});
