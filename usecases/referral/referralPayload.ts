import type { ReferralBody } from '../../contracts/referral.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import type { Occurred } from '../../domain/calendar/time.ts';
import { ageBandOn } from '../../domain/children/ageBand.ts';
import { isOfSchoolAge } from '../../domain/children/isOfSchoolAge.ts';
import { type PlaceCover, servicesOfChild } from '../../domain/children/servicesOfChild.ts';
import { ageInYears } from '../../domain/equality/ageInYears.ts';
import { returnStatistics } from '../../domain/equality/returnStatistics.ts';
import type { CommandPayloads } from '../../domain/lifecycle/command.ts';
import type { AreaPolicy } from '../../domain/policy/areaPolicy.ts';
import { deriveId } from '../../platform/ids.ts';
import type { Area } from '../../store/areas/findArea.ts';
import type { NewContent } from '../../store/content/sealContent.ts';
import { assessmentTaken } from '../commands/assessmentTaken.ts';
import type { NamedThings } from '../namedThings.ts';
import type { ReferralPeople } from './referralPeople.ts';

type ChildBody = ReferralBody['children'][number];

/** What a referral is made into a command with. */
export interface ReferralBasis {
  readonly commandId: string;
  readonly caseId: string;
  readonly reference: string;
  readonly referrerId: string;
  readonly area: Area;
  readonly policy: AreaPolicy;
  readonly named: NamedThings;
  /** Who answers for the places where the children live. */
  readonly cover: PlaceCover;
  readonly occurred: Occurred;
  readonly adopted: boolean;
}

/** A referral as the engine sees it, and the words that stay behind. */
export function referralPayload(
  body: ReferralBody,
  people: ReferralPeople,
  basis: ReferralBasis,
): { readonly payload: CommandPayloads['submitReferral']; readonly contents: readonly NewContent[] } {
  const { commandId, caseId, area, policy, named, adopted } = basis;
  const contents: NewContent[] = [];
  const keep = (kind: string, value: unknown, name = kind): string => {
    const id = deriveId(commandId, `content/${name}`);
    contents.push({ id, subjectId: caseId, commandId, kind, value });
    return id;
  };
  const on = londonDate(basis.occurred.at);
  const victimAge = ageOf(body.victim, on);
  const victimUnder16 = victimAge !== null && victimAge < policy.routes.victimFromAge.value;
  const safeguarding = { handoverId: deriveId(commandId, 'safeguarding'), toAgencyId: area.childrensServicesId };
  const children = body.children.map((child, index) => ({
    childId: deriveId(commandId, `child/${index}`),
    personId: people.childPersonIds[index] ?? null,
    ageBand: ageBandOn(bornOn(child), on),
    ofSchoolAge: isOfSchoolAge(bornOn(child), on),
    ...servicesOfChild(
      { named: servicesNamed(child, named), postcode: postcodeOf(child, body) },
      area.childrensServicesId,
      basis.cover,
    ),
  }));
  const payload = {
    reference: basis.reference,
    areaId: area.id,
    pairId: people.pairId,
    victimId: people.victimId,
    perpetratorId: people.perpetratorId,
    referrerId: basis.referrerId,
    referringAgencyIds: body.referringAgencies.map(named.agencyId),
    idvaServiceId: area.idvaServiceId,
    route: body.route,
    assessment: assessmentTaken(body.assessment, body.policeGrade, deriveId(commandId, 'assessment'), keep),
    children,
    victimUnder16,
    consent: body.consent.given ? ('given' as const) : ('notGiven' as const),
    statistics: returnStatistics(body.victim.equality, victimAge, ageOf(body.perpetrator, on)),
    narrativeId: keep('referral', wordsOf(body, children)),
    adopted,
    incidentOn: null,
    safeguarding: victimUnder16 ? safeguarding : null,
  };
  return { payload, contents };
}

/** Who referred on whose behalf, and everything said that is neither a name nor an address: people are kept apart. */
function wordsOf(body: ReferralBody, children: readonly { readonly childId: string }[]) {
  const { victim, perpetrator, relationship, consent, narrative } = body;
  return {
    narrative,
    relationship,
    consent,
    equality: victim.equality,
    language: victim.language ?? null,
    interpreterNeeded: victim.interpreterNeeded,
    victimAge: victim.age ?? null,
    perpetratorAge: perpetrator.age ?? null,
    children: body.children.map((child, index) => ({
      childId: children[index]?.childId,
      ...(child.unborn ? { expectedOn: child.expectedOn ?? null } : { school: child.school ?? null }),
    })),
  };
}

function servicesNamed(child: ChildBody, named: NamedThings): string | null {
  const elsewhere = child.unborn ? undefined : child.childrensServices;
  return elsewhere === undefined ? null : named.agencyId(elsewhere);
}

function bornOn(child: ChildBody): string | null {
  return child.unborn ? null : child.dateOfBirth;
}

/** Where a child lives: with the victim, unless the referral says otherwise; of an address without a postcode nothing follows. */
export function postcodeOf(child: ChildBody, { victim }: ReferralBody): string | null {
  const own = child.unborn ? undefined : child.address;
  return (own ?? victim.address)?.postcode ?? null;
}

function ageOf(person: { dateOfBirth?: string | undefined; age?: number | undefined }, on: string): number | null {
  return person.dateOfBirth === undefined ? (person.age ?? null) : ageInYears(person.dateOfBirth, on);
}
