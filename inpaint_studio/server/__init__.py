"""The embedded endpoint: the same contract as the remote one, served on loopback."""
