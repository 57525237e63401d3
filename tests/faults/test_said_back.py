"""Fault row 80: what an endpoint says back of a key is on no screen and in no file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from inpaint_studio import paths
from inpaint_studio.app import Studio
from inpaint_studio.cli import main
from inpaint_studio.contract.profile import Profile
from inpaint_studio.history import History
from inpaint_studio.history.details import run_details, variant_details
from inpaint_studio.runs.run import Endpoint
from tests.support import scenes
from tests.support.canary import CANARY, Search
from tests.support.misbehaving import misbehaving
from tests.support.replies import Reply, completed, error, http, stream
from tests.support.scripted import encoded

CUT = CANARY[:20]
PAGE = f"<html><body>No {CANARY}</body></html>".encode()
SEARCHES = (Search(CANARY), Search(CUT))

REPLIES = {
    "request id": lambda: error(400, f"Not {CUT}", {"x-request-id": CANARY}.items(), code=CANARY),
    "location": lambda: http(b"", status=302, location=f"https://elsewhere.test/{CANARY}"),
    "stream": lambda: stream(f'data: {{"type": "error", "message": "{CANARY}"}}\n\n'.encode()),
    "error in a 200": lambda: http(json.dumps({"error": {"message": CANARY}}).encode()),
    "page": lambda: http(PAGE, "text/html"),
    "result address": lambda: http(
        json.dumps({"data": [{"url": f"https://{CANARY.split('/')[1][:24]}.invalid"}]}).encode()
    ),
    "result": lambda: stream(
        completed(
            encoded((9, 9, 9), (160, 120)),
            quality=CUT,
            safety_identifier=CANARY,
            revised_prompt=CANARY,
        )
    ),
}


def assert_nowhere(folder: Path, words: str = "") -> None:
    for search in SEARCHES:
        assert search.files(folder) == []
        assert not search.finds(words)


@pytest.mark.parametrize("reply", REPLIES.values(), ids=REPLIES.keys())
@pytest.mark.parametrize("flags", [(), ("--json",)], ids=["words", "json"])
def test_the_command_line_and_its_history_do_not_have_it(
    reply, flags, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    photo = scenes.write_photo(tmp_path / "photo.png")
    with misbehaving(reply()) as endpoint:
        main([
            *("edit", "--image", str(photo), "--prompt", "a door", "--model", "m", "--stream"),
            *("--base-url", endpoint.base_url, "--api-key", CANARY, "--output", str(tmp_path)),
            *flags,
        ])  # fmt: skip
        assert endpoint.asked

    printed = capsys.readouterr()
    assert printed.out + printed.err
    main(["history", "show", "1"])
    main(["history", "list", "--json"])
    assert_nowhere(tmp_path, printed.out + printed.err + capsys.readouterr().out)


async def run_at(studio: Studio, reply: Reply) -> list[str]:
    """Run at an endpoint that answers so; all that was told of it."""
    session, told = studio.session, []
    session.noticed.connect(lambda notice: told.append(str(notice)))
    with misbehaving(reply) as server:

        async def endpoint() -> Endpoint:
            return Endpoint(Profile(name="Far", base_url=server.base_url), CANARY)

        snapshot = session._snapshot(session.editor.document, scenes.PARAMS)
        session.runs.submit(snapshot, endpoint)
        await scenes.until(session.runs.run_added, lambda: bool(session.runs.runs))
        await scenes.all_ended(studio)
    return told


@pytest.mark.parametrize("reply", REPLIES.values(), ids=REPLIES.keys())
async def test_window_history_and_project_do_not_have_it(
    reply, studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    told = await run_at(studio, reply())
    session = studio.session
    (variant,) = session.runs.runs[0].variants
    run = session.history.run(variant.run.id)
    details = [*run_details(run), *(each for v in run.variants for each in variant_details(v))]
    saved: list[Path] = []
    session.projects.saved.connect(saved.append)
    document = session.editor.document
    session.projects.save(document, tmp_path / "a.ora", session.draft.params.to_json())
    await scenes.until(session.projects.saved, lambda: bool(saved))

    notices = studio.window.central_area.notices
    words = [*told, str(details), notices.text(), notices._detail, str(variant.error)]
    assert_nowhere(tmp_path, "\n".join(words))
    assert isinstance(session.history, History)
    assert (paths.data_folder() / "history" / "history.db").is_file()
