"""The bar lies out of the way of the mask, and in view."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize

from inpaint_studio.ui.prompt_bar.position import GAP_PX, bar_position

ROOM = QRect(10, 20, 900, 500)
BAR = QSize(600, 60)


def test_below_above_or_at_the_foot() -> None:
    below = bar_position(QRect(300, 100, 100, 100), BAR, ROOM)
    assert below == QPoint(350 - 1 - 300, 200 + GAP_PX)
    above = bar_position(QRect(300, 300, 100, 190), BAR, ROOM)
    assert above.y() == 300 - GAP_PX - 60
    nowhere = bar_position(QRect(300, 50, 100, 450), BAR, ROOM)
    assert nowhere.y() == 520 - 60


@given(
    st.builds(
        QRect,
        st.integers(-2000, 2000),
        st.integers(-2000, 2000),
        st.integers(1, 3000),
        st.integers(1, 3000),
    )
)
def test_all_of_it_is_in_view_and_beside_the_mask_where_that_leaves_room(mask: QRect) -> None:
    bar = QRect(bar_position(mask, BAR, ROOM), BAR)
    assert ROOM.contains(bar)
    is_below = mask.bottom() + 1 + GAP_PX + 60 <= ROOM.bottom() + 1
    is_above = mask.top() - GAP_PX - 60 >= ROOM.top()
    if is_below or is_above:
        assert not bar.intersects(mask)
