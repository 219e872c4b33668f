"""One module for each kind of resource; each offers ``router``."""
