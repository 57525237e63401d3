"""The film strip: every picture on the way to a result, scrubbed, opened, exported."""
