/** Where a case stands. A stage is reached by facts alone; `transitions.ts` says by which. */
export const stages = [
  'new',
  'received',
  'returned',
  'accepted',
  'graded',
  'listed',
  'heard',
  'closed',
  'handedOver',
  'declined',
  'transferred',
  'merged',
  'ended',
] as const;
export type Stage = (typeof stages)[number];

/** What each stage means, in the words of the people who work with it. */
export const stageMeanings: Record<Stage, string> = {
  new: 'Nothing has been received yet',
  received: 'Referral received, waiting to be screened',
  returned: 'Returned to the referrer as incomplete',
  accepted: 'Accepted, waiting to be graded',
  graded: 'Graded for MARAC, not on a list',
  listed: 'On the list of a meeting',
  heard: 'Heard; actions are being worked',
  closed: 'Closed at MARAC: actions are done, the flag runs',
  handedOver: 'Handed over to a named service',
  declined: 'Declined, with advice to the referrer',
  transferred: 'Taken over by a MARAC outside this system; open actions are still chased',
  merged: 'Merged into another case of the same two people, which goes on for both',
  ended: 'Ended: nothing is watched any more',
};
