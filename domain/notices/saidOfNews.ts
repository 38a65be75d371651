import type { NoticeRole } from './directory.ts';

/** What is said of some news before anybody has signed in. */
export interface NewsWords {
  /** Finishes a subject that begins with the reference of the case. */
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** The words for some news, as told to somebody in a role. */
export type SaidOfNews = (role: NoticeRole) => NewsWords;
