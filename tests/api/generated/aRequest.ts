import fc from 'fast-check';
import { developmentPeople } from '../../../dev/identity/people.ts';
import { aReferralBody } from '../officeForTest.ts';
import { arbitraryOf } from './arbitraryOf.ts';
import { type Operation, operations } from './documented.ts';
import { aMistake, type Mistake } from './mistaken.ts';

/** A request as it is generated; what is known is put in when it is sent. */
export interface Generated {
  readonly operation: Operation;
  readonly as: string | null;
  readonly body: unknown;
  readonly mistake: Mistake | null;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly n: number;
  readonly key: 'new' | 'new again' | 'used before' | 'none' | 'not one';
  readonly version: 'the last' | 'any' | 'old' | 'none' | 'not one';
}

function someParameters({ parameters }: Operation): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const asked = parameters.filter((parameter) => parameter.in !== 'header');
  const values = asked.map(({ name, schema }) => [name, arbitraryOf(schema, name)] as const);
  const requiredKeys = asked.filter(({ required }) => required).map(({ name }) => name);
  return fc.record(Object.fromEntries(values), { requiredKeys, noNullPrototype: true });
}

/** A referral holds together in many ways at once: most are a sound one with a few fields as they were generated. */
function someBody({ body, path }: Operation): fc.Arbitrary<unknown> {
  if (!body) return fc.constant(undefined);
  const made = arbitraryOf(body);
  if (path !== '/referrals') return made;
  const some = fc.tuple(made, fc.array(fc.nat(30), { maxLength: 2 })).map(([referral, picked]) => {
    const fields = Object.entries(referral as object);
    const few = picked
      .map((index) => fields[index % Math.max(1, fields.length)])
      .filter((field) => field !== undefined);
    return { ...aReferralBody(), ...Object.fromEntries(few) };
  });
  return fc.oneof({ weight: 3, arbitrary: some }, { weight: 1, arbitrary: made });
}

const anOperation = (operation: Operation): fc.Arbitrary<Generated> =>
  fc.record({
    operation: fc.constant(operation),
    as: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('amy.adeyemi', 'joanna.pike', 'leila.haddad', 'marek.nowak') },
      { weight: 4, arbitrary: fc.constantFrom(...developmentPeople.map(({ subject }) => subject)) },
      { weight: 1, arbitrary: fc.constantFrom(null, 'a.stranger') },
    ),
    body: someBody(operation),
    mistake: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: aMistake }),
    parameters: someParameters(operation),
    n: fc.nat(10_000),
    key: fc.oneof(
      { weight: 12, arbitrary: fc.constant('new' as const) },
      { weight: 2, arbitrary: fc.constantFrom('new again' as const, 'used before' as const) },
      { weight: 1, arbitrary: fc.constantFrom('none' as const, 'not one' as const) },
    ),
    version: fc.constantFrom('the last', 'the last', 'any', 'old', 'none', 'not one'),
  });

/** Any request; what begins or is about a case comes up more often than lists and reports, which change nothing. */
export const aRequest: fc.Arbitrary<Generated> = fc.oneof(
  ...operations.map((operation) => ({
    weight: operation.method === 'post' ? 3 : 1,
    arbitrary: anOperation(operation),
  })),
);
