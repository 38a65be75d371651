import type { ProductClient } from '../year/productClient.ts';

interface Practitioner {
  readonly practitionerId: string;
  readonly name: string;
}

/** By which id the product knows an adviser of a name; `unknown`: it was not asked, and nothing is to be sent. */
export type Advisers = ReadonlyMap<string, string> | 'unknown';

/** The advisers the product knows, by their names in small letters; a name that two of them bear is nobody's. */
export async function readAdvisers(client: ProductClient, as: string): Promise<ReadonlyMap<string, string>> {
  const { status, body } = await client.send({ as, path: '/people?role=idva' });
  if (status !== 200) throw new Error('The product does not say who its advisers are.');
  const people = body['items'] as readonly Practitioner[];
  const named = Map.groupBy(people, ({ name }) => name.toLowerCase());
  return new Map(
    [...named].flatMap(([name, [first, ...others]]) =>
      first && others.length === 0 ? [[name, first.practitionerId]] : [],
    ),
  );
}
