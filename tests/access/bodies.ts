import fc from 'fast-check';
import type { Route } from '../../api/defineRoute.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { arbitraryOf } from '../api/generated/arbitraryOf.ts';
import { operations } from '../api/generated/documented.ts';
import { dash } from '../api/officeForTest.ts';
import { KnownThings } from '../api/generated/knownThings.ts';

const known = new KnownThings();

/** What is not easily found by chance. */
const written: Readonly<Record<string, unknown>> = {
  '/cases/:reference/risk-reviews': { assessment: { tool: 'DASH', version: 'marac-1', answers: dash(12) } },
  '/cases/:reference/deny-list': {
    of: 'victim',
    practitioner: idOf('practitioner', 'zofia.hartley'),
    reason: 'Related to her.',
  },
  '/cases/:reference/heard-elsewhere': { occurredAt: '2026-02-10', source: 'A MARAC elsewhere.' },
};

/**
 * A body that an address takes, made from its description: who may is asked after a body is read. Agencies it names are
 * housing; people it names are somebody nobody walks as, since a deny list is written at once.
 */
export function bodyFor(route: Route, reference: string): unknown {
  if (route.path in written) return written[route.path];
  const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
  const operation = operations.find((each) => each.method === route.method && each.path === path);
  if (!operation?.body) return {};
  known.learn({ reference });
  const made = fc.sample(arbitraryOf(operation.body, '', 'sound'), { numRuns: 300, seed: 77 });
  const filled = made.map((each) => plain(known.filled(each), reference));
  const fitting = filled.find((each) => route.schema?.body?.safeParse(each).success !== false);
  if (fitting === undefined) throw new Error(`No body was found for ${route.path}: write one here.`);
  return fitting;
}

const people = ['practitioner', 'owner', 'adviser', 'by', 'watchedBy', 'goesAlong', 'mustNotSee', 'cover'];

function plain(value: unknown, reference: string, field = ''): unknown {
  if (Array.isArray(value)) return [...new Set(value.map((each) => plain(each, reference, field)))];
  if (field === 'agency') return 'housing';
  if (field === 'into' || field === 'reference') return reference;
  if (people.includes(field)) return idOf('practitioner', 'zofia.hartley');
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries.map(([name, each]) => [name, plain(each, reference, name)]));
}
