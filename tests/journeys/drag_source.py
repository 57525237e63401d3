"""Another program from which things are dragged: `python -m tests.journeys.drag_source JSON`.

`{"files": [...]}` makes it a file manager that proposes to move and deletes what was moved;
`{"urls": [...], "html": "..."}` a browser. It says `ready`, and then what became of the drag.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

_KEPT_MS = 1000
COPY, MOVE, LINK = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction, Qt.DropAction.LinkAction


class Source(QLabel):
    """Drags as soon as it is pulled."""

    def __init__(self, files: list[str], urls: list[str], html: str) -> None:
        super().__init__("drag me")
        self._files = files
        self._mime = QMimeData()
        self._mime.setUrls([*map(QUrl.fromLocalFile, files), *map(QUrl, urls)])
        self._mime.setText("\n".join([*files, *urls]))
        if html:
            self._mime.setHtml(html)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep the mouse."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, and act on the answer."""
        drag = QDrag(self)
        drag.setMimeData(self._mime)
        offered = (COPY | MOVE, MOVE) if self._files else (COPY | LINK, COPY)
        told = drag.exec(*offered)
        # Under X the answer comes before the data is asked for.
        QTimer.singleShot(_KEPT_MS, lambda: self._end(told))

    def _end(self, told: Qt.DropAction) -> None:
        if told == MOVE:
            for name in self._files:
                Path(name).unlink()
        _say(told.name)
        QApplication.quit()


def _say(word: str) -> None:
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


def main(spec: str) -> int:
    app = QApplication([])
    source = Source(**{"files": [], "urls": [], "html": "", **json.loads(spec)})
    flags = Qt.WindowType.X11BypassWindowManagerHint | Qt.WindowType.FramelessWindowHint
    source.setWindowFlags(flags)
    source.setGeometry(4, 4, 70, 26)
    source.show()
    QTimer.singleShot(300, lambda: _say("ready"))
    QTimer.singleShot(60_000, app.quit)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
