"""Pages for people, one module for each kind; each offers ``router``."""
