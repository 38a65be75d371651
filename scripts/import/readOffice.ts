import type { ProductClient } from '../year/productClient.ts';

/** What the product knows that cells name: codes of areas and agencies, and advisers by their names in small letters. */
export interface Office {
  readonly areas: ReadonlySet<string>;
  readonly agencies: ReadonlySet<string>;
  readonly advisers: ReadonlyMap<string, string>;
}

/** `unknown`: the product was not asked, and nothing is to be sent. */
export type KnownOffice = Office | 'unknown';

/** Asks the product what it knows; a name that two advisers bear is nobody's. */
export async function readOffice(client: ProductClient, as: string): Promise<Office> {
  const read = async <Item>(path: string): Promise<readonly Item[]> => {
    const { status, body } = await client.send({ as, path });
    if (status !== 200) throw new Error(`The product does not answer ${path}.`);
    return body['items'] as readonly Item[];
  };
  const codes = async (path: string) => new Set((await read<{ code: string }>(path)).map(({ code }) => code));
  const people = await read<{ practitionerId: string; name: string }>('/people?role=idva');
  const named = Map.groupBy(people, ({ name }) => name.toLowerCase());
  const advisers = [...named].flatMap(([name, [first, ...others]]) =>
    first && others.length === 0 ? [[name, first.practitionerId] as const] : [],
  );
  return { areas: await codes('/areas'), agencies: await codes('/agencies'), advisers: new Map(advisers) };
}
