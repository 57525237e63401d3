"""One notice at a time, and none of a loss is covered by a lesser one."""

from inpaint_studio.app import Studio
from inpaint_studio.session.notice import Notice

LOSS = Notice("warning", "The history was damaged", stays=True)


async def test_a_loss_is_not_covered_by_a_lesser_notice(studio: Studio) -> None:
    bar = studio.window.central_area.notices
    bar.show_notice(LOSS)
    bar.show_notice(Notice("done", "Exported"))
    bar.show_notice(Notice("warning", "The files of 3 results have gone"))

    said = []
    while bar.isVisible():
        said.append(bar.text())
        bar._close.click()
    assert said == [LOSS.title, "Exported", "The files of 3 results have gone"]


async def test_a_loss_comes_back_after_an_error(studio: Studio) -> None:
    bar = studio.window.central_area.notices
    bar.show_notice(LOSS)
    bar.show_notice(Notice("error", "The key was refused"))
    assert bar.text() == "The key was refused"
    bar.show_notice(Notice("done", "Exported"))
    assert bar.text() == "Exported"

    bar._timer.timeout.emit()

    assert bar.text() == LOSS.title
    bar._close.click()
    assert not bar.isVisible()
