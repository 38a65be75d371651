import { beneathTheirAnswers } from './beneathTheirAnswers.ts';
import type { AnswerableField } from './commandForm.ts';

/** What a page that is one form of declared questions is drawn from, by the view `formPage.njk`. */
export interface FormPage {
  readonly back: { readonly text: string; readonly href: string };
  /** What it is about, above the heading. */
  readonly caption?: string | null;
  /** What has to be known before one does it; a warning where it is grave. */
  readonly before?: string | readonly string[] | null | undefined;
  readonly grave?: boolean | undefined;
  /** What it is about, where one has to have it before one to decide: each with its name, and the page it leads to. */
  readonly about?: readonly {
    readonly key: string;
    readonly value: string | null | undefined;
    readonly href?: string | null;
  }[];
  readonly fields: readonly AnswerableField[];
  /** What travels with the form unseen. */
  readonly hidden?: Readonly<Record<string, string>>;
  /** Whether one may say that it did not happen just now. */
  readonly withWhen?: boolean;
  readonly button: string;
}

/** The data of such a page, with the questions that follow an answer beneath it. */
export function formPageData({ fields, ...page }: FormPage) {
  return { ...page, fields: beneathTheirAnswers(fields) };
}
