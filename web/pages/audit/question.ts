import { z } from 'zod';
import { auditQuestion } from '../../../contracts/audit.ts';
import { readDate } from '../../form/dates.ts';
import { chosen } from '../../paging.ts';

const day = (schema: typeof auditQuestion.from) =>
  z.preprocess((value) => (typeof value === 'string' ? readDate(value) : value), schema.optional());
/** A reference as people copy it: with blanks around it, in small letters. */
const reference = z.preprocess(
  (value) => (typeof value === 'string' ? value.trim().toUpperCase() || undefined : value),
  auditQuestion.case.optional(),
);

/** What the audit may be asked; all of it stands in its address. */
export const auditFilter = {
  case: reference,
  area: chosen(auditQuestion.area),
  by: chosen(auditQuestion.by),
  kind: chosen(auditQuestion.kind),
  from: day(auditQuestion.from),
  to: day(auditQuestion.to),
};

export const kindChoices = [
  { value: 'did', text: 'What was done' },
  { value: 'saw', text: 'What was read or asked' },
  { value: 'refused', text: 'What was refused' },
];
