import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import { grownUntil } from '../../domain/children/grownUntil.ts';
import type { ChildInReferral } from '../../domain/lifecycle/facts/children.ts';
import { deriveId } from '../../platform/ids.ts';
import type { RepeatBasis } from '../../store/cases/repeatBasis.ts';
import type { Sealing } from '../../store/content/sealing.ts';
import { openPeople } from '../../store/people/openPeople.ts';
import type { Tx } from '../../store/prismaClient.ts';
import { type ChildSaid, saidOfChildren } from '../cases/saidOfChildren.ts';

/** The children of a case in a repeat of it, as old as they are on the London day of the repeat, with what was said of them. */
export async function childrenAgain(
  tx: Tx,
  sealing: Sealing,
  basis: Pick<RepeatBasis, 'children' | 'receivedAt' | 'referralContentId' | 'saidLater'>,
  { commandId, on }: { readonly commandId: string; readonly on: IsoDate },
): Promise<{ readonly children: readonly ChildInReferral[]; readonly said: readonly ChildSaid[] }> {
  const { children, receivedAt } = basis;
  const people = await openPeople(
    tx,
    sealing,
    children.flatMap(({ personId }) => personId ?? []),
  );
  const saidOf = await saidOfChildren(tx, sealing, basis);
  const again = children.map((child, index) => {
    const said = saidOf.get(child.childId) ?? {};
    const person = people.get(child.personId ?? '');
    const bornOn = person?.state === 'open' ? person.identity.dateOfBirth : null;
    const birth = { bornOn, expectedOn: said.expectedOn ?? null, toldOn: londonDate(receivedAt) };
    const childId = deriveId(commandId, `child/${index}`);
    return { child: { ...child, ...grownUntil(on, birth, child), childId }, said: { ...said, childId } };
  });
  return { children: again.map(({ child }) => child), said: again.map(({ said }) => said) };
}
