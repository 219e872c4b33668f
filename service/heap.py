"""The collector of cyclic garbage, told what is known of our objects."""

from __future__ import annotations

import gc

# Of new objects, of rounds over these, and of rounds over what outlived them, to the next round.
_SELDOM = (50_000, 20, 20)


def keep_loaded() -> None:
    """Let what is loaded stay, and look for cycles seldom. To be called once all is loaded.

    Registries and patterns live as long as the process, what is remembered of blocks nearly so.
    What a batch of texts makes has no cycles and goes by itself; by Python's own measure, made for
    few objects, it would have all the others looked through several times a batch.
    """
    gc.freeze()
    gc.set_threshold(*_SELDOM)
