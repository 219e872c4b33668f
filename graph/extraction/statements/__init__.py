"""Who does what to which document, by what the text says."""
