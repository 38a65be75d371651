import { outsideSafeContact, type SafeContactLimit } from '../../domain/idva/outsideSafeContact.ts';
import type { WrittenSafeContact } from '../../store/people/safeContactOf.ts';
import { safeWindowsIn } from '../tasks/safeWindowsIn.ts';
import type { Desk } from './caseCommand.ts';

interface Contact {
  readonly medium: string | undefined;
  readonly messageLeft?: boolean;
}

/** In what a contact lies outside of what stands about reaching the victim safely, on any record of theirs. */
export function contactOutside(
  { safeContact, safeContactAlso, occurred }: Pick<Desk, 'safeContact' | 'safeContactAlso' | 'occurred'>,
  contact: Contact,
): readonly SafeContactLimit[] {
  const standing = [...(safeContact ? [safeContact] : []), ...safeContactAlso];
  return [...new Set(standing.flatMap(({ written }) => outsideOf(written, occurred, contact)))];
}

function outsideOf(
  written: WrittenSafeContact['written'],
  occurred: Desk['occurred'],
  { medium, messageLeft = false }: Contact,
): readonly SafeContactLimit[] {
  // Checked by the contract before it was sealed; what an earlier release did not ask for forbids nothing.
  const media = Array.isArray(written['media']) ? (written['media'] as readonly string[]) : [];
  const rule = { windows: safeWindowsIn(written), media, mayLeaveMessage: written['mayLeaveMessage'] !== false };
  return outsideSafeContact(rule, { occurred, medium: medium ?? null, messageLeft });
}

interface ToldBody {
  readonly result: 'told';
  readonly note?: string | undefined;
  readonly medium?: string | undefined;
  readonly outsideSafeContactBecause?: string | undefined;
}

/** How a victim was told something, or the reason why there is no safe way, as a payload says it. */
export function toldHow(told: ToldBody | { readonly result: 'noSafeWay'; readonly reason: string }, desk: Desk) {
  if (told.result === 'noSafeWay') return { result: told.result, reasonId: desk.keep('reason', told.reason) };
  const { result, note, medium, outsideSafeContactBecause: because } = told;
  return {
    result,
    reasonId: desk.keepIfAny('note', note),
    medium: medium ?? null,
    outside: contactOutside(desk, { medium }),
    outsideReasonId: desk.keepIfAny('reason', because),
  };
}
