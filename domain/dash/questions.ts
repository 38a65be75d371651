/** The version of the wording below. Change a word, and this changes too: answers are kept with what was asked. */
export const dashVersion = 'marac-1';

/** How many questions the checklist has; a part of a question never counts on its own. */
export const dashQuestionCount = 24;

/**
 * The 24 questions of the DASH checklist in this form's own words, in their order. They are asked of the victim, in a
 * safe place and alone; "they" is the person causing harm.
 */
export const dashQuestions = [
  'Were you hurt in what has just happened?',
  'Are you very frightened?',
  'What are you afraid of: that you, your children or somebody else will be hurt or killed?',
  'Do you feel cut off from your family or friends, or do they try to keep you from them?',
  'Are you feeling low, or have you thought of ending your life?',
  'Have you separated from them, or tried to, in the past year?',
  'Is there a disagreement over seeing the children?',
  'Do they keep calling, messaging, following, watching or harassing you?',
  'Are you pregnant, or have you had a baby in the last 18 months?',
  'Is it happening more often?',
  'Is it getting worse?',
  'Do they try to control everything you do, or are they extremely jealous?',
  'Have they ever used a weapon, or some object, to hurt you?',
  'Have they ever threatened to kill you or somebody else, and did you believe it?',
  'Have they ever tried to strangle, choke, suffocate or drown you?',
  'Do they do or say things of a sexual kind that make you feel bad, or that hurt you or somebody else?',
  'Has anybody else threatened you, or are you afraid of anybody else?',
  'Have they hurt anybody else: a child, a relative, an earlier partner?',
  'Have they ever hurt an animal or the family’s pet?',
  'Are there money troubles, or do you depend on them for money?',
  'In the past year, have they had problems with drugs, alcohol or their mental health?',
  'Have they ever threatened to take their own life, or tried to?',
  'Have they ever broken bail, an injunction or an agreement about contact with you or the children?',
  'Have they ever been in trouble with the police, or do they have a criminal record?',
] as const;
