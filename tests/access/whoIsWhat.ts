/**
 * What is expected of access, written by hand from what the partnership agreed (docs/glossary.md, the table of roles in
 * the decisions) and from nothing that the product asks itself: a mistake in its own tables has to meet another opinion.
 */

/** The life of a case of Maidstone, as far as it changes who is what to it. */
export const stages = [
  ...(['referred', 'listed', 'table', 'heard', 'closed'] as const),
  ...(['dead', 'asked', 'gone', 'merged', 'denied'] as const),
];
export type Stage = (typeof stages)[number];

/**
 * Everybody, and what they are to the case at each stage. One letter each:
 * C coordinator, A administrator, H chair, S supervisor, T strategic coordinator of its area · I its adviser · D on the
 * duty queue of its service · M manager of its service · R whoever referred it · P representative, L lead of an agency
 * with a part · G governance · Q coordinator of the area that is asked to take it · F of the area that gave it away ·
 * . nothing at all. Two letters: both.
 */
const who: Readonly<Record<string, string>> = {
  //                 referred listed table heard closed dead asked gone merged denied
  'amy.adeyemi': /*    */ 'C    C      C     CR    CR     C    C     F    C      .',
  'bruno.castelli': /* */ '.    .      .     .     .      .    Q     C    .      .',
  'cerys.maddock': /*  */ 'A    A      A     A     A      A    A     F    A      .',
  'dilip.raval': /*    */ '.    .      .     .     .      .    .     A    .      .',
  'esther.quaye': /*   */ 'H    H      H     H     H      H    H     F    H      .',
  'fergus.hallam': /*  */ '.    .      .     .     .      .    .     H    .      .',
  'grace.oyelaran': /* */ 'S    S      S     S     S      S    S     S    S      S',
  'hugo.brandt': /*    */ 'T    T      T     T     T      T    T     T    T      .',
  'joanna.pike': /*    */ 'D    I      D     I     I      D    D     D    D      .',
  'ines.moreau': /*    */ '.    .      .     .     .      .    .     .    .      .',
  'leila.haddad': /*   */ 'M    M      M     M     M      M    M     M    M      .',
  'kwame.boateng': /*  */ '.    .      .     .     .      .    .     .    .      .',
  'marek.nowak': /*    */ 'R    R      R     .     .      R    R     R    R      .',
  'nuala.brennan': /*  */ '.    .      .     .     .      .    .     .    .      .',
  'owen.tregear': /*   */ '.    P      P     P     P      P    P     P    .      .',
  'priya.chandran': /* */ '.    .      P     .     .      .    .     .    .      .',
  'quentin.ashby': /*  */ 'P    P      P     P     P      P    P     P    P      .',
  'rosa.delgado': /*   */ '.    L      L     L     L      L    L     L    .      .',
  'una.whitcombe': /*  */ '.    .      .     .     .      .    .     .    .      .',
  'viktor.sandor': /*  */ 'G    G      G     G     G      G    G     G    G      .',
  'wanda.osei': /*     */ '.    .      .     .     .      .    .     .    .      .',
};

export const people: readonly string[] = Object.keys(who);

/** What somebody is to the case at a stage, as letters; none where they are nothing to it. */
export function standingOf(subject: string, stage: Stage): string {
  const cell = (who[subject] ?? '').split(/\s+/)[stages.indexOf(stage)];
  if (cell === undefined) throw new Error(`Say in whoIsWhat.ts what ${subject} is at ${stage}.`);
  return cell.replace('.', '');
}

/** Whose is what addresses name: the action, and the clock of it, are of housing. */
const ofHousing: readonly string[] = ['owen.tregear', 'rosa.delgado'];
const all = 'CAHSTIDMPLRGQF';
/** An action of another agency is none to an agency, and none to whoever only referred. */
const ownAction = /^\/actions\/\w+$/;

