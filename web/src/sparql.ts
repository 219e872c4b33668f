import "./site";
import "@zazuko/yasqe/build/yasqe.min.css";
import "./styles/sparql.css";
import { editor } from "./asking/editor";

const form = document.querySelector<HTMLFormElement>("form[data-sparql]");
if (form) editor(form);
