import type { Response } from 'express';
import type { Fault } from './form/faults.ts';
import type { Fields } from './form/fields.ts';
import { sendView, type Site } from './site.ts';

/**
 * Says why something was refused whose form is not offered any more: somebody else did it meanwhile, or it was overtaken.
 * What was written stands beside it. No browser keeps the form it was written into, and it is kept nowhere else.
 */
export function sendNotPossible(site: Site, response: Response, faults: readonly Fault[], fields: Fields): void {
  const data = {
    title: 'This is not possible any more',
    why: faults.map(({ text }) => text),
    written: Object.values(fields).flat().filter(isSentence),
    now: asItStandsNow(response.req.path),
  };
  sendView(site, response, 409, 'notPossible.njk', data);
}

/** What takes some writing; a code, a day or a tick is chosen again in a moment. */
function isSentence(text: string): boolean {
  return /\S\s+\S/.test(text);
}

/** Where to look at what the form was about. */
function asItStandsNow(path: string): { readonly text: string; readonly href: string } | null {
  const [, place, id = ''] = path.split('/');
  if (place === 'cases') return { text: `Look at case ${id} as it stands now`, href: `/cases/${id}` };
  return place === 'meetings' ? { text: 'Look at the meeting as it stands now', href: `/meetings/${id}` } : null;
}
