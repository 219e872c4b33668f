"""The words everything else is said in: plain values, standard library only."""
