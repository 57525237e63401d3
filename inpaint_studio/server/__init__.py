"""The embedded endpoint: `POST /v1/images/edits` on this machine, served by the engine.

`app.create_app` builds it, `serve.serve` runs it, `child.ServerChild` keeps it in a process of its
own. This file imports nothing, so that whoever needs only the child pays for no web framework.
"""
