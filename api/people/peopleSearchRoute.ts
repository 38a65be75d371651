import { z } from 'zod';
import { peopleSearchSchema } from '../../contracts/peopleSearch.ts';
import { likelyMatchView } from '../../contracts/views/peopleSearchView.ts';
import { searchPeople } from '../../usecases/people/searchPeople.ts';
import { found } from '../answers.ts';
import { defineRoute } from '../defineRoute.ts';

/** Sent in a body, so that no name stands in an address or in a log. */
export const peopleSearchRoute = defineRoute({
  method: 'post',
  path: '/people-searches',
  summary: 'Look for the people of a referral before it is made, among the cases you may see',
  tag: 'Referrals',
  permission: 'searchPeople',
  audit: 'searchPeople',
  schema: { body: peopleSearchSchema },
  answers: [
    {
      status: 200,
      description: 'The surest first; empty where nothing is found or may be seen.',
      schema: z.object({ items: z.array(likelyMatchView) }),
    },
  ],
  handler: async ({ body, ...request }, deps) => {
    const searched = await searchPeople(deps, request, body);
    return searched.ok ? found({ items: searched.items }) : searched;
  },
});
