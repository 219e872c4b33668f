// Buttons that copy the text of the element they name; without a clipboard they select it instead.

export function copyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => void copy(button));
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const text = document.getElementById(button.dataset.copy ?? "");
  if (!text) return;
  try {
    await navigator.clipboard.writeText(text.textContent?.trim() ?? "");
    const before = button.textContent;
    button.textContent = button.dataset.done ?? "✓";
    window.setTimeout(() => (button.textContent = before), 1500);
  } catch {
    window.getSelection()?.selectAllChildren(text);
  }
}
