import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { ClockExplanationView } from '../../contracts/views/clockView.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { maySeeAssessment } from '../../domain/access/assessmentAccess.ts';
import type { DisclosureLevel } from '../../domain/access/disclosureLevel.ts';
import { meetingDutyLevel } from '../../domain/access/meetingDuties.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { assessmentAccess } from '../../store/assessments/findAssessments.ts';
import { findClock, type ClockWithLedger } from '../../store/clocks/findClock.ts';
import { ruleInWords } from '../../domain/clocks/ruleInWords.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';
import { seeCase } from '../seeCase.ts';
import { presentClock } from './presentClock.ts';
import { whyThisDate } from './whyThisDate.ts';

const deeds: Readonly<Record<string, string>> = {
  clockStarted: 'It began.',
  clockMoved: 'The due date was moved.',
  clockReowned: 'It was given to somebody else.',
  clockPaused: 'It was paused.',
  clockResumed: 'It ran on.',
  clockAcknowledged: 'The escalation was acknowledged.',
  clockEnded: 'It ended.',
};

/** Who was reminded is for those who work on the case; governance and a referrer are told how many. */
const mayKnowWho: readonly DisclosureLevel[] = ['agency', 'full'];

/** Says of one clock why it is due when it is due, what was done to it, and whom it has reminded. */
export async function explainClock(
  deps: Dependencies,
  actor: Actor,
  route: string,
  clockId: string,
): Promise<{ readonly ok: true; readonly view: ClockExplanationView } | RequestProblem> {
  const { prisma } = deps.store;
  const found = await findClock(prisma, clockId);
  if (!found) return problem('NOT_FOUND');
  const seen = await seeMatter(deps, actor, route, found);
  if (!seen.ok) return seen;
  const now = deps.clock.now();
  const access = { actorId: actor.practitionerId, event: 'readClock', route, caseId: seen.caseId, outcome: 'shown' };
  await recordAccess(prisma, { ...access, at: now });
  const onBoard = { ...found, rungsFired: found.rungs.length };
  return {
    ok: true,
    view: {
      ...presentClock(onBoard, await readCodes(deps), now),
      why: whyOf(found.clock),
      ledger: found.ledger.map(({ type, at, actorId }) => ({ at, what: deeds[type] ?? type, by: actorId })),
      rungs: found.rungs.map(({ told, ...rung }) => ({
        ...rung,
        recipients: told.length,
        toldIds: seen.knowsWho ? [...told] : [],
      })),
    },
  };
}

/** Whether somebody may see what a clock is of, and whether they are told by name whom it has reminded. */
async function seeMatter(
  deps: Dependencies,
  actor: Actor,
  route: string,
  { reference, assessmentId, areaId, agencyId }: ClockWithLedger,
): Promise<{ readonly ok: true; readonly caseId: string | null; readonly knowsWho: boolean } | RequestProblem> {
  if (assessmentId !== null) {
    const access = await assessmentAccess(deps.store.prisma, assessmentId);
    const maySee = access !== null && maySeeAssessment(actor, access);
    return maySee ? { ok: true, caseId: assessmentId, knowsWho: true } : problem('NOT_FOUND');
  }
  if (reference === null) {
    const level = meetingDutyLevel(actor, { areaId, agencyId });
    if (level === 'none') return problem('NOT_FOUND');
    return { ok: true, caseId: null, knowsWho: mayKnowWho.includes(level) };
  }
  const seen = await seeCase(deps, reference, { actor, permission: 'readCase', event: 'readClock', route });
  return seen.ok ? { ok: true, caseId: seen.known.id, knowsWho: mayKnowWho.includes(seen.level) } : seen;
}

/** Why this date: the rule, where it comes from, what it was counted from and what was stepped over. */
function whyOf(clock: ClockWithLedger['clock']): ClockExplanationView['why'] {
  const { reason, anchor } = clock;
  const skipped = reason.skipped.map(({ date, name }) => ({ date, name }));
  return {
    sentence: whyThisDate(clock),
    rule: ruleInWords(clock),
    source: reason.source,
    policyVersion: reason.policyVersion,
    calendarVersion: reason.calendarVersion,
    anchor,
    skipped,
    provisional: reason.provisional,
  };
}
