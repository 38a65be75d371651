import { epochMs } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { PlannedCase } from './plannedCase.ts';
import type { ProductClient } from './productClient.ts';
import { keyPrefix, setbackOf, type Setback } from './sendCase.ts';
import { holderOf } from './yearPeople.ts';

/** What came of declaring the neglected cases caught up. */
export interface CaughtUp {
  readonly cases: number;
  /** Clocks that are overdue or escalated, each with how often it did so at once. */
  readonly escalations: readonly { readonly caseKey: string; readonly kind: string; readonly fired: number }[];
  /**
   * Messages that the rungs of cases caught up just now asked for, and those that are in the inbox: one to a reader about all
   * children of a family. Of cases caught up in an earlier run none are looked for: somebody may have cleared the inbox since.
   */
  readonly messages: { readonly cases: number; readonly expected: number; readonly arrived: number };
  readonly setbacks: readonly Setback[];
}

interface ClockSeen {
  readonly clockId: string;
  readonly kind: string;
  readonly status: string;
  readonly overdue: boolean;
  readonly rungsFired: number;
}

interface RungSeen {
  readonly firedAt: IsoInstant;
  readonly label: string;
  readonly toldIds: readonly string[];
}

/** Rungs that fire later than this after a case was caught up belong to the days that followed. */
const atOnceMs = 5 * 60_000;
const patienceMs = 60_000;

/** Declares the neglected cases caught up, and waits until each overdue clock has escalated and its mails have arrived. */
export async function catchUp(
  client: ProductClient,
  inbox: string,
  neglected: readonly { readonly planned: PlannedCase; readonly reference: string }[],
): Promise<CaughtUp> {
  const startedAt = Date.now();
  const declared: Declared[] = [];
  const setbacks: Setback[] = [];
  for (const { planned, reference } of neglected) {
    const as = holderOf('coordinator', planned.areaCode);
    const key = `${keyPrefix}/${planned.key}/caughtUp`;
    const answer = await client.send({ as, key, path: `/cases/${reference}/caught-up`, body: {} });
    if (answer.status >= 300) setbacks.push(setbackOf(planned.key, 'caughtUp', answer));
    else {
      const command = await client.send({ as, path: `/commands/${String(answer.body['commandId'])}` });
      const at = epochMs(String(command.body['resolvedAt']));
      declared.push({ caseKey: planned.key, reference, coordinator: as, at, justNow: at >= startedAt - 1_000 });
    }
  }
  const seen = await untilQuiet(() => look(client, inbox, declared));
  const escalations = seen.clocks.map(({ caseKey, kind, rungs }) => ({ caseKey, kind, fired: rungs.length }));
  return { cases: declared.length, escalations, messages: seen.messages, setbacks };
}

interface Declared {
  readonly caseKey: string;
  readonly reference: string;
  /** Who declared it, and may know whom a rung has told. */
  readonly coordinator: string;
  /** When it was declared caught up, and whether this run did it. */
  readonly at: number;
  readonly justNow: boolean;
}

async function look(client: ProductClient, inbox: string, declared: readonly Declared[]) {
  const clocks = (await Promise.all(declared.map((each) => clocksOf(client, each)))).flat();
  const fresh = declared.filter(({ justNow }) => justNow);
  const expected = new Set(
    clocks.filter(({ caseKey }) => fresh.some((each) => each.caseKey === caseKey)).flatMap(messagesOf),
  ).size;
  const arrived = await messagesAbout(inbox, new Set(fresh.map(({ reference }) => reference)));
  const done = clocks.every(({ rungs }) => rungs.length > 0) && arrived === expected;
  return { value: { clocks, messages: { cases: fresh.length, expected, arrived } }, done };
}

/** Of which siblings have one each, and their reader one message. */
const ofEachChild = ['childNotified', 'urgentChildNotified'];

/** The messages that the rungs of a clock ask for; those of another that say the same to the same reader have the same names. */
function messagesOf({
  caseKey,
  clockId,
  kind,
  rungs,
}: Awaited<ReturnType<typeof clocksOf>>[number]): readonly string[] {
  const about = ofEachChild.includes(kind) ? kind : clockId;
  return rungs.flatMap(({ label, toldIds }) => toldIds.map((toldId) => [caseKey, about, label, toldId].join(' ')));
}

/** The clocks of a case that are overdue or have escalated, each with the rungs it fired when the case was caught up. */
async function clocksOf(client: ProductClient, { caseKey, reference, coordinator: as, at }: Declared) {
  const { body } = await client.send({ as, path: `/cases/${reference}/clocks` });
  const escalating = (body['items'] as ClockSeen[]).filter(
    ({ status, overdue, rungsFired }) => rungsFired > 0 || (status === 'running' && overdue),
  );
  return Promise.all(
    escalating.map(async ({ clockId, kind }) => {
      const clock = await client.send({ as, path: `/clocks/${clockId}` });
      const rungs = (clock.body['rungs'] as RungSeen[]).filter(({ firedAt }) => epochMs(firedAt) <= at + atOnceMs);
      return { caseKey, clockId, kind, rungs };
    }),
  );
}

/** How many messages about these cases lie in the inbox; a subject begins with the case's reference. */
async function messagesAbout(inbox: string, references: ReadonlySet<string>): Promise<number> {
  const messages = (await (await fetch(`${inbox}/api/messages`)).json()) as { readonly subject: string }[];
  return messages.filter(({ subject }) => [...references].some((reference) => subject.includes(reference))).length;
}

/** Looks again until it is done or patience ends, and gives what was seen last. */
async function untilQuiet<T>(look: () => Promise<{ readonly value: T; readonly done: boolean }>): Promise<T> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const { value, done } = await look();
    if (done || Date.now() >= until) return value;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** What is wrong with it, in sentences: each overdue clock escalates exactly once, and every message arrives. */
export function faultsOfCatchUp({ escalations, messages }: CaughtUp): string[] {
  const notOnce = escalations.filter(({ fired }) => fired !== 1);
  return [
    ...(escalations.length === 0 ? ['No clock of the cases caught up escalated.'] : []),
    ...notOnce.map(({ caseKey, kind, fired }) => `${caseKey}: ${kind} escalated ${String(fired)} times, not once.`),
    ...(messages.arrived !== messages.expected
      ? [`${String(messages.arrived)} messages arrived instead of ${String(messages.expected)}.`]
      : []),
  ];
}
