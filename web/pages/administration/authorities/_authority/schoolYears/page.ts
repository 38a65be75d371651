import { z } from 'zod';
import { authoritySchema, schoolYearSchema } from '../../../../../../contracts/authority.ts';
import { problem } from '../../../../../../contracts/problemCode.ts';
import { enterSchoolYear, listAuthorities } from '../../../../../../usecases/administration/authorities.ts';
import { definePage } from '../../../../../definePage.ts';
import type { AdministrationForm } from '../../../fields.ts';
import { readSchoolYear } from './readSchoolYear.ts';

const form: AdministrationForm = {
  back: { text: 'Children’s services and schools', href: '/administration/authorities' },
  before: [
    'Half terms and holidays are what lies between the terms. A year that is on record already can be entered anew; dates that were counted by it stay.',
  ],
  fields: [
    { kind: 'line', name: 'year', label: 'School year', hint: 'For example 2026/27.' },
    {
      kind: 'text',
      name: 'terms',
      label: 'Terms',
      hint: 'One a line, first and last day: 1/9/2026 to 16/10/2026.',
      max: 1_000,
    },
    {
      kind: 'text',
      name: 'closed',
      label: 'Days in term on which the schools stay shut (optional)',
      hint: 'One a line, with what it is: 1/9/2026 In-service day.',
      max: 3_000,
    },
    { kind: 'line', name: 'source', label: 'Source', hint: 'Who published the dates, and when.' },
  ],
  button: 'Enter the school year',
};

/** Enters the terms of a school year of a local authority. */
export const schoolYearPage = definePage({
  path: '/administration/authorities/:authority/school-years',
  permission: 'manageAreas',
  audit: 'enterSchoolYear',
  params: z.object({ authority: authoritySchema }),
  view: 'formPage.njk',
  show: async ({ params }, deps) => {
    const authority = (await listAuthorities(deps)).find(({ code }) => code === params.authority);
    if (!authority) return problem('NOT_FOUND');
    return { ok: true, title: 'Terms of a school year', data: { ...form, caption: authority.name } };
  },
  form: {
    schema: schoolYearSchema,
    read: readSchoolYear,
    // One line of many is at fault: it is put right in the field that holds them all.
    fieldOf: (at) => at.split('.')[0] ?? at,
    missing: {
      year: 'Write the school year.',
      terms: 'Write its terms, one a line.',
      source: 'Write who published the dates.',
    },
    act: async ({ actor, route, key, bodyHash, body, params }, deps) => {
      const entered = await enterSchoolYear(deps, { actor, route, key, bodyHash }, params.authority, body);
      const notice = `The terms of ${body.year} count from now on.`;
      return entered.ok ? { ok: true, to: '/administration/authorities', notice } : entered;
    },
  },
});
