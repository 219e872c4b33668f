"""SPARQL over the derived graph: Oxigraph in processes that can be stopped."""
