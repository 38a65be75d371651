import type { NewsData } from './noticeData.ts';
import type { NoticeRole } from './directory.ts';
import { newsOfMeetings } from './newsOfMeetings.ts';
import { newsOfTransfers } from './newsOfTransfers.ts';
import type { NewsWords, SaidOfNews } from './saidOfNews.ts';

/**
 * What is said of news. A subject may be read on a locked screen by anybody, so what happened is told after signing
 * in: a message says only what has to be known before that, and what to do.
 */
const words: Readonly<Record<NewsData['code'], SaidOfNews>> = {
  referralScreened: () => ({
    title: 'your referral has been decided on',
    paragraphs: [
      'Thank you for your referral. It has been read and decided on.',
      'Please sign in to see what was decided and what happens next.',
    ],
  }),
  referralReturned: () => ({
    title: 'your referral needs something more',
    paragraphs: [
      'Something is missing from your referral. Support goes on meanwhile: nothing waits for it.',
      'Please sign in to see what is missing, and add it as soon as you can.',
    ],
  }),
  actionSet: () => ({
    title: 'an action for you',
    paragraphs: [
      'An action has been given to you or your agency.',
      'Please sign in to read what is asked. If it is not yours or cannot be done, please say so today.',
    ],
  }),
  secondDeferral: () => ({
    title: 'deferred a second time',
    paragraphs: [
      'This case has been deferred from a meeting for the second time or more, and waits for your decision.',
      'Please sign in to read the reasons, and record whether it waits or has to be heard.',
    ],
  }),
  deferralDecided: () => ({
    title: 'the chair has decided on the deferral',
    paragraphs: [
      'The chair has decided on this case, which was deferred more than once.',
      'Please sign in to read the decision, and see that whoever is to brief knows of it.',
    ],
  }),
  contactSuspended: () => ({
    title: 'contact is suspended, your decision is needed',
    paragraphs: [
      'Contact has been suspended. Nobody should try to make contact until it is decided how to go on.',
      'Please sign in today to read what was recorded, and record your decision.',
    ],
  }),
  safeContactProposed: () => ({
    title: 'something to compare before anybody makes contact',
    paragraphs: [
      'A new referral says otherwise than what stands on record. What stands was kept, and goes on counting.',
      'Please sign in to compare the two, and decide what of it is taken over.',
    ],
  }),
  twoAreas: () => ({
    title: 'another area works on it too',
    paragraphs: [
      'Another area has the same people before its meeting.',
      'Please sign in to see which area it is, and agree with its coordinator who leads and who tells whom.',
    ],
  }),
  reversedPair: () => ({
    title: 'its people are in another case too',
    paragraphs: [
      'The people of this case are in another case as well, the other way round.',
      'Please sign in, and see that each side has an adviser of its own and that nothing told by one reaches the other.',
    ],
  }),
  likelyMatch: () => ({
    title: 'somebody may be on record already',
    paragraphs: [
      'The record of somebody in this case and another record may be of the same person, under another spelling or date of birth. Until it is decided each counts for itself.',
      'Please sign in to see by what they were found, speak with the other coordinator where the other record is theirs, and decide.',
    ],
  }),
  matchDecided: () => ({
    title: 'who is who has been decided',
    paragraphs: [
      'Whether two records are of the same person has been decided, or decided otherwise than before. Where they are, a suspended contact, the deny list and the flag count for both from this moment on.',
      'Please sign in before anybody makes contact, and see what it means for this case.',
    ],
  }),
  repeatFound: () => ({
    title: 'it is a repeat after all',
    paragraphs: [
      'It has been decided that these are the same two people as in an earlier case, and its flag was running: this case is a repeat.',
      'Please sign in. It is on the list of a meeting, or has to be put on one, and the last plan has to be reviewed.',
    ],
  }),
  repeatWithdrawn: () => ({
    title: 'it is no repeat after all',
    paragraphs: [
      'It has been decided that these are not the same two people as in the earlier case, so this case is no repeat of it.',
      'Please sign in, and decide whether it stays on the list of a meeting.',
    ],
  }),
  assessedAnew: () => ({
    title: 'something may have happened again',
    paragraphs: [
      'An agency has assessed the risk anew and has not made a referral. Within twelve months a further incident is a repeat, whatever the score.',
      'Please sign in, ask the agency what happened, and see that it is referred or reported.',
    ],
  }),
  hearingCompany: () => ({
    title: 'you are to go along to a hearing',
    paragraphs: [
      'You are put down to go along to a hearing, or one to which you go along has another day.',
      'Please sign in to see where and when it is; one that is not there has no day yet. If you cannot go, please say so today, so that somebody else is asked.',
    ],
  }),
  victimDied: (role) => ({
    title: 'please sign in today',
    paragraphs: [
      'Something grave has been recorded. Contact and every reminder about contact have been stopped, and the record is kept as it stands.',
      role === 'reviewDeciders'
        ? 'Please sign in to read what concerns you, and decide what follows.'
        : 'Please do not contact anybody in this case. Sign in to read what was recorded.',
    ],
  }),
  deathTakenBack: (role) => ({
    title: 'please sign in today: something grave was recorded by mistake',
    paragraphs: [
      'Something grave that had been recorded was a mistake, and has been taken back. The record is held no more: what is owed begins anew today, and where the case had ended its record is reviewed as any other.',
      role === 'reviewDeciders'
        ? 'Please sign in, and stop what was begun because of it.'
        : 'Please sign in before you contact anybody: see what is safe, what is due, and what ended meanwhile and has to be begun again.',
    ],
  }),
  furtherAbuse: () => ({
    title: 'something new has been reported',
    paragraphs: [
      'Something new has been reported in this case.',
      'Please sign in today to read it, and see whether what is planned still holds.',
    ],
  }),
  reportTakenOut: () => ({
    title: 'something that was reported is not about it',
    paragraphs: [
      'Something that had been reported in this case is about other people, and was taken out of it.',
      'Please sign in before anybody makes contact because of it, and see what was begun that has to be stopped or put right.',
    ],
  }),
  childrenNotified: () => ({
    title: 'a notification for your service',
    paragraphs: [
      'A notification has been made to your service.',
      'Please sign in to read it, and confirm that it has reached you.',
    ],
  }),
  childCorrected: () => ({
    title: 'a notification to be corrected',
    paragraphs: [
      'A notification that was made to your service was a mistake: part of it is not so.',
      'Please sign in to read what stands now, put your own records right, and confirm that this has reached you.',
    ],
  }),
  handedOver: () => ({
    title: 'handed over to your service',
    paragraphs: [
      'A case has been handed over to your service.',
      'Please sign in to read it, and confirm that it has reached you and that you have taken it on.',
    ],
  }),
  handoverRefused: () => ({
    title: 'a service does not take it on',
    paragraphs: [
      'Something that was handed over in this case was refused. Until it is settled what follows, nobody has taken it on.',
      'Please sign in to read the reason, and refer on to another service or record your decision.',
    ],
  }),
  peopleSearchedFor: () => ({
    title: 'somebody is about to refer people of this case',
    paragraphs: [
      'Somebody who cannot see this case looked for people who may be those in it, before referring them.',
      'Please sign in to see who and for which area, and speak with them: it may be a repeat, or the same incident referred twice.',
    ],
  }),
  referralJoined: () => ({
    title: 'another referral of the same incident',
    paragraphs: [
      'A second referral that tells of the same incident has been merged into this case.',
      'Please sign in to read it: it may know of something, or of somebody, that you have not heard of.',
    ],
  }),
  commandParked: () => ({
    title: 'an entry needs to be looked at',
    paragraphs: [
      'Something that was entered could not be processed and has been set aside. It is not lost, and the case goes on.',
      'Please sign in and look among the exceptions to see which entry it is and who is to mend it.',
    ],
  }),
  ...newsOfMeetings,
  ...newsOfTransfers,
  caseAllocated: () => ({
    title: 'a case for you',
    paragraphs: [
      'A case has been allocated to you.',
      'Please sign in to read it. Before you make contact, look at how and when that is safe.',
    ],
  }),
};