/** Who may do what, by its address below a case; small letters: only what is their own agency's. The first that fits counts. */
const table: readonly (readonly [RegExp, string])[] = [
  [/^$|^\/clocks$/, all],
  [ownAction, 'CAHSTIDMGQFpl'],
  [/^\/history$/, 'CAHSTGF'],
  [/^\/screening$|^\/merge|^\/referrer-told$/, 'CAST'],
  // Whether two records are one person is settled by those who run the MARAC (decision 59).
  [/^\/likely-matches/, 'CAST'],
  [/^\/completion$/, 'CASTR'],
  [/^\/(?:grade|listing|listing-removal|emergency-listing|hearing|plan-review)$/, 'CASTH'],
  [/^\/interim-decision$/, 'CASTH'],
  // A second deferral is the chair's (decision 80).
  [/^\/deferral-decision$/, 'HS'],
  // A child is heard of wherever the case is worked on, at the table too (decision 64).
  [/^\/children$|^\/child-(corrections|removals)$/, 'CASTHIDM'],
  [/^\/late-admission$/, 'H'],
  [/^\/(?:child-notifications|child-services|school-tellings|safe-contact)$|^\/safe-contact-proposals/, 'CASTIDM'],
  // The hand-over that is named is nobody's here, so it is no agency's own.
  [/^\/acknowledgements$|^\/handover-refusals$/, 'CAST'],
  [/^\/onward-referrals$/, 'CASTHIDM'],
  [/^\/refusal-settlements$|^\/consent-decision$/, 'CASTH'],
  [/^\/actions$|\/(?:not-done|not-possible)$|^\/actions\/\w+\/completion$/, 'CASTHidmpl'],
  [/\/reassignment$/, 'CASTHl'],
  [/\/due-date$|\/extension$/, 'CASTH'],
  [/^\/allocation$/, 'CSM'],
  [/^\/(?:contact-attempts|engagement|victim-views|risk-reviews|outcome-told|support-end)$|^\/safety-plans/, 'IDM'],
  [/^\/contact-decision$|^\/attempts-decision$/, 'M'],
  [/\/pause$|\/resumption$/, 'CASTM'],
  [/^\/clocks\/\w+\/acknowledgement$/, 'CASTHIDMpl'],
  [/\/company$|\/result-told$|^\/live-dates\/\w+\/reviews$/, 'CASTIDM'],
  [/^\/(?:proceedings|live-dates|hearings)/, 'CASTHIDMPL'],
  [/\/pack(?:\/word)?$/, 'CASTHQF'],
  [/^\/transfer-answer$/, 'Q'],
  [/transfer/, 'CASTH'],
  [/^\/closure$|^\/reopening$/, 'CASTH'],
  [/^\/death$/, 'CASTHIML'],
  // Whoever answers for the case finds out whether she lives (decision 107).
  [/^\/death-withdrawal$/, 'CAST'],
  [/^\/retention$|^\/erasure/, 'AS'],
  [/^\/heard-elsewhere$|^\/caught-up$/, 'CA'],
  [/^\/deny-list/, 'CS'],
];

/** What becomes of what somebody asks: done or answered, refused, or told that there is no such case. */
export type Expected = 'allowed' | 'refused' | 'hidden';

/**
 * What is expected of one cell: an address below a case with its parameters named alike, somebody, and a stage. A form to
 * set an action is for whoever may set one for an agency of their own; what is sent here is for housing.
 */
export function expectedOf(below: string, subject: string, stage: Stage, asked: 'sent' | 'form' = 'sent'): Expected {
  const standing = standingOf(subject, stage);
  if (standing === '') return 'hidden';
  const line = table[lineOf(below)];
  if (!line) throw new Error(`Say in whoIsWhat.ts who may do ${below}.`);
  const isOwn = ofHousing.includes(subject) || (asked === 'form' && below === '/actions');
  const own = isOwn ? standing.toLowerCase() : '';
  if ([...standing, ...own].some((letter) => line[1].includes(letter))) return 'allowed';
  return line[0] === ownAction ? 'hidden' : 'refused';
}

/** The line of the table that says who may: addresses of one line are one question, asked of the case alike. */
export function lineOf(below: string): number {
  return table.findIndex(([address]) => address.test(below.replaceAll(':', '')));
}
