"""Profiles as a person meets them: the empty state, the dialog, the test, the chip's menu."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QScrollArea

from inpaint_studio.contract.profile import LOCAL_FILL_MODEL, Profile
from inpaint_studio.contract.templates import TEMPLATES
from inpaint_studio.session.profiles import LOCAL_FILL
from inpaint_studio.settings import Settings, load_settings, save_settings
from inpaint_studio.ui.profiles.dialog import ProfilesDialog
from inpaint_studio.ui.profiles.form import ProfileForm
from tests.support import replies, scenes, waiting
from tests.support.canary import CANARY
from tests.support.misbehaving import misbehaving

PATIENCE_S = 200
"""Longer than the product waits for a silent endpoint: what ends late still ends in words."""
# Windows of a fixed size are nothing to the display that is none.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


async def eventually(condition) -> None:
    await waiting.eventually(condition, PATIENCE_S)


def opened(studio) -> ProfilesDialog:
    dialog = studio.wiring.profiles.dialog
    assert dialog is not None
    return dialog


def type_into(line, text: str) -> None:
    line.setText(text)
    QTest.keyClick(line, Qt.Key.Key_Return)


async def test_from_an_empty_window_to_a_remote_run_without_losing_the_picture(
    studio, tmp_path
) -> None:

    await scenes.open_masked_photo(studio, tmp_path)
    document = studio.session.editor.document
    address = await studio.session._server.address()

    studio.window.central_area.empty_state.connect_button.click()
    dialog = opened(studio)
    assert dialog.isVisible()
    page = dialog._page
    assert page._profile.name == "OpenAI"
    type_into(page._form._rows["base_url"].field.control, address.base_url)
    page._key._line.setText(f" Bearer {address.token}\n")
    page._key._keep.click()
    await eventually(lambda: "kept only until" in page._key._words.text())
    assert page._key._line.text() == ""

    assert "$" in page._probe._price.text()
    page._probe.button.click()
    await eventually(lambda: page._probe._task is None)
    shown = [row[0].toolTip() for row in page._probe.list._rows.values()]
    assert shown == ["Yes"] * 8
    profile = studio.session.profiles.named("OpenAI")
    assert profile is not None
    assert (profile.honours_mask, profile.honours_size) == (True, True)
    assert profile.tested_at

    dialog._use.click()
    dialog.accept()
    assert studio.session.editor.document is document
    assert not studio.session.mask.box.is_empty
    assert studio.session.profiles.active.name == "OpenAI"
    await eventually(lambda: LOCAL_FILL_MODEL in studio.session.profiles._listed.get("OpenAI", ()))
    params = replace(scenes.PARAMS, model="gpt-image-2", prompt="a door")
    (variant,) = await scenes.run_once(studio, params)
    assert variant.state == "done"
    record = studio.session.history.run(variant.run.id)
    assert record.profile_name == "OpenAI"
    await studio.close()
    stored = load_settings().settings
    assert stored.active_profile == "OpenAI"
    assert "Bearer" not in repr(stored.profiles)


def leave(dialog, how: str) -> None:
    if how == "Escape":
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    elif how == "window":
        dialog.close()
    else:
        assert dialog._close.text() == how
        dialog._close.click()


@pytest.mark.parametrize("how", ["Escape", "window", "Cancel"])
async def test_a_connect_that_is_cancelled_leaves_no_profile_and_no_key(studio, how) -> None:
    profiles = studio.session.profiles
    for _ in range(2):
        studio.wiring.profiles.connect_a_key()
        dialog = opened(studio)
        profile = profiles.named("OpenAI")
        assert dialog._page._profile == profile
        dialog._page._key._line.setText(CANARY)
        leave(dialog, how)
        await asyncio.sleep(0.05)
        assert not dialog.isVisible()
        assert [each.name for each in profiles.all] == [LOCAL_FILL]
        assert await profiles.key_of(profile) is None
    await studio.close()
    assert load_settings().settings.profiles == ()


@pytest.mark.parametrize("deed", ["key", "address", "use"])
async def test_what_was_done_to_a_proposed_profile_keeps_it(studio, deed) -> None:
    profiles = studio.session.profiles
    studio.wiring.profiles.connect_a_key()
    dialog = opened(studio)
    page = dialog._page
    if deed == "key":
        page._key._line.setText(CANARY)
        page._key._keep.click()
    elif deed == "address":
        type_into(page._form._rows["base_url"].field.control, "https://other.invalid/v1")
    else:
        dialog._use.click()
    await waiting.eventually(lambda: dialog._close.text() == "Close")
    leave(dialog, "Escape")
    assert profiles.named("OpenAI") is not None
    assert not dialog.isVisible()


async def test_a_profile_that_was_added_by_hand_stays_and_a_key_is_saved_by_close(studio) -> None:
    profiles = studio.session.profiles
    studio.wiring.profiles.manage()
    dialog = opened(studio)
    dialog.add(TEMPLATES["LocalAI"])
    leave(dialog, "Escape")
    assert profiles.named("LocalAI") is not None
    dialog.show_profile("LocalAI")
    dialog._page._key._line.setText(CANARY)
    leave(dialog, "Close")
    saved = profiles.named("LocalAI")
    for _ in range(100):
        if await profiles.key_of(saved) is not None:
            break
        await asyncio.sleep(0.02)
    assert await profiles.key_of(saved) is not None


async def test_the_page_of_local_fill_is_laid_out_from_the_top(studio) -> None:
    studio.wiring.profiles.manage()
    dialog = opened(studio)
    page = dialog._page
    words = [each for each in page._about.findChildren(QLabel) if each.isVisible()]
    tops = [each.mapTo(page, QPoint()).y() for each in (*words, page._probe.button)]
    ends = [top + each.height() for top, each in zip(tops, words, strict=False)]
    gaps = [top - end for top, end in zip(tops[1:], ends, strict=True)]
    assert max(gaps) <= 24, (tops, ends)
    dialog.accept()


async def test_the_address_of_a_new_gateway_is_typed_on(studio) -> None:
    studio.wiring.profiles.manage()
    dialog = opened(studio)
    dialog.add(TEMPLATES["Other gateway"])
    await waiting.eventually(dialog.isActiveWindow, PATIENCE_S)
    line = dialog._page._form._rows["base_url"].field.control
    assert isinstance(line, QLineEdit)
    assert line.hasFocus()
    QTest.keyClicks(line, "lab.example/v1")
    assert line.text() == "https://lab.example/v1"
    dialog.accept()


async def test_chip_and_status_bar_say_whether_runs_leave_this_machine(studio) -> None:
    chip, status = studio.window.chip, studio.window.status
    assert "Local fill" in chip.accessibleName()
    assert status._profile.text() == "Local fill · local"
    studio.session.profiles.add(Profile(name="Lab", base_url="https://lab.invalid/v1"))
    studio.wiring.profiles.fill_menu()
    actions = [action.text() for action in studio.wiring.profiles.menu.actions()]
    assert any("cloud · lab.invalid" in words for words in actions)
    next(a for a in studio.wiring.profiles.menu.actions() if "Lab" in a.text()).trigger()
    assert "cloud · lab.invalid" in chip.accessibleName()
    assert status._profile.text() == "Lab · cloud"
    assert studio.session.draft.params.model != LOCAL_FILL_MODEL


async def test_the_chip_has_room_for_every_name_and_cuts_long_ones_in_the_middle(studio) -> None:
    studio.window.resize(1280, 720)
    chip, profiles = studio.window.chip, studio.session.profiles
    long = "https://images.a-department-of-a-large-organisation.example.com/v1"
    for name, address in (("OpenAI", "https://api.openai.com/v1"), ("Lab", long)):
        profiles.add(Profile(name=name, base_url=address))
        profiles.activate(name)
        await asyncio.sleep(0.05)
        assert chip.width() >= chip.sizeHint().width()
        assert name in chip.toolTip()
    assert "…" in chip._words.text()
    assert "large-organisation" in chip.toolTip()


async def test_profiles_are_managed_in_the_dialog(studio) -> None:
    profiles = studio.session.profiles
    studio.wiring.profiles.manage()
    dialog = opened(studio)
    assert not dialog._tools["delete"].isEnabled()
    for template in ("Azure OpenAI", "LocalAI"):
        next(a for a in dialog._tools["add"].menu().actions() if a.text() == template).trigger()
    dialog._tools["duplicate"].click()
    assert [p.name for p in profiles.all] == [
        LOCAL_FILL,
        "Azure OpenAI",
        "LocalAI",
        "LocalAI 2",
    ]
    dialog._tools["up"].click()
    assert [p.name for p in profiles.all][2] == "LocalAI 2"
    dialog._tools["delete"].click()
    assert "LocalAI 2" not in [p.name for p in profiles.all]
    dialog._undo.click()
    assert [p.name for p in profiles.all][2] == "LocalAI 2"
    line = dialog._page._form._rows["name"].field.control
    type_into(line, "Azure OpenAI")
    assert profiles.named("LocalAI 2") is not None
    assert dialog._page._form._rows["name"].problem.text()
    type_into(line, "Mine")
    assert profiles.named("Mine") is not None
    assert dialog._list.currentItem().text() == "Mine"
    dialog.accept()


@pytest.mark.parametrize(
    "address",
    ["", "nonsense", "ftp://x/v1", "https://", "http://[::1", "https://a b/v1",
     "https://user:key@host/v1", "https://host:99999999/v1"],
)  # fmt: skip
def test_a_malformed_address_is_outlined_and_not_taken(qtbot, address) -> None:
    form = ProfileForm()
    qtbot.addWidget(form)
    form.show_profile(Profile(name="Lab", base_url="https://lab.example/v1"))
    changes: list[Profile] = []
    form.changed.connect(changes.append)

    row = form._rows["base_url"]
    type_into(row.field.control, address)

    assert changes == []
    assert row.problem.text()
    assert row.field.control.property("problem") is True


def test_every_field_of_a_profile_can_be_edited(qtbot) -> None:
    form = ProfileForm()
    qtbot.addWidget(form)
    shown = {*form._rows, "allows_plain_http"}

    assert {*Profile.__dataclass_fields__} - shown == {"tested_at"}


def test_another_host_is_another_endpoint_of_which_nothing_is_known(qtbot) -> None:
    form = ProfileForm()
    qtbot.addWidget(form)
    tested = Profile(
        name="Lab", base_url="https://a.example/v1", honours_mask=False, tested_at="2026-01-01"
    )
    form.show_profile(tested)
    changes: list[Profile] = []
    form.changed.connect(changes.append)

    type_into(form._rows["base_url"].field.control, "http://b.example/v1")

    assert (changes[-1].honours_mask, changes[-1].tested_at) == (None, "")
    assert not form._plain.isHidden()


async def test_a_broken_profile_in_the_settings_is_told_and_the_window_opens(start_studio) -> None:
    save_settings(Settings(profiles=({"name": "Broken", "base_url": 3},), active_profile="Broken"))
    studio = await start_studio()
    assert "Broken" in studio.window.central_area.notices.text()
    assert studio.session.profiles.active.name == LOCAL_FILL


async def test_the_environment_is_offered_and_not_stored(start_studio, monkeypatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", CANARY)

    studio = await start_studio()
    studio.wiring.profiles.fill_menu()
    words = [action.text() for action in studio.wiring.profiles.menu.actions()]
    assert any("OpenAI" in each and "environment" in each for each in words)
    assert len(studio.session.profiles.all) == 1
    await studio.close()
    assert load_settings().settings.profiles == ()


async def test_every_control_of_the_dialog_is_named_and_reached_by_tab(studio) -> None:
    studio.session.profiles.add(Profile(name="Lab", base_url="https://lab.invalid/v1"))
    studio.wiring.profiles.dialog = None
    studio.wiring.profiles._opened().show_profile("Lab")
    assert unnamed(opened(studio)) == []
    opened(studio).accept()


def unnamed(widget) -> list[str]:
    """Controls that take the focus and have no name to be told by."""
    from PySide6.QtWidgets import QWidget

    return [
        f"{type(child).__name__} {child.objectName()}"
        for child in widget.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and child.focusProxy() is None
        and not child.objectName().startswith("qt_")
        and not isinstance(child, QLabel | QAbstractItemView | QScrollArea)
        if not (child.accessibleName() or getattr(child, "text", str)())
    ]


async def keyless(asked, writer) -> None:
    """Answers below /v1 only, and there wants a key."""
    status = 401 if asked.target.startswith("/v1/") else 404
    await replies.write(writer, replies.http_bytes(b"{}", status=status))


@pytest.mark.parametrize("written", ["127.0.0.1:{}", "http://127.0.0.1:{}/v1/images/edits"])
async def test_an_address_is_corrected_with_one_click_once_the_corrected_one_answers(
    studio, written
) -> None:
    studio.session.profiles.add(Profile(name="Lab", base_url="https://lab.invalid/v1"))
    studio.wiring.profiles._opened().show_profile("Lab")
    page = opened(studio)._page
    with misbehaving(keyless) as there:
        type_into(page._form._rows["base_url"].field.control, written.format(there.port))
        await waiting.eventually(lambda: page._address.isVisible())
        assert there.base_url in page._address._words.text()
        page._address.button.click()

    assert studio.session.profiles.named("Lab").base_url == there.base_url
    assert not page._form._rows["base_url"].problem.isVisible()
    assert not page._address.isVisible()
    opened(studio).accept()


async def test_a_test_that_fails_looks_for_the_address_that_was_meant(studio) -> None:
    with misbehaving(keyless) as there:
        address = there.base_url.removesuffix("/v1")
        studio.session.profiles.add(Profile(name="Lab", base_url=address))
        studio.wiring.profiles._opened().show_profile("Lab")
        page = opened(studio)._page
        page._probe.button.click()
        await waiting.eventually(lambda: page._address.isVisible())
    opened(studio).accept()


async def test_a_refused_key_leads_to_its_profile(studio, tmp_path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    with misbehaving() as server:
        profiles = studio.session.profiles
        profiles.add(server.profile("status-401", name="Refusing"))
        profiles.activate("Refusing")
        studio.session.draft.take(replace(scenes.PARAMS, model="gpt-image-2", prompt="a door"))
        (variant,) = await scenes.run_once(studio, studio.session.draft.params)
    profiles.activate(LOCAL_FILL)
    assert variant.state == "failed"
    notices = studio.window.central_area.notices
    assert "The endpoint refused the key" in notices.text()
    assert notices._action.text() == "Open profile"
    notices._action.click()
    assert opened(studio).isVisible()
    assert opened(studio)._page._profile.name == "Refusing"
    assert studio.window.strip.model.card_at(0).words == "Key refused"
    opened(studio).close()
