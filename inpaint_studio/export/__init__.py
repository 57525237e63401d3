"""Pictures leaving the studio: formats, names, metadata."""
