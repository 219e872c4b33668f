// The lineage view: state, graph, picture and panel, and what happens when one of them changes.

import { Arranger } from "./arrange";
import { day } from "../day";
import { edgeKey, fetchLineage, fetchPaths, type LineageEdge } from "./data";
import { Drawing } from "./drawing";
import { Graph, MOST } from "./graph";
import type { LineStyles } from "./looks";
import { Panel, type Words } from "./panel";
import { readState, scope, writeState, type State } from "./state";

export class LineageView {
  private readonly words: Words;
  private readonly styles: LineStyles;
  private readonly root: string;
  private readonly arranger = new Arranger();
  private readonly drawing: Drawing;
  private readonly panel: Panel;
  private readonly state: State;
  private graph: Graph;
  private picked = ""; // the first end of a path, until the other is picked

  constructor(private readonly page: HTMLElement) {
    this.words = JSON.parse(page.dataset.words ?? "{}") as Words;
    this.styles = JSON.parse(page.dataset.styles ?? "{}") as LineStyles;
    this.root = page.dataset.root ?? "";
    this.graph = new Graph(this.root);
    this.state = readState(new URLSearchParams(location.search));
    const canvas = this.part("canvas");
    this.panel = new Panel(this.part("panel"), this.words, this.styles, (date) => this.day(date), {
      toggle: (id) => void this.toggle(id),
      grow: (id) => void this.grow(id),
      pick: (id) => void this.pick(id),
      choose: (key) => this.focus(key),
    });
    this.drawing = new Drawing(canvas, this.styles, (date) => this.day(date), {
      node: (id) => (this.picked && id !== this.picked ? void this.pick(id) : this.focus(id)),
      edge: (key) => this.focus(key),
      toggle: (id) => void this.toggle(id),
      over: (key, at) => this.tip(key, at),
    });
    canvas.addEventListener("keydown", (event) => this.key(event));
    this.controls();
  }

  /** Ask for the graph, follow what was opened, and draw. */
  async load(): Promise<void> {
    this.notice(this.panel.word("loading"));
    try {
      const graph = new Graph(this.root);
      const query = scope({ ...this.state, relations: new Set(), until: "" });
      graph.add(await fetchLineage(this.root, query));
      for (const id of this.state.open) await this.fetchMore(graph, id);
      this.graph = graph;
      this.slider();
      await this.redraw();
      if (this.state.from && this.state.to) await this.path();
      else if (this.state.focus) this.focus(this.state.focus);
      else this.introduce();
    } catch (error) {
      this.notice(`${this.panel.word("failed")} ${error instanceof Error ? error.message : ""}`);
    }
  }

  private async redraw(): Promise<void> {
    const seen = this.graph.seen(this.state);
    const places = await this.arranger.places(seen);
    this.drawing.draw(seen, places, this.root, this.state.closed);
    this.page.dataset.drawn = `${this.drawing.size.nodes},${this.drawing.size.edges}`;
    const left = this.graph.truncated ? ` ${this.panel.word("truncated")}` : "";
    const out = seen.leftOut ? ` ${this.panel.word("left_out").replace("{left}", String(seen.leftOut)).replace("{most}", String(MOST))}` : "";
    this.notice(
      this.panel.word("drawn").replace("{nodes}", String(seen.nodes.length)).replace("{edges}", String(seen.edges.length)) + left + out,
    );
    this.changed();
  }

  private changed(): void {
    writeState(this.state);
    for (const link of this.page.querySelectorAll<HTMLAnchorElement>("a[data-format]")) {
      const query = scope(this.state);
      if (link.dataset.paper) query.set("paper", link.dataset.paper);
      link.search = query.toString();
    }
  }

  /** Before anything is chosen, tell what the root is related to. */
  private introduce(): void {
    const root = this.graph.nodes.get(this.root);
    if (root) this.panel.node(this.graph, root, false, false);
  }

  private focus(key: string): void {
    this.state.focus = key;
    const node = this.graph.nodes.get(key);
    const edge = this.graph.edges.get(key);
    if (node) this.panel.node(this.graph, node, this.state.closed.has(key), Boolean(this.picked));
    if (edge) this.panel.edge(this.graph, edge);
    if (!this.state.to) this.drawing.mark(new Set([key]), false);
    this.changed();
  }

  private async toggle(id: string): Promise<void> {
    if (id === this.root) return;
    if (!this.state.closed.delete(id)) this.state.closed.add(id);
    await this.redraw();
    this.focus(id);
  }

  /** Follow a node one step beyond what was drawn. */
  private async grow(id: string): Promise<void> {
    const before = this.graph.nodes.size;
    this.state.closed.delete(id);
    this.state.open.add(id);
    await this.fetchMore(this.graph, id);
    await this.redraw();
    this.focus(id);
    if (this.graph.nodes.size === before) this.notice(this.panel.word("nothing_more"));
  }

  private async fetchMore(graph: Graph, id: string): Promise<void> {
    const level = graph.nodes.get(id)?.level ?? 0;
    graph.add(await fetchLineage(id, new URLSearchParams({ depth: "1" })), level);
  }

