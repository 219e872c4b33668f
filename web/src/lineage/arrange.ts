// Where nodes go: ELK's layered layout in a worker, what is acted on above what acts on it.

import ELK, { type ElkExtendedEdge, type ElkNode } from "elkjs/lib/elk-api.js";
import workerUrl from "elkjs/lib/elk-worker.min.js?url";
import type { Seen } from "./graph";

export const WIDTH = 222;
export const HEIGHT = 80;
const GAP = 22;
const ROW_GAP = 84;

export type Places = Map<string, { x: number; y: number }>;

export class Arranger {
  private readonly elk = new ELK({ workerFactory: () => new Worker(workerUrl) });

  async places(seen: Seen): Promise<Places> {
    const levels = new Map(seen.nodes.map((node) => [node.id, node.level]));
    const lowest = Math.min(0, ...levels.values());
    const children: ElkNode[] = seen.nodes.map((node) => ({
      id: node.id,
      width: WIDTH,
      height: HEIGHT,
      layoutOptions: { "elk.partitioning.partition": String(node.level - lowest) },
    }));
    const edges: ElkExtendedEdge[] = seen.edges.map((edge, index) => {
      // From the upper to the lower one; within a level, from what is acted on.
      const down = (levels.get(edge.from) ?? 0) >= (levels.get(edge.to) ?? 0);
      const ends = down ? [edge.to, edge.from] : [edge.from, edge.to];
      return { id: `e${index}`, sources: [ends[0]!], targets: [ends[1]!] };
    });
    const laid = await this.elk.layout({ id: "all", layoutOptions: options(seen.nodes.length), children, edges });
    return wrapped(laid.children ?? []);
  }
}

function options(size: number): Record<string, string> {
  return {
    "elk.algorithm": "layered",
    "elk.direction": "DOWN",
    "elk.partitioning.activate": "true",
    "elk.edgeRouting": "POLYLINE",
    "elk.spacing.nodeNode": String(GAP),
    "elk.layered.spacing.nodeNodeBetweenLayers": String(ROW_GAP),
    "elk.layered.thoroughness": size > 300 ? "2" : "7",
    "elk.layered.nodePlacement.strategy": size > 300 ? "SIMPLE" : "BRANDES_KOEPF",
    "elk.separateConnectedComponents": "false",
  };
}

/** Break rows that are too long to be looked at into several, in ELK's order from left to right. */
function wrapped(nodes: ElkNode[]): Places {
  const rows = new Map<number, ElkNode[]>();
  for (const node of nodes) {
    const y = Math.round(node.y ?? 0);
    rows.set(y, [...(rows.get(y) ?? []), node]);
  }
  const longest = Math.max(6, Math.ceil(Math.sqrt(nodes.length) * 0.9));
  const places: Places = new Map();
  if ([...rows.values()].every((row) => row.length <= longest)) {
    for (const node of nodes) places.set(node.id, { x: (node.x ?? 0) + WIDTH / 2, y: (node.y ?? 0) + HEIGHT / 2 });
    return places;
  }
  let y = 0;
  for (const [, row] of [...rows].sort(([one], [other]) => one - other)) {
    row.sort((one, other) => (one.x ?? 0) - (other.x ?? 0));
    const pieces = Math.ceil(row.length / longest);
    const size = Math.ceil(row.length / pieces);
    for (let start = 0; start < row.length; start += size) {
      const piece = row.slice(start, start + size);
      piece.forEach((node, index) =>
        places.set(node.id, { x: (index - (piece.length - 1) / 2) * (WIDTH + GAP), y }),
      );
      y += HEIGHT + GAP;
    }
    y += ROW_GAP - GAP;
  }
  return places;
}
