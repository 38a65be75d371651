import type { WordsView } from '../../contracts/views/parts.ts';
import { openContents, type OpenedContent } from '../../store/content/openContents.ts';
import type { Dependencies } from '../dependencies.ts';

/** Finds words by their id: open, erased, or withheld from this reader; null where there never were any. */
export type Words = (contentId: string | null | undefined, mayRead?: boolean) => WordsView;

/** Opens what may be read, all at once. */
export async function readWords(
  { store, sealing }: Dependencies,
  ids: readonly (string | null | undefined)[],
): Promise<Words> {
  const opened = await openContents(
    store.reads,
    sealing,
    ids.filter((id) => typeof id === 'string'),
  );
  return (contentId, mayRead = true) => {
    if (!contentId) return null;
    if (!mayRead) return { state: 'withheld', text: null };
    return present(opened.get(contentId));
  };
}

function present(content: OpenedContent | undefined): WordsView {
  if (!content) return { state: 'withheld', text: null };
  return content.state === 'open' ? { state: 'open', text: content.value } : { state: 'erased', text: null };
}
