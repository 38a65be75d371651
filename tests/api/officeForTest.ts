import { randomInt, randomUUID } from 'node:crypto';
import request, { type Response } from 'supertest';
import { createApp } from '../../api/createApp.ts';
import { problem } from '../../contracts/problemCode.ts';
import type { Dependencies } from '../../usecases/dependencies.ts';
import { nameApart } from '../environment/nameApart.ts';

export interface Sending {
  readonly key?: string;
  readonly version?: number | '*';
}

/** What a problem says. */
export interface Problem {
  readonly code: string;
  readonly title: string;
  readonly instance: string;
  readonly parts: readonly { readonly at: string }[];
  readonly blocking: readonly unknown[];
}

/** What the answer to a command says. */
export interface Posted {
  readonly status: string;
  readonly commandId: string;
  readonly reference: string;
  readonly revision: number;
  readonly created: {
    readonly actionId: string;
    readonly actionIds: readonly string[];
    readonly childIds: readonly string[];
  };
}

/** A response whose body is what the test says it is, or a problem. */
export type Answer<Body> = Omit<Response, 'body'> & { readonly body: Body & Problem };

/** The interface as somebody uses it who is signed in by the subject of their sign-in. */
export interface Caller {
  get<Body = unknown>(path: string): Promise<Answer<Body>>;
  post<Body = Posted>(path: string, body: object, sending?: Sending): Promise<Answer<Body>>;
}

/** The interface in this process. A token is simply the subject; how tokens are verified has tests of its own. */
export function officeForTest(deps: Dependencies, limits = { perAddress: 100_000, perActor: 100_000 }) {
  const app = createApp({
    deps,
    authenticate: async (authorization) => {
      const subject = authorization?.replace('Bearer ', '');
      return subject ? { ok: true, subject } : problem('NOT_SIGNED_IN');
    },
    limits,
  });
  const as = (subject: string): Caller => ({
    get: async (path) => request(app).get(`/api/v1${path}`).set('Authorization', `Bearer ${subject}`),
    post: async (path, body, { key = randomUUID(), version } = {}) => {
      const sent = request(app).post(`/api/v1${path}`).set('Authorization', `Bearer ${subject}`);
      if (version !== undefined) void sent.set('If-Match', version === '*' ? '*' : `"${version}"`);
      return sent.set('Idempotency-Key', key).send(body);
    },
  });
  return { app, as };
}

/** Nobody is taken for anybody of another run, and a name is longer than a phone is wide: pages have to break it. */
let people = 1_000 * randomInt(100_000, 1_000_000);

/** A referral as a practitioner sends it, about two invented people nobody else is about. */
export function aReferralBody(more: object = {}) {
  people += 1;
  const family = `Lanternmere ${nameApart(people)}`;
  return {
    area: 'maidstone',
    referringAgencies: ['police'],
    route: 'visibleHighRisk',
    victim: {
      givenNames: 'Idonya',
      familyName: family,
      dateOfBirth: '1990-04-05',
      address: { lines: ['3 Nightjar Terrace'], postcode: 'ME14 1XX' },
      equality: {
        sex: 'female',
        ethnicity: 'indian',
        sexualOrientation: 'notAsked',
        genderIdentity: 'sameAsAtBirth',
        disability: 'no',
      },
    },
    perpetrator: { givenNames: 'Corvin', familyName: family, dateOfBirth: '1987-01-30', sex: 'male' },
    relationship: 'formerPartner',
    assessment: { tool: 'DASH', version: 'marac-1', answers: dash(16) },
    policeGrade: 'high',
    consent: { given: true },
    safeContact: { numbers: ['01632 960123'], media: ['phone'], mayLeaveMessage: false },
    narrative: 'He followed her home and threatened her in front of the children.',
    ...more,
  };
}

/** So many answers "yes", the rest "no". */
export function dash(count: number): string[] {
  return Array.from({ length: 24 }, (_, index) => (index < count ? 'yes' : 'no'));
}
