/** One field of a form as text; a missing field or a file is the empty text, which every input check refuses where it matters. */
export function formText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
