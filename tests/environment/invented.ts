import { idOf } from '../../dev/seedDevelopment.ts';
import type { CommandPayloads } from '../../domain/lifecycle/command.ts';
import { newId } from '../../platform/ids.ts';
import type { Tx } from '../../store/prismaClient.ts';

/** A pair of two people, who exist only by their ids. */
export async function aPair(tx: Tx): Promise<{ pairId: string; victimId: string; perpetratorId: string }> {
  const pair = { pairId: newId(), victimId: newId(), perpetratorId: newId() };
  const { pairId: id, victimId, perpetratorId } = pair;
  await tx.pair.create({ data: { id, victimId, perpetratorId, relationship: 'formerPartner' } });
  return pair;
}

type Referral = CommandPayloads['submitReferral'];

/** A referral of visible high risk in Maidstone, by the police, unless something else is said. */
export function aReferral(
  pair: { readonly pairId: string; readonly victimId: string; readonly perpetratorId: string },
  more: Partial<Referral> = {},
): Referral {
  return {
    reference: `T${newId().slice(-8)}`,
    areaId: idOf('area', 'maidstone'),
    ...pair,
    referrerId: idOf('practitioner', 'nobody'),
    referringAgencyIds: [idOf('agency', 'police')],
    idvaServiceId: idOf('agency', 'kent-idva-service'),
    route: 'visibleHighRisk',
    assessment: {
      assessmentId: newId(),
      tool: 'DASH',
      toolVersion: '1',
      count: 16,
      policeGrade: 'high',
      contentId: null,
    },
    children: [],
    victimUnder16: false,
    consent: 'given',
    statistics: {
      minorityEthnic: 'notKnown',
      lgbt: 'no',
      disabled: 'no',
      maleVictim: 'no',
      victim16or17: 'no',
      perpetratorUnder18: 'no',
    },
    narrativeId: newId(),
    adopted: false,
    incidentOn: null,
    safeguarding: null,
    ...more,
  };
}

/** An action of the police against physical harm, of nobody there by name, unless something else is said. */
export function anAction(more: Partial<CommandPayloads['setAction']> = {}): CommandPayloads['setAction'] {
  const whose = { agencyId: idOf('agency', 'police'), ownerId: null };
  const action = { actionId: newId(), ...whose, riskCode: 'physicalHarm', urgent: false, due: null };
  return { ...action, contentId: newId(), ...more };
}

/** The grading of a case by so many yes, of which fourteen are high risk; handed on to nobody. */
export function aGrading(count = 16): CommandPayloads['gradeRisk'] {
  const judged = { policeGrade: null, judgement: null, reasonId: null };
  return { count, ...judged, handoverId: newId(), handOverTo: null };
}
