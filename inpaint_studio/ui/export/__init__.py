"""Pictures as files: the dialog, and what is dragged out."""
