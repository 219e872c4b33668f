"""Luocdo's graph: reads texts, finds references, decides what they mean, keeps and answers."""
