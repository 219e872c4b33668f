// How nodes and lines look: the styles of the print pictures, lightened on a dark page.

import type cytoscape from "cytoscape";
import type { LineageNode } from "./data";
import { nodeName } from "./data";
import { HEIGHT, WIDTH } from "./arrange";

export interface LineStyle {
  label: string;
  inverse: string;
  colour: string;
  dash: "solid" | "dashed" | "dotted" | "dash-dot";
  head: string;
  width: number;
}

export type LineStyles = Record<string, LineStyle>;

const SIZE = 13;
const FAMILY = "Be Vietnam Pro, sans-serif";
const LINES = 4;
const ROOM = WIDTH - 16;
const DASHES = { solid: [1, 0], dashed: [6, 4], dotted: [1.5, 3], "dash-dot": [8, 3, 2, 3] };
const HEADS: Record<string, string> = { dot: "circle", cross: "triangle-cross" };

export interface Palette {
  paper: string;
  ink: string;
  soft: string;
  line: string;
  accent: string;
  raised: string;
  sunk: string;
  dark: boolean;
}

export function palette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    paper: read("paper"),
    ink: read("ink"),
    soft: read("soft"),
    line: read("strong-line"),
    accent: read("accent"),
    raised: read("raised"),
    sunk: read("sunk"),
    dark: style.colorScheme.includes("dark") && !style.colorScheme.includes("light"),
  };
}

/** The colour of a line: on a dark page mixed with white until it can be seen. */
export function lineColour(colour: string, dark: boolean): string {
  if (!dark) return colour;
  const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return `rgb(${parts.map((part) => Math.round(part + (255 - part) * 0.58)).join(",")})`;
}

/** The name in up to two lines, then day and issuer in as many, then as much of the subject as there is room. */
export function label(node: LineageNode, day: (date: string) => string, hidden: number | undefined, measure: Measure): string {
  const name = nodeName(node) + (hidden ? ` [+${hidden}]` : "");
  const facts = [node.date ? day(node.date) : "", node.kind === "work" ? (node.issuer ?? "") : ""].filter(Boolean).join(" · ");
  const lines = [...wrapped(name, 2, measure), ...wrapped(facts, 2, measure)];
  const subject = node.title && node.title !== nodeName(node) ? node.title : "";
  return [...lines, ...wrapped(subject, LINES - lines.length, measure)].join("\n");
}

export type Measure = (text: string) => number;

/** How wide a text is in a node, in the unit of the layout. */
export function measure(): Measure {
  const pen = document.createElement("canvas").getContext("2d")!;
  pen.font = `${SIZE}px ${FAMILY}`;
  return (text) => pen.measureText(text).width;
}

function wrapped(text: string, most: number, width: Measure): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && width(`${last} ${word}`) <= ROOM) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length > most) lines.splice(most - 1, Infinity, lines.slice(Math.max(most - 1, 0)).join(" "));
  return lines.slice(0, most).map((line) => clipped(line, width));
}

function clipped(line: string, width: Measure): string {
  if (width(line) <= ROOM) return line;
  let length = line.length;
  while (length > 1 && width(`${line.slice(0, length)}…`) > ROOM) length -= 1;
  return `${line.slice(0, length).trimEnd()}…`;
}

export function stylesheet(styles: LineStyles, colours: Palette, large: boolean): cytoscape.StylesheetJson {
  return [
    {
      selector: "node",
      style: {
        shape: "rectangle", width: WIDTH, height: HEIGHT, label: "data(label)",
        "text-wrap": "wrap", "text-max-width": `${WIDTH}px`, "text-valign": "center",
        "font-family": FAMILY, "font-size": SIZE, color: colours.ink, "line-height": 1.28,
        "background-color": colours.raised, "border-width": 1.2, "border-color": colours.line,
      },
    },
    { selector: "node[kind='body']", style: { shape: "round-rectangle", "background-color": colours.sunk } },
    { selector: "node[status='cited-only']", style: { "border-style": "dashed" } },
    { selector: "node[?root]", style: { "border-width": 3.5, "border-color": colours.accent, "font-weight": 600 } },
    { selector: "node.closed", style: { "border-style": "double", "border-width": 5 } },
    {
      selector: "edge",
      style: {
        "curve-style": large ? "straight" : "bezier", "control-point-step-size": 34,
        "font-family": "Be Vietnam Pro, sans-serif", "font-size": 11, color: colours.ink,
        "text-background-color": colours.paper, "text-background-opacity": 0.92, "text-background-padding": "2px",
        "target-arrow-shape": "vee", width: 1.2, "line-color": colours.soft, "target-arrow-color": colours.soft,
      },
    },
    ...Object.entries(styles).map(([relation, style]) => {
      const colour = lineColour(style.colour, colours.dark);
      const head = style.head.replace("open-", "");
      return {
        selector: `edge[relation='${relation}']`,
        style: {
          width: large ? style.width * 0.6 : style.width, opacity: large ? 0.45 : 1, "line-color": colour, "target-arrow-color": colour, "arrow-scale": 1.1,
          "line-style": style.dash === "solid" ? "solid" : "dashed", "line-dash-pattern": DASHES[style.dash],
          "target-arrow-shape": HEADS[head] ?? head,
          "target-arrow-fill": style.head.startsWith("open-") ? "hollow" : "filled",
        },
      };
    }),
    { selector: "edge.named", style: { label: "data(label)" } },
    { selector: ".dim", style: { opacity: 0.16 } },
    { selector: "node.on", style: { "border-width": 3.5, "border-color": colours.accent } },
    { selector: "edge.on", style: { width: 4, opacity: 1, label: "data(label)", "z-index": 9 } },
  ] as cytoscape.StylesheetJson;
}
