/** For activities that take a while: a worker that says nothing for so long has died, and another goes on with its work. */
export const lifeSign = { heartbeatTimeout: '30 seconds' } as const;
