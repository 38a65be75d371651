import type { MeetingPolicy } from '../policy/areaPolicy.ts';

/** Whether a meeting had fewer agencies than its quorum, and which critical services were missing: warned, never refused. */
export function isShort(
  agenciesThere: number,
  kindsThere: ReadonlySet<string>,
  { quorum, criticalServices }: MeetingPolicy,
): { readonly quorate: boolean; readonly missingServices: readonly string[] } {
  return {
    quorate: agenciesThere >= quorum.value,
    missingServices: criticalServices.value.filter((kind) => !kindsThere.has(kind)),
  };
}
