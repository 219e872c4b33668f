// The marks in a text and the cards beside it light up together.

export function markedText(): void {
  for (const mark of document.querySelectorAll<HTMLAnchorElement>("a.ref[href^='#c']")) {
    const card = document.getElementById(mark.hash.slice(1));
    if (!card) continue;
    const light = (on: boolean): void => {
      mark.classList.toggle("on", on);
      card.classList.toggle("on", on);
    };
    for (const name of ["mouseenter", "focus"]) mark.addEventListener(name, () => light(true));
    for (const name of ["mouseleave", "blur"]) mark.addEventListener(name, () => light(false));
  }
}
