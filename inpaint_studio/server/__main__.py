"""The server as a child process: `python -m inpaint_studio.server` on a free port."""

import sys

from inpaint_studio.server.serve import serve

if __name__ == "__main__":
    sys.exit(serve(port=0))
