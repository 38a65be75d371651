import { addMinutes, londonDate } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { AnyFact, MatterStanding, MatterType } from '../../domain/matters/matter.ts';
import type { CaseParts } from '../../domain/notices/caseParts.ts';
import type { Recipient } from '../../domain/notices/directory.ts';
import type { NewsData } from '../../domain/notices/noticeData.ts';
import { resolveRecipients } from '../../domain/notices/resolveRecipients.ts';
import { directoryFor, type DirectoryWanted } from '../practitioners/directoryFor.ts';
import type { Tx } from '../prismaClient.ts';
import { isClockFact, type RecordedFact } from '../projection/recordedFact.ts';
import type { WriteSet } from '../projection/writeSet.ts';
import type { Appended } from './appendFacts.ts';
import type { OpenMatter } from './matterKind.ts';
import { newsDue } from './newsDue.ts';
import type { RecordingTools } from './recordInMatter.ts';

/** Writes a notice for everybody to whom one of these facts is news; none while the matter is silent. */
export async function noticesForFacts<S extends MatterStanding, F extends AnyFact>(
  tx: Tx,
  open: OpenMatter<S, F, unknown>,
  { facts, standing }: Appended<S, F>,
  tools: RecordingTools,
  writes: WriteSet,
): Promise<void> {
  const { kind } = open;
  const news = facts.flatMap((recorded) => {
    const { fact } = recorded;
    const items = isClockFact(fact) ? [] : kind.newsOf(fact, standing);
    return items.map((item) => {
      // News for the adviser of one allocation, who need not be the one who leads.
      const adviser = item.code === 'caseAllocated' ? { adviserId: item.ownerId } : {};
      return { recorded, item, parts: { ...kind.partsOf(open, standing, item), ...adviser } };
    });
  });
  if (news.length === 0) return;
  const wanted = directoryWanted(
    news.map(({ parts }) => parts),
    standing.areaId,
  );
  const directory = await directoryFor(tx, wanted);
  const matter = { about: kind.about, id: open.id };
  for (const { recorded, item, parts } of news) {
    const on = londonDate(recorded.recordedAt);
    const asked = { kind: null, parts, directory, on };
    const { recipients } = resolveRecipients({ ...asked, ladder: item.ladder });
    const due = isClockFact(recorded.fact) ? null : newsDue(recorded.fact, facts, open.running);
    const data: NewsData = { code: item.code, due };
    const notBefore = addMinutes(recorded.recordedAt, item.waitsMinutes ?? 0);
    for (const recipient of recipients) addNews({ ...recorded, notBefore }, data, recipient, matter, tools, writes);
  }
}

/** Whom to look up for some parts: everybody who may be asked for in them. */
export function directoryWanted(parts: readonly CaseParts[], areaId: string): DirectoryWanted {
  return {
    areaIds: [areaId, ...parts.map(({ otherAreaId }) => otherAreaId)],
    agencyIds: parts.flatMap(({ agencyId, idvaServiceId }) => [agencyId, idvaServiceId]),
    practitionerIds: parts.flatMap(({ adviserId, referrerId, ownerId }) => [adviserId, referrerId, ownerId]),
  };
}

function addNews(
  {
    id: factId,
    recordedAt,
    notBefore,
  }: Pick<RecordedFact<AnyFact>, 'id' | 'recordedAt'> & { readonly notBefore: IsoInstant },
  data: NewsData,
  { practitionerId, role }: Recipient,
  matter: { readonly about: MatterType; readonly id: string },
  tools: RecordingTools,
  writes: WriteSet,
): void {
  const id = tools.deriveId(factId, `${data.code}/${practitionerId}`);
  writes.add('notice', {
    ...newNotice(id, recordedAt, tools),
    notBefore,
    key: `news/${factId}/${data.code}/${practitionerId}`,
    code: data.code,
    about: matter.about,
    caseId: matter.id,
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
