import type { RecordedHistory } from '../histories/recordedHistory.ts';

/** The type of the workflow that wrote a history. */
export function workflowOf({ name, history }: RecordedHistory): string {
  const type = history.events?.[0]?.workflowExecutionStartedEventAttributes?.workflowType?.name;
  if (!type) throw new Error(`${name} does not begin with a start`);
  return type;
}

/** The same history as if a workflow of another name had written it. */
export function asWorkflow(recorded: RecordedHistory, workflow: string): RecordedHistory {
  const [first, ...rest] = recorded.history.events ?? [];
  const started = { ...first?.workflowExecutionStartedEventAttributes, workflowType: { name: workflow } };
  const events = [{ ...first, workflowExecutionStartedEventAttributes: started }, ...rest];
  return { ...recorded, history: { events } };
}
