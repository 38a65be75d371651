import { z } from 'zod';
import { instantView } from './parts.ts';

/** What would be erased with the record of an ended case as things stand, and what would stay. */
export const erasurePreviewView = z
  .object({
    endedAt: instantView,
    reviewDueOn: z.iso.date().meta({ description: 'From this day on the record can be erased.' }),
    keptAtTheLongest: z.iso
      .date()
      .meta({ description: 'The last day to which it can be kept by a decision made today.' }),
    hindrance: z.enum(['ERASED_TOO_EARLY', 'STILL_WORKED_ON']).nullable().meta({
      description: 'Why it cannot be erased now, as the refusal would say; null where it can.',
    }),
    goes: z.object({
      words: z.int().meta({ description: 'Pieces of writing: narratives, reasons, notes, forms as they were shown.' }),
      people: z.int().meta({ description: 'Victim, perpetrator and children whom no other record needs.' }),
      assessments: z.int().meta({ description: 'Assessments of the same two people that stood alone.' }),
      reports: z.int().meta({ description: 'Reports of further abuse.' }),
    }),
    stays: z.object({
      people: z.int().meta({ description: 'People of this case who are in another record too.' }),
      entries: z.int().meta({ description: 'Entries of the record: ids, codes and dates, in their chain.' }),
    }),
  })
  .meta({ id: 'ErasurePreview' });
export type ErasurePreviewView = z.output<typeof erasurePreviewView>;
