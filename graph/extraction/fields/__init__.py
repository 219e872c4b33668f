"""What stands around a reference: dates, issuers and their places, titles, parts of documents."""
