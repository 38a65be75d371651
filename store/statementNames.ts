import { createHash } from 'node:crypto';
import { Prisma } from './generated/client.ts';

/** So many different statements are kept prepared on a connection; what comes after is parsed each time. */
const mostKept = 500;

const unnamed = '';
const seenOnce = 'seen once';

/** Put into a statement whose best plan depends on what is asked for, such as a report: it is planned anew each time. */
export const plannedAnew = Prisma.raw('/* planned anew */');

/**
 * Put into a statement of many parts that each find little by an index of their own, whatever is asked for: planning it takes
 * longer than carrying it out, and Postgres would do it each time anew, since the plan for any values looks dearer to it.
 */
export const plannedOnce = Prisma.raw('/* planned once */');

/**
 * Put into a statement that is to read each part of it in the order of an index, as far as a page needs: what is left of a part
 * after everybody's deny list cannot be foreseen, and where it looks less than a page, Postgres reads and sorts all of it.
 */
export const readInOrder = Prisma.raw('/* read in order */');

/**
 * Names statements that come again, so that each connection parses and plans them once: those of a decision take longer
 * to plan than to run. A statement is sent without a name when it is seen for the first time, and where it asks to be
 * planned anew.
 */
export function createStatementNames(): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known === seenOnce ? keep(sql) : known;
    if (names.size < mostKept && !sql.includes(plannedAnew.sql)) names.set(sql, seenOnce);
    return unnamed;
  };

  function keep(sql: string): string {
    const name = `s${createHash('sha256').update(sql).digest('hex').slice(0, 32)}`;
    names.set(sql, name);
    return name;
  }
}
