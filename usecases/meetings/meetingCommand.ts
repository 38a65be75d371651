import type { z } from 'zod';
import type { RequestProblem } from '../../contracts/problemCode.ts';
import type { OfficePermission } from '../../domain/access/permission.ts';
import type { MeetingCommandPayloads, MeetingCommandType } from '../../domain/meetings/meetingCommand.ts';
import type { CommandBody, NamedInBody } from '../commands/caseCommand.ts';

/** What the payload of a command about a meeting may be made with. */
export interface MeetingDesk {
  readonly meetingId: string;
  /** The case the body names; empty where it names none. */
  readonly caseId: string;
  /** The clock that the address names; empty where it names only the meeting. */
  readonly subjectId: string;
  readonly id: (name: string) => string;
  readonly agency: (code: string) => string;
  /** Puts words aside as content of the case they are about, or of the meeting, and gives the id to find them by. */
  readonly keep: (kind: string, words: unknown, name?: string) => string;
  readonly keepIfAny: (kind: string, words: string | undefined, name?: string) => string | null;
}

/** One command about a meeting that is called already: where it is sent, what it looks like, and who may. */
export interface MeetingCommand<T extends MeetingCommandType = MeetingCommandType, S extends z.ZodType = z.ZodType> {
  readonly type: T;
  /** The address below a meeting. */
  readonly path: string;
  readonly summary: string;
  readonly permission: OfficePermission;
  /** Whether it is done for an agency, and only by its own people. */
  readonly forOwnAgency: boolean;
  readonly schema: S;
  named(body: z.output<S>): NamedInBody;
  /** The reference of the case that the body names, if it does. */
  reference(body: z.output<S>): string | null;
  payload(body: z.output<S>, desk: MeetingDesk): MeetingCommandPayloads[T] | RequestProblem;
}

type Definition<T extends MeetingCommandType, S extends z.ZodType> = Pick<
  MeetingCommand<T, S>,
  'type' | 'path' | 'summary' | 'permission' | 'schema' | 'payload'
> &
  Partial<MeetingCommand<T, S>>;

/** A command about a meeting, with what most of them leave out filled in. */
export function meetingCommand<T extends MeetingCommandType, S extends z.ZodType<CommandBody>>(
  definition: Definition<T, S>,
): MeetingCommand {
  const complete = { forOwnAgency: false, named: () => ({}), reference: () => null, ...definition };
  // The body was parsed by this very schema when its payload is made, so the pair fits together.
  return complete;
}
