import { type Looked, several } from './checkCells.ts';
import type { KnownAdviser, KnownOffice } from './readOffice.ts';

/** Stands for an adviser of whom the product was not asked. */
const anAdviser = '00000000-0000-4000-8000-000000000000';

/** Who advises the victim: an adviser of the service that works for the area of the case. */
export function adviserOf(looked: Looked, office: KnownOffice): string | undefined {
  const { cells, fault } = looked;
  const name = cells['adviser'] ?? '';
  if (name === '') return undefined;
  if (office === 'unknown') return anAdviser;
  const adviser = adviserNamed(name, 'adviser', looked, office.advisers);
  const area = cells['area'] ?? '';
  const service = office.areas.get(area)?.idvaService;
  const isOfService = adviser?.posts.some(
    (post) => post.service === service && (post.area === null || post.area === area),
  );
  // Of an area that is not known nothing more is said: its own cell is at fault.
  if (isOfService === false && service !== undefined)
    fault('adviser', 'This adviser is not of the service of the area: advisers of other services are added by hand.');
  return adviser?.practitionerId;
}

/** Who goes along to a hearing: advisers of whichever service. */
export function companyOf(looked: Looked, office: KnownOffice): readonly string[] {
  const names = several(looked.cells, 'goesAlong');
  if (office === 'unknown') return names.map((_name, at) => anAdviser.replace(/0$/, String(at)));
  return names.flatMap((name) => adviserNamed(name, 'goesAlong', looked, office.advisers)?.practitionerId ?? []);
}

/** Names are compared as people write them. */
function adviserNamed(
  name: string,
  column: string,
  { fault }: Looked,
  advisers: ReadonlyMap<string, KnownAdviser>,
): KnownAdviser | undefined {
  const adviser = advisers.get(name.toLowerCase());
  if (adviser === undefined) fault(column, 'No one adviser here has this name. Write it as the product has it.');
  return adviser;
}
