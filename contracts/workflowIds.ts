/** The ids of our workflows: built and parsed here alone; none holds a name. */
export const workflowIds = {
  ofCase: (caseId: string): string => `case/${caseId}`,
  ofPairWatch: (pairId: string): string => `repeat-watch/${pairId}`,
} as const;

/** The case a workflow id belongs to, or null when it belongs to something else. */
export function caseOfWorkflowId(workflowId: string): string | null {
  return /^case\/([0-9a-f-]{36})$/.exec(workflowId)?.[1] ?? null;
}
