import { setTimeout as pause } from 'node:timers/promises';
import { untilTrue } from '../tests/environment/programs/untilTrue.ts';
import { alternate } from './alternate.ts';
import { startBareSide } from './bare/bareSide.ts';
import { callers } from './callers.ts';
import { figureAlone, figureOfPairs, percentile } from './figures.ts';
import { openedCases } from './inventedCases.ts';
import { officeClient } from './officeClient.ts';
import type { BenchRow } from './row.ts';
import { dueNowMails, setUrgentActions } from './timedActions.ts';

const windowMs = 10_000;

/** Actions that come due one after the other, until the mail about each is with the SMTP server. */
export const dueToMail: BenchRow = {
  name: 'due-to-mail',
  what: 'Action due → mail accepted by SMTP, 500 in 10 s with 5,000 idle cases',
  beside: '1.3 × a workflow that is nothing but a timer, + 0.25 s',
  whyMissed: [
    'at 50 a second the two cores are three quarters taken: a mail costs them some 30 ms (the worker 13, the engine with its database 12, the',
    'application’s database 4), a bare timer 20. So near to full, the fifth slowest of 500 goes with whatever else happens: the pairs lie between 1.08',
    'and 2.31 times. The runs before came to 0.95, 1.12, 1.35 and 1.85, each later than the one before, on a machine that was slower each time: the very code that had',
    'come to 0.95 came to 1.14 just before this run (0.71 s instead of 0.55; pairs from 0.79 to 1.42), among fewer idle cases to 2.15 where the code of',
    'this run came to 1.33, and both take the processor as much for a mail. Tried: dispatchers woken after the commit and not deaf while their hands are full, the rows',
    'of a decision read by key, 2,000 workflows kept in memory (64 s before), a look at the table every 60 ms at most (no gain), steps that the library',
    'does not guard each by itself (a fifth less at the median; see `herd`). What is left is the transaction of a rung and a message, as in `herd`.',
  ].join(' '),
  async measure(bench) {
    const [due, idle] = bench.quick ? [30, 40] : [500, 5_000];
    const product = await bench.product();
    const client = officeClient(product.addresses);
    bench.afterwards(async () => client.close());
    const bare = await startBareSide(bench, product);
    await openedCases(client, idle, bench.say);
    const references = await openedCases(client, due, bench.say);
    const offset = (place: number) => (place / due) * windowMs;
    const early: number[] = [];
    const ours = async () => {
      const { first, dueOf } = await setUrgentActions(client, references, offset);
      await pause(first + windowMs - Date.now());
      const acceptedAt = async () => {
        const actionOf = new Map(
          (await dueNowMails(product.databaseUrl, [...dueOf.keys()])).map(({ messageId, actionId }) => [
            messageId,
            actionId,
          ]),
        );
        const accepted = new Map<string, number>();
        for (const { messageId, at } of product.mail.taken()) {
          const actionId = actionOf.get(messageId);
          if (actionId !== undefined && !accepted.has(actionId)) accepted.set(actionId, at);
        }
        return accepted;
      };
      await untilTrue('a mail of every action is taken', async () => (await acceptedAt()).size === due, 120_000);
      const late = [...(await acceptedAt())].map(([actionId, at]) => at - (dueOf.get(actionId) ?? 0));
      early.push(late.filter((ms) => ms < 0).length);
      return percentile(late, 0.99) / 1000;
    };
    const beside = async () => {
      const first = Date.now() + (bench.quick ? 5_000 : 15_000);
      const timers: [string, number][] = [];
      await callers(16, due, async (place) => {
        const at = Math.round(first + offset(place));
        timers.push([await bare.timer(at), at]);
      });
      const late: number[] = [];
      for (const [workflowId, at] of timers) late.push((await bare.cameAt(workflowId)) - at);
      return percentile(late, 0.99) / 1000;
    };
    return alternate(bench, ours, beside, (pairs) => {
      const p99 = pairs.map((pair) => ({ ours: pair.ours, beside: 1.3 * pair.beside + 0.25 }));
      return [
        figureOfPairs('p99 of the lateness', 's', p99, { is: 'atMost', value: 1 }),
        figureAlone('mails before their time', 'mails', [Math.max(...early)], { is: 'atMost', value: 0 }),
      ];
    });
  },
};
