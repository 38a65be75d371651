import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import type { Shown } from '../definePage.ts';
import { dayWords } from '../wording/days.ts';
import { formPageData, type FormPage } from './formPageData.ts';

interface Absence {
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly coverId: string | null;
}

interface About {
  readonly back: FormPage['back'];
  /** Who is away, and who stands in where that is known. */
  readonly name: string | null;
  readonly cover: string | null;
  readonly now: IsoInstant;
}

/** The form by which an absence is taken back, with what follows for whoever stands in. */
export function absenceToTakeBack({ from, until, coverId }: Absence, { back, name, cover, now }: About): Shown {
  const today = londonDate(now);
  const after =
    coverId === null ? '' : ` ${cover ?? 'Whoever stands in'} sees their cases and has their tasks no more.`;
  const before = `Away ${dayWords(from, today)} to ${dayWords(until, today)}.${after}`;
  const data = formPageData({ back, caption: name, before, fields: [], button: 'Take it back' });
  return { ok: true, title: 'Take the absence back', data };
}
