import type { RequestHandler } from 'express';
import { isProblem } from '../../contracts/problemCode.ts';
import type { CourtDiaryView } from '../../contracts/views/courtDiaryView.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import { readCalendarFeed } from '../../usecases/calendarFeeds/calendarFeed.ts';
import { sendErrorPage } from '../errorPages.ts';
import { localsOf } from '../locals.ts';
import type { Site } from '../site.ts';
import { diaryLabels } from '../wording/courtDiary.ts';
import { labelOf } from '../wording/labels.ts';
import { isAtNoonOrUnknown, noonOrUnknown } from '../wording/liveDates.ts';
import { writeCalendar } from './writeCalendar.ts';

/** Calendar programs cannot sign in: the address itself is the secret, is kept only as a hash and can be revoked. */
export const calendarPath = '/calendar/:token.ics';
export const calendarAddress = (token: string) => `/calendar/${token}.ics`;

/** The court diary of whoever made this address, with opaque titles. */
export function calendarRoute(site: Site): RequestHandler {
  return async (request, response) => {
    const route = `page GET ${calendarPath}`;
    localsOf(response).route = route;
    const { token } = request.params;
    const isToken = typeof token === 'string' && /^[\w-]{43}$/.test(token);
    const feed = isToken ? await readCalendarFeed(site.deps, token, route) : null;
    if (!feed || isProblem(feed)) return sendErrorPage(site, response, { code: 'NOT_FOUND' });
    const entries = feed.items.map(({ liveDateId, what, kind, at, reference, open }) => ({
      uid: `${what}-${liveDateId}@marac`,
      at,
      title: `${reference}: ${titleOf({ what, kind, at })}`,
      // Where the case is closed to whoever goes along, the diary says where they have to be.
      url: `${site.publicUrl}${open ? `/cases/${reference}` : `/court-diary?from=${londonDate(at)}&days=7`}`,
    }));
    response.type('text/calendar').send(writeCalendar('Court diary', entries, site.deps.clock.now()));
  };
}

function titleOf({ what, kind, at }: Pick<CourtDiaryView, 'what' | 'kind' | 'at'>): string {
  const title = labelOf(diaryLabels, what).toLowerCase();
  return isAtNoonOrUnknown({ kind, at }) ? `${title}, ${noonOrUnknown}` : title;
}
