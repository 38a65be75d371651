import { isProblem, problem, type RequestProblem } from '../contracts/problemCode.ts';
import type { About } from '../domain/access/mayDo.ts';
import { londonDate } from '../domain/calendar/london.ts';
import type { IsoDate } from '../domain/calendar/time.ts';
import type { CommandPayloads, CommandType } from '../domain/lifecycle/command.ts';
import type { PersonIdentity } from '../domain/people/identity.ts';
import { deriveId } from '../platform/ids.ts';
import { agencyOfThing, latestAssessmentOf } from '../store/cases/payloadBackground.ts';
import type { KnownCase } from '../store/cases/findCase.ts';
import { emptyPack, packOf } from '../store/transfers/packOf.ts';
import { proposedSafeContact, safeContactOf, safeContactsElsewhere } from '../store/people/safeContactOf.ts';
import { languageOf, languagesOf } from '../store/idva/languages.ts';
import { childrenNow } from './cases/childrenNow.ts';
import { familyOf } from './cases/familyOf.ts';
import { isNothingAside, type PutAside, withPersonFound, writeAside } from './commands/putAside.ts';
import type { CaseCommand, CommandBody, Desk } from './commands/caseCommand.ts';
import type { Dependencies } from './dependencies.ts';
import { findNamed, type NamedThings } from './namedThings.ts';
import { decideContactElsewhere } from './idva/decideContactElsewhere.ts';
import { occurredOrNow } from './occurredNow.ts';
import type { CommandRequest } from './requestIdentity.ts';
import { seeCase, type Wish } from './seeCase.ts';
import { sendCommand, type CommandResult, type PreparedCommand } from './sendCommand.ts';

/** Which case, and within it which action, clock or date, the address names; and the version that was looked at. */
export interface CaseAddress {
  readonly reference: string;
  readonly subjectId: string | null;
  readonly expectedRevision: number | null;
}

/** Sends one of the commands about a case that exists: authorised, prepared, staged, decided, answered. */
export async function sendCaseCommand(
  deps: Dependencies,
  request: CommandRequest,
  command: CaseCommand,
  address: CaseAddress,
  body: CommandBody,
): Promise<CommandResult> {
  return sendCommand(deps, request, (commandId) =>
    prepareCaseCommand(deps, request, command, address, body, commandId),
  );
}

/** One of these commands with everything it names looked up and whoever sends it authorised, ready to be staged. */
export async function prepareCaseCommand(
  deps: Dependencies,
  request: CommandRequest,
  command: CaseCommand,
  address: CaseAddress,
  body: CommandBody,
  commandId: string,
): Promise<PreparedCommand | RequestProblem> {
  const { actor, route } = request;
  const named = await findNamed(deps, command.named(body));
  const about = (known: KnownCase) => whose(deps, command, known, address, body, named);
  const wish = { actor, permission: command.permission, event: command.type, route, about };
  const seen = await seeCase(deps, address.reference, wish);
  if (!seen.ok) return seen;
  // What was erased has no key any more under which words about it could be kept.
  if (seen.known.erased) return problem('CASE_ENDED');
  if (!named.ok) return named;
  const others = await otherCases(deps, wish, command.named(body).cases ?? []);
  if (isProblem(others)) return others;
  const when = occurredOrNow(body.occurredAt, deps.clock.now());
  if (!when.ok) return when;
  const { known } = seen;
  const aside: PutAside = { words: [], people: [], corrections: [] };
  const payload = command.payload(body, {
    ...(await background(deps, command, known, {
      practitionerIds: command.named(body).practitioners ?? [],
      on: londonDate(when.occurred.at),
      subjectId: address.subjectId ?? '',
      postcodes: command.named(body).postcodes ?? [],
    })),
    ...desk(commandId, known, aside, named),
    occurred: when.occurred,
    actorId: actor.practitionerId,
    subjectId: address.subjectId ?? '',
    theCase: (reference) => others.get(reference) ?? '',
  });
  if (isProblem(payload)) return payload;
  return {
    type: command.type,
    caseId: known.id,
    occurred: when.occurred,
    expectedRevision: address.expectedRevision,
    writesNothing: isNothingAside(aside) && command.type !== 'decideContact',
    write: async (tx): Promise<CommandPayloads[CommandType]> => {
      const at = deps.clock.now();
      const ids = await writeAside(tx, deps, aside, at);
      if (command.type === 'decideContact') {
        const decided = payload as CommandPayloads['decideContact'];
        const { occurred } = when;
        await decideContactElsewhere(tx, request, { commandId, caseId: known.id, payload: decided, occurred, at });
      }
      return withPersonFound(payload, ids);
    },
  };
}

