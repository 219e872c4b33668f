import "./site";
import "./styles/lineage.css";
import { LineageView } from "./lineage/view";

const page = document.querySelector<HTMLElement>("[data-lineage]");
if (page) void new LineageView(page).load();
