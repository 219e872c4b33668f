"""The finders: numbers, short forms, names of laws and Party documents, pointers, rows of lists."""
