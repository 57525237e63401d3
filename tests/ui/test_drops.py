"""What is dropped onto the window, by the events that Qt makes of a drag."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QMouseEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from inpaint_studio.app import Studio
from tests.support import scenes
from tests.support.http_server import read_head, serving

COPY, MOVE, LINK = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction, Qt.DropAction.LinkAction
NONE = Qt.DropAction.IgnoreAction
HELD = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier


def drag(target: QWidget, mime: QMimeData, actions: Qt.DropAction) -> Qt.DropAction:
    """Drag onto a widget with Shift held, which asks for a move; what the source is told."""
    enter = QDragEnterEvent(QPoint(4, 4), actions, mime, *HELD)
    QApplication.sendEvent(target, enter)
    move = QDragMoveEvent(QPoint(5, 5), actions, mime, *HELD)
    move.setAccepted(enter.isAccepted())
    QApplication.sendEvent(target, move)
    if not (enter.isAccepted() and move.isAccepted()):
        return NONE
    drop = QDropEvent(QPointF(5, 5), actions, mime, *HELD)
    QApplication.sendEvent(target, drop)
    return drop.dropAction() if drop.isAccepted() else NONE


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    mime.setText("\n".join(map(str, paths)))  # as file managers do
    return mime


def bytes_of(path: Path) -> QMimeData:
    mime = QMimeData()
    mime.setData("image/png", path.read_bytes())
    return mime


def buttons(choice: QWidget) -> dict[str, QPushButton]:
    return {b.text(): b for b in choice.findChildren(QPushButton) if b.isVisibleTo(choice)}


async def test_a_frame_shows_that_what_is_held_over_the_window_would_be_taken(
    studio: Studio, tmp_path: Path
) -> None:
    mime = files(scenes.write_photo(tmp_path / "a.png"))
    window = studio.window

    def hint() -> bool:
        found = window.central_area.findChild(QWidget, "dropHint")
        return found is not None and found.isVisible()

    QApplication.sendEvent(window, QDragEnterEvent(QPoint(4, 4), MOVE, mime, *HELD))
    assert not hint()  # it would be taken away from where it is
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(4, 4), COPY, mime, *HELD))
    assert hint()
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not hint()
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(4, 4), COPY, mime, *HELD))
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), COPY, mime, *HELD))
    assert not hint()


@pytest.mark.parametrize(
    ("actions", "told"), [(COPY | MOVE, COPY), (LINK | MOVE, LINK), (MOVE, NONE)]
)
async def test_no_source_is_told_that_its_file_was_moved(
    studio: Studio, tmp_path: Path, actions: Qt.DropAction, told: Qt.DropAction
) -> None:
    mime = files(scenes.write_photo(tmp_path / "a.png"))
    tray = studio.wiring.references.tray
    await scenes.open_photo(studio, tmp_path / "a.png")
    for target in (studio.window, tray):
        assert drag(target, mime, actions) == told, target


async def test_nothing_in_the_window_makes_text_of_a_file(studio: Studio, tmp_path: Path) -> None:
    mime = files(scenes.write_photo(tmp_path / "a.png"))
    words = QMimeData()
    words.setText("a lighthouse")
    lines = {line: line.text for line in studio.window.findChildren(QLineEdit)}
    texts = {edit: edit.toPlainText for edit in studio.window.findChildren(QPlainTextEdit)}
    assert lines
    assert texts
    for field, text in (*lines.items(), *texts.items()):
        target = field.viewport() if isinstance(field, QPlainTextEdit) else field
        if target.acceptDrops() and field.isEnabled():
            assert drag(target, mime, COPY | MOVE) in (NONE, COPY), field
            assert "a.png" not in text()
    prompt = studio.window.panel.prompt
    assert drag(prompt._edit.viewport(), words, COPY | MOVE) == COPY
    assert prompt.text() == "a lighthouse"
    drag(prompt._edit.viewport(), mime, COPY | MOVE)
    editor = studio.session.editor
    await scenes.eventually(lambda: editor.document is not None)  # the window has taken it
    assert prompt.text() == "a lighthouse"


async def test_several_files_are_source_and_references(studio: Studio, tmp_path: Path) -> None:
    paths = [scenes.write_photo(tmp_path / f"{name}.png") for name in "abc"]
    choice = studio.wiring.drop_choice
    drag(studio.window, files(*paths), COPY)
    assert list(buttons(choice)) == [
        "Open all", "Open the first, add the others as references", "Add all as references",
        "Cancel",
    ]  # fmt: skip
    buttons(choice)["Open the first, add the others as references"].click()
    await scenes.eventually(lambda: studio.session.editor.document is not None)
    document = studio.session.editor.document
    assert document is not None
    await scenes.eventually(lambda: len(document.references) == 2)
    assert document.source.name == "a.png"
    assert [each.name for each in document.references] == ["b.png", "c.png"]


async def test_what_is_pasted_onto_a_picture_is_asked_about_like_a_drop(
    studio: Studio, tmp_path: Path
) -> None:
    choice, editor = studio.wiring.drop_choice, studio.session.editor
    QGuiApplication.clipboard().setMimeData(
        files(scenes.write_photo(tmp_path / "a.png"), scenes.write_photo(tmp_path / "b.png"))
    )
    studio.window.actions_["paste"].trigger()
    assert "Open the first, add the others as references" in buttons(choice)
    buttons(choice)["Cancel"].click()
    QGuiApplication.clipboard().setMimeData(files(tmp_path / "a.png"))
    studio.window.actions_["paste"].trigger()
    assert not choice.isVisible()  # nothing is there that it could replace
    await scenes.until(editor.document_changed, lambda: editor.document is not None)
    first = editor.document
    for copied in (files(tmp_path / "b.png"), bytes_of(tmp_path / "b.png")):
        QGuiApplication.clipboard().setMimeData(copied)
        studio.window.actions_["paste"].trigger()
        assert list(buttons(choice)) == [
            "Open as new picture", "Add as reference", "Use as mask", "Cancel",
        ]  # fmt: skip
        assert editor.document is first
        buttons(choice)["Cancel"].click()
    studio.window.actions_["paste"].trigger()
    buttons(choice)["Open as new picture"].click()
    await scenes.until(editor.document_changed, lambda: editor.document is not first)


async def test_what_is_pasted_into_the_tray_is_a_reference(studio: Studio, tmp_path: Path) -> None:
    photo = scenes.write_photo(tmp_path / "a.png")
    await scenes.open_photo(studio, photo)
    references, choice = studio.wiring.references, studio.wiring.drop_choice
    document = studio.session.editor.document
    assert document is not None
    references.add_files([photo])
    await scenes.eventually(lambda: len(document.references) == 1)
    adder = next(
        each
        for each in references.tray.findChildren(QPushButton)
        if each.accessibleName() == "Add a reference"
    )
    adder.setEnabled(True)  # local fill takes none
    adder.setFocus()
    QGuiApplication.clipboard().setMimeData(bytes_of(photo))
    studio.window.actions_["paste"].trigger()
    await scenes.eventually(lambda: len(document.references) == 2)
    assert not choice.isVisible()
    assert document.references[1].name == "Pasted picture"


@pytest.mark.qt_log_ignore("does not support propagateSizeHints")
async def test_files_of_the_dialog_are_opened_each_in_a_tab(studio: Studio, tmp_path: Path) -> None:
    paths = [scenes.write_photo(tmp_path / f"{name}.png") for name in "ab"]
    choice, editor = studio.wiring.drop_choice, studio.session.editor
    await scenes.open_photo(studio, paths[0])
    studio.window.actions_["open"].trigger()
    dialog = studio.window.findChild(QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFiles
    dialog.filesSelected.emit([str(path) for path in paths])
    assert not choice.isVisible()
    documents = studio.session.documents
    await scenes.until(documents.changed, lambda: len(documents.all) == 2)
    assert editor.document is documents.all[1]
    dialog.close()


async def test_a_picture_elsewhere_is_fetched_at_a_click_and_not_before(
    studio: Studio, tmp_path: Path
) -> None:
    picture = scenes.write_photo(tmp_path / "cat.png").read_bytes()
    heads = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heads.append(await read_head(reader))
        head = f"HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Length: {len(picture)}\r\n\r\n"
        writer.write(head.encode() + picture)
        await writer.drain()

    choice, editor = studio.wiring.drop_choice, studio.session.editor
    async with serving(answer) as port:
        mime = QMimeData()
        mime.setUrls([QUrl("https://example.org/page")])
        mime.setHtml(f'<img src="http://127.0.0.1:{port}/cat.png">')
        assert drag(studio.window, mime, COPY | LINK) == COPY
        await asyncio.sleep(0.2)
        assert heads == []
        assert not buttons(choice)["Fetch as mask"].isEnabled()
        assert not buttons(choice)["Fetch and open"].hasFocus()
        buttons(choice)["Fetch and open"].click()
        await scenes.eventually(lambda: editor.document is not None)
        assert editor.document is not None
        assert editor.document.source.name == "cat.png"
        drag(studio.window, mime, COPY)
        buttons(choice)["Fetch as reference"].setEnabled(True)  # local fill takes none
        buttons(choice)["Fetch as reference"].click()
        await scenes.eventually(lambda: bool(editor.document and editor.document.references))
    assert [head.target for head in heads] == ["/cat.png", "/cat.png"]
    assert all(not {"cookie", "authorization"} & set(head.headers) for head in heads)


async def test_what_cannot_be_fetched_is_told_without_talk_of_money(studio: Studio) -> None:
    async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_head(reader)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")

    choice, notices = studio.wiring.drop_choice, studio.window.central_area.notices
    async with serving(hang_up) as port:
        mime = QMimeData()
        mime.setUrls([QUrl(f"http://127.0.0.1:{port}/cat.png")])
        drag(studio.window, mime, COPY)
        buttons(choice)["Fetch and open"].click()
        await scenes.eventually(lambda: "cannot be fetched" in notices.text())
    assert "charged" not in notices.text()


async def test_no_press_on_a_bar_reaches_the_canvas(studio: Studio, tmp_path: Path) -> None:
    await scenes.open_photo(studio, scenes.write_photo(tmp_path / "a.png"))
    drag(studio.window, files(tmp_path / "a.png"), COPY)
    choice, canvas = studio.wiring.drop_choice, studio.wiring.canvas
    assert choice.isVisible()
    for bar in (choice, studio.window.central_area.notices, studio.window.central_area.question):
        assert not canvas.isAncestorOf(bar)
    spot = QPointF(3, 3)
    event = QMouseEvent(
        QEvent.Type.MouseButtonPress, spot, choice.mapToGlobal(spot),
        Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(choice, event)
    assert not studio.session.editor.is_painting
