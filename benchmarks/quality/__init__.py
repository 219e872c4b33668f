"""The parts of benchmarks/quality.py, one file for each body of data."""
