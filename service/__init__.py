"""The HTTP service and the command line: the only part that knows FastAPI and typer."""
