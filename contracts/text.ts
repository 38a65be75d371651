import { z } from 'zod';

// Control characters, and the marks that turn the direction of text: neither belongs in what somebody wrote down, and
// the second can make a sentence read differently from what it says.

const unwanted = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;
const unwantedInLine = /[\t\n\r]/u;

/** Somebody's own words, over several lines if need be: trimmed, never empty, no control characters. */
export function narrative(max: number) {
  return z
    .string()
    .trim()
    .min(1, 'Write something here, or leave the field out.')
    .max(max, `Write at most ${max} characters.`)
    .refine(isPlain, 'Control characters cannot be used here.');
}

/** One line of text, such as a name or an address line. */
export function line(max: number) {
  return narrative(max).refine((text) => !unwantedInLine.test(text), 'Write this on one line.');
}

/** Why something was decided or changed: asked for wherever somebody may want to know later. */
export const reasonSchema = narrative(2_000).meta({
  description: 'Why, in a sentence or two. Kept as content, never in the audit or in mail.',
  example: 'The victim has moved in with her sister outside the area.',
});

/** A remark that may be left out. */
export const noteSchema = narrative(4_000).optional().meta({ description: 'Anything that should be kept with this.' });

export const idSchema = z.uuid('This is not an id.').transform((id) => id.toLowerCase());

/** Codes are short, lower case and readable: `medway`, `childrens-services-kent`. */
export const codeSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'A code has small letters, figures and hyphens.')
  .max(60, 'A code has at most 60 characters.');

export const areaSchema = codeSchema.meta({ description: 'The code of an area.', example: 'maidstone' });
export const agencySchema = codeSchema.meta({ description: 'The code of an agency.', example: 'police' });
export const practitionerSchema = idSchema.meta({ description: 'The id of a practitioner.' });

function isPlain(text: string): boolean {
  return text.isWellFormed() && !unwanted.test(text);
}
