import type { ReferredByMeasure } from './measures.ts';

const agencyByMeasure: Record<ReferredByMeasure, (areaCode: string) => string> = {
  'Referred by police': () => 'police',
  'Referred by IDVA': (areaCode) => (areaCode === 'medway' ? 'medway-idva-service' : 'kent-idva-service'),
  "Referred by children's social services": childrensServicesOf,
  'Referred by primary care trust': () => 'health-primary',
  'Referred by secondary care or acute trust': () => 'health-acute',
  'Referred by education': () => 'education',
  'Referred by housing': () => 'housing',
  'Referred by mental health': () => 'mental-health',
  'Referred by probation': () => 'probation',
  'Referred by voluntary sector': () => 'voluntary',
  'Referred by substance misuse': () => 'substance-misuse',
  'Referred by adult social services': () => 'adult-social-care',
  'Referred by other': () => 'other',
};

/** The agency that stands behind a row of the table in one area: Medway has its own IDVA and children's services. */
export function agencyOfMeasure(measure: ReferredByMeasure, areaCode: string): string {
  return agencyByMeasure[measure](areaCode);
}

/** The area's IDVA service. */
export function idvaServiceOf(areaCode: string): string {
  return agencyOfMeasure('Referred by IDVA', areaCode);
}

/** The children's services of the area's authority, Kent or Medway. */
export function childrensServicesOf(areaCode: string): string {
  return areaCode === 'medway' ? 'childrens-services-medway' : 'childrens-services-kent';
}
