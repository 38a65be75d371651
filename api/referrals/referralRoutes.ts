import { rehearsalSchema } from '../../contracts/rehearsal.ts';
import { adoptionSchema, referralSchema } from '../../contracts/referral.ts';
import { rehearsalView } from '../../contracts/views/rehearsalView.ts';
import { adoptCase, submitReferral } from '../../usecases/referral/submitReferral.ts';
import { rehearseCases } from '../../usecases/rehearsal/rehearseCases.ts';
import { commandAnswers, commandReply, found } from '../answers.ts';
import { defineRoute } from '../defineRoute.ts';

const created = { reference: null, created: true };

/** How a case begins. */
export const referralRoutes = [
  defineRoute({
    method: 'post',
    path: '/referrals',
    summary: 'Send a referral; it opens a case',
    tag: 'Referrals',
    permission: 'submitReferral',
    audit: 'submitReferral',
    schema: { body: referralSchema },
    answers: commandAnswers(true),
    handler: async ({ body, ...request }, deps) => commandReply(await submitReferral(deps, request, body), created),
  }),
  defineRoute({
    method: 'post',
    path: '/adoptions',
    summary: 'Take over a case that runs already elsewhere; it stays silent until it is caught up',
    tag: 'Referrals',
    permission: 'adoptCase',
    audit: 'submitReferral',
    schema: { body: adoptionSchema },
    answers: commandAnswers(true),
    handler: async ({ body, ...request }, deps) => commandReply(await adoptCase(deps, request, body), created),
  }),
  defineRoute({
    method: 'post',
    path: '/adoptions/rehearsals',
    summary:
      'Try what is to be sent to take over cases: says of each request whether the product would refuse it, and records nothing',
    tag: 'Referrals',
    permission: 'adoptCase',
    audit: 'rehearseAdoption',
    schema: { body: rehearsalSchema },
    answers: [{ status: 200, description: 'What would become of each request.', schema: rehearsalView }],
    handler: async ({ body, actor, route }, deps) => found(await rehearseCases(deps, { actor, route }, body)),
  }),
];
