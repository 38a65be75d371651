import * as body from '../../contracts/children.ts';
import { caseCommand } from './caseCommand.ts';

/** What is owed to the children of a case beside the notification itself. */
export const childrenCommands = [
  caseCommand({
    type: 'setChildServices',
    path: '/child-services',
    summary: 'Say which children’s services answer for the address of a child',
    schema: body.childServicesSchema,
    named: ({ services }) => ({ agencies: [services] }),
    payload: ({ child, services }, desk) => ({ childId: child, servicesAgencyId: desk.agency(services) }),
  }),
  caseCommand({
    type: 'tellSchools',
    path: '/school-tellings',
    summary: 'Record that the schools of children were told, or why not',
    schema: body.schoolTellingSchema,
    payload: ({ children, result, note }, desk) => ({ children, result, contentId: desk.keepIfAny('note', note) }),
  }),
];
