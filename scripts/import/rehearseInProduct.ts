import { made } from '../../contracts/rehearsal.ts';
import type { RehearsalView, RehearsedView } from '../../contracts/views/rehearsalView.ts';
import type { BadCell } from './caseloadFile.ts';
import { refusedAt } from './refusedAt.ts';
import { aboutSamePeople } from './aboutSamePeople.ts';
import type { PlannedCase } from './planCase.ts';
import type { Senders } from './sendCases.ts';
import { importKey, type PlannedStep, wholeRow } from './step.ts';

/** What the product says beforehand: every cell for which it would refuse a request, and how to send each. */
export interface Foretold {
  readonly bad: readonly BadCell[];
  /** The key to send a request under, by the one it has at first: another where that was refused before. */
  readonly keys: ReadonlyMap<string, string>;
  /** How many cases were wholly or partly taken over before. */
  readonly takenBefore: number;
}

/**
 * Asks the product for everything it would refuse, case by case, before anything is sent: what only it knows is a post that
 * is not held, somebody who must not see a case, a list that is full of other things. Cases about the same people are asked
 * about together. Of a row that is at fault one cell is named: what follows from it says nothing more.
 */
export async function rehearseInProduct(senders: Senders, cases: readonly PlannedCase[]): Promise<Foretold> {
  const service = await speakerOf(senders);
  const bad: BadCell[] = [];
  const keys = new Map<string, string>();
  let takenBefore = 0;
  for (const together of aboutSamePeople(cases)) {
    const { status, body } = await ask(senders, service, together);
    const [first] = together;
    if (status !== 200 && first) bad.push(notAsked(first, String(body['title'])));
    const answers = status === 200 ? (body as RehearsalView).cases : [];
    for (const [at, planned] of together.entries()) {
      const answer = answers[at];
      if (answer?.reference) takenBefore += 1;
      for (const step of planned.steps) {
        const foretold = answer?.requests.find(({ name }) => name === step.name);
        if (foretold) keys.set(importKey(planned.caseKey, step), foretold.key);
        if (foretold?.stands === 'refused') nameOnce(bad, faultOf(step, foretold));
      }
    }
  }
  return { bad, keys, takenBefore };
}

/** Who is to speak for the service: as the product knows them. */
async function speakerOf({ service }: Senders): Promise<string | undefined> {
  if (service === null) return undefined;
  const { status, body } = await service.client.send({ as: service.as, path: '/me' });
  if (status !== 200) throw new Error('The product does not answer /me.');
  return String(body['practitionerId']);
}

async function ask({ marac }: Senders, service: string | undefined, cases: readonly PlannedCase[]) {
  if (marac === null) throw new Error('Nobody is named who could take cases over.');
  return marac.client.send({
    as: marac.as,
    path: '/adoptions/rehearsals',
    // Nothing is done, so nothing can be done twice.
    key: 'import/rehearsal',
    body: {
      ...(service === undefined ? {} : { service }),
      cases: cases.map(({ caseKey, steps }) => ({ requests: steps.map((step) => requestOf(caseKey, step)) })),
    },
  });
}

function requestOf(caseKey: string, step: PlannedStep): object {
  const { name, by, path, body, naming, of, makes = [], needsVersion: withVersion = false } = step;
  const about = of === undefined ? {} : { of };
  return {
    name,
    path,
    key: importKey(caseKey, step),
    by,
    body: { ...body, ...naming?.(made) },
    ...about,
    makes,
    withVersion,
  };
}

function faultOf({ at, by }: PlannedStep, { code, meaning, parts }: RehearsedView): BadCell {
  return { file: at.file, row: at.row, ...refusedAt(at, by, { code: code ?? '', title: meaning ?? '', parts }) };
}

function notAsked({ row }: PlannedCase, title: string): BadCell {
  return {
    file: 'cases',
    row,
    column: wholeRow,
    problem: `The product could not be asked about it: ${title}`,
  };
}

function nameOnce(bad: BadCell[], fault: BadCell): void {
  if (!bad.some(({ file, row }) => file === fault.file && row === fault.row)) bad.push(fault);
}
