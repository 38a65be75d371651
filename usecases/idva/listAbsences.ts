import type { RequestProblem } from '../../contracts/problemCode.ts';
import type { AbsenceView } from '../../contracts/views/idvaView.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import { absencesFrom } from '../../store/idva/serviceStaff.ts';
import type { Dependencies } from '../dependencies.ts';
import { ownService } from './ownService.ts';

/** Who of a service is away today or will be, the next first. */
export async function listAbsences(
  deps: Dependencies,
  actor: Actor,
  service: string,
): Promise<{ readonly ok: true; readonly items: readonly AbsenceView[] } | RequestProblem> {
  const own = await ownService(deps, actor, service);
  if (!own.ok) return own;
  const rows = await absencesFrom(deps.store.prisma, own.serviceId, londonDate(deps.clock.now()));
  return { ok: true, items: rows.map(({ id: absenceId, ...absence }) => ({ absenceId, ...absence })) };
}
