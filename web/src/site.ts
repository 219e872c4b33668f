// What every page has: search as you type, copying, and parts that are open where there is room.
import "./styles/site.css";
import { copyButtons } from "./copying";
import { liveSearch } from "./live-search";

liveSearch();
copyButtons();
const roomy = window.matchMedia("(min-width: 52rem)").matches;
for (const part of document.querySelectorAll<HTMLDetailsElement>("details[data-wide]")) {
  if (roomy) part.open = true;
}
