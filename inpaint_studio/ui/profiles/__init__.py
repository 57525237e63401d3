"""Whom runs are sent to: the chip's menu, the dialog, the test of an endpoint."""
