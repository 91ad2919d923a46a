"""What editors work with: new entries, comparisons, outside links."""
