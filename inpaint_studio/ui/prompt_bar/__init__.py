"""The prompt at the mask: what the request panel asks for, where the hand is."""
