import { sentence } from '../../../wording/days.ts';

/** A kind of agency as words: `childrensServices` is "Childrens services". */
export function kindWords(kind: string): string {
  return kind === 'idva'
    ? 'IDVA service'
    : sentence(kind.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`));
}
