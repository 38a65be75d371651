import type { Actor } from '../../domain/access/actor.ts';
import { taskPlaces } from '../../domain/access/taskPlaces.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import { type ClockKind, clockKinds } from '../../domain/clocks/clockKind.ts';
import { needsContact } from '../../domain/notices/contactDuties.ts';
import { visibleCases } from '../access/visibleCases.ts';
import { assessmentColumns, fromAssessmentClocks, visibleAssessmentClocks } from '../clocks/assessmentClocks.ts';
import { caseColumns, fromMeetingClocks, meetingColumns } from '../clocks/meetingClocks.ts';
import type { ClockMatter, ClockPosition } from '../clocks/overdueClocks.ts';
import { Prisma } from '../generated/client.ts';
import type { Reads } from '../directReads.ts';
import { fromInstant } from '../time.ts';
import { samePersonAs } from '../people/samePeople.ts';

/** A duty that is somebody's to do now. */
export interface OpenTask extends ClockMatter {
  readonly id: string;
  readonly areaId: string;
  readonly agencyId: string | null;
  readonly ownerId: string | null;
  readonly rungsFired: number;
  readonly silent: boolean;
  readonly clock: Clock;
  /** How the victim can be reached safely: content of the victim. */
  readonly safeContactId: string | null;
  /** The area a transfer goes to, where the duty is about one; null too where that is no area of this system. */
  readonly toAreaId: string | null;
}

export interface TaskSpan {
  /** Duties that are overdue from then on, or before. */
  readonly until: IsoInstant;
  /** The same for duties of contact, which have to be planned ahead: their safe times may come before their due day. */
  readonly contactUntil: IsoInstant;
  readonly after: ClockPosition | null;
  readonly limit: number;
  /** The London day on which it is asked who still works here. */
  readonly today: IsoDate;
}

const contactKinds = clockKinds.filter(needsContact);
/** What is for the managers of a service, and no task of its duty queue. */
const decidedByManagers: ClockKind[] = ['contactDecision', 'allocation'];

/**
 * The duties of an actor in one statement, the soonest first: own ones and those of colleagues they stand in for,
 * their posts' duties that no person owns, or that somebody owned who has left. Never a case they may not see, and none of contact while it is suspended.
 * Each place is read by its index in the order of the list, so that what is long due in other places costs nothing.
 */
export async function openTasks(tx: Reads, actor: Actor, span: TaskSpan): Promise<OpenTask[]> {
  return tx.$queryRaw<OpenTask[]>(taskStatement(actor, span));
}

/** The one statement behind `openTasks`, so that a test can ask how it is carried out. */
export function taskStatement(actor: Actor, span: TaskSpan): Prisma.Sql {
  return Prisma.sql`
    select mine.id, mine.reference, mine."meetingId", mine."meetingOn", mine."assessmentId", mine."assessmentOn", k.agency_id as "agencyId", k.owner_id as "ownerId", k.rungs_fired as "rungsFired",
      k.silent, k.data as clock, s.content_id as "safeContactId", k.area_id as "areaId", t.to_area_id as "toAreaId"
    from (select distinct id, overdue_at, reference, "meetingId", "meetingOn", "assessmentId", "assessmentOn", victim_id from (${places(actor, span)}) found
      order by overdue_at, id limit ${span.limit}) mine
    join clock k on k.id = mine.id left join safe_contact s on s.victim_id = mine.victim_id
    left join transfer t on k.subject_type = 'transfer' and t.id = k.subject_id
    order by mine.overdue_at, mine.id`;
}

/**
 * How many duties of an actor are overdue at a moment, and how many more by another, each counted up to a number. They
 * are those that `openTasks` lists.
 */
export async function countTasks(
  tx: Reads,
  actor: Actor,
  {
    now,
    soon,
    upTo,
    today,
  }: { readonly now: IsoInstant; readonly soon: IsoInstant; readonly upTo: number; readonly today: IsoDate },
): Promise<{ readonly overdue: number; readonly soon: number }> {
  const counted = (span: Pick<TaskSpan, 'until' | 'after'>) => {
    const found = places(actor, { ...span, contactUntil: span.until, limit: upTo, today });
    return Prisma.sql`(select count(*)::int from (select distinct id from (${found}) found limit ${upTo}) counted)`;
  };
  const [counts] = await tx.$queryRaw<{ overdue: number; soon: number }[]>(Prisma.sql`
    select ${counted({ until: now, after: null })} as overdue,
      ${counted({ until: soon, after: { at: now, id: lastId } })} as soon`);
  return counts ?? { overdue: 0, soon: 0 };
}

/** Comes after every other id. */
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

