"""The whole mask: adjusting it, and masks as files."""
