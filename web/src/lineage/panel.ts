// The panel beside the picture: what is chosen, the sentences behind it, and what can be done.

import { nodeName, pageOf, type LineageEdge, type LineageNode } from "./data";
import type { Graph } from "./graph";
import type { LineStyles } from "./looks";

export type Words = Record<string, string>;

export interface Actions {
  toggle(id: string): void;
  grow(id: string): void;
  pick(id: string): void;
  choose(key: string): void;
}

const SHOWN = 80; // relations listed under a node

export class Panel {
  constructor(
    private readonly box: HTMLElement,
    private readonly words: Words,
    private readonly styles: LineStyles,
    private readonly day: (date: string) => string,
    private readonly actions: Actions,
  ) {}

  word(key: string): string {
    return this.words[key] ?? key;
  }

  node(graph: Graph, node: LineageNode, closed: boolean, picking: boolean): void {
    const root = node.id === graph.root;
    const edges = [...graph.edges.values()].filter((edge) => edge.from === node.id || edge.to === node.id);
    const title = element("h3");
    title.append(link(pageOf(node.id), nodeName(node)));
    this.box.replaceChildren(
      title,
      element("p", this.facts(node), "note"),
      ...(node.title && node.title !== nodeName(node) ? [element("p", node.title, "about")] : []),
      this.buttons([
        ...(root ? [] : [[closed ? "expand" : "collapse", () => this.actions.toggle(node.id)] as [string, () => void]]),
        ["grow", () => this.actions.grow(node.id)],
        [picking ? "path_to" : "path_from", () => this.actions.pick(node.id)],
      ]),
      ...(root ? [] : [this.rootLink(node)]),
      ...this.relations(graph, node, edges),
    );
  }

  edge(graph: Graph, edge: LineageEdge): void {
    this.box.replaceChildren(this.said(graph, edge), ...this.sentences(edge));
  }

  path(graph: Graph, edges: LineageEdge[], nothing: boolean): void {
    const title = element("h3", this.word(nothing ? "no_path" : "path"));
    this.box.replaceChildren(title);
    for (const edge of edges) this.box.append(this.said(graph, edge), ...this.sentences(edge));
    this.box.append(this.buttons([["path_clear", () => this.actions.pick("")]]));
  }

  say(text: string): void {
    this.box.replaceChildren(element("p", text));
  }

  /** Put a sentence beside the pointer. */
  tip(graph: Graph, edge: LineageEdge): string {
    const names = [edge.from, edge.to].map((id) => name(graph, id));
    const said = edge.sentences?.[0]?.text ?? "";
    return `${names[0]} ${this.styles[edge.relation]?.label ?? edge.relation} ${names[1]}${said ? `: “${said}”` : ""}`;
  }

  private facts(node: LineageNode | undefined): string {
    return [node?.date ? this.day(node.date) : "", node?.issuer ?? ""].filter(Boolean).join(" · ");
  }

  private relations(graph: Graph, node: LineageNode, edges: LineageEdge[]): Node[] {
    const list = element("ul", undefined, "plain-list");
    for (const edge of edges.slice(0, SHOWN)) {
      const outgoing = edge.from === node.id;
      const style = this.styles[edge.relation];
      const button = element("button", undefined, "link");
      button.setAttribute("type", "button");
      button.textContent = `${(outgoing ? style?.label : style?.inverse) ?? edge.relation} ${name(graph, outgoing ? edge.to : edge.from)}`;
      button.addEventListener("click", () => this.actions.choose(`${edge.from} ${edge.relation} ${edge.to}`));
      const item = element("li");
      item.append(button);
      const about = this.facts(graph.nodes.get(outgoing ? edge.to : edge.from));
      if (about) item.append(" ", element("span", about, "note"));
      list.append(item);
    }
    const rest = edges.length - SHOWN;
    return rest > 0 ? [list, element("p", `… +${rest}`, "note")] : [list];
  }

  private said(graph: Graph, edge: LineageEdge): HTMLElement {
    const line = element("h3");
    const parts = [...(edge.from_subdivisions ?? []), ...(edge.to_subdivisions ?? [])];
    line.append(
      link(pageOf(edge.from), name(graph, edge.from)),
      ` ${this.styles[edge.relation]?.label ?? edge.relation} `,
      link(pageOf(edge.to), name(graph, edge.to)),
      parts.length ? ` (${parts.join("; ")})` : "",
    );
    return line;
  }

  private sentences(edge: LineageEdge): HTMLElement[] {
    const said = edge.sentences ?? [];
    if (!said.length) return [element("p", this.word("no_sentence"), "note")];
    return said.map((one) => {
      const figure = element("figure", undefined, "quote");
      const by = element("figcaption");
      const title = one.title ?? one.source ?? "";
      by.append(one.source ? link(`/sources/${encodeURIComponent(one.source)}`, title) : title);
      if (one.published) by.append(`, ${this.day(one.published)}`);
      figure.append(element("blockquote", one.text), by);
      return figure;
    });
  }

  private rootLink(node: LineageNode): HTMLElement {
    const line = element("p");
    line.append(link(`${pageOf(node.id)}/lineage`, this.word("as_root")));
    return line;
  }

  private buttons(list: [string, () => void][]): HTMLElement {
    const row = element("p", undefined, "actions");
    for (const [key, act] of list) {
      const button = element("button", this.word(key), "plain");
      button.setAttribute("type", "button");
      button.addEventListener("click", act);
      row.append(button, " ");
    }
    return row;
  }
}

function name(graph: Graph, id: string): string {
  const node = graph.nodes.get(id);
  return node ? nodeName(node) : id;
}

function element(tag: string, text?: string, className?: string): HTMLElement {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function link(address: string, text: string): HTMLAnchorElement {
  const made = document.createElement("a");
  made.href = address;
  made.textContent = text;
  return made;
}
