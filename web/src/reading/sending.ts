// Sends a text or file with its progress shown, and puts what was found into the page.

export function reader(done: () => void): void {
  const form = document.querySelector<HTMLFormElement>("form[data-reader]");
  const target = document.getElementById("reading");
  if (!form || !target) return;
  dropping(form);
  form.addEventListener("submit", (event) => {
    const button = event.submitter as HTMLButtonElement | null;
    if (button?.value !== "read") return; // a checked draft comes as a document of its own
    event.preventDefault();
    send(form, target, done);
  });
}

function send(form: HTMLFormElement, target: HTMLElement, done: () => void): void {
  const shown = form.querySelector<HTMLElement>(".progress")!;
  const bar = shown.querySelector("progress")!;
  const status = shown.querySelector("span")!;
  const request = new XMLHttpRequest(); // fetch does not tell how much was sent
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "text/html");
  request.responseType = "document";
  request.upload.onprogress = (event) => {
    bar.value = event.loaded / event.total;
    status.textContent = (event.loaded < event.total ? form.dataset.sending : form.dataset.reading) ?? "";
  };
  request.onloadend = () => {
    target.ariaBusy = "false";
    const found = request.response?.getElementById("reading") as HTMLElement | null;
    shown.hidden = Boolean(found);
    if (found) {
      target.replaceChildren(...found.childNodes);
      target.focus({ preventScroll: false });
      done();
    } else {
      const problem = request.response?.querySelector("main .lead")?.textContent ?? "";
      status.textContent = `${form.dataset.failed} ${problem}`;
    }
  };
  shown.hidden = false;
  bar.removeAttribute("value");
  status.textContent = form.dataset.sending ?? "";
  target.ariaBusy = "true";
  request.send(new FormData(form));
}

function dropping(form: HTMLFormElement): void {
  const place = form.querySelector<HTMLElement>("[data-drop]")!;
  const input = form.querySelector<HTMLInputElement>("input[type=file]")!;
  for (const name of ["dragenter", "dragover"]) {
    form.addEventListener(name, (event) => {
      event.preventDefault();
      place.classList.add("over");
    });
  }
  form.addEventListener("dragleave", () => place.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    place.classList.remove("over");
    const files = event.dataTransfer?.files;
    if (files?.length) {
      input.files = files;
      form.requestSubmit(form.querySelector<HTMLButtonElement>("button[value=read]"));
    }
  });
}
