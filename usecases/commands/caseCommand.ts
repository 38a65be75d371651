import type { z } from 'zod';
import type { ChildNow } from '../cases/childrenNow.ts';
import type { Family } from '../cases/familyOf.ts';
import type { RequestProblem } from '../../contracts/problemCode.ts';
import type { Occurred } from '../../domain/calendar/time.ts';
import { commandPermission } from '../../domain/access/commandPermission.ts';
import type { CasePermission } from '../../domain/access/permission.ts';
import type { LanguagesKnown } from '../../domain/idva/languageSpoken.ts';
import type { PersonIdentity } from '../../domain/people/identity.ts';
import type { Grade } from '../../domain/risk/grade.ts';
import type { TransferPack } from '../../domain/lifecycle/facts/transfer.ts';
import type { CommandPayloads, CommandType } from '../../domain/lifecycle/command.ts';
import type { WrittenSafeContact } from '../../store/people/safeContactOf.ts';

/** What a payload may be made with: ids that derive from the command's, codes resolved, words put aside as content. */
export interface Desk {
  readonly actorId: string;
  readonly caseId: string;
  readonly victimId: string;
  /** The action, clock or live date that the address names; empty where it names only the case. */
  readonly subjectId: string;
  readonly latestAssessment: { readonly count: number | null; readonly policeGrade: Grade | null } | null;
  /** With the age each has by the day of the command. */
  readonly children: readonly ChildNow[];
  /** The family in full; null unless the command needs it. */
  readonly family: Family | null;
  readonly languages: LanguagesKnown;
  /** How the victim can be reached safely, as it stands; null where nothing can be read, or the command does not need it. */
  readonly safeContact: WrittenSafeContact | null;
  /** What stands on other records of the same victim. */
  readonly safeContactAlso: readonly WrittenSafeContact[];
  /** What the referral named by the address says of it; null where there is nothing to decide on. */
  readonly proposed: WrittenSafeContact | null;
  /** When the thing happened. */
  readonly occurred: Occurred;
  /** What would go with the case to another MARAC; empty unless the command needs it. */
  readonly transferPack: TransferPack;
  readonly id: (name: string) => string;
  readonly agency: (code: string) => string;
  readonly area: (code: string) => string;
  /** The id of another case that the body names and the sender may see. */
  readonly theCase: (reference: string) => string;
  /** Puts words aside as content of the case and gives the id under which they will be found. */
  readonly keep: (kind: string, words: unknown, name?: string) => string;
  /** Finds somebody by who they are, or puts them on record; gives the id under which they may come to be known. */
  readonly keepPerson: (identity: PersonIdentity) => string;
  /** Lays by who somebody on record really is, until it is decided; gives the id of the correction. */
  readonly correctPerson: (personId: string, identity: PersonIdentity) => string;
  /** The same for words that belong to the victim, in every case of theirs. */
  readonly keepOfVictim: (kind: string, words: unknown) => string;
  /** The same for words that may be missing. */
  readonly keepIfAny: (kind: string, words: string | undefined) => string | null;
}

/** Codes and ids a body names that have to exist before anything is made of it. */
export interface NamedInBody {
  readonly agencies?: readonly string[];
  readonly areas?: readonly string[];
  readonly practitioners?: readonly string[];
  /** Other cases, by reference. */
  readonly cases?: readonly string[];
  /** Places whose children’s services are looked up. */
  readonly postcodes?: readonly string[];
}

/** Ids by name, `{ actionId: … }`. */
export type CreatedIds = Record<string, string | string[]>;

/** What is looked up for a payload beside the body. */
export type Background =
  'assessment' | 'children' | 'family' | 'languages' | 'safeContact' | 'safeContactProposal' | 'transferPack';

/** By which row one finds the agency a thing belongs to; `named` where the body itself names it. */
export type Whose = 'action' | 'clock' | 'handover' | 'named';

/** One command about a case that exists: where it is sent, what it looks like, who may, and what the engine gets. */
export interface CaseCommand<T extends CommandType = CommandType, S extends z.ZodType = z.ZodType> {
  readonly type: T;
  /** The address below a case; a part such as `:actionId` names the thing in the case it is about. */
  readonly path: string;
  readonly summary: string;
  readonly permission: CasePermission;
  readonly schema: S;
  /** Whose the thing is, where agencies and services may do this for what is their own. */
  readonly whose: Whose | null;
  /** Whether `If-Match` has to be given, and of what it is the version. */
  readonly ifMatch: 'required' | 'optional';
  readonly versionOf: 'case' | 'action';
  /** The ids of what the command brings into being, for its answer; null where it makes nothing. */
  readonly creates: ((payload: CommandPayloads[T]) => CreatedIds) | null;
  /** Which background its payload is made from. */
  readonly needs: readonly Background[];
  named(body: z.output<S>): NamedInBody;
  payload(body: z.output<S>, desk: Desk): CommandPayloads[T] | RequestProblem;
}

interface Definition<T extends CommandType, S extends z.ZodType> {
  readonly type: T;
  readonly path: string;
  readonly summary: string;
  readonly schema: S;
  readonly whose?: Whose;
  readonly ifMatch?: 'required';
  readonly versionOf?: 'action';
  readonly creates?: (payload: CommandPayloads[T]) => CreatedIds;
  readonly needs?: readonly Background[];
  readonly named?: (body: z.output<S>) => NamedInBody;
  readonly payload: (body: z.output<S>, desk: Desk) => CommandPayloads[T] | RequestProblem;
}

/** Commands somebody sends about a case that exists; the others have use cases of their own. */
type CaseCommandType = {
  [T in CommandType]: (typeof commandPermission)[T] extends CasePermission ? T : never;
}[CommandType];

/** A command about a case, with what most of them leave out filled in. */
export function caseCommand<T extends CaseCommandType, S extends z.ZodType>(definition: Definition<T, S>): CaseCommand {
  const complete: CaseCommand<T, S> = {
    permission: commandPermission[definition.type],
    whose: null,
    ifMatch: 'optional',
    versionOf: 'case',
    creates: null,
    needs: [],
    named: () => ({}),
    ...definition,
  };
  // The body was parsed by this very schema when its payload is made, so the pair fits together.
  return complete as unknown as CaseCommand;
}

/** Every command body says when the thing happened, or nothing. */
export interface CommandBody {
  readonly occurredAt?: Occurred | undefined;
}
