import { z } from 'zod';
import { personView } from './caseView.ts';
import { dateOrNull, dueView, instantOrNull, instantView, textOrNull, wordsView } from './parts.ts';

/** A transfer that waits for an answer, or was refused and is not settled. */
export const openTransferView = z
  .object({
    transferId: z.uuid(),
    reference: z.string(),
    from: z.string(),
    to: textOrNull.meta({ description: 'Null where the MARAC is outside this system.' }),
    status: z.enum(['pending', 'refused']),
    requestedAt: instantView,
    due: dueView.nullable().meta({ description: 'When the answer, or the settling of a refusal, is due.' }),
  })
  .meta({ id: 'OpenTransfer' });
export type OpenTransferView = z.output<typeof openTransferView>;

/** What goes to another MARAC with a case, as it stood when it was sent; both areas keep it. */
export const transferPackView = z
  .object({
    transferId: z.uuid(),
    reference: z.string(),
    from: z.string(),
    to: textOrNull,
    outside: wordsView.meta({ description: 'Name and address of a MARAC outside this system.' }),
    status: z.enum(['pending', 'refused', 'accepted', 'withdrawn']),
    reason: wordsView,
    requestedAt: instantView,
    answeredAt: instantOrNull,
    answer: wordsView,
    repeat: z.boolean(),
    grade: textOrNull,
    flagEndsOn: dateOrNull,
    victim: personView,
    perpetrator: personView,
    relationship: textOrNull,
    children: z.array(z.object({ ageBand: z.string(), who: personView, services: textOrNull })),
    safeContact: z.object({ suspended: z.boolean(), details: wordsView }).nullable(),
    referral: wordsView,
    assessments: z.array(
      z.object({
        tool: z.string(),
        version: z.string(),
        count: z.int().nullable(),
        policeGrade: textOrNull,
        answers: wordsView,
        occurredAt: instantView,
      }),
    ),
    minutes: z.array(z.object({ meetingOn: dateOrNull, minute: wordsView })),
    openActions: z.array(
      z.object({
        actionId: z.uuid(),
        agency: textOrNull,
        risk: z.string(),
        urgent: z.boolean(),
        due: dueView.nullable(),
        description: wordsView,
      }),
    ),
  })
  .meta({ id: 'TransferPack' });
export type TransferPackView = z.output<typeof transferPackView>;
