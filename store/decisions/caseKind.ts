import { mayDecide } from '../../domain/access/mayDecide.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import { complete } from '../../domain/completion/complete.ts';
import type { DutyContext } from '../../domain/duties/applyDuties.ts';
import type { DutyOwner } from '../../domain/duties/dutyChange.ts';
import { dutiesOf } from '../../domain/duties/dutiesOf.ts';
import type { CaseFact } from '../../domain/lifecycle/caseFact.ts';
import { type CaseStanding, standingAfter } from '../../domain/lifecycle/caseStanding.ts';
import type { Ask } from '../../domain/lifecycle/ask.ts';
import type { Proposal } from '../../domain/lifecycle/command.ts';
import { refuse } from '../../domain/lifecycle/refusal.ts';
import type { CaseParts } from '../../domain/notices/caseParts.ts';
import { type News, noticesOf } from '../../domain/notices/noticesOf.ts';
import type { Tx } from '../prismaClient.ts';
import { correctPeople } from '../people/correctPeople.ts';
import { samePeople } from '../people/samePeople.ts';
import { projectCaseFact } from '../projection/projectCaseFact.ts';
import { eraseWords } from '../retention/eraseWords.ts';
import { spreadOfADeath } from './deathsToSpread.ts';
import { followUpRoute } from './followUps.ts';
import { followUpsOfCase } from './followUpsOfCase.ts';
import { followUpsOfSafeContact } from './followUpsOfSafeContact.ts';
import { followUpsOfMerge } from './findForMerge.ts';
import { findForAsks } from './findForAsks.ts';
import { followUpsOfReport } from './findReport.ts';
import { followUpsOfMatch, noteLikelyMatches } from './noteLikelyMatches.ts';
import { noteDeath, refuseOvertakenDeath } from './noteDeath.ts';
import { noteReversedPair } from './noteReversedPair.ts';
import { withdrawUnsent } from './notificationsOfCase.ts';
import { noteTwoAreas, refuseKnownTwoAreas } from './noteTwoAreas.ts';
import type { Completed, MatterKind } from './matterKind.ts';
import type { OpenCase } from './openCase.ts';

/** What a case brings to the recording that all matters share. */
export const caseKind: MatterKind<CaseStanding, CaseFact, Ask> = {
  about: 'case',
  table: 'case',
  newRow: (recordedAt) => ({ parked: false, recordedAt }),
  standingAfter,
  project: projectCaseFact,
  dutiesOf,
  isCaughtUp: ({ type }) => type === 'caughtUp',
  forbids: (open: OpenCase) => (mayStillDecide(open) ? null : refuse('NO_ACCESS')),
  hasChanged,
  complete: completeCase,
  newsOf: (fact, { deferrals, silent, adviserId }) => noticesOf(fact, { deferrals, silent, adviserId }),
  partsOf,
  partsForRung: (open: OpenCase, standing, clock, owner) => ({
    ...partsOf(open, standing, owner),
    watchedById: isWatched(clock) && standing.closedAt !== null ? owner.ownerId : null,
    access: open.access,
    otherAreaId: clock.subject.type === 'transfer' ? (open.access?.askedAreaId ?? null) : null,
  }),
};

/** What the product itself sends because of what was decided elsewhere: whoever decided that may have left since. */
const ownRoutes: readonly string[] = [spreadOfADeath, followUpRoute];

/** Whether whoever sent the command may still do it: posts end and cases change hands between staging and deciding. */
function mayStillDecide({ command, access }: OpenCase): boolean {
  return command === null || isSentOn({ command }) || mayDecide(command.actor, command, access);
}

/** Whether the product itself has sent it on, from another case. */
function isSentOn({ command }: Pick<OpenCase, 'command'>): boolean {
  return command !== null && ownRoutes.includes(command.route);
}

/** The action where the command is about one, else the case. */
async function hasChanged(tx: Tx, open: OpenCase, { facts }: Proposal, expected: number): Promise<boolean> {
  const [first] = facts;
  if (!first || !('actionId' in first.data)) return expected !== open.revision;
  const action = await tx.action.findUnique({ where: { id: first.data.actionId }, select: { revision: true } });
  return action?.revision !== expected;
}

