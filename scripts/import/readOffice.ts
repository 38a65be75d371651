import type { ProductClient } from '../year/productClient.ts';

/** Somebody who advises victims: for which services, and in which areas (null: in all of them). */
export interface KnownAdviser {
  readonly practitionerId: string;
  readonly posts: readonly { readonly service: string | null; readonly area: string | null }[];
}

/** What the product knows that cells name: codes of areas and agencies, and advisers by their names in small letters. */
export interface Office {
  /** With the service whose advisers support victims there. */
  readonly areas: ReadonlyMap<string, { readonly idvaService: string }>;
  readonly agencies: ReadonlySet<string>;
  readonly advisers: ReadonlyMap<string, KnownAdviser>;
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
  const areas = await read<{ code: string; idvaService: string }>('/areas');
  const agencies = await read<{ code: string }>('/agencies');
  const people = await read<Person>('/people?role=idva');
  const named = Map.groupBy(people, ({ name }) => name.toLowerCase());
  const advisers = [...named].flatMap(([name, [first, ...others]]) =>
    first && others.length === 0 ? [[name, adviserIn(first)] as const] : [],
  );
  return {
    areas: new Map(areas.map(({ code, idvaService }) => [code, { idvaService }])),
    agencies: new Set(agencies.map(({ code }) => code)),
    advisers: new Map(advisers),
  };
}

interface Person {
  readonly practitionerId: string;
  readonly name: string;
  readonly appointments: readonly {
    readonly role: string;
    readonly area: string | null;
    readonly agency: string | null;
  }[];
}

function adviserIn({ practitionerId, appointments }: Person): KnownAdviser {
  const posts = appointments.filter(({ role }) => role === 'idva');
  return { practitionerId, posts: posts.map(({ agency, area }) => ({ service: agency, area })) };
}
