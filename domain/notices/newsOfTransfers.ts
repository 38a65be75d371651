import type { SaidOfNews } from './saidOfNews.ts';

/** News of a case that is asked of another area, of whoever sends it and whoever is asked. */
export const newsOfTransfers = {
  transferOffered: () => ({
    title: 'a transfer to your area',
    paragraphs: [
      'Another MARAC asks your area to take over a case. Until you accept, the sending area stays responsible.',
      'Please sign in to read what was sent, and accept it or say why not.',
    ],
  }),
  transferAccepted: (role) => ({
    title: 'the transfer was accepted',
    paragraphs: [
      'Another area has taken over this case, with everything that is owed in it.',
      role === 'owner'
        ? 'Please hand over what you know to the service of that area. The case leaves your list.'
        : 'Please sign in to see what this means for you.',
    ],
  }),
  transferRefused: () => ({
    title: 'a transfer was refused',
    paragraphs: [
      'The transfer of this case was refused. The sending area stays responsible, and both areas have to settle it.',
      'Please sign in to read the reason, and agree today who takes the case.',
    ],
  }),
  transferWithdrawn: () => ({
    title: 'a transfer was withdrawn',
    paragraphs: ['The transfer of this case was withdrawn. The case stays where it was.', 'Nothing is asked of you.'],
  }),
} as const satisfies Readonly<Record<string, SaidOfNews>>;
