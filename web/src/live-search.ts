// Search as you type: the same page is asked for, and its results are put in place of the old ones.

const PAUSE = 160; // milliseconds without a key before asking

export function liveSearch(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-live]");
  const target = form && document.getElementById(form.dataset.live ?? "");
  const input = form?.querySelector<HTMLInputElement>("input[type=search]");
  if (!form || !target || !input) return;
  let timer = 0;
  let asking: AbortController | undefined;

  const ask = async (): Promise<void> => {
    asking?.abort();
    asking = new AbortController();
    const address = `${form.action}?${new URLSearchParams({ q: input.value.trim() })}`;
    try {
      const answer = await fetch(address, { headers: { Accept: "text/html" }, signal: asking.signal });
      if (!answer.ok) return;
      show(await answer.text(), target);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error; // given up for a newer question
      return;
    }
    if (location.pathname === new URL(form.action).pathname) history.replaceState(null, "", address);
  };
  input.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), PAUSE);
  });
}

function show(html: string, target: HTMLElement): void {
  const page = new DOMParser().parseFromString(html, "text/html");
  const found = page.getElementById("results");
  if (!found) return;
  target.className = found.className;
  target.replaceChildren(...found.childNodes);
  const roomy = window.matchMedia("(min-width: 52rem)").matches;
  for (const part of target.querySelectorAll<HTMLDetailsElement>("details[data-wide]")) part.open ||= roomy;
}
