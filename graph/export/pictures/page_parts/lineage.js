
"use strict";
(() => {
  const picture = document.querySelector("#picture svg");
  const panel = document.getElementById("panel");
  const find = document.getElementById("find");
  const found = document.getElementById("found");
  const edges = [...picture.querySelectorAll("g.edge")];
  const nodes = [...picture.querySelectorAll("g.node")];

  // The panel shows a copy of what the list below already holds: no text becomes markup here.
  const show = (shape) => {
    const numbers = (shape.dataset.rows || "").split(" ").filter(Boolean);
    const rows = numbers.map((number) => document.getElementById("r" + number));
    for (const other of document.querySelectorAll(".chosen")) other.classList.remove("chosen");
    shape.classList.add("chosen");
    for (const row of rows) row.classList.add("chosen");
    panel.replaceChildren(...rows.flatMap((row) => [...row.childNodes].map((part) => part.cloneNode(true))));
  };
  for (const edge of edges) edge.addEventListener("mouseenter", () => show(edge));
  for (const shape of [...edges, ...nodes]) {
    shape.addEventListener("focus", () => show(shape));
    shape.addEventListener("click", () => show(shape));
  }

  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d");
  const texts = nodes.map((node) => fold(node.getAttribute("aria-label")));
  let hits = [];
  let at = -1;
  find.addEventListener("input", () => {
    const words = fold(find.value).split(/\s+/).filter(Boolean);
    hits = nodes.filter((_, i) => words.length && words.every((word) => texts[i].includes(word)));
    at = -1;
    for (const node of nodes) {
      node.classList.toggle("found", hits.includes(node));
      node.classList.toggle("dim", words.length > 0 && !hits.includes(node));
    }
    found.textContent = words.length ? hits.length + " kết quả (Enter: tới kết quả sau)" : "";
  });
  find.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !hits.length) return;
    event.preventDefault();
    at = (at + 1) % hits.length;
    hits[at].scrollIntoView({ block: "center", inline: "center" });
  });

  const width = parseFloat(picture.getAttribute("width"));
  const height = parseFloat(picture.getAttribute("height"));
  let scale = 1;
  const zoom = (factor) => {
    scale = Math.min(4, Math.max(0.1, scale * factor));
    picture.setAttribute("width", width * scale);
    picture.setAttribute("height", height * scale);
  };
  document.getElementById("larger").addEventListener("click", () => zoom(1.25));
  document.getElementById("smaller").addEventListener("click", () => zoom(0.8));

  const frame = document.getElementById("picture");
  const whole = () => zoom(Math.min(frame.clientWidth / width, frame.clientHeight / height) * 0.98 / scale);
  const root = document.getElementById(frame.dataset.root || "");
  const home = () => {
    if (scale < 0.75) zoom(1 / scale);
    root?.scrollIntoView({ block: "center", inline: "center" });
    window.scrollTo(0, 0);
  };
  document.getElementById("home").addEventListener("click", home);
  document.getElementById("whole").addEventListener("click", whole);
  home();
})();
