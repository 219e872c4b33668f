"""The graph in RDF: terms, descriptions of nodes, and whole graphs written out."""
