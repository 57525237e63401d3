"""PySide6 must not drop references to None, True or False: Python would abort while painting.

PySide6 6.12.0 on Python 3.11 loses one per call. The count runs in a process of its own, since a
failing binding takes the whole process with it.
"""

import subprocess
import sys

PROBE = """
import sys
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPainter

class Sender(QObject):
    nothing = Signal()
    thing = Signal(object)
    flag = Signal(bool)

app = QGuiApplication([])
image = QImage(16, 16, QImage.Format.Format_ARGB32_Premultiplied)
sender = Sender()
sender.thing.connect(lambda thing: None)
sender.flag.connect(lambda flag: None)
counted = (None, True, False)
before = [sys.getrefcount(one) for one in counted]
painter = QPainter(image)
for _ in range(2000):
    painter.drawLine(0, 0, 5, 5)
    painter.setPen(0xff0000)
    sender.nothing.emit()
    sender.thing.emit(None)
    sender.flag.emit(True)
    sender.flag.emit(False)
painter.end()
print(min(sys.getrefcount(one) - was for one, was in zip(counted, before)))
"""


def test_painting_and_signals_keep_the_references_of_constants():
    done = subprocess.run(
        [sys.executable, "-c", PROBE], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > -100, "each call loses a reference: choose another PySide6"
