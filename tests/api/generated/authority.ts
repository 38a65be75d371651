import { developmentPeople } from '../../../dev/identity/people.ts';
import type { Role } from '../../../domain/access/role.ts';

/** Each role by a letter, and somebody of Maidstone's who holds it. */
const letters: Readonly<Record<Role, string>> = {
  coordinator: 'C',
  administrator: 'A',
  chair: 'H',
  supervisor: 'S',
  strategicCoordinator: 'T',
  idva: 'I',
  idvaServiceManager: 'M',
  agencyRepresentative: 'P',
  agencyLead: 'L',
  referrer: 'R',
  governance: 'G',
  systemAdministrator: 'Y',
};
const holder: Readonly<Record<string, string>> = {
  C: 'amy.adeyemi',
  A: 'cerys.maddock',
  H: 'esther.quaye',
  S: 'grace.oyelaran',
  T: 'hugo.brandt',
  I: 'joanna.pike',
  M: 'leila.haddad',
  P: 'owen.tregear',
  L: 'rosa.delgado',
  R: 'marek.nowak',
  G: 'viktor.sandor',
  Y: 'wanda.osei',
};

/** Somebody of each role, so that each is tried as often as any other. */
export const holders: readonly string[] = Object.values(holder);

/**
 * Which roles may ever bring about something by which address, written by hand from what the partnership agreed and
 * not from the product's own tables; the first line that fits counts. What nobody may, whoever they are to a case,
 * stands nowhere. A new address is put down here, or falls under the last line of its kind.
 */
const table: readonly (readonly [RegExp, string])[] = [
  [/^\/referrals$/, 'CAHSTIMPLR'],
  [/^\/adoptions|\/caught-up$/, 'CA'],
  [/^\/further-abuse-reports$/, 'CAHSTIMPLRGY'],
  [/^\/further-abuse-reports\//, 'CA'],
  [/\}\/screening$|\/referrer-told$/, 'CAST'],
  [/^\/cases\/\{reference\}\/completion$/, 'CASTR'],
  [/\/grade$|\/listing$|\/listing-removal$|\/emergency-listing$|\/hearing$|\/plan-review$/, 'CAHST'],
  [/\/late-admission$/, 'H'],
  [
    /\/child-notifications$|\/safe-contact$|\/safe-contact-proposals\/|\/company$|\/result-told$|\/live-dates\/\{\w+\}\/reviews$/,
    'CASTIM',
  ],
  [/\/allocation$/, 'CSM'],
  [
    /\/contact-attempts$|\/engagement$|\/safety-plans|\/victim-views$|\/risk-reviews$|\/outcome-told$|\/support-end$/,
    'IM',
  ],
  [/\/contact-decision$|\/attempts-decision$|^\/services\//, 'M'],
  [/\/actions\/\{\w+\}\/reassignment$/, 'CAHSTML'],
  [/\/actions\/\{\w+\}\/(?:due-date|extension)$/, 'CAHST'],
  [/\/clocks\/\{\w+\}\/(?:pause|resumption)$/, 'CASTM'],
  [/\/transfer-answer$/, 'C'],
  [/transfer|\/closure$|\/reopening$/, 'CAHST'],
  [/\/death$/, 'CAHSTIML'],
  [/\/death-withdrawal$/, 'CAST'],
  [/^\/meetings$|^\/meetings\/\{\w+\}\/(?:move|cancellation)$/, 'CAST'],
  [/^\/meetings\/\{\w+\}\/research(?:-answers)?$/, 'IMPL'],
  [/^\/meetings\//, 'CAHST'],
  [/^\/assessments\/\{\w+\}\/not-referred$/, 'CAHSTL'],
  [/^\/assessments|^\/people-searches$/, 'CAHSTIMPLR'],
  [/^\/administration\/|^\/policy-changes\//, 'Y'],
  [/^\/deliveries\//, 'CASTY'],
  [/^\/commands\//, 'AY'],
  [/\/deny-list/, 'CS'],
  [/^\/cases\//, 'CAHSTIMPL'],
];

function mayBring(path: string): string {
  const line = table.find(([address]) => address.test(path));
  if (!line) throw new Error(`Say in authority.ts who may send to ${path}.`);
  return line[1];
}

/** The role somebody of development holds; null for nobody and for strangers. */
export function roleOf(subject: string | null): Role | null {
  return developmentPeople.find((person) => person.subject === subject)?.appointments[0]?.role ?? null;
}

/** Whether somebody in that role may ever bring about something by that address. */
export function mayEver(role: Role | null, path: string): boolean {
  return role !== null && mayBring(path).includes(letters[role]);
}

/** Somebody who may send to an address, one or another by `n`; who may only for their own agency comes last. */
export function someoneWhoMay(method: string, path: string, n: number): string {
  if (method === 'get') return holder[path.startsWith('/services') ? 'M' : 'C'] ?? '';
  const may = mayBring(path);
  const sure = may.replaceAll(/[PLR]/g, '');
  const from = sure === '' ? may : sure;
  return holder[from[n % from.length] ?? ''] ?? '';
}
