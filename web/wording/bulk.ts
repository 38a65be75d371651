/** What became of one of several things that were sent at once. */
export const statusOfOne = {
  done: { text: 'Done', colour: 'green' },
  waiting: { text: 'Waits', colour: 'yellow' },
  refused: { text: 'Refused', colour: 'red' },
  notSent: { text: 'Not sent', colour: 'red' },
  parked: { text: 'Waits to be mended', colour: 'orange' },
};
