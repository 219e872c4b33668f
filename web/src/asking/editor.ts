// YASQE in place of the text field: colours, brackets, syntax errors where they are.

import Yasqe from "@zazuko/yasqe";

export function editor(form: HTMLFormElement): void {
  const field = form.querySelector("textarea")!;
  const place = document.createElement("div");
  field.after(place);
  Yasqe.defaults.autocompleters = []; // they ask other hosts
  const yasqe = new Yasqe(place, {
    value: field.value,
    persistenceId: null,
    showQueryButton: false,
    createShareableLink: null,
    resizeable: false,
    lineNumbers: true,
    autofocus: false,
    extraKeys: { Esc: () => leave(form), "Ctrl-Enter": () => form.requestSubmit(), "Cmd-Enter": () => form.requestSubmit() },
  } as never);
  const input = yasqe.getInputField();
  input.setAttribute("aria-label", field.labels?.[0]?.textContent ?? "SPARQL");
  input.setAttribute("aria-describedby", "keys");
  field.hidden = true;
  field.labels?.[0]?.addEventListener("click", () => yasqe.focus());
  form.addEventListener("submit", () => (field.value = yasqe.getValue()));
}

/** Tab indents in the editor, so Esc is the way out of it by keyboard. */
function leave(form: HTMLFormElement): void {
  form.querySelector("button")?.focus();
}
