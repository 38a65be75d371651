import { meaningOf } from '../../contracts/problemCode.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { describeClockKind, type ClockKind } from '../../domain/clocks/clockKind.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { visibleCaseIds } from '../../store/access/visibleCases.ts';
import { kindsOfClocks } from '../../store/clocks/findClock.ts';
import { commandsUnder } from '../../store/commands/commandsUnder.ts';
import type { Dependencies } from '../dependencies.ts';

/** What became of one command of a batch. */
export interface BulkRow {
  readonly commandId: string;
  readonly clockId: string;
  /** The duty, in the words of people. */
  readonly what: string | null;
  readonly reference: string | null;
  readonly meeting: { readonly meetingId: string; readonly on: IsoDate } | null;
  readonly status: 'done' | 'waiting' | 'refused' | 'parked';
  readonly problem: string | null;
}

/** What became of everything somebody sent in one go, as it stands now: of cases they may still see, and of their own alone. */
export async function bulkResult(
  { store, clock }: Dependencies,
  actor: Actor,
  { sentBy, key, route }: { readonly sentBy: string; readonly key: string; readonly route: string },
): Promise<readonly BulkRow[]> {
  const { practitionerId: actorId } = actor;
  const commands = await commandsUnder(store.prisma, { actorId, route: sentBy, keyPrefix: `${key}/` });
  const visible = await visibleCaseIds(
    store.prisma,
    actor,
    commands.map(({ caseId }) => caseId),
  );
  const clockIdOf = (own: string) => own.slice(key.length + 1);
  const kinds = await kindsOfClocks(
    store.prisma,
    commands.map((command) => clockIdOf(command.key)),
  );
  const noted = { actorId, event: 'readBulkResult', route, caseId: null, outcome: 'shown', at: clock.now() };
  await recordAccess(store.prisma, noted);
  return commands
    .filter(({ caseId, meetingOn }) => meetingOn !== null || visible.has(caseId))
    .map(({ id, key: own, caseId, reference, meetingOn, status, answer }) => ({
      commandId: id,
      clockId: clockIdOf(own),
      what: dutyOf(kinds.get(clockIdOf(own))),
      reference,
      meeting: meetingOn === null ? null : { meetingId: caseId, on: meetingOn },
      status: status === 'parked' ? 'parked' : answer === null ? 'waiting' : answer.ok ? 'done' : 'refused',
      problem: answer?.ok === false ? meaningOf(answer.code) : null,
    }));
}

function dutyOf(kind: ClockKind | undefined): string | null {
  return kind === undefined ? null : describeClockKind(kind);
}
