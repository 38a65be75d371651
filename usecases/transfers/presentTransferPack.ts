import type { PersonView } from '../../contracts/views/caseView.ts';
import type { TransferPackView } from '../../contracts/views/transferView.ts';
import type { CaseDetails } from '../../store/cases/caseDetails.ts';
import type { OpenedPerson } from '../../store/people/openPeople.ts';
import type { TransferRow } from '../../store/transfers/findTransfers.ts';
import { presentPerson } from '../cases/presentPerson.ts';
import type { Words } from '../cases/words.ts';
import type { Codes } from '../office/codes.ts';

interface PackToPresent {
  readonly details: CaseDetails;
  readonly transfer: TransferRow;
  readonly codes: Codes;
  readonly words: Words;
  readonly people: ReadonlyMap<string, OpenedPerson>;
}

/** The pack of a transfer: what was there when it was sent, and nothing that was added later. */
export function presentTransferPack({ details, transfer, codes, words, people }: PackToPresent): TransferPackView {
  const { id, fromAreaId, toAreaId, pack } = transfer;
  const person = (personId: string | null): PersonView =>
    presentPerson(personId === null ? undefined : people.get(personId));
  return {
    transferId: id,
    reference: details.reference,
    from: codes.area(fromAreaId),
    to: toAreaId === null ? null : codes.area(toAreaId),
    outside: words(transfer.outsideId),
    status: transfer.status,
    reason: words(transfer.reasonId),
    requestedAt: transfer.requestedAt,
    answeredAt: transfer.answeredAt,
    answer: words(transfer.answerId),
    repeat: details.repeatOfId !== null,
    grade: details.grade,
    flagEndsOn: details.flagEndsOn,
    victim: person(details.victimId),
    perpetrator: person(details.perpetratorId),
    relationship: details.relationship,
    children: details.children.map(({ ageBand, personId, servicesId }) => {
      return { ageBand, who: person(personId), services: codes.agency(servicesId) };
    }),
    safeContact: details.safeContact && {
      suspended: details.safeContact.suspendedAt !== null,
      details: words(details.safeContact.contentId),
    },
    referral: words(pack.referralId),
    assessments: details.assessments
      .filter((each) => pack.assessmentIds.includes(each.id))
      .map(({ tool, toolVersion, count, policeGrade, contentId, occurredAt }) => {
        return { tool, version: toolVersion, count, policeGrade, answers: words(contentId), occurredAt };
      }),
    minutes: pack.minutes.map(({ meetingOn, contentId }) => ({ meetingOn, minute: words(contentId) })),
    openActions: pack.actions.map(({ actionId, agencyId, riskCode, urgent, due, contentId }) => {
      return { actionId, agency: codes.agency(agencyId), risk: riskCode, urgent, due, description: words(contentId) };
    }),
  };
}
