// The part of the graph that is at hand, and which of it is to be seen.

import { edgeKey, type Lineage, type LineageEdge, type LineageNode } from "./data";
import type { State } from "./state";

export const MOST = 1000; // nodes drawn at once

export interface Seen {
  nodes: LineageNode[];
  edges: LineageEdge[];
  leftOut: number;
  hidden: Map<string, number>; // closed node -> number of nodes behind it
}

export class Graph {
  readonly nodes = new Map<string, LineageNode>();
  readonly edges = new Map<string, LineageEdge>();
  truncated = false;

  constructor(readonly root: string) {}

  /** Add a lineage that was asked for at `node`; its levels count from there. */
  add(lineage: Lineage, level = 0): void {
    for (const node of lineage.nodes) {
      if (!this.nodes.has(node.id)) this.nodes.set(node.id, { ...node, level: node.level + level });
    }
    for (const edge of lineage.edges) this.edges.set(edgeKey(edge), edge);
    this.truncated ||= lineage.truncated;
  }

  /** Return what is reached from the root without passing through a closed node. */
  seen(state: State): Seen {
    const edges = [...this.edges.values()].filter(
      (edge) => (!state.relations.size || state.relations.has(edge.relation)) && this.known(edge),
    );
    const early = (id: string): boolean => {
      const date = this.nodes.get(id)?.date;
      return !state.until || id === this.root || !date || date.slice(0, 7) <= state.until;
    };
    const near = neighbours(edges, early);
    const reached = walk(this.root, near, state.closed);
    const all = walk(this.root, near, new Set());
    const order = [...reached].sort((a, b) => this.distance(a) - this.distance(b));
    const drawn = new Set(order.slice(0, MOST));
    return {
      nodes: [...drawn].map((id) => this.nodes.get(id)!),
      edges: edges.filter((edge) => drawn.has(edge.from) && drawn.has(edge.to)),
      leftOut: reached.size - drawn.size,
      hidden: behind(state.closed, near, reached, all),
    };
  }

  private known(edge: LineageEdge): boolean {
    return this.nodes.has(edge.from) && this.nodes.has(edge.to);
  }

  private distance(id: string): number {
    return Math.abs(this.nodes.get(id)?.level ?? 99);
  }
}

type Near = Map<string, string[]>;

function neighbours(edges: LineageEdge[], early: (id: string) => boolean): Near {
  const near: Near = new Map();
  for (const edge of edges) {
    if (!early(edge.from) || !early(edge.to)) continue;
    for (const [one, other] of [[edge.from, edge.to], [edge.to, edge.from]] as const) {
      const list = near.get(one);
      if (list) list.push(other);
      else near.set(one, [other]);
    }
  }
  return near;
}

function walk(root: string, near: Near, closed: Set<string>): Set<string> {
  const reached = new Set([root]);
  for (const id of reached) {
    if (closed.has(id)) continue; // a Set's walk sees what is added on the way
    for (const other of near.get(id) ?? []) reached.add(other);
  }
  return reached;
}

function behind(closed: Set<string>, near: Near, reached: Set<string>, all: Set<string>): Map<string, number> {
  const hidden = new Map<string, number>();
  for (const id of closed) {
    if (!reached.has(id)) continue;
    const found = new Set((near.get(id) ?? []).filter((other) => !reached.has(other) && all.has(other)));
    for (const one of found) for (const other of near.get(one) ?? []) if (!reached.has(other)) found.add(other);
    hidden.set(id, found.size);
  }
  return hidden;
}
