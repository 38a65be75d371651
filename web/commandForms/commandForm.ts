import type { Role } from '../../domain/access/role.ts';

/** A choice of a question; `text` in a practitioner's words. */
export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
}

interface Common {
  /** Its name in the contract, and the words beside it. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** Its name on the page, where two questions of a form stand for the same one of the contract. */
  readonly as?: string;
  /** Asked only where another question of the form was answered like this; drawn beneath that answer. */
  readonly only?: { readonly name: string; readonly is: string };
}

/** One question of a form about a case. What it may be answered by is either fixed or found in the case. */
export type Field = Common &
  (
    | { readonly kind: 'radios' | 'checkboxes' | 'select'; readonly choices: readonly Choice[] }
    | { readonly kind: 'line' | 'number' | 'date' | 'moment' | 'dueMoment' | 'yes' }
    | { readonly kind: 'text'; readonly max: number }
    /** Several lines, each a text of its own. */
    | { readonly kind: 'lines' }
    | { readonly kind: 'area' | 'agency' | 'agencies' | 'disposals' | 'dash' | 'sameTwo' | 'covers' }
    | { readonly kind: 'meeting' | 'lockedMeeting' | 'emergencyMeeting' | 'ownMeeting' }
    | { readonly kind: 'children'; readonly which: 'unnotified' | 'atSchool' }
    | { readonly kind: 'child'; readonly which: 'uncovered' | 'any' }
    | { readonly kind: 'handover'; readonly which: 'unacknowledged' | 'standing' | 'refused' }
    | { readonly kind: 'person' | 'people'; readonly role?: Role }
  );

/** A question with everything it may be answered by. */
export type AnswerableField = Field & { readonly choices: readonly Choice[] };

/** A form for one of the commands about a case or a meeting, by the command's address. */
export interface CommandForm {
  /** The command's address below its case or meeting, as the table of commands has it. */
  readonly path: string;
  /** What one does with it, as a link says it. */
  readonly label: string;
  /** What has to be known before one does it. */
  readonly before?: string | readonly string[];
  readonly button: string;
  /** Said once it is done. */
  readonly done: string;
  /** Cannot be undone, or is grave. */
  readonly grave?: boolean;
  readonly fields: readonly Field[];
}

/** A note that may be left out. */
export const note: Field = { kind: 'text', name: 'note', label: 'Anything to keep with it (optional)', max: 4_000 };

/** Why something is done: asked for wherever somebody may want to know later. */
export const reason: Field = { kind: 'text', name: 'reason', label: 'Why?', max: 2_000 };
