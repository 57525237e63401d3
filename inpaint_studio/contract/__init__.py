"""What `POST /v1/images/edits` says: plain data and rules, no I/O, no Qt."""
