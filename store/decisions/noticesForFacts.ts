import { londonDate } from '../../domain/calendar/london.ts';
import type { CaseStanding } from '../../domain/lifecycle/caseStanding.ts';
import type { CaseParts } from '../../domain/notices/caseParts.ts';
import type { Recipient } from '../../domain/notices/directory.ts';
import type { NewsData } from '../../domain/notices/noticeData.ts';
import { type News, noticesOf } from '../../domain/notices/noticesOf.ts';
import { resolveRecipients } from '../../domain/notices/resolveRecipients.ts';
import { directoryFor } from '../practitioners/directoryFor.ts';
import type { Tx } from '../prismaClient.ts';
import { isClockFact, type RecordedFact } from '../projection/recordedFact.ts';
import type { WriteSet } from '../projection/writeSet.ts';
import type { Appended } from './appendFacts.ts';
import type { OpenCase } from './openCase.ts';
import { newsDue } from './newsDue.ts';
import type { RecordingTools } from './recordDecision.ts';

/** Writes a notice for everybody to whom one of these facts is news; none while the case is silent. */
export async function noticesForFacts(
  tx: Tx,
  open: OpenCase,
  { facts, standing }: Appended,
  tools: RecordingTools,
  writes: WriteSet,
): Promise<void> {
  const news = facts.flatMap((recorded) => newsOf(recorded, standing).map((item) => ({ recorded, item })));
  if (news.length === 0) return;
  const parts = news.map(({ item }) => partsOf(standing, open, item));
  const directory = await directoryFor(tx, {
    areaId: standing.areaId,
    agencyIds: parts.flatMap(({ agencyId, idvaServiceId }) => [agencyId, idvaServiceId]),
    practitionerIds: parts.flatMap(({ adviserId, referrerId, ownerId }) => [adviserId, referrerId, ownerId]),
  });
  for (const [index, { recorded, item }] of news.entries()) {
    const on = londonDate(recorded.recordedAt);
    const asked = { kind: null, parts: parts[index] ?? partsOf(standing, open, item), directory, on };
    const { recipients } = resolveRecipients({ ...asked, ladder: item.ladder });
    const due = isClockFact(recorded.fact) ? null : newsDue(recorded.fact, facts, open.running);
    const data: NewsData = { code: item.code, due };
    for (const recipient of recipients) addNews(recorded, data, recipient, standing.id, tools, writes);
  }
}

function newsOf({ fact }: RecordedFact, { deferrals, silent }: CaseStanding): readonly News[] {
  return isClockFact(fact) ? [] : noticesOf(fact, { deferrals, silent });
}

/** The parts people have in a case, for one item of news or one duty. */
export function partsOf(
  standing: CaseStanding,
  open: OpenCase,
  whose: { readonly ownerId: string | null; readonly agencyId: string | null; readonly watchedById?: string | null },
): CaseParts {
  const { areaId, adviserId, idvaServiceId, referrerId } = standing;
  return {
    areaId,
    adviserId,
    idvaServiceId,
    referrerId,
    deniedPractitionerIds: open.deniedPractitionerIds,
    contactSuspended: open.contactSuspended,
    ownerId: whose.ownerId,
    agencyId: whose.agencyId,
    watchedById: whose.watchedById ?? null,
  };
}

function addNews(
  { id: factId, recordedAt }: RecordedFact,
  data: NewsData,
  { practitionerId, role }: Recipient,
  caseId: string,
  tools: RecordingTools,
  writes: WriteSet,
): void {
  const id = tools.deriveId(factId, `${data.code}/${practitionerId}`);
  writes.add('notice', {
    ...newNotice(id, recordedAt, tools),
    key: `news/${factId}/${data.code}/${practitionerId}`,
    code: data.code,
    caseId,
    clockId: null,
    recipientId: practitionerId,
    asRole: role,
    data,
  });
}

/** The columns that are the same for every new notice; its Message-ID follows from its id, however often it is sent. */
export function newNotice(id: string, createdAt: string, tools: RecordingTools) {
  const messageId = `<${id}@${tools.mailHost}>`;
  return { id, status: 'waiting', attempts: 0, messageId, createdAt, notBefore: createdAt };
}
