"""Controls Qt does not have, one per file."""
