import { createTransport } from 'nodemailer';
import { wordNotice } from '../domain/notices/wording.ts';
import { systemClock } from '../platform/clock.ts';
import { noticeChannel } from '../store/notices/noticeChannel.ts';
import { createStore } from '../store/prismaClient.ts';
import { noticeRows } from '../tests/builders/notices.ts';
import { untilTrue } from '../tests/environment/programs/untilTrue.ts';
import { alternate, each } from './alternate.ts';
import { callers } from './callers.ts';
import { figureAlone, figureOfPairs } from './figures.ts';
import type { BenchRow } from './row.ts';

/** The connections the product's own transport keeps. */
const connections = 5;

/** What decisions left to be told, taken from the table, worded, checked once more and sent. */
export const mailPipeline: BenchRow = {
  name: 'mail-pipeline',
  what: 'Mail pipeline: 2,000 intents until all are taken by the SMTP server',
  beside: 'nodemailer alone, pooled, the same number of connections, messages of the same size',
  async measure(bench) {
    const product = await bench.product();
    const store = createStore(product.databaseUrl, { max: 2 });
    bench.afterwards(() => store.close());
    const people = await store.prisma.practitioner.findMany({ select: { id: true } });
    const total = bench.quick ? 100 : 2_000;
    const pool = createTransport({
      url: product.mail.url,
      pool: true,
      maxConnections: connections,
      maxMessages: 1_000,
    });
    bench.afterwards(async () => pool.close());
    const rows = Array.from({ length: total }, (_, index) => ({
      recipientId: people[index % people.length]?.id ?? '',
    }));
    const context = {
      reference: null,
      meeting: null,
      areaName: null,
      role: 'owner',
      publicUrl: 'http://127.0.0.1',
    } as const;
    const words = wordNotice({ code: 'actionSet', due: null }, { ...context, now: systemClock.now() });
    let lost = 0;
    const ours = async () => {
      const before = product.mail.taken().length;
      const ids = await noticeRows(store, rows);
      const began = performance.now();
      await store.prisma.$executeRawUnsafe(`NOTIFY ${noticeChannel}`);
      await untilTrue('every message is taken', () => product.mail.taken().length >= before + total, 240_000);
      const perSecond = total / ((performance.now() - began) / 1000);
      // What the product has to say besides, a copy too, is none of the messages that were asked for.
      const missing = () => {
        const taken = new Set(product.mail.taken().map(({ messageId }) => messageId));
        return ids.filter((id) => !taken.has(`<${id}@marac.example>`)).length;
      };
      await untilTrue('those asked for are taken', () => missing() === 0, 10_000).catch(() => undefined);
      lost += missing();
      return perSecond;
    };
    const beside = async () => {
      const got = await callers(connections, total, (piece) =>
        pool.sendMail({ ...words, from: 'casework@marac.example', to: `bare${String(piece)}@marac.example` }),
      );
      product.mail.taken();
      return got.perSecond;
    };
    return alternate(bench, ours, beside, (pairs) => {
      const rate = each(pairs, (perSecond) => perSecond);
      return [
        figureOfPairs('messages', 'a second', rate, { is: 'atLeast', value: 0.6 }),
        figureAlone('messages lost', 'messages', [lost], { is: 'atMost', value: 0 }),
      ];
    });
  },
};
