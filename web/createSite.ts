import express, { type Express, type RequestHandler, type Response } from 'express';
import { requestLog } from '../platform/requestLog.ts';
import { calendarPath, calendarRoute } from './calendar/calendarRoute.ts';
import { sendErrorPage, onError } from './errorPages.ts';
import { headers } from './headers.ts';
import { health } from './health.ts';
import { limitByAddress, limitByPerson } from './limits.ts';
import { serveForm, servePage } from './servePage.ts';
import { authenticate } from './signIn/authenticate.ts';
import { signInRoutes } from './signIn/signInRoutes.ts';
import type { Site } from './site.ts';

/** An agency's answers for a whole list, ten thousand letters each, three bytes a letter and three signs a byte. */
const largestForm = '4mb';
const mostFields = 2_000;

/** The whole site, in the order a request goes through it. */
export function createSite(site: Site): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple').set('trust proxy', site.trustedProxies);
  const tooMany = (response: Response) => sendErrorPage(site, response, { code: 'TOO_MANY_REQUESTS' });
  app.use(requestLog(site.deps.log));
  app.use(health(site.deps));
  app.use('/assets', site.assets.handler);
  app.use(...headers(site));
  app.use(limitByAddress(site.limits.perAddress, 'address', tooMany));
  app.use(express.urlencoded({ extended: false, limit: largestForm, parameterLimit: mostFields }));
  app.use(signInRoutes(site));
  app.get(calendarPath, calendarRoute(site));
  app.use(authenticate(site), limitByPerson(site.limits.perPerson, tooMany), pagesOf(site));
  app.use((_request, response) => sendErrorPage(site, response, { code: 'NO_SUCH_ADDRESS' }));
  app.use(onError(site));
  return app;
}

function pagesOf(site: Site): RequestHandler {
  const router = express.Router({ strict: true, caseSensitive: true });
  for (const page of site.pages) {
    router.get(page.path, servePage(page, site));
    if (page.form) router.post(page.path, serveForm(page, site));
  }
  return router;
}
