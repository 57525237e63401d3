"""What is asked for: the prompt and every parameter, gated by the catalog."""
