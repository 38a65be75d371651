/** A paper as any file of it is made from: parts in their order, every word ready to be read. */
export interface Paper {
  readonly title: string;
  /** Where, when and what for, below the title. */
  readonly about: string;
  /** Whom it is for: stands on every page. */
  readonly marking: string;
  readonly parts: readonly PaperPart[];
}

/** One part of a paper. A heading of level 2 belongs to the last one of level 1. */
export type PaperPart =
  | { readonly type: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly type: 'paragraph'; readonly text: string; readonly label?: string }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | { readonly type: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** A heading; the second level stands below the last heading of the first. */
export function heading(text: string, level: 1 | 2 = 1): PaperPart {
  return { type: 'heading', level, text };
}

/** A paragraph, with a label in front where it has one: none at all where there are no words. */
export function paragraph(text: string | null, label?: string): readonly PaperPart[] {
  if (text === null || text === '') return [];
  return [{ type: 'paragraph', text, ...(label === undefined ? {} : { label }) }];
}