/** For whom some news is meant, and the roles in which they are told; other roles only stand in for them. */
const meantFor: Readonly<
  Partial<Record<NewsData['code'], { readonly who: string; readonly as: readonly NoticeRole[] }>>
> = {
  referralScreened: { who: 'the referrer', as: ['referrer'] },
  referralReturned: { who: 'the referrer', as: ['referrer'] },
  actionSet: { who: 'the owner of an action', as: ['owner', 'agencyLead', 'serviceManager', 'dutyContact'] },
  secondDeferral: { who: 'the chair', as: ['chair'] },
  contactSuspended: { who: 'the manager of the IDVA service', as: ['serviceManager'] },
  meetingInvited: { who: 'an agency that is asked to a meeting', as: ['owner', 'agencyLead', 'chair'] },
  meetingMoved: { who: 'an agency that was asked to a meeting', as: ['owner', 'agencyLead', 'chair'] },
  childrenNotified: { who: 'the receiving service', as: ['receivingService'] },
  childCorrected: { who: 'the receiving service', as: ['receivingService'] },
  handedOver: { who: 'the receiving service', as: ['receivingService'] },
};

/** The words for news, as told to somebody in a role; other words where they are told in place of whom it is meant for. */
export function newsWords(code: NewsData['code'], role: NoticeRole): NewsWords {
  const meant = meantFor[code];
  if (!meant || role === 'cover' || meant.as.includes(role)) return words[code](role);
  return {
    title: 'a message that reached nobody',
    paragraphs: [
      `There is news for ${meant.who}, but nobody there could be told: people may have left or be away without cover.`,
      'Please sign in to read it, and see that somebody takes it on.',
    ],
  };
}
