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

/** The matter a workflow id belongs to, or null when it belongs to something else. */
export function matterOfWorkflowId(
  workflowId: string,
): { readonly about: 'case' | 'meeting'; readonly id: string } | null {
  const { about, id } = /^(?<about>case|meeting)\/(?<id>[0-9a-f-]{36})$/.exec(workflowId)?.groups ?? {};
  return about === undefined || id === undefined ? null : { about: about as 'case' | 'meeting', id };
}
