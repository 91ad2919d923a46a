"""The form for a new Praxisbeispiel: its fields from the model, its page, the empty template."""
