import type { MeetingIds } from './intentionRequest.ts';
import type { PlannedCase } from './plannedCase.ts';
import type { ProductClient } from './productClient.ts';
import { sendCase, type Setback } from './sendCase.ts';

export interface SentYear {
  /** The public reference of each case that was sent to its end, by its key in the plan. */
  readonly references: ReadonlyMap<string, string>;
  readonly setbacks: readonly Setback[];
}

/** Commands under way at once; more than these only wait for each other on two cores. */
const casesAtOnce = 14;

/**
 * Sends every case of the plan, several at once and areas side by side; a repeat begins when the case it repeats has
 * been sent, and not at all where that failed.
 */
export async function sendYear(
  client: ProductClient,
  plan: readonly PlannedCase[],
  meetings: MeetingIds,
  onAnswer: () => void,
): Promise<SentYear> {
  const waiting = sideBySide(plan);
  const references = new Map<string, string>();
  const setbacks: Setback[] = [];
  const failed = new Set<string>();
  const under = new Set<Promise<void>>();
  const send = async (planned: PlannedCase): Promise<void> => {
    const sent = await sendCase(client, planned, meetings, onAnswer);
    if (sent.ok) references.set(planned.key, sent.reference);
    else fail(planned, sent.setback);
  };
  const fail = ({ key }: PlannedCase, setback: Setback): void => {
    failed.add(key);
    setbacks.push(setback);
  };
  while (waiting.length > 0 || under.size > 0) {
    for (const planned of takeReady(waiting, references, failed, casesAtOnce - under.size)) {
      if (planned.repeatOf !== null && failed.has(planned.repeatOf)) {
        fail(planned, { ...nothingToRepeat, caseKey: planned.key });
        continue;
      }
      const sending = send(planned).finally(() => under.delete(sending));
      under.add(sending);
    }
    if (under.size > 0) await Promise.race(under);
  }
  return { references, setbacks };
}

const nothingToRepeat = {
  command: 'submitReferral',
  status: 0,
  code: 'NOT_SENT',
  detail: 'The case it repeats failed.',
};

/** Takes the next cases that need not wait for another any more. */
function takeReady(
  waiting: PlannedCase[],
  references: ReadonlyMap<string, string>,
  failed: ReadonlySet<string>,
  room: number,
): PlannedCase[] {
  const ready: PlannedCase[] = [];
  for (let index = 0; index < waiting.length && ready.length < room;) {
    const { repeatOf } = waiting[index] ?? { repeatOf: null };
    if (repeatOf === null || references.has(repeatOf) || failed.has(repeatOf)) ready.push(...waiting.splice(index, 1));
    else index += 1;
  }
  return ready;
}

/** All areas go on at the same pace, so that cases of one meeting seldom wait for each other. */
function sideBySide(plan: readonly PlannedCase[]): PlannedCase[] {
  const sizes = new Map<string, number>();
  const places = plan.map((planned) => {
    const place = sizes.get(planned.areaCode) ?? 0;
    sizes.set(planned.areaCode, place + 1);
    return { planned, place };
  });
  const share = ({ planned, place }: (typeof places)[number]) => place / (sizes.get(planned.areaCode) ?? 1);
  return places.toSorted((a, b) => share(a) - share(b)).map(({ planned }) => planned);
}