async function completeCase(
  tx: Tx,
  open: OpenCase,
  proposal: Proposal,
  context: DutyContext,
): Promise<Completed<CaseFact>> {
  const known = await refuseKnownTwoAreas(tx, open.caseId, proposal);
  if (known) return known;
  const { occurred, recordedAt } = context;
  const silent = open.standing?.silent ?? isAdopted(proposal);
  const today = londonDate(silent ? occurred.at : recordedAt);
  const found = await findForAsks(tx, open, proposal, { occurred, recordedAt, today });
  const completed = complete(proposal, {
    ...found,
    ...context,
    standing: open.standing,
    contactSuspended: open.contactSuspended,
    standardRiskServiceId: open.area.standardRiskServiceId,
  });
  if (!completed.ok) return completed;
  const refusal = await correctPeople(tx, completed.facts);
  if (refusal) return refusal;
  await withdrawUnsent(tx, completed.facts);
  await eraseWords(tx, open.caseId, completed.facts, recordedAt);
  const { receivingArea } = found;
  const twoAreas = await noteTwoAreas(tx, open, completed.facts);
  const reversed = await noteReversedPair(tx, open.caseId, completed.facts);
  const matches = await noteLikelyMatches(tx, open, completed.facts);
  // Last of all, because of its lock: what asks for that of the pair too has it by now.
  const overtaken = await refuseOvertakenDeath(
    tx,
    { standing: open.standing, sentOn: isSentOn(open) },
    completed.facts,
  );
  if (overtaken) return overtaken;
  const death = await noteDeath(tx, open, completed.facts);
  const facts = [
    ...(await withAlsoVictims(tx, completed.facts)),
    ...reversed.facts,
    ...matches.facts,
    ...twoAreas.facts,
    ...death.facts,
  ];
  const policyAfterTransfer = receivingArea && ((on: IsoDate) => open.policyIn(receivingArea, on));
  const followUps = [
    ...(await followUpsOfCase(tx, open.caseId, facts)),
    ...(await followUpsOfSafeContact(tx, open.caseId, facts)),
    ...(await followUpsOfMerge(tx, open.caseId, facts, context.idFor)),
    ...(await followUpsOfMatch(tx, open.caseId, facts)),
    ...(await followUpsOfReport(tx, open.caseId, open.standing?.pairId ?? null, facts, recordedAt)),
    ...reversed.followUps,
    ...matches.followUps,
    ...twoAreas.followUps,
    ...death.followUps,
  ];
  return { ...completed, facts, policyAfterTransfer, followUps };
}

/** Contact that goes on goes on with the victim, under whatever spelling they are on record. */
async function withAlsoVictims(tx: Tx, facts: readonly CaseFact[]): Promise<readonly CaseFact[]> {
  const decided = facts.find((fact) => fact.type === 'contactDecided');
  if (decided?.type !== 'contactDecided' || decided.data.decision !== 'resumed' || decided.data.elsewhere) return facts;
  const alsoVictimIds = (await samePeople(tx, decided.data.victimId)).slice(1);
  if (alsoVictimIds.length === 0) return facts;
  const withThem = { ...decided, data: { ...decided.data, alsoVictimIds } };
  return facts.map((fact) => (fact === decided ? withThem : fact));
}

function isAdopted(proposal: Proposal): boolean {
  return proposal.facts.some((fact) => fact.type === 'referralReceived' && fact.data.adopted);
}

/** A date in the outside world, which a named post watches once the case is closed. */
function isWatched({ subject }: Clock): boolean {
  return subject.type === 'liveDate' || subject.type === 'hearing';
}

function partsOf(
  open: OpenCase,
  standing: CaseStanding,
  { ownerId, agencyId, otherAreaId = null }: DutyOwner & Pick<News, 'otherAreaId'>,
): CaseParts {
  const { areaId, adviserId, idvaServiceId, referrerId } = standing;
  const { deniedPractitionerIds, contactSuspended } = open;
  const people = { areaId, adviserId, idvaServiceId, referrerId };
  return { ...people, deniedPractitionerIds, contactSuspended, ownerId, agencyId, otherAreaId, watchedById: null };
}
