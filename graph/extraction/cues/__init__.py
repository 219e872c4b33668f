"""The phrases that tell what documents do to one another, and how it is put down."""
