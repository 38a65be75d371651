import { nameApart } from '../environment/nameApart.ts';

/** Words that stand nowhere else in the world: where one turns up, something personal has leaked. */
export const canaries = {
  given: 'Wrenalunda',
  family: 'Dapplethornwick',
  harmer: 'Groskanvell',
  street: 'Fennimorelatch',
  postcode: 'ZE18 8QX',
  phone: '01632 960888',
  email: 'wrenalunda.private',
  words: 'Krumplinesk',
} as const;

/** Each of them in every form it could be written in. */
export const everyForm: readonly string[] = Object.values(canaries).flatMap((word) => [
  ...new Set([word, word.replaceAll(' ', '')]),
]);

/** A referral about two people nobody else is about, in which whatever they could be known by is a canary. */
export function aCanaryReferral(number: number, area: string) {
  const apart = nameApart(number);
  const family = `${canaries.family} ${apart}`;
  const bornOn = (year: number) => `${String(year)}-${String((number % 12) + 1).padStart(2, '0')}-09`;
  const address = { lines: [`7 ${canaries.street} Row`], postcode: canaries.postcode };
  const reach = { address, phone: canaries.phone, email: `${canaries.email}@canary.example` };
  const equality = {
    sex: 'female',
    ethnicity: 'notAsked',
    sexualOrientation: 'notAsked',
    genderIdentity: 'notAsked',
    disability: 'notAsked',
  };
  return {
    area,
    referringAgencies: ['police'],
    route: 'visibleHighRisk',
    victim: {
      ...reach,
      givenNames: `${canaries.given} ${apart}`,
      familyName: family,
      dateOfBirth: bornOn(1988),
      equality,
    },
    perpetrator: { ...reach, givenNames: `${canaries.harmer} ${apart}`, familyName: family, dateOfBirth: bornOn(1984) },
    relationship: 'formerPartner',
    assessment: {
      tool: 'DASH',
      version: 'marac-1',
      answers: Array.from({ length: 24 }, (_, i) => (i < 16 ? 'yes' : 'no')),
    },
    policeGrade: 'high',
    consent: { given: true },
    safeContact: { numbers: [canaries.phone], media: ['phone'], mayLeaveMessage: false, safePeople: canaries.words },
    narrative: `${canaries.words}: ${canaries.harmer} waited in ${canaries.street}.`,
  };
}
