// The picture itself: cytoscape on a canvas, told what is seen and where it goes.

import cytoscape from "cytoscape";
import { edgeKey } from "./data";
import type { Places } from "./arrange";
import type { Seen } from "./graph";
import { label, measure, palette, stylesheet, type LineStyles } from "./looks";

const NAMED = 30; // edges up to which each has its name beside it
const READABLE = 0.62; // the scale at which letters are 8 pixels high
const LARGE = 250; // nodes from which lines are straight and hidden while moving

export interface Listener {
  node(id: string): void;
  edge(key: string): void;
  toggle(id: string): void;
  over(key: string | null, at: { x: number; y: number }): void;
}

export class Drawing {
  private picture: cytoscape.Core | undefined;

  constructor(
    private readonly box: HTMLElement,
    private readonly styles: LineStyles,
    private readonly day: (date: string) => string,
    private readonly listener: Listener,
  ) {
    // cytoscape would add a style element, which our policy forbids; it looks for this one first.
    const style = document.createElement("template");
    style.id = "__________cytoscape_stylesheet";
    document.head.append(style);
  }

  draw(seen: Seen, places: Places, root: string, closed: Set<string>): void {
    const large = seen.nodes.length > LARGE;
    const width = measure();
    this.picture?.destroy();
    const picture = cytoscape({
      container: this.box,
      elements: [
        ...seen.nodes.map((node) => ({
          group: "nodes" as const,
          data: { ...node, label: label(node, this.day, seen.hidden.get(node.id), width), root: node.id === root },
          position: { ...(places.get(node.id) ?? { x: 0, y: 0 }) },
          classes: closed.has(node.id) ? "closed" : "",
        })),
        ...seen.edges.map((edge) => ({
          group: "edges" as const,
          data: {
            id: edgeKey(edge), source: edge.from, target: edge.to, relation: edge.relation,
            label: this.styles[edge.relation]?.label ?? edge.relation,
          },
          classes: seen.edges.length <= NAMED ? "named" : "",
        })),
      ],
      style: stylesheet(this.styles, palette(), large),
      layout: { name: "preset", padding: 24 },
      minZoom: 0.03,
      maxZoom: 2.5,
      hideEdgesOnViewport: large,
      textureOnViewport: large,
      boxSelectionEnabled: false,
      autoungrabify: true,
    });
    this.picture = picture;
    this.fit(root);
    this.listen(picture);
  }

  private listen(picture: cytoscape.Core): void {
    picture.on("tap", "node", (event) => this.listener.node(event.target.id()));
    picture.on("dbltap", "node", (event) => this.listener.toggle(event.target.id()));
    picture.on("tap", "edge", (event) => this.listener.edge(event.target.id()));
    picture.on("mouseover", "edge", (event) => this.listener.over(event.target.id(), event.renderedPosition));
    picture.on("mouseout", "edge", () => this.listener.over(null, { x: 0, y: 0 }));
  }

  /** Mark nodes and edges, dim all others; nothing marked shows all alike. */
  mark(ids: Set<string>, dim: boolean): void {
    this.picture?.batch(() => {
      this.picture?.elements().forEach((one) => {
        one.toggleClass("on", ids.has(one.id()));
        one.toggleClass("dim", dim && ids.size > 0 && !ids.has(one.id()));
      });
    });
  }

  /** Bring everything into view; where that would be too small to read, the root. */
  fit(root: string): void {
    const picture = this.picture;
    if (!picture) return;
    picture.resize();
    picture.fit(undefined, 24);
    if (picture.zoom() > 1.1) picture.zoom({ level: 1.1, renderedPosition: middle(this.box) });
    if (picture.zoom() < READABLE) {
      picture.zoom(0.85);
      picture.center(picture.getElementById(root));
      this.fill(picture);
    } else {
      picture.center();
    }
  }

  /** Shift the picture where a side is empty though there is more at the other. */
  private fill(picture: cytoscape.Core): void {
    const seen = picture.elements().renderedBoundingBox();
    const spare = (start: number, end: number, room: number): number =>
      start > 24 ? Math.max(24 - start, Math.min(0, room - 24 - end)) : end < room - 24 ? Math.min(room - 24 - end, Math.max(0, 24 - start)) : 0;
    picture.panBy({ x: spare(seen.x1, seen.x2, this.box.clientWidth), y: spare(seen.y1, seen.y2, this.box.clientHeight) });
  }

  zoom(factor: number): void {
    this.picture?.zoom({ level: this.picture.zoom() * factor, renderedPosition: middle(this.box) });
  }

  show(id: string): void {
    const one = this.picture?.getElementById(id);
    if (one?.nonempty()) this.picture?.center(one);
  }

  /** Return the nearest node in a direction, for the arrow keys. */
  next(id: string, key: string): string | undefined {
    const here = this.picture?.getElementById(id).position();
    if (!here || !this.picture) return undefined;
    const sideways = key === "ArrowLeft" || key === "ArrowRight";
    const sign = key === "ArrowLeft" || key === "ArrowUp" ? -1 : 1;
    let best: { id: string; far: number } | undefined;
    this.picture.nodes().forEach((node) => {
      const dx = node.position("x") - here.x;
      const dy = node.position("y") - here.y;
      const along = (sideways ? dx : dy) * sign;
      const across = Math.abs(sideways ? dy : dx);
      if (along < 5 || (sideways && across > 5)) return;
      const far = along + across * (sideways ? 1 : 0.35);
      if (!best || far < best.far) best = { id: node.id(), far };
    });
    return best?.id;
  }

  /** For tests and for people who ask what there is. */
  get size(): { nodes: number; edges: number } {
    return { nodes: this.picture?.nodes().length ?? 0, edges: this.picture?.edges().length ?? 0 };
  }
}

function middle(box: HTMLElement): { x: number; y: number } {
  return { x: box.clientWidth / 2, y: box.clientHeight / 2 };
}
