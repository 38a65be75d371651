import { refusalMeanings } from '../../domain/lifecycle/refusal.ts';
import { stageMeanings, stages } from '../../domain/lifecycle/stage.ts';
import { diagram } from '../../domain/lifecycle/transitions.ts';

/** The page about the stages of a case, made from the tables the workflow goes by. */
export function lifecyclePage(): string {
  return `# The stages of a case

Generated from \`domain/lifecycle\` by \`node scripts/run.mjs diagram\`; a test compares it with the code, so it cannot
drift. A case moves by facts alone: each arrow is named after the fact that leads along it. A fact that is on no arrow out
of a stage leaves the case where it is.

\`\`\`mermaid
${diagram()}\`\`\`

## What each stage means

${stages.map((stage) => `- \`${stage}\`: ${stageMeanings[stage]}.`).join('\n')}

## Why a command may be refused

A refusal is an answer with a code and a sentence. It is recorded, and a repeat of the command is given it again.

${Object.entries(refusalMeanings)
  .map(([code, meaning]) => `- \`${code}\`: ${meaning}`)
  .join('\n')}
`;
}
