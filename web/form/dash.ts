import { dashQuestionCount, dashVersion } from '../../domain/dash/questions.ts';
import { typed } from './dates.ts';
import type { Fields } from './fields.ts';

/** A checklist as it was answered; one that nobody began is left out. */
export function readDash(fields: Fields, name: string): unknown {
  const answers = Array.from({ length: dashQuestionCount }, (_, index) => typed(fields, `${name}.answers.${index}`));
  return answers.every((answer) => answer === '') ? undefined : { tool: 'DASH', version: dashVersion, answers };
}
