import type { Dependencies } from '../../../../usecases/dependencies.ts';
import { listAgencies } from '../../../../usecases/office/listOffice.ts';
import { choicesByCode, type AdministrationField } from '../fields.ts';

/** What an area is called and who works for it. */
export async function serviceFields(deps: Dependencies): Promise<readonly AdministrationField[]> {
  const agencies = await listAgencies(deps);
  const ofKind = (...kinds: readonly string[]) => choicesByCode(agencies.filter(({ kind }) => kinds.includes(kind)));
  return [
    { kind: 'line', name: 'name', label: 'Name' },
    { kind: 'select', name: 'idvaService', label: 'IDVA service', choices: ofKind('idva') },
    { kind: 'select', name: 'childrensServices', label: 'Children’s services', choices: ofKind('childrensServices') },
    {
      kind: 'select',
      name: 'standardRiskService',
      label: 'Service for victims at standard risk',
      choices: ofKind('domesticAbuseService', 'idva'),
    },
  ];
}

export const serviceMissing = {
  name: 'Write its name.',
  idvaService: 'Choose its IDVA service.',
  childrensServices: 'Choose its children’s services.',
  standardRiskService: 'Choose the service for victims at standard risk.',
};
