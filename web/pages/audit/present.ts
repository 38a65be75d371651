import type { AuditCheckView, AuditLineView } from '../../../contracts/views/auditView.ts';
import { roleNames, type Role } from '../../../domain/access/role.ts';
import { formatLondonTime, londonDate } from '../../../domain/calendar/london.ts';
import type { IsoInstant } from '../../../domain/calendar/time.ts';
import { type Names, withoutName } from '../../../usecases/office/readNames.ts';
import { addressOf } from '../../paging.ts';
import { counted, dayWords } from '../../wording/days.ts';

interface Given {
  readonly names: Names;
  readonly now: IsoInstant;
  readonly filter: Readonly<Record<string, unknown>>;
}

/** The lines under the day they belong to, the latest first. */
export function presentTrail(lines: readonly AuditLineView[], { names, now, filter }: Given) {
  const today = londonDate(now);
  const days = Map.groupBy(lines, ({ at }) => londonDate(at));
  return [...days].map(([day, own]) => ({
    name: dayWords(day, today),
    lines: own.map((line) => ({
      time: formatLondonTime(line.at),
      what: line.what,
      kind: line.refused ? 'Refused' : line.kind === 'did' ? 'Done' : 'Read or asked',
      colour: line.refused ? 'red' : line.kind === 'did' ? 'blue' : 'grey',
      reference: line.reference,
      caseHref: addressOf('/audit', { ...filter, case: line.reference }),
      area: names.area(line.area),
      who: whoWords(line),
      whoHref: line.byId && addressOf('/audit', { ...filter, by: line.byId }),
      roles: line.asRoles.map((role) => roleNames[role as Role]).join(', '),
      from: [line.address, line.route && wayWords(line.route)].filter((part) => part !== null).join(', '),
    })),
  }));
}

/** Somebody by name where it may be shown, and by the beginning of their id where not. */
function whoWords({ by, byId }: AuditLineView): string {
  if (byId === null) return 'The product itself';
  return by ?? withoutName(byId);
}

/** Whether a request came by a page or by the API; the pages' own routes say so. */
export function wayWords(route: string): string {
  return route.startsWith('page ') ? 'by the pages' : 'by the API';
}

/** What the chains say, in one sentence and a colour. */
export function presentCheck({ holds, broken, checked, notSealedYet, wholeCase }: AuditCheckView) {
  const young =
    notSealedYet === 0 ? '' : ` ${counted(notSealedYet, 'line')} of the last minutes will be sealed shortly.`;
  const sealed = `${counted(checked, 'line')} on this page ${checked === 1 ? 'is' : 'are'} as sealed.`;
  const whole = wholeCase
    ? ' The chain of everything recorded in this case holds from its first entry to its last.'
    : '';
  return holds ? { holds, text: `${sealed}${whole}${young}` } : { holds, text: broken };
}
