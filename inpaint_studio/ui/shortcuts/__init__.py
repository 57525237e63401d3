"""Which keys do what: presets as data, the person's own on top, an editor, and a sheet."""
