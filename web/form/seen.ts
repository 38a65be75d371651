import { z } from 'zod';

/** What a form is about, in words: each part with how it stands. */
export type Seen = readonly { readonly key: string; readonly value: string }[];

/** One part of what a form is about, when it was opened and now. */
export interface ChangedPart {
  readonly key: string;
  readonly before: string;
  readonly now: string;
  readonly differs: boolean;
}

const most = 40;
const seenSchema = z.array(z.object({ key: z.string().max(200), value: z.string().max(2_000) })).max(most);

/** What travels in the form: only whoever sends it reads it again, so nothing hangs on its being true. */
export function writeSeen(seen: Seen): string {
  return JSON.stringify(seen.slice(0, most).map(({ key, value }) => ({ key, value: value.slice(0, 500) })));
}

/** What somebody saw when they opened the form beside what stands there now; nothing where the form does not say. */
export function changedParts(before: Seen, now: Seen): readonly ChangedPart[] {
  if (before.length === 0) return [];
  const [then, today] = [valuesByPart(before), valuesByPart(now)];
  // As it reads now, and after it what is gone.
  const parts = new Map([...today, ...then].map(([part, { key }]) => [part, key]));
  return [...parts].map(([part, key]) => {
    const [old, current] = [then.get(part)?.value ?? '', today.get(part)?.value ?? ''];
    return { key, before: old, now: current, differs: old !== current };
  });
}

/** Two people of one agency stand under one name: the first of them is compared with the first, the second with the second. */
function valuesByPart(seen: Seen): ReadonlyMap<string, { readonly key: string; readonly value: string }> {
  const times = new Map<string, number>();
  return new Map(
    seen.map(({ key, value }) => {
      const place = (times.get(key) ?? 0) + 1;
      times.set(key, place);
      return [`${place} ${key}`, { key, value: value.slice(0, 500) }];
    }),
  );
}

/** What a form says was seen when it was opened; nothing where it does not say. */
export function readSeen(sent: string): Seen {
  try {
    return seenSchema.parse(JSON.parse(sent));
  } catch {
    return [];
  }
}
