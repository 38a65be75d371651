import { z } from 'zod';
import { idSchema } from '../../../../../../contracts/text.ts';
import { undoChange } from '../../../../../../usecases/replanning/enterChange.ts';
import { readChange } from '../../../../../../usecases/replanning/readChanges.ts';
import { definePage } from '../../../../../definePage.ts';
import type { AdministrationForm } from '../../../fields.ts';

/** Takes a bank holiday or a figure back. */
export const undoChangePage = definePage({
  path: '/administration/changes/:change/undo',
  permission: 'changePolicy',
  audit: 'withdrawPolicyChange',
  params: z.object({ change: idSchema }),
  view: 'formPage.njk',
  show: async ({ actor, route, params }, deps) => {
    const read = await readChange(deps, { actor, route }, params.change);
    if (!read.ok) return read;
    const { what, version } = read.view.change;
    const data: AdministrationForm = {
      back: { text: what, href: `/policy-changes/${params.change}` },
      caption: what,
      before: [
        'Nothing that begins from now on counts by it, and every running date that it moved is counted again without it.',
        `What has happened meanwhile stays: reminders that were sent, duties that were met. The record goes on naming ${version}.`,
      ],
      fields: [],
      button: 'Take it back',
      grave: true,
    };
    return { ok: true, title: 'Take a change back', data };
  },
  form: {
    schema: z.strictObject({}),
    act: async ({ actor, route, key, bodyHash, params }, deps) => {
      const undone = await undoChange(deps, { actor, route, key, bodyHash }, params.change);
      return undone.ok ? { ok: true, to: `/policy-changes/${params.change}`, notice: 'It is taken back.' } : undone;
    },
  },
});
