/** An area or an agency as a choice of a question. */
export function asChoice({ code, name }: { readonly code: string; readonly name: string }) {
  return { value: code, text: name };
}
