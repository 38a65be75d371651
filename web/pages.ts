import type { Page } from './definePage.ts';
import { accountPage } from './pages/account/page.ts';
import { casePage } from './pages/cases/_reference/page.ts';
import { commandPage } from './pages/commands/_id/page.ts';
import { startPage } from './pages/start/page.ts';

/** Every page there is, as data; a page of your own is one line here. */
export const pages: readonly Page[] = [startPage, accountPage, casePage, commandPage];
