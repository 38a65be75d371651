import type { z } from 'zod';
import type { adoptionSchema } from '../../contracts/referral.ts';
import { dashVersion } from '../../domain/dash/questions.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import type { Occurred } from '../../domain/calendar/time.ts';
import type { PlannedCase, PlannedPerson } from './plannedCase.ts';

type AdoptionBody = z.input<typeof adoptionSchema>;
type EqualityBody = AdoptionBody['victim']['equality'];

/** A planned referral as it is sent to the product. */
export function adoptionBody(planned: PlannedCase, occurred: Occurred): AdoptionBody {
  const { victim, perpetrator, risk, safeContact } = planned;
  return {
    occurredAt: occurredAt(occurred),
    area: planned.areaCode,
    referringAgencies: [...planned.referringAgencies],
    route: risk.route,
    victim: { ...personBody(victim), phone: safeContact.telephone, equality: equalityBody(planned) },
    perpetrator: { ...personBody(perpetrator), sex: perpetrator.sex },
    relationship: planned.relationship === 'familyMember' ? 'otherFamily' : planned.relationship,
    ...(risk.dash ? { assessment: { tool: 'DASH', version: dashVersion, answers: [...risk.dash] } } : {}),
    ...(risk.policeGrade ? { policeGrade: risk.policeGrade } : {}),
    children: planned.children.map((child) =>
      child.unborn
        ? { unborn: true, expectedOn: child.expectedOn }
        : {
            unborn: false,
            givenNames: child.givenName,
            familyName: child.familyName,
            dateOfBirth: child.dateOfBirth,
          },
    ),
    consent:
      planned.consent === 'given'
        ? { given: true }
        : { given: false, reason: 'The danger is too great to wait.', legalBasis: 'crimeAndDisorderAct' },
    safeContact: {
      numbers: [safeContact.telephone],
      media: ['phone'],
      mayLeaveMessage: safeContact.mayLeaveMessage,
    },
    narrative: 'One of the invented cases behind the published figures of 2012–13.',
  };
}

/** When something happened, as a body says it: a London date where only the day is known. */
export function occurredAt({ at, precision }: Occurred): string {
  return precision === 'day' ? londonDate(at) : at;
}

function personBody({ givenName, familyName, dateOfBirth, address }: PlannedPerson) {
  return { givenNames: givenName, familyName, dateOfBirth, address: { lines: address.split(', ') } };
}

const minorities = ['indian', 'pakistani', 'bangladeshi', 'blackAfrican', 'blackCaribbean', 'whiteOther'] as const;

/** What the victim said of themselves, so that the return counts what the flags of the plan say. */
function equalityBody({ victim, flags }: PlannedCase): EqualityBody {
  const dayOfBirth = Number(victim.dateOfBirth.slice(-2));
  return {
    sex: victim.sex,
    ethnicity: flags['Minority ethnic cases']
      ? (minorities[dayOfBirth % minorities.length] ?? 'other')
      : 'whiteBritish',
    sexualOrientation: flags['LGBT cases'] ? 'gayOrLesbian' : 'heterosexual',
    genderIdentity: 'sameAsAtBirth',
    disability: flags['Cases with registered disability'] ? 'yes' : 'no',
  };
}
