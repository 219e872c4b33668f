"""The text as it is searched: normalised, with its sentences, quotations and words; drafts."""
