"""Domain knowledge as data: registries (TSV) and the demo corpus. See README.md here."""
