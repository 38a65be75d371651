import type { CaseView } from '../../../../contracts/views/caseView.ts';
import type { ErasurePreviewView } from '../../../../contracts/views/retentionView.ts';
import type { IsoInstant } from '../../../../domain/calendar/time.ts';
import { counted, dayFromNow, momentWords } from '../../../wording/days.ts';

const hindrances: Record<NonNullable<ErasurePreviewView['hindrance']>, string> = {
  ERASED_TOO_EARLY: 'Not before the day of its review',
  STILL_WORKED_ON: 'Not while one of these people is in a case, report or referral that is still worked',
};

/** How long an ended case is kept, and what would go; null while the case has not ended. */
export function retentionOf(
  { stage, legalHold, dates }: CaseView,
  preview: ErasurePreviewView | null,
  now: IsoInstant,
) {
  if (stage !== 'ended') return null;
  if (dates.erased !== null) return { standing: `It was erased ${momentWords(dates.erased, now, 'day')}.`, rows: [] };
  if (legalHold)
    return { standing: 'The victim has died: the record is held, and nobody is asked to erase it.', rows: [] };
  if (preview === null) return null;
  const { goes, stays, hindrance } = preview;
  return {
    standing: `Whether it is still to be kept is reviewed ${dayFromNow(preview.reviewDueOn, now)}.`,
    rows: [
      { key: 'Erasing it', value: hindrance === null ? 'Can be done now' : hindrances[hindrance] },
      { key: 'What would go', value: listed(goneParts(goes)) },
      {
        key: 'What would stay',
        value: listed([
          ...(stays.people === 0 ? [] : [`${counted(stays.people, 'person', 'people')} in another record`]),
          `${counted(stays.entries, 'entry', 'entries')} of what was done when, without a name or a word`,
          'its place in every figure',
        ]),
      },
    ],
  };
}

function goneParts({ words, people, assessments, reports }: ErasurePreviewView['goes']): readonly string[] {
  return [
    counted(words, 'piece of writing', 'pieces of writing'),
    ...(people === 0 ? [] : [`who ${counted(people, 'person is', 'people are')}`]),
    ...(assessments === 0 ? [] : [counted(assessments, 'assessment that stood alone', 'assessments that stood alone')]),
    ...(reports === 0 ? [] : [counted(reports, 'report of further abuse', 'reports of further abuse')]),
  ];
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
