"""The window around the features: central area, docks, actions, bars."""
