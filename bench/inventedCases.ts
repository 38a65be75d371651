import { randomBytes } from 'node:crypto';
import type { OfficeClient } from './officeClient.ts';

/** Those of development who look after the cases of Medway. */
export const office = {
  referrer: 'marek.nowak',
  coordinator: 'amy.adeyemi',
  serviceManager: 'kwame.boateng',
  adviser: 'ines.moreau',
  housing: 'owen.tregear',
} as const;

const answers = Array.from({ length: 24 }, (_, question) => (question < 16 ? 'yes' : 'no'));

/** A checklist of visible high risk. */
export const dash = { tool: 'DASH', version: 'marac-1', answers } as const;

/** Letters nobody is called: every referral is about two people who were never heard of. */
function aName(): string {
  const letters = randomBytes(7).map((byte) => 97 + (byte % 26));
  return `Q${Buffer.from(letters).toString('latin1')}`;
}

/** The body of a referral of visible high risk in Medway. */
export function aReferralBody(): object {
  const day = String(1 + Math.floor(Math.random() * 28)).padStart(2, '0');
  return {
    area: 'medway',
    referringAgencies: ['police'],
    route: 'visibleHighRisk',
    victim: {
      givenNames: aName(),
      familyName: aName(),
      dateOfBirth: `1989-06-${day}`,
      equality: {
        ...{ sex: 'female', ethnicity: 'notAsked', sexualOrientation: 'notSaid' },
        ...{ genderIdentity: 'notAsked', disability: 'no' },
      },
    },
    perpetrator: { givenNames: aName(), familyName: aName(), dateOfBirth: `1986-02-${day}` },
    relationship: 'formerPartner',
    assessment: dash,
    children: [],
    consent: { given: true },
    safeContact: {
      numbers: ['07700 900123'],
      media: ['phone'],
      mayLeaveMessage: false,
      safeTimes: 'Weekdays, 9 to 14',
    },
    narrative: 'Assaulted on Saturday night; he waited for her outside her work.',
  };
}

/** Sends a referral and gives the reference of its case. */
export async function openedCase(client: OfficeClient): Promise<string> {
  return String((await client.record(office.referrer, '/referrals', aReferralBody()))['reference']);
}

/** Opens so many cases, sixteen at a time, and says now and then how far it has come. */
export async function openedCases(
  client: OfficeClient,
  count: number,
  say: (line: string) => void,
): Promise<readonly string[]> {
  const references: string[] = [];
  let begun = 0;
  const open = async (): Promise<void> => {
    while (begun < count) {
      begun += 1;
      references.push(await openedCase(client));
      if (references.length % 1_000 === 0) say(`  ${references.length.toLocaleString('en-GB')} cases are open`);
    }
  };
  await Promise.all(Array.from({ length: 16 }, open));
  return references;
}

export const contactAttempt = { result: 'spoke', medium: 'phone' } as const;
