import type { Paper } from '../../domain/papers/paper.ts';
import { wordFileType, writeWordFile } from '../../platform/wordFile.ts';

/** A paper as a file to save; its name says what it is and of which meeting or case, and names nobody. */
export interface PaperFile {
  readonly ok: true;
  readonly file: { readonly name: string; readonly type: string; readonly content: Uint8Array };
}

/** Writes a paper as a Word file under a name of several parts. */
export async function paperFile(paper: Paper, name: readonly string[]): Promise<PaperFile> {
  const content = await writeWordFile(paper);
  return { ok: true, file: { name: `${name.join('-')}.docx`, type: wordFileType, content } };
}
