import type { MergeFacts } from '../../../domain/lifecycle/facts/merge.ts';
import { type CaseProjection, nothing } from './caseProjection.ts';
import { childRow } from './childRow.ts';

export const mergeProjection: CaseProjection<keyof MergeFacts> = {
  referralMerged: nothing,
  mergeUndone: nothing,
  mergeUndoneUngraded: nothing,
  mergeUndoneUnscreened: nothing,
  referralJoined: ({ data }, { standing, writes }) => {
    for (const { notificationId, schoolOwed: _owed, school, ...child } of data.children) {
      writes.add('child', childRow(child, standing.id, notificationId));
      if (school) writes.add('child', { id: child.childId, schoolResult: school.result, schoolAt: school.at });
    }
  },
  referralParted: ({ data, occurred }, { writes }) => {
    for (const id of data.childIds) writes.add('child', { id, partedAt: occurred.at });
  },
};
