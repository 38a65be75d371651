import fc from 'fast-check';
import { developmentPeople } from '../../../dev/identity/people.ts';
import { aReferralBody } from '../officeForTest.ts';
import { arbitraryOf, type Manner } from './arbitraryOf.ts';
import { holders, someoneWhoMay } from './authority.ts';
import { type Operation, operations } from './documented.ts';
import { aMistake, type Mistake } from './mistaken.ts';

/** A request as it is generated; what is known is put in when it is sent. */
export interface Generated {
  readonly manner: Manner;
  readonly operation: Operation;
  readonly as: string | null;
  readonly body: unknown;
  readonly mistake: Mistake | null;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly n: number;
  readonly key: 'new' | 'new again' | 'used before' | 'none' | 'not one';
  readonly version: 'the last' | 'any' | 'old' | 'none' | 'not one';
}

function someParameters({ parameters }: Operation, manner: Manner): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const asked = parameters.filter(
    (parameter) => parameter.in !== 'header' && (manner === 'wild' || parameter.required === true),
  );
  const values = asked.map(({ name, schema }) => [name, arbitraryOf(schema, name, manner)] as const);
  const requiredKeys = asked.filter(({ required }) => required).map(({ name }) => name);
  return fc.record(Object.fromEntries(values), { requiredKeys, noNullPrototype: true });
}

/** A referral holds together in many ways at once: most are a sound one with a few fields as they were generated. */
function someBody({ body, path }: Operation, manner: Manner): fc.Arbitrary<unknown> {
  if (!body) return fc.constant(undefined);
  const made = arbitraryOf(body, '', manner);
  if (manner === 'sound' && path === '/adoptions')
    return fc.constantFrom('2026-03-02', '2026-04-13').map((occurredAt) => aReferralBody({ occurredAt }));
  if (path !== '/referrals') return made;
  if (manner === 'sound') return fc.constantFrom('maidstone', 'swale').map((area) => aReferralBody({ area }));
  const some = fc.tuple(made, fc.array(fc.nat(30), { maxLength: 2 })).map(([referral, picked]) => {
    const fields = Object.entries(referral as object);
    const few = picked
      .map((index) => fields[index % Math.max(1, fields.length)])
      .filter((field) => field !== undefined);
    return { ...aReferralBody(), ...Object.fromEntries(few) };
  });
  return fc.oneof({ weight: 3, arbitrary: some }, { weight: 1, arbitrary: made });
}

/** As somebody sends it who may and knows what they do; whether the case lets it happen is another question. */
const aSoundRequest = (operation: Operation): fc.Arbitrary<Generated> =>
  fc.nat(10_000).chain((n) =>
    fc.record({
      manner: fc.constant('sound' as const),
      operation: fc.constant(operation),
      as: fc.constant(someoneWhoMay(operation.method, operation.path, n)),
      body: someBody(operation, 'sound'),
      mistake: fc.constant(null),
      parameters: someParameters(operation, 'sound'),
      n: fc.constant(n),
      key: fc.constantFrom('new', 'new', 'new', 'new again'),
      version: fc.constantFrom('the last', 'any'),
    }),
  );

const aWildRequest = (operation: Operation): fc.Arbitrary<Generated> =>
  fc.record({
    manner: fc.constant('wild' as const),
    operation: fc.constant(operation),
    as: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...holders) },
      { weight: 4, arbitrary: fc.constantFrom(...developmentPeople.map(({ subject }) => subject)) },
      { weight: 1, arbitrary: fc.constantFrom(null, 'a.stranger') },
    ),
    body: someBody(operation, 'wild'),
    mistake: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: aMistake }),
    parameters: someParameters(operation, 'wild'),
    n: fc.nat(10_000),
    key: fc.oneof(
      { weight: 12, arbitrary: fc.constant('new' as const) },
      { weight: 2, arbitrary: fc.constantFrom('new again' as const, 'used before' as const) },
      { weight: 1, arbitrary: fc.constantFrom('none' as const, 'not one' as const) },
    ),
    version: fc.constantFrom('the last', 'the last', 'any', 'old', 'none', 'not one'),
  });

/** What ends the life of a case comes up less often than what goes on in it. */
const ends = /\/closure$|\/death$|transfer|\/cancellation$|\/support-end$|\/conclusion$/;

/** Any request; what begins or is about a case comes up more often than lists and reports, which change nothing. */
export const aRequest: fc.Arbitrary<Generated> = fc.oneof(
  ...operations.map((operation) => ({
    weight: operation.path === '/referrals' ? 24 : operation.method === 'post' && !ends.test(operation.path) ? 3 : 1,
    arbitrary: fc.oneof(
      { weight: 3, arbitrary: aSoundRequest(operation) },
      { weight: 2, arbitrary: aWildRequest(operation) },
    ),
  })),
);
