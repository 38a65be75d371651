/** What is known of the languages of a victim and of advisers, as people write them: by adviser id. */
export interface LanguagesKnown {
  /** The language the victim speaks best, where it is not English; null where none was written down. */
  readonly victims: string | null;
  readonly advisers: ReadonlyMap<string, readonly string[]>;
}

/** Whether an adviser speaks the victim's language; null where that is English or not known. */
export function languageSpoken({ victims, advisers }: LanguagesKnown, adviserId: string): boolean | null {
  const wanted = plain(victims ?? '');
  if (wanted === '' || wanted === 'english') return null;
  return (advisers.get(adviserId) ?? []).some((language) => plain(language) === wanted);
}

function plain(language: string): string {
  return language.trim().toLowerCase();
}
