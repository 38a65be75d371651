import type { Dependencies } from '../../../../usecases/dependencies.ts';
import { listAgencies } from '../../../../usecases/office/listOffice.ts';
import { nestFields, type Fields } from '../../../form/fields.ts';
import { typed } from '../../../form/dates.ts';
import { choicesByCode, type AdministrationField } from '../fields.ts';

/** What a local authority is called, whose children's services answer for it, and for which places. */
export async function authorityFields(deps: Dependencies): Promise<readonly AdministrationField[]> {
  const services = (await listAgencies(deps)).filter(({ kind }) => kind === 'childrensServices');
  return [
    { kind: 'line', name: 'name', label: 'Name' },
    { kind: 'select', name: 'childrensServices', label: 'Children’s services', choices: choicesByCode(services) },
    {
      kind: 'text',
      name: 'places',
      label: 'Places',
      hint: 'Postcode districts like ME4, or sectors like ME2 4 where a district belongs to two authorities; with commas or one a line.',
      max: 12_000,
    },
  ];
}

export const authorityMissing = {
  name: 'Write its name.',
  childrensServices: 'Choose its children’s services.',
  places: 'Write the places it covers.',
};

/** The form as the contract has it: the places one by one. */
export function readAuthority(fields: Fields): unknown {
  const places = typed(fields, 'places')
    .split(/[,;\n]/)
    .map((place) => place.trim())
    .filter((place) => place !== '');
  const body = nestFields(fields);
  return { ...body, places: places.length === 0 ? undefined : places };
}

/** A fault in one of several places is put right in the field that holds them all. */
export function fieldOfAuthority(at: string): string {
  return at.startsWith('places') ? 'places' : at;
}
