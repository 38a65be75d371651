import type { Page } from '../../definePage.ts';
import { checkPage } from './drafts/_draft/check/page.ts';
import { knownPage } from './drafts/_draft/known/page.ts';
import { draftPage } from './drafts/_draft/page.ts';
import { giveUpPage } from './drafts/_draft/remove/page.ts';
import { referPage } from './page.ts';
import { receiptPage } from './receipts/_reference/page.ts';

/** The pages on which somebody is referred, in the order in which one comes to them. */
export const referPages: readonly Page[] = [referPage, knownPage, draftPage, checkPage, giveUpPage, receiptPage];
