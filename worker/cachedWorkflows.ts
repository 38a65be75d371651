/** Workflows kept in memory, an eighth of a megabyte each; what an area works on in a day is among them. */
export const cachedWorkflows = 400;
