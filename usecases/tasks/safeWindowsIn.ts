import { z } from 'zod';
import { safeWindowSchema } from '../../contracts/safeContact.ts';
import type { SafeWindow } from '../../domain/idva/safeTimes.ts';

const withWindows = z.object({ safeWindows: z.array(safeWindowSchema) });

/** The safe windows in what was written down about reaching a victim; none where it sets none, or was erased. */
export function safeWindowsIn(safeContact: unknown): readonly SafeWindow[] {
  const read = withWindows.safeParse(safeContact);
  return read.success ? read.data.safeWindows : [];
}
