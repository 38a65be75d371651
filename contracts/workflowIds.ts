import type { MatterType } from '../domain/matters/matter.ts';

/** The ids of our workflows: built and parsed here alone; none holds a name. */
export const workflowIds = {
  ofCase: (caseId: string): string => `case/${caseId}`,
  ofMeeting: (meetingId: string): string => `meeting/${meetingId}`,
  ofPairWatch: (pairId: string): string => `repeat-watch/${pairId}`,
} as const;

/** The id of the workflow of a matter, whatever kind it is of. */
export function workflowIdOf(about: MatterType, id: string): string {
  if (about === 'assessment') throw new Error('An assessment that stands alone has no workflow.');
  return about === 'meeting' ? workflowIds.ofMeeting(id) : workflowIds.ofCase(id);
}

/** The case a workflow id belongs to, or null when it belongs to something else. */
export function caseOfWorkflowId(workflowId: string): string | null {
  return /^case\/([0-9a-f-]{36})$/.exec(workflowId)?.[1] ?? null;
}
