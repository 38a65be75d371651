import { dashVersion } from '../../domain/dash/questions.ts';
import { type Cells, given } from './checkCells.ts';

const letters: Readonly<Record<string, string>> = { y: 'yes', n: 'no', '?': 'notKnown' };

/** A checklist as a cell has it, one letter an answer; what is none of the letters is left for the contract to find. */
export function checklistIn(cells: Cells, name: string): object | undefined {
  const cell = given(cells, name);
  if (cell === undefined) return undefined;
  return { tool: 'DASH', version: dashVersion, answers: [...cell.toLowerCase()].map((letter) => letters[letter]) };
}
