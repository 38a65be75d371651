import path from 'node:path';
import nunjucks from 'nunjucks';
import type { Assets } from './assets.ts';
import { fieldId } from './form/formState.ts';
import { dayFromNow, dayWords } from './wording/days.ts';
import { formatLondonMoment, londonDate } from '../domain/calendar/london.ts';
import { shortDay } from '../domain/calendar/shortDay.ts';

export type Render = (view: string, context: object) => string;

/**
 * Templates with everything escaped that is put into them. They find the layout and its macros in web/layout, the
 * pages in web/pages, and the components of GOV.UK and the Ministry of Justice in their packages.
 */
export function createRender(assets: Assets): Render {
  const here = import.meta.dirname;
  const packages = path.join(here, '..', 'node_modules');
  const loader = new nunjucks.FileSystemLoader([
    path.join(here, 'pages'),
    path.join(here, 'layout'),
    path.join(packages, 'govuk-frontend', 'dist'),
    path.join(packages, '@ministryofjustice', 'frontend'),
  ]);
  const environment = new nunjucks.Environment(loader, { autoescape: true, throwOnUndefined: false });
  environment.addGlobal('asset', assets.addressOf);
  environment.addFilter('fieldId', fieldId);
  environment.addFilter('day', (date: string, now: string) => dayWords(date, londonDate(now)));
  environment.addFilter('dayFromNow', dayFromNow);
  environment.addFilter('moment', formatLondonMoment);
  environment.addFilter('shortDay', shortDay);
  return (view, context) => environment.render(view, context);
}
