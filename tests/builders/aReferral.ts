import type { ChildInReferral } from '../../domain/lifecycle/facts/children.ts';
import type { ReturnStatistics } from '../../domain/lifecycle/facts/referral.ts';
import type { CommandPayloads } from '../../domain/lifecycle/command.ts';
import type { Grade, Route } from '../../domain/risk/grade.ts';

type Referral = CommandPayloads['submitReferral'];

const nothingKnown: ReturnStatistics = {
  minorityEthnic: 'notKnown',
  lgbt: 'notKnown',
  disabled: 'notKnown',
  maleVictim: 'no',
  victim16or17: 'no',
  perpetratorUnder18: 'no',
};

/** A referral by the police about an invented pair: 16 of 24 on the DASH, no children. */
export function aReferral(): ReferralBuilder {
  return new ReferralBuilder();
}

/** A referral, described in the words of those who refer. */
export class ReferralBuilder {
  #referral: Referral = {
    reference: 'KMT4-9RQX',
    areaId: 'maidstone',
    pairId: 'pair-1',
    victimId: 'victim-1',
    perpetratorId: 'perpetrator-1',
    referrerId: 'referrer-1',
    referringAgencyIds: ['police'],
    idvaServiceId: 'kent-idva-service',
    route: 'visibleHighRisk',
    assessment: null,
    children: [],
    victimUnder16: false,
    consent: 'given',
    statistics: nothingKnown,
    narrativeId: 'narrative-1',
    adopted: false,
    incidentOn: null,
    safeguarding: null,
  };

  constructor() {
    this.counted(16);
  }

  /** So many answers "yes" on the DASH. */
  counted(count: number): this {
    return this.#assessed(count, this.#referral.assessment?.policeGrade ?? null);
  }

  /** Graded by the police without anybody having counted. */
  gradedByPolice(grade: Grade): this {
    return this.#assessed(null, grade);
  }

  withoutAssessment(): this {
    return this.#with({ assessment: null });
  }

  withoutConsent(): this {
    return this.#with({ consent: 'notGiven' });
  }

  highRisk(): this {
    return this.counted(16);
  }

  mediumRisk(): this {
    return this.counted(11);
  }

  standardRisk(): this {
    return this.counted(4);
  }

  by(route: Route): this {
    return this.#with({ route });
  }

  withChildren(number: number, ageBand: ChildInReferral['ageBand'] = 'oneToSeventeen'): this {
    const known = this.#referral.children;
    const more = Array.from({ length: number }, (_, index) => ({
      childId: `child-${known.length + index + 1}`,
      personId: ageBand === 'unborn' ? null : `person-of-child-${known.length + index + 1}`,
      ageBand,
      servicesAgencyId: 'childrens-services-kent',
    }));
    return this.#with({ children: [...known, ...more] });
  }

  /** Children of school age, in a place whose terms are known under this authority, or nowhere known. */
  withSchoolchildren(number: number, authorityId: string | null = null): this {
    return this.#withEachChild(this.#referral.children.length, { ofSchoolAge: true, authorityId }, number);
  }

  /** A child at an address that no children's services cover. */
  withChildNowhereCovered(): this {
    return this.#withEachChild(this.#referral.children.length, { servicesBy: 'nobody' }, 1);
  }

  /** The victim is under 16, and so handed to children's safeguarding. */
  under16(): this {
    const safeguarding = { handoverId: 'safeguarding-1', toAgencyId: 'childrens-services-kent' };
    return this.#with({ victimUnder16: true, safeguarding });
  }

  /** Taken over while it runs elsewhere; silent until declared caught up. */
  adopted(): this {
    return this.#with({ adopted: true });
  }

  build(): Referral {
    return this.#referral;
  }

  #withEachChild(known: number, is: Partial<ChildInReferral>, number: number): this {
    this.withChildren(number);
    const children = this.#referral.children.map((child, index) => (index < known ? child : { ...child, ...is }));
    return this.#with({ children });
  }

  #assessed(count: number | null, policeGrade: Grade | null): this {
    const assessment = {
      assessmentId: 'assessment-1',
      tool: count === null ? 'gradeOnly' : 'DASH',
      toolVersion: '1',
      count,
      policeGrade,
      contentId: count === null ? null : 'answers-1',
    };
    return this.#with({ assessment });
  }

  #with(part: Partial<Referral>): this {
    this.#referral = { ...this.#referral, ...part };
    return this;
  }
}
