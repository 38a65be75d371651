import type { ClockView } from '../../contracts/views/clockView.ts';
import { versionOf } from '../versionOf.ts';

/** A version of a duty on a board: another once it is moved or given to somebody else. */
export function dutyVersion({ due, agency, ownerId }: Pick<ClockView, 'due' | 'agency' | 'ownerId'>): string {
  // Postgres orders the fields of a due moment its own way, so it is not its JSON that is compared.
  return String(versionOf([due.type === 'day' ? due.date : due.at, agency, ownerId]));
}
