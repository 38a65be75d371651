import type { z } from 'zod';
import type { adoptionSchema } from '../../contracts/referral.ts';
import { dashQuestionCount, dashVersion } from '../../domain/dash/questions.ts';
import { yearAreas } from '../year/areas.ts';
import { newIdentities, type Identities } from '../year/identities.ts';
import { chanceOf, type Chance } from '../year/random.ts';
import type { Story } from './story.ts';

type Referral = z.input<typeof adoptionSchema>;

/** Who each story is about and what was said of them: invented, and the same each time for the same year. */
export function referralsOf(stories: readonly Story[], year: number): readonly Referral[] {
  const stock = newIdentities();
  return stories.map((story) => referralOf(story, year, stock));
}

function referralOf(story: Story, year: number, stock: Identities): Referral {
  const chance = chanceOf(`caseload/${story.areaCode}/${story.name}`);
  const area = yearAreas.find(({ code }) => code === story.areaCode);
  if (!area) throw new Error(`There is no area ${story.areaCode}.`);
  const familyName = stock.familyName(chance);
  const other = stock.familyName(chance);
  const age = chance.between(22, 48);
  const address = { lines: stock.address(chance, area).split(', ') };
  const phone = stock.telephone();
  return {
    area: story.areaCode,
    referringAgencies: chance.happens(0.75) ? ['police'] : ['health-acute'],
    route: 'visibleHighRisk',
    victim: {
      givenNames: stock.givenName(chance, 'female', familyName),
      familyName,
      dateOfBirth: bornIn(chance, year - age),
      address,
      phone,
      equality: {
        sex: 'female',
        ethnicity: 'notAsked',
        sexualOrientation: 'notAsked',
        genderIdentity: 'notAsked',
        disability: 'no',
      },
    },
    perpetrator: {
      givenNames: stock.givenName(chance, 'male', other),
      familyName: other,
      dateOfBirth: bornIn(chance, year - age - chance.between(-3, 8)),
      sex: 'male',
    },
    relationship: chance.happens(0.5) ? 'partner' : 'formerPartner',
    assessment: { tool: 'DASH', version: dashVersion, answers: answersWith(chance, story.yes) },
    children: Array.from({ length: story.children }, (_, index) => ({
      unborn: false as const,
      givenNames: stock.givenName(chance, index % 2 === 0 ? 'female' : 'male', familyName),
      familyName,
      dateOfBirth: bornIn(chance, year - chance.between(1, 12)),
    })),
    consent: { given: true },
    safeContact: {
      numbers: [phone],
      media: ['phone'],
      mayLeaveMessage: chance.happens(0.3),
      safeTimes: 'Weekdays while the children are at school, 9:30 to 14:30',
    },
    narrative: 'An invented case, so that somebody who opens this for the first time finds work to look at.',
  };
}

function answersWith(chance: Chance, yes: number) {
  const chosen = new Set(chance.shuffle([...Array(dashQuestionCount).keys()]).slice(0, yes));
  return Array.from({ length: dashQuestionCount }, (_, index) => (chosen.has(index) ? ('yes' as const) : 'no'));
}

function bornIn(chance: Chance, year: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(year)}-${two(chance.between(1, 12))}-${two(chance.between(1, 28))}`;
}
