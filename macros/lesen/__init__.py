"""From the bytes of the data files to plain values that know their place."""
