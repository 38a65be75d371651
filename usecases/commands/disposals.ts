import type { DisposalsBody } from '../../contracts/closing.ts';
import type { CommandPayloads } from '../../domain/lifecycle/command.ts';

/** What becomes of dates that still stand, as the engine is told of it. */
export function disposalsIn(liveDates: DisposalsBody): CommandPayloads['closeCase']['disposals'] {
  return liveDates.map(({ liveDateId, disposal, watchedBy }) => ({
    liveDateId,
    disposal,
    watchedById: watchedBy ?? null,
  }));
}

/** The posts that are named to watch such a date. */
export function watchersIn(liveDates: DisposalsBody): { readonly practitioners: readonly string[] } {
  return { practitioners: liveDates.flatMap(({ watchedBy }) => watchedBy ?? []) };
}