function places(actor: Actor, span: TaskSpan): Prisma.Sql {
  const { ownerIds, agencies, areaIds, chairedAreaIds, recordAreaIds } = taskPlaces(actor);
  const ofPlaces = [
    ...ownerIds.map((id) => Prisma.sql`k.owner_id = ${id}::uuid`),
    ...agencies.flatMap(({ agencyId, areaId, decides }) =>
      [...nobodys(span.today), goneFrom(agencyId, span.today)].map(
        (owner) => Prisma.sql`k.agency_id = ${agencyId}::uuid and ${owner}
        ${areaId === null ? Prisma.empty : Prisma.sql`and k.area_id = ${areaId}::uuid`}
        ${decides ? Prisma.empty : Prisma.sql`and k.kind <> all(${decidedByManagers})`}`,
      ),
    ),
    ...areaIds.flatMap((id) =>
      nobodys(span.today).map(
        (owner) => Prisma.sql`k.area_id = ${id}::uuid and k.agency_id is null and ${owner} and ${notOfAnother}`,
      ),
    ),
    ...chairedAreaIds.map(ofKind('deferralDecision')),
    ...recordAreaIds.map(ofKind('retentionReview')),
  ];
  const inThese = Prisma.sql`(${Prisma.join(
    ofPlaces.map((place) => Prisma.sql`(${place})`),
    ' or ',
  )})`;
  return Prisma.join(
    [
      ...[...ofPlaces, ...areaIds.map(askedOfArea)].map((place) => inOnePlace(actor, span, place)),
      atMeetings(span, inThese),
      atAssessments(actor, span, inThese),
    ],
    ' union all ',
  );
}

/** Duties that no person owns, and those of people who have left: each is read by its own index. */
function nobodys(today: IsoDate): readonly Prisma.Sql[] {
  return [
    Prisma.sql`k.owner_id is null`,
    Prisma.sql`k.owner_id = any(array(select gone.id from practitioner gone where gone.ends_on < ${today}::date))`,
  ];
}

/** Those of people who hold no post of an agency any more: they may work on elsewhere, and see nothing of it. */
function goneFrom(agencyId: string, today: IsoDate): Prisma.Sql {
  return Prisma.sql`k.owner_id = any(array(select held.practitioner_id from appointment held
    where held.agency_id = ${agencyId}::uuid
    group by held.practitioner_id having bool_and(coalesce(held.ends_on < ${today}::date, false))))`;
}

/**
 * To answer a transfer is for the area that is asked; only of a MARAC outside does the sender write the answer down. What is
 * kept of a case is reviewed by the administrator, and on a second deferral the chair decides.
 */
const notOfAnother = Prisma.sql`(k.kind not in ('transferAcknowledgement', 'deferralDecision', 'retentionReview') or exists (
  select 1 from transfer t where t.id = k.subject_id and t.to_area_id is null))`;

/** Duties of one kind in an area, for whoever has these whatever else is the coordinator's. */
function ofKind(kind: ClockKind): (areaId: string) => Prisma.Sql {
  return (areaId) => Prisma.sql`k.area_id = ${areaId}::uuid and k.kind = ${kind}`;
}

/** What an area is asked by another: to take a case over, and to settle it where it has refused. */
function askedOfArea(areaId: string): Prisma.Sql {
  return Prisma.sql`k.subject_type = 'transfer' and k.subject_id in (select t.id from transfer t
    where t.to_area_id = ${areaId}::uuid and t.status in ('pending', 'refused'))`;
}

/** Duties of meetings in any of these places: there are so few that all places are looked at together. */
function atMeetings({ until, after, limit }: TaskSpan, places: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(select k.id, k.overdue_at, ${meetingColumns}, null::uuid as victim_id from ${fromMeetingClocks}
    where ${places} and k.status = 'running' and not k.silent and k.overdue_at <= ${fromInstant(until)}
      ${beyond(after)}
    order by k.overdue_at, k.id limit ${limit})`;
}

/** What assessments that stand alone owe in any of these places, as few as they are. */
function atAssessments(actor: Actor, { until, after, limit }: TaskSpan, places: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(select k.id, k.overdue_at, ${assessmentColumns}, null::uuid as victim_id from ${fromAssessmentClocks}
    where ${places} and k.status = 'running' and not k.silent and k.overdue_at <= ${fromInstant(until)}
      ${beyond(after)} and ${visibleAssessmentClocks(actor)}
    order by k.overdue_at, k.id limit ${limit})`;
}

function beyond(after: ClockPosition | null): Prisma.Sql {
  return after ? Prisma.sql`and (k.overdue_at, k.id) > (${fromInstant(after.at)}, ${after.id}::uuid)` : Prisma.empty;
}

function inOnePlace(actor: Actor, { until, contactUntil, after, limit }: TaskSpan, place: Prisma.Sql): Prisma.Sql {
  const later = until > contactUntil ? until : contactUntil;
  return Prisma.sql`(select k.id, k.overdue_at, ${caseColumns}, c.victim_id
    from clock k join "case" c on c.id = k.case_id
    where ${place} and k.status = 'running' and not k.silent and k.overdue_at <= ${fromInstant(later)}
      and (k.overdue_at <= ${fromInstant(until)} or k.kind = any(${contactKinds}))
      ${beyond(after)}
      and (k.kind <> all(${contactKinds}) or not exists (select 1 from safe_contact s
        where s.victim_id = ${samePersonAs(Prisma.sql`c.victim_id`)} and s.suspended_at is not null))
      and (${visibleCases(actor)})
    order by k.overdue_at, k.id limit ${limit})`;
}
