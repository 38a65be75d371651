import type { z } from 'zod';
import type { loneAssessmentSchema } from '../../contracts/loneAssessment.ts';
import { developmentPeople } from '../../dev/identity/people.ts';
import { developmentAreas } from '../../dev/reference.ts';
import { newIdentities } from '../year/identities.ts';
import { chanceOf } from '../year/random.ts';
import type { Moment } from './story.ts';

type Assessment = z.input<typeof loneAssessmentSchema>;

/** An assessment the police recorded without a referral, below high: with the service of its area, and perhaps taken on. */
export interface AssessmentStory {
  readonly name: string;
  readonly areaCode: string;
  readonly taken: Moment;
  /** When the service said that it takes it on; null while it has not answered. */
  readonly takenOn: Moment | null;
  readonly body: Omit<Assessment, 'occurredAt'>;
}

const told = [
  { name: 'withService', yes: 11, taken: { workingDaysAgo: 1, at: '15:40' }, takenOn: null },
  {
    ...{ name: 'takenOn', yes: 8, taken: { workingDaysAgo: 6, at: '11:10' } },
    takenOn: { workingDaysAgo: 0, at: '09:30' },
  },
] as const;

/** The areas whose caseload is told in full have both. */
export function assessmentStories(areaCodes: readonly string[], year: number): readonly AssessmentStory[] {
  const stock = newIdentities();
  return areaCodes
    .filter((code) => code === 'medway' || code === 'thanet')
    .flatMap((areaCode) =>
      told.map(({ yes, ...story }) => {
        const chance = chanceOf(`caseload/${areaCode}/assessment/${story.name}`);
        const [familyName, other] = [stock.familyName(chance), stock.familyName(chance)];
        const bornOn = (age: number) =>
          `${String(year - age)}-0${String(chance.between(1, 9))}-1${String(chance.between(0, 9))}`;
        const victim = { givenNames: stock.givenName(chance, 'female', familyName), familyName };
        const perpetrator = { givenNames: stock.givenName(chance, 'male', other), familyName: other };
        const body = {
          ...{ area: areaCode, agency: 'police', relationship: 'partner' as const, count: yes, history: false },
          reference: `DV-${areaCode}-${story.name}`,
          victim: { ...victim, dateOfBirth: bornOn(chance.between(22, 48)) },
          perpetrator: { ...perpetrator, dateOfBirth: bornOn(chance.between(22, 52)) },
        };
        return { ...story, areaCode, body };
      }),
    );
}

/** Whoever answers for the service of an area for those below the threshold. */
export function answersBelowMarac(areaCode: string): string {
  const service = developmentAreas.find(({ code }) => code === areaCode)?.standardRiskService;
  const answers = ['agencyRepresentative', 'agencyLead'];
  const found = developmentPeople.find(({ appointments }) =>
    appointments.some(({ role, agencyCode }) => agencyCode === service && answers.includes(role)),
  );
  if (!found) throw new Error(`Nobody answers for the service of ${areaCode}.`);
  return found.subject;
}
