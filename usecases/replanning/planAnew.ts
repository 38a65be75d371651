import { createHash } from 'node:crypto';
import { addHours, epochMs, instantAt } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { PlannedBecause } from '../../domain/duties/planClocksAnew.ts';
import { deriveId, newId } from '../../platform/ids.ts';
import { recordAccesses } from '../../store/access/recordAccess.ts';
import { commandById } from '../../store/commands/findCommand.ts';
import { stageCommand } from '../../store/commands/stageCommand.ts';
import type { Tx } from '../../store/prismaClient.ts';
import { groundRows } from '../../store/replanning/changes.ts';
import { addReplanning, type NewReplanning, replanningsOf } from '../../store/replanning/replannings.ts';
import { runningMatters } from '../../store/replanning/runningMatters.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Codes } from '../office/codes.ts';
import { deliver } from '../sendCommand.ts';
import { whatMoves } from './whatMoves.ts';

/** How long whoever changes something waits for the first cases; the others go on without them. */
const answerWithinHours = 4 / 3_600;

/** An order to plan anew, before its cases are known. */
export interface PlanningOrder {
  readonly changeId: string;
  readonly because: PlannedBecause;
  readonly undoes: boolean;
  readonly areaId: string | null;
  readonly byId: string;
  readonly route: string;
  readonly madeAt: IsoInstant;
}

/** A case or meeting of an order, with the command that was staged for it. */
export type OrderedMatter = NewReplanning['matters'][number];

/**
 * Writes an order to plan running clocks anew and a command for each case and meeting that it moves, in the transaction
 * that changes what they are planned by. From then on it needs no process: what is not delivered by whoever began
 * it the reconciler delivers, and a command that is known is never carried out twice. Meetings that are ordered to move already
 * plan their own clocks by moving.
 */
export async function orderPlanning(
  tx: Tx,
  order: PlanningOrder,
  codes: Codes,
  ordered: readonly OrderedMatter[] = [],
): Promise<void> {
  const { changeId, because, undoes, areaId, byId, route, madeAt } = order;
  const moved = new Set(ordered.map(({ matterId }) => matterId));
  const running = (await runningMatters(tx, areaId)).filter((each) => !moved.has(each.id));
  const moving = whatMoves(running, await groundRows(tx), (areaOf) => codes.area(areaOf), madeAt);
  const id = newId();
  const matters = moving.map((each) => ({ about: each.about, matterId: each.id, commandId: deriveId(id, each.id) }));
  // After what was ordered before, in the order in which everything is delivered.
  const stagedAt = instantAt(epochMs(madeAt) + ordered.length);
  const payload = { changeId, because };
  const bodyHash = createHash('sha256').update(JSON.stringify(payload)).digest('hex');
  for (const { commandId, matterId, about } of matters) {
    await stageCommand(tx, {
      ...{ id: commandId, actorId: byId, route: `${route} ${id}`, key: matterId, bodyHash, about, caseId: matterId },
      type: 'planClocksAnew',
      payload,
      occurred: { at: madeAt, precision: 'minute' },
      expectedRevision: null,
      stagedAt,
    });
  }
  await addReplanning(tx, { id, changeId, because, undoes, byId, madeAt, matters: [...ordered, ...matters] });
  const noted = { actorId: byId, event: 'planClocksAnew', route, outcome: 'staged', at: madeAt };
  const cases = matters.filter(({ about }) => about === 'case');
  await recordAccesses(
    tx,
    cases.map(({ matterId }) => ({ ...noted, caseId: matterId })),
  );
}

/** Delivers what a change has ordered, for a few seconds. */
export async function deliverForAWhile(deps: Dependencies, changeId: string): Promise<void> {
  const until = addHours(deps.clock.now(), answerWithinHours);
  for (const { matters } of await replanningsOf(deps.store.prisma, changeId)) {
    for (const { commandId, status } of matters) {
      if (deps.clock.now() > until) return;
      const command = status === 'staged' ? await commandById(deps.store.prisma, commandId) : null;
      if (command?.status !== 'staged') continue;
      await deliver(deps, command).catch((error: unknown) => {
        // It stays staged, and the reconciler tries it again.
        deps.log.error({ commandId, err: error }, 'planning anew failed for now');
      });
    }
  }
}
