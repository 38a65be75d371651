import type { RequestProblem } from '../../contracts/problemCode.ts';
import type { Actor } from '../../domain/access/actor.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { recordAccesses } from '../../store/access/recordAccess.ts';
import { casesWithoutAdviser } from '../../store/idva/casesWithoutAdviser.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';
import { ownService } from './ownService.ts';

interface Position {
  readonly at: IsoInstant;
  readonly id: string;
}

/** A case that waits for an adviser, by its reference. */
export interface WaitingCase {
  readonly reference: string;
  readonly area: string;
  readonly since: IsoInstant;
}

type Waiting =
  | {
      readonly ok: true;
      readonly items: readonly WaitingCase[];
      readonly next: Position | null;
      /** How many there are on all pages. */
      readonly count: number;
    }
  | RequestProblem;

/** The cases of a service that nobody is allocated to yet, the longest first, for its manager; each is noted as shown. */
export async function waitingForAdviser(
  deps: Dependencies,
  actor: Actor,
  route: string,
  { service, after, limit }: { readonly service: string; readonly after: Position | null; readonly limit: number },
): Promise<Waiting> {
  const own = await ownService(deps, actor, service);
  if (!own.ok) return own;
  const { prisma } = deps.store;
  const { page, count } = await casesWithoutAdviser(prisma, actor, own.serviceId, { after, limit: limit + 1 });
  const shown = page.slice(0, limit);
  const noted = { actorId: actor.practitionerId, event: 'listCase', route, outcome: 'shown', at: deps.clock.now() };
  await recordAccesses(
    prisma,
    shown.map(({ id }) => ({ ...noted, caseId: id })),
  );
  const codes = await readCodes(deps);
  const last = page.length > limit ? shown.at(-1) : undefined;
  return {
    ok: true,
    items: shown.map(({ reference, areaId, since }) => ({ reference, area: codes.area(areaId), since })),
    next: last ? { at: last.since, id: last.id } : null,
    count,
  };
}
