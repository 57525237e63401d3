"""The frame that is sent, and extending the picture past its edge."""
