"""What everything in the window looks like and says: theme, languages, images for Qt."""
