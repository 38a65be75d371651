import type { AnswerableField } from './commandForm.ts';

/** The questions of a form as a page draws them: those that follow an answer lie beneath it. */
export function beneathTheirAnswers(fields: readonly AnswerableField[]) {
  return fields
    .filter(({ only }) => only === undefined)
    .map((field) => ({
      ...field,
      choices: field.choices.map((choice) => ({
        ...choice,
        fields: fields
          .filter(({ only }) => only?.name === field.name && only.is === choice.value)
          .map((inner) => ({ ...inner, name: inner.as ?? inner.name })),
      })),
    }));
}
