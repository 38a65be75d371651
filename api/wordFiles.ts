import { z } from 'zod';
import type { RequestProblem } from '../contracts/problemCode.ts';
import type { Reply, ReplyFile } from './defineRoute.ts';

/** The content of a file to save, in the description of the API. */
export const fileSchema = z.string().meta({ format: 'binary' });

/** The answer of a route that gives a paper. */
export const wordAnswer = {
  status: 200,
  description: 'A Word file with what one may see, as in its JSON sibling.',
  schema: fileSchema,
  contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** A file that a use case made, or why there is none. */
export function fileReply(made: { readonly ok: true; readonly file: ReplyFile } | RequestProblem): Reply {
  return made.ok ? { ok: true, status: 200, file: made.file } : made;
}
