import { londonDate } from '../../domain/calendar/london.ts';
import type { PlannedCase } from '../../scripts/import/planCase.ts';
import { type CaseloadTexts, planCaseload } from '../../scripts/import/planCaseload.ts';
import type { KnownOffice } from '../../scripts/import/readOffice.ts';
import type { Senders } from '../../scripts/import/sendCases.ts';
import type { ProductClient } from '../../scripts/year/productClient.ts';
import { everybodyAnswers } from '../environment/everybodyAnswers.ts';
import type { TestProduct } from '../environment/startWorkerForTest.ts';
import { officeForTest } from './officeForTest.ts';

/** A client of the interface in this process, as the programs that send caseloads use one. */
export function clientOf(product: TestProduct): ProductClient {
  const { as } = officeForTest(product);
  return {
    send: async ({ as: who, path: to, key, ifMatch, body }) => {
      if (body === undefined) return as(who).get<Record<string, unknown>>(to);
      const sending = { ...(key ? { key } : {}), ...(ifMatch === undefined ? {} : { version: ifMatch }) };
      const answer = await as(who).post<Record<string, unknown>>(to, body as object, sending);
      if (answer.status !== 202) return answer;
      // Kept, and not decided yet: a busy machine takes its time.
      await everybodyAnswers(product);
      const decided = await as(who).get<Record<string, unknown>>(`/commands/${String(answer.body['commandId'])}`);
      return { status: decided.body['status'] === 'recorded' ? 200 : 409, body: decided.body };
    },
  };
}

/** Amy Adeyemi takes the cases over, and Leila Haddad speaks for the service, or somebody else. */
export function sendersOf(client: ProductClient, marac = 'amy.adeyemi', service = 'leila.haddad'): Senders {
  return { marac: { client, as: marac }, service: { client, as: service } };
}

/** The cases of files; throws where a cell is at fault. */
export function plannedFrom(product: TestProduct, texts: CaseloadTexts, known: KnownOffice): readonly PlannedCase[] {
  const planned = planCaseload(texts, londonDate(product.clock.now()), known);
  if (!planned.ok) throw new Error(JSON.stringify(planned.bad));
  return planned.cases;
}
