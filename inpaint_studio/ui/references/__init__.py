"""Further pictures a model may look at: the tray in the request panel."""
