"""The search: what its index holds, made from the model when the site is built."""
