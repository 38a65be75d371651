/** One mistake somebody could make in good faith: a piece of workflow code and what it becomes. */
export interface Plant {
  readonly name: string;
  /** Below `workflows/`. */
  readonly file: string;
  readonly edits: readonly { readonly from: string; readonly to: string }[];
}

const theLife = 'matter/liveMatter.ts';
const proxies = 'maracCase/activities.ts';
const alarm = 'matter/alarm.ts';
const queue = 'matter/commandQueue.ts';
const watch = 'repeatWatch/repeatWatch.ts';

const localOnes = 'export const { recordDecision, fireDueRungs, parkCommand } =';
const regularOnes = 'export const { watchForRepeat, spreadDeath } =';

/** An activity that changes from a local one to a regular one. */
function regular(activity: 'recordDecision' | 'fireDueRungs' | 'parkCommand'): Plant['edits'] {
  const stay = ['recordDecision', 'fireDueRungs', 'parkCommand'].filter((name) => name !== activity);
  return [
    { from: localOnes, to: `export const { ${stay.join(', ')} } =` },
    { from: regularOnes, to: `export const { watchForRepeat, spreadDeath, ${activity} } =` },
  ];
}

/** Changes of order that an unsuspecting reader could take for harmless. Each has to be caught by a history. */
export const plants: readonly Plant[] = [
  { name: 'decisions recorded by a regular activity', file: proxies, edits: regular('recordDecision') },
  { name: 'rungs fired by a regular activity', file: proxies, edits: regular('fireDueRungs') },
  { name: 'commands parked by a regular activity', file: proxies, edits: regular('parkCommand') },
  {
    name: 'a death spread by a local activity',
    file: proxies,
    edits: [
      { from: localOnes, to: 'export const { recordDecision, fireDueRungs, parkCommand, spreadDeath } =' },
      { from: regularOnes, to: 'export const { watchForRepeat } =' },
    ],
  },
  {
    name: 'effects awaited before the answer',
    file: theLife,
    edits: [
      {
        from: "    see(outcome.facts, commandId);\n    return outcome.status === 'recorded'",
        to: "    see(outcome.facts, commandId);\n    await Promise.all(effects);\n    return outcome.status === 'recorded'",
      },
    ],
  },
  {
    name: 'the alarm set anew although it is set for that moment',
    file: alarm,
    edits: [{ from: '    if (at === this.#setFor) return;\n', to: '' }],
  },
  {
    name: 'the alarm switched off while a command is decided',
    file: theLife,
    edits: [
      {
        from: '      await decideCommand(waiting);\n',
        to: '      alarm.set(null);\n      await decideCommand(waiting);\n',
      },
    ],
  },
  {
    name: 'the alarm set after waiting instead of before',
    file: theLife,
    edits: [
      {
        from: '      alarm.set(life.nextWake(state, now()));\n      await condition(() => !queue.isEmpty || alarm.rang || lookAgain);\n',
        to: '      await condition(() => !queue.isEmpty || alarm.rang || lookAgain);\n      alarm.set(life.nextWake(state, now()));\n',
      },
    ],
  },
  {
    name: 'ladders climbed before commands are taken',
    file: theLife,
    edits: [
      {
        from: '    const waiting = queue.next();\n',
        to: '    const waiting = lookAgain || alarm.rang ? undefined : queue.next();\n',
      },
    ],
  },
  {
    name: 'the next alarm set before the rungs are fired',
    file: theLife,
    edits: [
      {
        from: '      await climbLadders();\n',
        to: '      alarm.set(life.nextWake(state, now()));\n      await climbLadders();\n',
      },
    ],
  },
  {
    name: 'the end decided before ladders are climbed',
    file: theLife,
    edits: [
      {
        from: '    } else if (lookAgain || alarm.rang) {',
        to: '    } else if ((lookAgain || alarm.rang) && life.byItself(state, now()) === null) {',
      },
    ],
  },
  {
    name: 'a new run begun while commands are waiting',
    file: theLife,
    edits: [
      {
        from: '      await decideCommand(waiting);\n',
        to: '      await decideCommand(waiting);\n      if (isRunFull(life.mostEvents)) await life.goOn(state);\n',
      },
    ],
  },
  {
    name: 'a new run begun while effects are under way',
    file: theLife,
    edits: [{ from: ' && effects.size === 0) {', to: ') {' }],
  },
  {
    name: 'refusals answered without recording them',
    file: theLife,
    edits: [
      {
        from: '        const outcome = await record(',
        to: '        if (!decision.ok) return answer(decision);\n        const outcome = await record(',
      },
    ],
  },
  {
    name: 'a command that ran into a bug not parked',
    file: theLife,
    edits: [{ from: '      await park(command.commandId, command.type, error);\n', to: '' }],
  },
  {
    name: 'a moment that has passed taken as rung without a turn of the engine',
    file: alarm,
    edits: [
      {
        from: '    const scope = new CancellationScope();\n',
        to: '    if (epochMs(at) <= Date.now()) return void (this.#rang = true);\n    const scope = new CancellationScope();\n',
      },
    ],
  },
  {
    name: 'a flag restarted by the very referral that set it',
    file: watch,
    edits: [{ from: 'if (longer.caseId !== shorter.caseId) came = await endFlag(', to: 'came = await endFlag(' }],
  },
  {
    name: 'the watch of a pair told by a local activity',
    file: proxies,
    edits: [
      { from: localOnes, to: 'export const { recordDecision, fireDueRungs, parkCommand, watchForRepeat } =' },
      { from: regularOnes, to: 'export const { spreadDeath } =' },
    ],
  },
  {
    name: 'the alarm left set at the end',
    file: theLife,
    edits: [{ from: '  alarm.set(null);\n  await finishHandlers();\n', to: '  await finishHandlers();\n' }],
  },
  {
    name: 'the round of the reconciler made a local activity',
    file: 'reconciler/reconciler.ts',
    edits: [
      { from: 'import { proxyActivities }', to: 'import { proxyLocalActivities }' },
      { from: '= proxyActivities<', to: '= proxyLocalActivities<' },
    ],
  },
];

/**
 * Changes of order that the engine puts up with: it looks for what a local activity came to wherever it stands, and
 * does not ask which command an answer belongs to. They stop no case, and no replay shows them.
 */
export const invisiblePlants: readonly Plant[] = [
  {
    name: 'the sender told before the command is parked',
    file: theLife,
    edits: [
      { from: '      await park(command.commandId, command.type, error);\n', to: '' },
      {
        from: '          cause: asError(error),\n        }),\n      );\n',
        to: '          cause: asError(error),\n        }),\n      );\n      await park(command.commandId, command.type, error);\n',
      },
    ],
  },
  {
    name: 'the alarm after a fault set before the fault is written down',
    file: theLife,
    edits: [
      {
        from: '    await park(null, what, error);\n    await rest(lookAgainAfterFaultMs);\n',
        to: '    alarm.set(instantAt(Date.now() + lookAgainAfterFaultMs));\n    await park(null, what, error);\n    await condition(() => !queue.isEmpty || alarm.rang);\n',
      },
    ],
  },
  {
    name: 'the latest command decided first',
    file: queue,
    edits: [{ from: 'this.#waiting.shift()', to: 'this.#waiting.pop()' }],
  },
];
