import type pg from 'pg';
import { noticeChannel } from './noticeChannel.ts';

/**
 * Wakes the dispatchers of every worker, to be called once notices are committed. One wake-up is under way at a time:
 * whoever asks meanwhile is answered by one more. It is not part of the transaction that writes the notices, because the
 * database lets those that notify commit one after the other only, each waiting for the disk. A wake-up that is lost costs
 * seconds and no message: dispatchers look by themselves too.
 */
export function createWakeUp(pool: Pick<pg.Pool, 'query'>): () => void {
  let underWay = false;
  let askedAgain = false;
  const notify = async (): Promise<void> => {
    underWay = true;
    do {
      askedAgain = false;
      await pool.query(`NOTIFY ${noticeChannel}`).catch(() => undefined);
    } while (askedAgain);
    underWay = false;
  };
  return () => {
    if (underWay) askedAgain = true;
    else void notify();
  };
}
