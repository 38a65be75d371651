/** What is asked about reaching a victim safely, answer by answer, by the names of the contract. */
export const safeContactParts = [
  'media',
  'numbers',
  'mayLeaveMessage',
  'safeTimes',
  'safeWindows',
  'safePeople',
  'unsafePeople',
  'remarks',
] as const;
export type SafeContactPart = (typeof safeContactParts)[number];

type SafeContact = Readonly<Record<string, unknown>>;

/**
 * What stands with some answers taken over from what was proposed; an answer that the proposal does not give is then
 * given no more. Where nothing can be read that stands, the proposal stands as a whole.
 */
export function takeOverSafeContact(
  stands: SafeContact | null,
  proposed: SafeContact,
  parts: readonly SafeContactPart[],
): SafeContact {
  if (stands === null) return proposed;
  const isTaken = (name: string) => (parts as readonly string[]).includes(name);
  const kept = Object.entries(stands).filter(([name]) => !isTaken(name));
  const taken = Object.entries(proposed).filter(([name]) => isTaken(name));
  return Object.fromEntries([...kept, ...taken]);
}
