import { isRunning } from '../../activities/checkCase.ts';
import { workflowIds } from '../../contracts/workflowIds.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { epochMs, londonMoment } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { CommandPayloads, CommandType } from '../../domain/lifecycle/command.ts';
import type { NewAction } from '../../domain/lifecycle/payloads/actions.ts';
import { newId } from '../../platform/ids.ts';
import { CaseOnEngine } from '../environment/caseOnEngine.ts';
import { aPair, aReferral } from '../environment/invented.ts';
import { sendForward } from '../environment/sendForward.ts';
import type { TestProduct } from '../environment/startWorkerForTest.ts';
import { whoeverMay } from '../environment/whoMaySend.ts';

type Pair = Awaited<ReturnType<typeof aPair>>;
type Referral = CommandPayloads['submitReferral'];

/** The id of somebody of development, by the subject of their sign-in. */
export const who = (subject: string): string => idOf('practitioner', subject);

/** An action of the police against a risk; `more` says what is different about it. */
export function anAction(more: Partial<NewAction> = {}): NewAction {
  const [actionId, contentId] = [newId(), newId()];
  const agencyId = idOf('agency', 'police');
  return { actionId, agencyId, ownerId: null, riskCode: 'stalking', urgent: false, due: null, contentId, ...more };
}

/** A case that lives on the real engine while its history is written there; its time can be sent forward. */
export class LivingCase extends CaseOnEngine {
  readonly pair: Pair;
  /** Workflows whose time goes with this one's. */
  readonly beside: string[] = [];
  readonly #ahead: { ms: number };

  constructor(product: TestProduct, pair: Pair, ahead = { ms: 0 }) {
    super(product, whoeverMay, () => ahead.ms);
    this.pair = pair;
    this.#ahead = ahead;
  }

  get watchId(): string {
    return workflowIds.ofPairWatch(this.pair.pairId);
  }

  /** Sends a command that has to be accepted. */
  async must<T extends CommandType>(type: T, payload: CommandPayloads[T]): Promise<void> {
    const answer = await this.send(type, payload);
    if (!answer.ok) throw new Error(`${type} was refused: ${answer.code}`);
  }

  /** Sends a command that has to be refused. */
  async refused<T extends CommandType>(type: T, payload: CommandPayloads[T]): Promise<void> {
    const answer = await this.send(type, payload);
    if (answer.ok) throw new Error(`${type} was not refused`);
  }

  async accepted(): Promise<this> {
    await this.must('screenReferral', { outcome: 'accept', adviceId: null });
    return this;
  }

  /** Graded by a count; a high one puts the case on a list, a lower one hands it over. */
  async graded(count: number): Promise<this> {
    const judgement = { judgement: null, reasonId: null, handoverId: newId(), handOverTo: null };
    await this.must('gradeRisk', { count, policeGrade: null, ...judgement });
    return this;
  }

  /** Sent forward to the meeting that the case is listed on, and heard there. */
  async heard(...actions: readonly NewAction[]): Promise<this> {
    const { meetingId } = await this.#meetingHasCome();
    const attendance = [{ agencyId: idOf('agency', 'police'), presence: 'present' }] as const;
    await this.must('recordHearing', { outcome: 'heard', meetingId, attendance, minuteId: newId(), actions });
    return this;
  }

  async deferred(): Promise<this> {
    const { meetingId } = await this.#meetingHasCome();
    await this.must('recordHearing', { outcome: 'deferred', meetingId, attendance: [], reasonId: newId() });
    return this;
  }

  async attempted(result: CommandPayloads['recordContactAttempt']['result']): Promise<void> {
    const [byId, victimId] = [who('joanna.pike'), this.pair.victimId];
    await this.must('recordContactAttempt', {
      attemptId: newId(),
      victimId,
      result,
      medium: 'phone',
      byId,
      noteId: null,
    });
  }

  /** From now on the watch of the pair, which begins with the acceptance, goes forward with the case. */
  async withWatch(): Promise<void> {
    const watch = this.product.worker.client.workflow.getHandle(this.watchId);
    await this.until('the pair is watched', () =>
      watch.describe().then(
        () => true,
        () => false,
      ),
    );
    this.beside.push(this.watchId);
  }

  /** Sends this case forward to a moment. */
  async forwardTo(moment: IsoInstant): Promise<void> {
    const seconds = Math.ceil((epochMs(moment) - epochMs(this.now())) / 1000);
    if (seconds <= 0) return;
    const { temporalAddress, namespace } = this.product;
    await sendForward(temporalAddress, namespace, [this.workflowId, ...this.beside], seconds);
    this.#ahead.ms += seconds * 1000;
  }

  /** Sends this case forward to a moment on the way to which it ends, and the watch of its pair with it. */
  async forwardToEnd(moment: IsoInstant): Promise<void> {
    await this.forwardTo(moment).catch((error: Error) => {
      if (!error.message.includes('ended')) throw error;
    });
    await this.ended();
  }

  /** Tells the workflow that somebody else may have recorded something. */
  async lookAgain(): Promise<void> {
    await this.product.worker.client.workflow.getHandle(this.workflowId).signal('lookAgain');
  }

  /** Waits until the case has ended, and only the review of its record is to come, or until another run has taken over. */
  async ended(): Promise<void> {
    const handle = this.product.worker.client.workflow.getHandle(this.workflowId);
    await this.until('the case has ended', async () => {
      const { status } = await handle.describe();
      return status.name !== 'RUNNING' || (await this.state()).stage === 'ended';
    });
  }

  /** Waits until its workflow is over. */
  async over(): Promise<void> {
    await this.until('its workflow is over', async () => !(await this.#isRunning()));
  }

  /** Waits until a workflow lives it. */
  async running(): Promise<void> {
    await this.until('its workflow runs', () => this.#isRunning());
  }

  #isRunning(): Promise<boolean> {
    return isRunning(this.product.worker.client, this.workflowId);
  }

  async #meetingHasCome() {
    const { listing } = await this.state();
    if (!listing) throw new Error('The case is on no list');
    await this.forwardTo(londonMoment(listing.meetingOn, '11:00'));
    return listing;
  }
}

/** A case whose referral was received just now, of a pair of its own unless another is named. */
export async function received(
  product: TestProduct,
  more: Partial<Referral> = {},
  pair?: Pair,
  ahead?: { ms: number },
): Promise<LivingCase> {
  const theCase = new LivingCase(product, pair ?? (await aPair(product.store.prisma)), ahead);
  await theCase.must('submitReferral', aReferral(theCase.pair, { referrerId: who('marek.nowak'), ...more }));
  return theCase;
}