  private async pick(id: string): Promise<void> {
    if (!id || this.state.to) {
      this.picked = this.state.from = this.state.to = "";
      this.drawing.mark(new Set(), false);
      this.changed();
      if (!id) return this.panel.say(this.panel.word("choose"));
    }
    if (!this.picked) {
      this.picked = id;
      this.drawing.mark(new Set([id]), false);
      return this.panel.say(this.panel.word("pick_other"));
    }
    [this.state.from, this.state.to, this.picked] = [this.picked, id, ""];
    await this.path();
  }

  private async path(): Promise<void> {
    const found = (await fetchPaths(this.state.from, this.state.to)).paths[0];
    const edges = found?.edges ?? [];
    const missing = found?.nodes.filter((node) => !this.graph.nodes.has(node.id)) ?? [];
    if (found && missing.length) {
      this.graph.add({ root: this.root, truncated: false, nodes: missing.map((node) => ({ ...node, level: 0 })), edges });
      await this.redraw();
    }
    const known = edges.map((edge) => this.graph.edges.get(edgeKey(edge)) ?? edge);
    this.panel.path(this.graph, known as LineageEdge[], !found);
    this.drawing.mark(new Set([...(found?.nodes ?? []).map((node) => node.id), ...edges.map(edgeKey)]), true);
    this.changed();
  }

  private controls(): void {
    const form = this.page.querySelector("form")!;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", (event) => void this.controlled(event.target as HTMLInputElement));
    const until = form.elements.namedItem("until") as HTMLInputElement;
    until.addEventListener("input", () => this.dated(until));
    for (const button of this.page.querySelectorAll<HTMLButtonElement>("button[data-zoom]")) {
      const factor = Number(button.dataset.zoom);
      button.addEventListener("click", () => (factor ? this.drawing.zoom(factor) : this.drawing.fit(this.root)));
    }
  }

  private async controlled(control: HTMLInputElement): Promise<void> {
    if (control.name === "until") return this.redraw();
    if (control.name === "relation") {
      const boxes = [...this.page.querySelectorAll<HTMLInputElement>("input[name=relation]")];
      const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
      this.state.relations = new Set(chosen.length === boxes.length ? [] : chosen);
      return this.redraw();
    }
    if (control.name === "direction") this.state.direction = control.value;
    if (control.name === "depth") this.state.depth = Number(control.value);
    return this.load();
  }

  /** The slider goes from the oldest document to the youngest, month by month. */
  private slider(): void {
    const slider = this.page.querySelector<HTMLInputElement>("input[name=until]")!;
    const months = [...this.graph.nodes.values()].flatMap((node) => (node.date ? [monthNumber(node.date)] : []));
    slider.disabled = months.length < 2;
    if (slider.disabled) return;
    slider.min = String(Math.min(...months));
    slider.max = String(Math.max(...months));
    slider.value = this.state.until ? String(monthNumber(this.state.until)) : slider.max;
    this.dated(slider);
  }

  private dated(slider: HTMLInputElement): void {
    this.state.until = slider.value === slider.max ? "" : monthName(Number(slider.value));
    const shown = this.state.until ? this.day(this.state.until) : this.panel.word("any_time");
    this.page.querySelector("output[name=day]")!.textContent = shown;
    slider.setAttribute("aria-valuetext", shown);
  }

  private key(event: KeyboardEvent): void {
    const at = this.graph.nodes.has(this.state.focus) ? this.state.focus : this.root;
    if (event.key.startsWith("Arrow")) {
      const next = this.drawing.next(at, event.key);
      if (next) this.focus(next);
      this.drawing.show(next ?? at);
    } else if (event.key === "Enter" || event.key === " ") void this.toggle(at);
    else if (event.key === "+" || event.key === "-") this.drawing.zoom(event.key === "+" ? 1.25 : 0.8);
    else if (event.key === "0") this.drawing.fit(this.root);
    else if (event.key === "p") void this.pick(at);
    else return;
    event.preventDefault();
  }

  private tip(key: string | null, at: { x: number; y: number }): void {
    const tip = this.part("tip");
    const edge = key ? this.graph.edges.get(key) : undefined;
    tip.hidden = !edge;
    if (!edge) return;
    tip.textContent = this.panel.tip(this.graph, edge);
    const canvas = this.part("canvas");
    tip.style.left = `${Math.max(0, Math.min(at.x + 12, canvas.clientWidth - 330))}px`;
    tip.style.top = `${at.y + 14 + canvas.offsetTop}px`;
  }

  private day(date: string): string {
    return day(date, document.documentElement.lang);
  }

  private notice(text: string): void {
    this.part("notice").textContent = text;
  }

  private part(name: string): HTMLElement {
    return this.page.querySelector<HTMLElement>(`[data-part=${name}]`)!;
  }
}

function monthNumber(date: string): number {
  const [year = 0, month = 12] = date.split("-").map(Number);
  return year * 12 + month - 1;
}

function monthName(number: number): string {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}`;
}
