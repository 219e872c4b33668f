from __future__ import annotations

import sys
from pathlib import Path

# The benchmarks are scripts, not a package; their parts are found beside them.
sys.path.append(str(Path(__file__).resolve().parents[2] / "benchmarks"))
