"""Pictures out of the studio: what a file is called, what it carries, and that none is lost."""
