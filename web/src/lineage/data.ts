// What the service answers: lineages and paths.

export interface Sentence {
  text: string;
  title: string | null;
  published: string | null;
  source: string | null;
}

export interface LineageNode {
  id: string;
  kind: "work" | "body";
  type: string | null;
  number: string | null;
  date: string | null;
  issuer: string | null;
  title: string | null;
  status: string | null;
  level: number;
}

export interface LineageEdge {
  from: string;
  relation: string;
  to: string;
  evidence: number;
  from_subdivisions?: string[];
  to_subdivisions?: string[];
  sentences?: Sentence[];
}

export interface Lineage {
  root: string;
  truncated: boolean;
  nodes: LineageNode[];
  edges: LineageEdge[];
}

export interface Paths {
  paths: { nodes: LineageNode[]; edges: LineageEdge[] }[];
}

export function edgeKey(edge: LineageEdge): string {
  return `${edge.from} ${edge.relation} ${edge.to}`;
}

export function nodeName(node: LineageNode): string {
  if (node.kind === "body") return node.title ?? node.id;
  if (node.number) return [node.type, node.number].filter(Boolean).join(" ");
  return node.title ?? node.type ?? node.id;
}

/** The page of a work or body. */
export function pageOf(id: string): string {
  const path = id.split("/").map(encodeURIComponent).join("/");
  return (id.startsWith("/org/") ? "/bodies" : "/works") + path;
}

export async function fetchLineage(id: string, query: URLSearchParams): Promise<Lineage> {
  return ask(`${pageOf(id)}/lineage?${query}`);
}

export async function fetchPaths(from: string, to: string): Promise<Paths> {
  return ask(`/paths?${new URLSearchParams({ from, to })}`);
}

async function ask<T>(address: string): Promise<T> {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  const body: unknown = await answer.json();
  if (!answer.ok) throw new Error((body as { detail?: string }).detail ?? answer.statusText);
  return body as T;
}
