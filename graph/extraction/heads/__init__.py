"""The head and the foot of an official document: whose it is, its number, force, signers."""
