"""Pages for people: rendered here, readable without scripts, everything escaped."""
