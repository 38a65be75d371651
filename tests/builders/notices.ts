import { randomUUID } from 'node:crypto';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Due } from '../../domain/clocks/clock.ts';
import type { Store } from '../../store/prismaClient.ts';
import { fromInstant, fromIsoDate } from '../../store/time.ts';

/** The moment at which the notices below are written. */
export const written: IsoInstant = '2026-03-13T09:00:00.000Z';
export const due: Due = { type: 'day', date: '2026-03-13' };

/** An invented colleague with an address; returns the id. */
export async function aColleague(
  { prisma }: Store,
  more: { readonly email?: string; readonly endsOn?: string } = {},
): Promise<string> {
  const id = randomUUID();
  const { email = `${id}@marac.example`, endsOn } = more;
  const ends = endsOn === undefined ? null : fromIsoDate(endsOn);
  await prisma.practitioner.create({ data: { id, subject: id, name: 'Colleague', email, endsOn: ends } });
  return id;
}

/** The little of a case that a message depends on. */
export interface NoticedCase {
  readonly id: string;
  readonly reference: string;
  readonly areaId: string;
  readonly victimId: string;
}

/** A case in an area, of people nobody knows anything about. */
export async function aCaseRow({ prisma }: Store, areaName = 'Maidstone'): Promise<NoticedCase> {
  const [id, areaId, victimId] = [randomUUID(), randomUUID(), randomUUID()];
  const services = { childrensServicesId: areaId, idvaServiceId: areaId, standardRiskServiceId: areaId };
  await prisma.area.create({ data: { id: areaId, code: areaId, name: areaName, ...services } });
  const reference = `T-${id.slice(0, 8)}`;
  await prisma.case.create({
    data: {
      id,
      reference,
      areaId,
      victimId,
      pairId: randomUUID(),
      perpetratorId: randomUUID(),
      stage: 'received',
      epoch: 1,
      seq: 1,
      revision: 1,
      lastHash: '',
      silent: false,
      adopted: false,
      route: 'visibleHighRisk',
      referrerId: randomUUID(),
      idvaServiceId: areaId,
      childCount: 0,
      statistics: {},
      receivedAt: fromInstant(written),
      recordedAt: fromInstant(written),
    },
  });
  return { id, reference, areaId, victimId };
}

/** A running clock of a case, due on `due`; returns the id. */
export async function aClockRow({ prisma }: Store, { id: caseId, areaId }: NoticedCase): Promise<string> {
  const id = randomUUID();
  const at = fromInstant(written);
  const data = { id, kind: 'firstContact', due };
  const subject = { subjectType: 'case', subjectId: caseId };
  await prisma.clock.create({
    data: {
      ...subject,
      id,
      caseId,
      areaId,
      kind: 'firstContact',
      status: 'running',
      anchorAt: at,
      overdueAt: at,
      silent: false,
      data,
    },
  });
  return id;
}

export interface NoticeRow {
  readonly recipientId: string;
  readonly caseId?: string;
  readonly clockId?: string;
  readonly code?: string;
  readonly asRole?: string;
  readonly data?: object;
  readonly createdAt?: IsoInstant;
}

const rung = {
  kind: 'firstContact',
  label: 'dueDay',
  due,
  originalDue: due,
  rule: '2 working days after the referral',
};

/** Notices waiting to be sent, news of an action unless said otherwise; returns their ids in order. */
export async function noticeRows({ prisma }: Store, rows: readonly NoticeRow[]): Promise<string[]> {
  const data = rows.map(({ recipientId, caseId, clockId, code, asRole, data: given, createdAt = written }) => {
    const id = randomUUID();
    return {
      id,
      key: id,
      code: code ?? (clockId === undefined ? 'actionSet' : 'rung'),
      caseId: caseId ?? null,
      clockId: clockId ?? null,
      recipientId,
      asRole: asRole ?? 'owner',
      data: given ?? (clockId === undefined ? {} : rung),
      status: 'waiting',
      messageId: `<${id}@marac.example>`,
      createdAt: fromInstant(createdAt),
      notBefore: fromInstant(createdAt),
    };
  });
  await prisma.notice.createMany({ data });
  return data.map(({ id }) => id);
}
