"""What may fill the centre in place of the picture: the gallery, the comparison."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtWidgets import QWidget


class OverlayPage(QWidget):
    """A page over the centre. It knows where notices and questions take nothing that is in use."""

    @abstractmethod
    def take_keyboard(self) -> None:
        """Give the keyboard to what it shows. A proxy of the page would be a stop of Tab before."""

    @abstractmethod
    def leave_room(self, height_px: int) -> int:
        """Make room for that height, 0 where nothing is said; the upper edge of the room."""
