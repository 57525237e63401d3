"""What hands do in several steps, as one."""

from __future__ import annotations

from inpaint_studio.picture.mask_operations import Adjustment, adjusted
from inpaint_studio.session.editor import Editor


def adjust_mask(editor: Editor, adjustment: Adjustment) -> None:
    """Adjust the mask at once, as one undo step."""
    base = editor.begin_adjusting()
    assert base is not None
    editor.show_adjusted(*adjusted(base, adjustment), adjustment.label)
    editor.apply_adjustment()
