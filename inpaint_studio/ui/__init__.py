"""Widgets: they read the session, call its verbs and follow its signals."""
