// What the view shows, kept in the address bar: whoever opens the address sees the same.

export interface State {
  direction: string;
  depth: number;
  relations: Set<string>; // empty: all
  until: string; // YYYY-MM, or empty
  closed: Set<string>; // nodes behind which nothing is drawn
  open: Set<string>; // nodes at the rim that were followed further
  focus: string; // a node, or an edge as "from relation to"
  from: string; // the ends of a path
  to: string;
}

export function readState(query: URLSearchParams): State {
  return {
    direction: query.get("direction") ?? "both",
    depth: Number(query.get("depth")) || 3,
    relations: new Set(query.getAll("relation")),
    until: (query.get("as_of") ?? "").slice(0, 7),
    closed: new Set(query.getAll("closed")),
    open: new Set(query.getAll("open")),
    focus: query.get("focus") ?? "",
    from: query.get("from") ?? "",
    to: query.get("to") ?? "",
  };
}

export function writeState(state: State): void {
  const query = scope(state);
  for (const id of state.closed) query.append("closed", id);
  for (const id of state.open) query.append("open", id);
  for (const name of ["focus", "from", "to"] as const) if (state[name]) query.set(name, state[name]);
  history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
}

/** What the service needs to know: which part of the graph. */
export function scope(state: State): URLSearchParams {
  const query = new URLSearchParams();
  if (state.direction !== "both") query.set("direction", state.direction);
  if (state.depth !== 3) query.set("depth", String(state.depth));
  for (const relation of [...state.relations].sort()) query.append("relation", relation);
  if (state.until) query.set("as_of", lastDay(state.until));
  return query;
}

function lastDay(month: string): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const day = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return `${month}-${String(day).padStart(2, "0")}`;
}
