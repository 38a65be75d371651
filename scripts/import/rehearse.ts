import { isProblem } from '../../contracts/problemCode.ts';
import type { IsoDate, Occurred } from '../../domain/calendar/time.ts';
import { londonDate, occurredOnDay } from '../../domain/calendar/london.ts';
import { bailRefusal, termRefusal } from '../../domain/completion/courtTerms.ts';
import { type CaseState, evolveAll, newCase } from '../../domain/lifecycle/caseState.ts';
import type { Proposal } from '../../domain/lifecycle/command.ts';
import { decide } from '../../domain/lifecycle/decide.ts';
import { type Refusal, refusalMeanings } from '../../domain/lifecycle/refusal.ts';
import { defaultPolicyEntries } from '../../domain/policy/defaults.ts';
import { policyInForce } from '../../domain/policy/policyInForce.ts';
import { newId } from '../../platform/ids.ts';
import type { CaseCommand, CommandBody, Desk } from '../../usecases/commands/caseCommand.ts';
import { courtCommands } from '../../usecases/commands/court.ts';
import { liveDateCommands } from '../../usecases/commands/liveDate.ts';
import { columnAbout } from './columnAbout.ts';
import { type RowStep, wholeRow } from './step.ts';

const commands: readonly CaseCommand[] = [...courtCommands, ...liveDateCommands];

interface Rehearsed {
  readonly area: string;
  readonly referredOn: IsoDate;
  readonly today: IsoDate;
}

/** The case as far as it has come, and under which ids things would stand in it. */
interface SoFar {
  readonly state: CaseState;
  readonly made: ReadonlyMap<string, string>;
}

/**
 * Goes through what is to be sent about courts and dates by the rules of the product itself, so that what it would refuse is
 * named in its row before anything is taken: an order shorter than the law allows, bail beyond the rank that authorised it,
 * a hearing before its proceedings. By the figures the product came with; those of the law are entered nowhere else.
 */
export function rehearse(steps: readonly RowStep[], about: Rehearsed): void {
  const receivedAt = occurredOnDay(about.referredOn).at;
  const begun: CaseState = { ...newCase(), stage: 'accepted', silent: true, receivedAt };
  steps.reduce<SoFar>((soFar, each) => afterStep(soFar, each, about), { state: begun, made: new Map() });
}

function afterStep(soFar: SoFar, { step, looked, column: leading }: RowStep, { area, today }: Rehearsed): SoFar {
  const { state, made } = soFar;
  const command = commands.find(({ path }) => path.replace(/:\w+/, ':made') === step.path);
  const subjectId = made.get(step.of ?? '') ?? '';
  // Nothing more is said of what follows from a thing that was refused. Whether a result may be told depends on the
  // duty to tell it, which every outcome of a hearing begins.
  if (!command || command.type === 'tellResult' || (step.of !== undefined && subjectId === '')) return soFar;
  const body = command.schema.parse({ ...step.body, ...step.naming?.(subjectId) });
  // The rules about courts compare London days.
  const now = occurredOnDay(today).at;
  const occurred = (body as CommandBody).occurredAt ?? { at: now, precision: 'day' };
  const payload = command.payload(body, deskFor(subjectId, occurred));
  if (isProblem(payload)) return soFar;
  const decision = decide(state, { type: command.type, payload }, { occurred, now });
  const refused = decision.ok ? termRefused(decision, area, occurred) : decision;
  if (refused) {
    const { code } = refused;
    const column = code === 'HAPPENED_BEFORE' ? leading : (columnAbout(code, looked.cells) ?? wholeRow);
    looked.fault(column, refusalMeanings[code]);
  }
  if (refused || !decision.ok) return soFar;
  const ids = Object.values(command.creates?.(payload) ?? {}).flat();
  const facts = decision.facts.map((fact, at) => ({ seq: state.version + 1 + at, fact }));
  const more = (step.makes ?? []).map((name, at) => [name, ids[at] ?? ''] as const);
  return { state: evolveAll(state, facts), made: new Map([...made, ...more]) };
}

/** What the store asks the policy about: how long an order lasts, and who may authorise bail for so long. */
function termRefused({ asks }: Proposal, area: string, { at }: Occurred): Refusal | null {
  const policy = policyInForce(defaultPolicyEntries, area, londonDate(at));
  for (const ask of asks) {
    const refused =
      ask.type === 'checkTerm'
        ? termRefusal(ask, policy)
        : ask.type === 'checkBail'
          ? bailRefusal(ask, policy, true)
          : null;
    if (refused) return refused;
  }
  return null;
}

/** Nothing is kept of what is only looked at. */
function deskFor(subjectId: string, occurred: Occurred): Desk {
  const asItIs = (code: string) => code;
  return {
    ...{ actorId: '', caseId: '', victimId: '', subjectId, occurred },
    ...{ latestAssessment: null, children: [], family: null, languages: { victims: null, advisers: new Map() } },
    ...{ safeContact: null, safeContactAlso: [], proposed: null },
    transferPack: { referralId: null, assessmentIds: [], minutes: [], actions: [] },
    ...{ agency: asItIs, area: asItIs, theCase: asItIs },
    ...{ id: newId, keep: newId, keepOfVictim: newId, keepIfAny: newId, keepPerson: newId, correctPerson: newId },
  };
}
