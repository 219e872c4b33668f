"""Pictures of a lineage: one drawing, laid out by Graphviz, written as SVG, PNG, PDF or HTML."""
