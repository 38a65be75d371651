import { londonDate } from '../../domain/calendar/london.ts';
import type { LadderName } from '../../domain/clocks/ladder.ts';
import { ladderSteps } from '../../domain/clocks/ladderSteps.ts';
import { defaultPolicyEntries } from '../../domain/policy/defaults.ts';
import { policyInForce } from '../../domain/policy/policyInForce.ts';
import { areaByCode } from '../../store/areas/findArea.ts';
import { areaEntriesOf } from '../../store/decisions/openRows.ts';
import { groundRows } from '../../store/replanning/changes.ts';
import type { Dependencies } from '../dependencies.ts';

/** The steps of a ladder as they count today, in an area or everywhere: what somebody begins with who changes them. */
export async function ladderInForce(
  { store, clock }: Dependencies,
  { area: code, ladder }: { readonly area?: string | undefined; readonly ladder: LadderName },
): Promise<string> {
  const found = code === undefined ? null : await areaByCode(store.prisma, code);
  const area = found ?? { id: '', code: '' };
  const entries = [...defaultPolicyEntries, ...areaEntriesOf((await groundRows(store.prisma)).policies, area)];
  return ladderSteps(policyInForce(entries, area.code, londonDate(clock.now())).ladders[ladder]);
}
