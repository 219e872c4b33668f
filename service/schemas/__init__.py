"""The shapes of what the service takes and answers, as pydantic models with examples."""