/** The cases a body names, by reference; one the sender may not work on is none to them. */
async function otherCases(
  deps: Dependencies,
  { actor, permission, event, route }: Wish,
  references: readonly string[],
): Promise<ReadonlyMap<string, string> | RequestProblem> {
  const ids = new Map<string, string>();
  for (const reference of references) {
    const seen = await seeCase(deps, reference, { actor, permission, event, route });
    if (!seen.ok)
      return problem('NO_CASE_TO_KEEP', [{ at: 'into', problem: 'There is no such case you may work on.' }]);
    ids.set(reference, seen.known.id);
  }
  return ids;
}

function desk(commandId: string, known: KnownCase, { words, people, corrections }: PutAside, named: NamedThings) {
  const put = (subjectId: string, kind: string, value: unknown, name: string) => {
    const id = deriveId(commandId, `content/${name}`);
    words.push({ id, subjectId, commandId, kind, value });
    return id;
  };
  const keep: Desk['keep'] = (kind, value, name = kind) => put(known.id, kind, value, name);
  return {
    caseId: known.id,
    victimId: known.victimId,
    id: (name: string) => deriveId(commandId, name),
    agency: named.agencyId,
    area: named.areaId,
    keep,
    keepPerson: (identity: PersonIdentity) => {
      const newId = deriveId(commandId, `person/${people.length}`);
      people.push({ newId, identity });
      return newId;
    },
    correctPerson: (personId: string, identity: PersonIdentity) => {
      const id = deriveId(commandId, `correction/${corrections.length}`);
      corrections.push({ id, personId, identity });
      return id;
    },
    keepOfVictim: (kind: string, value: unknown) => put(known.victimId, kind, value, kind),
    keepIfAny: (kind: string, value: string | undefined) => (value === undefined ? null : keep(kind, value)),
  };
}

async function background(
  deps: Dependencies,
  { needs }: CaseCommand,
  { id: caseId, victimId }: KnownCase,
  {
    practitionerIds,
    on,
    subjectId,
    postcodes,
  }: {
    readonly practitionerIds: readonly string[];
    readonly on: IsoDate;
    readonly subjectId: string;
    readonly postcodes: readonly string[];
  },
) {
  const { store, sealing } = deps;
  const { prisma } = store;
  return {
    latestAssessment: needs.includes('assessment') ? await latestAssessmentOf(prisma, caseId) : null,
    children: needs.includes('children') ? await childrenNow(deps, caseId, on) : [],
    family: needs.includes('family') ? await familyOf(deps, caseId, postcodes) : null,
    languages: needs.includes('languages')
      ? { victims: await languageOf(prisma, sealing, victimId), advisers: await languagesOf(prisma, practitionerIds) }
      : { victims: null, advisers: new Map() },
    safeContact: needs.includes('safeContact') ? await safeContactOf(prisma, sealing, victimId) : null,
    safeContactAlso: needs.includes('safeContact') ? await safeContactsElsewhere(prisma, sealing, victimId) : [],
    proposed: needs.includes('safeContactProposal')
      ? await proposedSafeContact(prisma, sealing, victimId, subjectId)
      : null,
    transferPack: needs.includes('transferPack') ? await packOf(prisma, caseId) : emptyPack,
  };
}

/** The agencies a thing belongs to: the one that has it, and the one it is given to. */
async function whose(
  { store }: Dependencies,
  command: CaseCommand,
  known: KnownCase,
  { subjectId }: CaseAddress,
  body: CommandBody,
  named: NamedThings | RequestProblem,
): Promise<About> {
  if (command.whose === null || !named.ok) return { agencyIds: [] };
  const given = (command.named(body).agencies ?? []).map(named.agencyId);
  if (command.whose === 'named') return { agencyIds: given };
  const id = command.whose === 'handover' ? (body as { handoverId?: string }).handoverId : subjectId;
  const owner = id ? await agencyOfThing(store.prisma, known.id, command.whose, id) : null;
  return { agencyIds: owner ? [owner, ...given] : [] };
}
