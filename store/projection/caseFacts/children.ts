import type { Fact } from '../../../domain/lifecycle/caseFact.ts';
import type { ChildrenFacts } from '../../../domain/lifecycle/facts/children.ts';
import type { CaseProjection, Projected } from './caseProjection.ts';
import { childRow } from './childRow.ts';
import { handoverMade } from './handoverMade.ts';

export const childrenProjection: CaseProjection<keyof ChildrenFacts> = {
  childAdded: ({ data, occurred }, { standing, writes }) => {
    const { schoolOwed: _owed, contentId, ...child } = data;
    writes.add('child', { ...childRow(child, standing.id, null), contentId, addedAt: occurred.at });
  },
  childPutRight,
  childTakenOut: ({ data, occurred: { at } }, { standing, writes }) => {
    const { childId, withdrawn, answered = [], corrections, reasonId: contentId } = data;
    writes.add('child', { id: childId, partedAt: at });
    for (const id of withdrawn) writes.add('handover', { id, withdrawnAt: at });
    for (const id of answered) writes.add('handover', { id, correctedAt: at });
    for (const each of corrections) {
      handoverMade(standing.id, each, 'childCorrection', each.urgent, at, writes);
      // They put their own records right, and read why.
      writes.add('handover', { id: each.handoverId, contentId });
    }
  },
  childrenNotified: ({ data, occurred: { at } }, { standing, writes }) => {
    const { notificationId, children, toAgencyId, urgent, alreadySent, contentId = null } = data;
    const to = { handoverId: notificationId, toAgencyId };
    handoverMade(standing.id, to, 'childrenNotification', urgent, at, writes);
    if (contentId !== null) writes.add('handover', { id: notificationId, contentId });
    if (alreadySent) writes.add('handover', { id: notificationId, acknowledgedAt: at });
    for (const id of children) writes.add('child', { id, notificationId, alreadySent });
  },
  childServicesFound: ({ data }, { writes }) => {
    writes.add('child', { id: data.childId, servicesId: data.servicesAgencyId, servicesBy: 'named' });
  },
  schoolsTold: ({ data, occurred }, { writes }) => {
    const { children, result: schoolResult, contentId: schoolNoteId } = data;
    for (const id of children) writes.add('child', { id, schoolResult, schoolAt: occurred.at, schoolNoteId });
  },
};

/** Services and school that answer now and have not heard are to hear as if nobody had. */
function childPutRight({ data }: Fact<'childPutRight'>, { writes }: Projected): void {
  const { childId: id, personId, ageBand, servicesAgencyId: servicesId, contentId, notified, schoolOwed } = data;
  const { servicesBy = null, authorityId = null, ofSchoolAge = false } = data;
  writes.add('child', {
    ...{ id, personId, ageBand, servicesId, servicesBy, authorityId, ofSchoolAge },
    ...(contentId === null ? {} : { contentId }),
    ...(notified ? {} : { notificationId: null, alreadySent: false }),
    ...(schoolOwed ? { schoolResult: null, schoolAt: null, schoolNoteId: null } : {}),
  });
}
