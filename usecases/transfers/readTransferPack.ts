import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { TransferPackView } from '../../contracts/views/transferView.ts';
import { areasHeldAs, type Actor } from '../../domain/access/actor.ts';
import { formerAreaRoles } from '../../domain/access/caseAccess.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { caseDetails, type CaseDetails } from '../../store/cases/caseDetails.ts';
import { openPeople } from '../../store/people/openPeople.ts';
import type { TransferRow } from '../../store/transfers/findTransfers.ts';
import type { Reading } from '../cases/getCase.ts';
import { readWords } from '../cases/words.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';
import { readNames } from '../office/readNames.ts';
import { paperFile, type PaperFile } from '../papers/paperFile.ts';
import { seeCase } from '../seeCase.ts';
import { presentTransferPack } from './presentTransferPack.ts';
import { transferPackPaper } from './transferPackPaper.ts';

/** What was sent with a transfer, for those on either side of it. */
export async function readTransferPack(
  deps: Dependencies,
  { actor, route, reference }: Reading,
  transferId: string,
): Promise<{ readonly ok: true; readonly view: TransferPackView } | RequestProblem> {
  const { prisma } = deps.store;
  const event = 'readTransferPack';
  const seen = await seeCase(deps, reference, { actor, permission: event, event, route });
  if (!seen.ok) return seen;
  const details = await caseDetails(deps.store.reads, seen.known.id);
  const transfer = details?.transfers.find(({ id }) => id === transferId);
  if (!details || !transfer || !(seen.level === 'full' || isPartyTo(actor, transfer))) return problem('NOT_FOUND');
  await recordAccess(prisma, {
    actorId: actor.practitionerId,
    event,
    route,
    caseId: details.id,
    outcome: 'shown',
    at: deps.clock.now(),
  });
  const [codes, words, people] = await Promise.all([
    readCodes(deps),
    readWords(deps, contentIds(details, transfer)),
    openPeople(prisma, deps.sealing, [
      details.victimId,
      details.perpetratorId,
      ...details.children.flatMap(({ personId }) => personId ?? []),
    ]),
  ]);
  return { ok: true, view: presentTransferPack({ details, transfer, codes, words, people }) };
}

/** The same as a Word file: a MARAC outside this system cannot open anything else. */
export async function transferPackFile(
  deps: Dependencies,
  reading: Reading,
  transferId: string,
): Promise<PaperFile | RequestProblem> {
  const read = await readTransferPack(deps, reading, transferId);
  if (!read.ok) return read;
  const { view } = read;
  const paper = transferPackPaper(view, await readNames(deps));
  return paperFile(paper, ['transfer', view.reference, londonDate(view.requestedAt)]);
}

/** A transfer that was withdrawn, or went from or to somebody else's area, is no longer or never was for them. */
function isPartyTo(actor: Actor, { status, fromAreaId, toAreaId }: TransferRow): boolean {
  const asked = areasHeldAs(actor, ['coordinator']);
  const sent = areasHeldAs(actor, formerAreaRoles);
  const holds = (areas: typeof asked, areaId: string | null) =>
    areas === 'all' || (areaId !== null && areas.includes(areaId));
  return (status !== 'withdrawn' && holds(asked, toAreaId)) || (status === 'accepted' && holds(sent, fromAreaId));
}

function contentIds({ assessments, safeContact }: CaseDetails, transfer: TransferRow): (string | null)[] {
  const { pack, reasonId, outsideId, answerId } = transfer;
  return [
    ...[reasonId, outsideId, answerId, pack.referralId, safeContact?.contentId ?? null],
    ...assessments.filter(({ id }) => pack.assessmentIds.includes(id)).map(({ contentId }) => contentId),
    ...pack.minutes.map(({ contentId }) => contentId),
    ...pack.actions.map(({ contentId }) => contentId),
  ];
}
