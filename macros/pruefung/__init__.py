"""The gate: what must hold of the data, and how a breach is told in German."""
