"""Everything ever run, kept in SQLite and content-addressed files."""
