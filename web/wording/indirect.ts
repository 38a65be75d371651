/** Whom or what questions of forms ask about; anything else before which a verb stands is already in the order of a statement. */
const about = 'you|it|they|that|the \\w+|no \\w+|nothing more|both records';

/** How questions say that something happened, where it is not said by adding "ed". */
const happened: Readonly<Record<string, string>> = {
  begin: 'began',
  do: 'did',
  know: 'knew',
  speak: 'spoke',
  try: 'tried',
};

/** A question as one says that it was not answered: "How do you know that she lives?" is how you know that she lives. */
export function indirect(question: string): string {
  const asked = question.replace(/\?.*$/, '');
  const whether = /^(?:are|do|does|did|has|have|is|was|were) /i.test(asked) ? 'whether ' : '';
  const words = `${whether}${asked.charAt(0).toLowerCase()}${asked.slice(1)}`;
  return words
    .replace(new RegExp(`\\bdo (you|they|both records)\\b`), '$1')
    .replace(new RegExp(`\\bdoes (${about}) (\\w+)`), (_, who: string, verb: string) => `${who} ${present(verb)}`)
    .replace(new RegExp(`\\bdid (${about}) (\\w+)`), (_, who: string, verb: string) => `${who} ${past(verb)}`)
    .replace(new RegExp(`\\b(is|was|are|were|has|have|can|should) (${about})\\b`), '$2 $1');
}

function present(verb: string): string {
  return verb === 'go' || verb === 'do' ? `${verb}es` : `${verb}s`;
}

function past(verb: string): string {
  return happened[verb] ?? (verb.endsWith('e') ? `${verb}d` : `${verb}ed`);
}
