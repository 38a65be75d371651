/** Activities that do nothing worth the name. */
export const bareActivities = {
  nothing: (): Promise<void> => Promise.resolve(),
  moment: (): Promise<number> => Promise.resolve(Date.now()),
};

export type BareActivities = typeof bareActivities;
