import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { ReferralBody } from '../../contracts/referral.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { mayDo, mayDoInArea } from '../../domain/access/mayDo.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import type { PlaceCover } from '../../domain/children/servicesOfChild.ts';
import { policyInForce } from '../../domain/policy/policyInForce.ts';
import { deriveId } from '../../platform/ids.ts';
import { addDenyEntries, type NewDenyEntry } from '../../store/access/denyList.ts';
import { findCover } from '../../store/authorities/findCover.ts';
import { groundForReferral } from '../../store/areas/groundForReferral.ts';
import { sealContents } from '../../store/content/sealContent.ts';
import { keepSafeContact } from '../../store/people/keepSafeContact.ts';
import type { Tx } from '../../store/prismaClient.ts';
import type { Dependencies } from '../dependencies.ts';
import { findNamed } from '../namedThings.ts';
import { occurredOrNow } from '../occurredNow.ts';
import type { CommandRequest } from '../requestIdentity.ts';
import { sendCommand, type CommandResult, type PreparedCommand } from '../sendCommand.ts';
import {
  findReferralPeople,
  isSamePerson,
  perpetratorIdentity,
  victimIdentity,
  type ReferralPeople,
} from './referralPeople.ts';
import { drawnReference, freeReference } from './freeReference.ts';
import { postcodeOf, referralPayload, type ReferralBasis } from './referralPayload.ts';

/** Sends a referral: it opens a case with a workflow of its own, and its clocks begin with the moment it happened. */
export async function submitReferral(
  deps: Dependencies,
  request: CommandRequest,
  body: ReferralBody,
): Promise<CommandResult> {
  if (!mayDo(request.actor, 'submitReferral', null)) return problem('NOT_ALLOWED');
  return sendCommand(deps, request, (commandId) => prepareReferral(deps, request.actor, body, commandId, false));
}

/** Takes over a case that runs already elsewhere, with its true dates; it stays silent until declared caught up. */
export async function adoptCase(
  deps: Dependencies,
  request: CommandRequest,
  body: ReferralBody,
): Promise<CommandResult> {
  if (!mayDo(request.actor, 'adoptCase', null)) return problem('NOT_ALLOWED');
  return sendCommand(deps, request, (commandId) => prepareReferral(deps, request.actor, body, commandId, true));
}

/** A referral that is ready to be staged, under the reference drawn for it. */
export interface PreparedReferral extends PreparedCommand {
  readonly reference: string;
}

/** A referral with everything it names looked up, ready to be staged. */
export async function prepareReferral(
  deps: Dependencies,
  actor: Actor,
  body: ReferralBody,
  commandId: string,
  adopted: boolean,
): Promise<PreparedReferral | RequestProblem> {
  const { prisma } = deps.store;
  const now = deps.clock.now();
  const drawn = drawnReference();
  const ground = await groundForReferral(prisma, body.area, drawn);
  if (!ground) return problem('UNKNOWN_AREA', [{ at: 'area', problem: 'There is no area with this code.' }]);
  const { area, entries, isTaken } = ground;
  if (adopted && !mayDoInArea(actor, 'adoptCase', area.id)) return problem('NOT_ALLOWED');
  const when = occurredOrNow(body.occurredAt, now);
  if (!when.ok) return when;
  const wrong = whatIsWrong(body, londonDate(now));
  if (wrong) return wrong;
  const elsewhere = body.children.flatMap((child) => (child.unborn ? [] : (child.childrensServices ?? [])));
  const named = await findNamed(deps, {
    agencies: [...body.referringAgencies, ...elsewhere],
    practitioners: body.mustNotSee,
  });
  if (!named.ok) return named;
  const policy = policyInForce(entries, area.code, londonDate(when.occurred.at));
  const basis: ReferralBasis = {
    commandId,
    caseId: deriveId(commandId, 'case'),
    reference: isTaken ? await freeReference(prisma) : drawn,
    referrerId: actor.practitionerId,
    area,
    policy,
    named,
    cover: await coverOf(deps, body),
    occurred: when.occurred,
    adopted,
  };
  const { caseId, occurred, reference } = basis;
  const write = (tx: Tx) => writeReferral(deps, tx, body, basis);
  return { type: 'submitReferral', caseId, occurred, expectedRevision: null, reference, write };
}

const nowhere: PlaceCover = { kept: false, of: () => null, authorityOf: () => null };

/** Who answers for the places where its children live; nothing is looked up for a referral without children. */
async function coverOf({ store }: Dependencies, body: ReferralBody): Promise<PlaceCover> {
  if (body.children.length === 0) return nowhere;
  return findCover(
    store.prisma,
    body.children.flatMap((child) => postcodeOf(child, body) ?? []),
  );
}

async function writeReferral({ sealing, clock }: Dependencies, tx: Tx, body: ReferralBody, basis: ReferralBasis) {
  const { commandId } = basis;
  const now = clock.now();
  const people = await findReferralPeople(tx, sealing, body, commandId, now);
  if (!people) return problem('PERPETRATOR_IS_VICTIM');
  const { payload, contents } = referralPayload(body, people, basis);
  const { victimId } = people;
  const contentId = deriveId(commandId, 'content/safeContact');
  const value = body.safeContact;
  const safeContact = { id: contentId, subjectId: victimId, commandId, kind: 'safeContact', value };
  await sealContents(tx, sealing, [...contents, safeContact], now);
  const kept = await keepSafeContact(tx, sealing, { victimId, contentId, value });
  await addDenyEntries(tx, denyEntries(body, people, basis, now));
  if (kept === 'stands') return payload;
  return { ...payload, safeContact: { victimId, proposalId: contentId, fromCaseId: basis.caseId } };
}

/** Who must not see it is kept out of everything about either of the two, in other cases too. */
function denyEntries(
  { mustNotSee }: ReferralBody,
  { victimId, perpetratorId }: ReferralPeople,
  { commandId, referrerId }: ReferralBasis,
  now: string,
): NewDenyEntry[] {
  return [victimId, perpetratorId].flatMap((personId) =>
    mustNotSee.map((practitionerId) => ({
      id: deriveId(commandId, `deny/${personId}/${practitionerId}`),
      personId,
      practitionerId,
      enteredById: referrerId,
      contentId: null,
      enteredAt: now,
    })),
  );
}

function whatIsWrong(body: ReferralBody, today: string): RequestProblem | null {
  if (isSamePerson(victimIdentity(body), perpetratorIdentity(body))) return problem('PERPETRATOR_IS_VICTIM');
  const later = (date: string | undefined) => date !== undefined && date > today;
  const parts = [
    ...(later(body.victim.dateOfBirth) ? ['victim.dateOfBirth'] : []),
    ...(later(body.perpetrator.dateOfBirth) ? ['perpetrator.dateOfBirth'] : []),
    ...body.children.flatMap((child, index) =>
      !child.unborn && later(child.dateOfBirth) ? [`children.${index}.dateOfBirth`] : [],
    ),
  ];
  if (parts.length === 0) return null;
  return problem(
    'BORN_LATER',
    parts.map((at) => ({ at, problem: 'It lies in the future.' })),
  );
}
