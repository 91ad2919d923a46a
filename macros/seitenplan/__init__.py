"""Which pages there are, at which addresses, and what belongs to what; no HTML."""
