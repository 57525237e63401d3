import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from inpaint_studio import paths
from inpaint_studio.durable import write_new
from inpaint_studio.picture.composite import blend_mask
from inpaint_studio.picture.image_file import open_picture
from inpaint_studio.runs.stored_results import found_shift
from tests.cli.conftest import KEY, ROOT, disc, newest_states, noise, open_history
from tests.support import replies
from tests.support.misbehaving import misbehaving
from tests.support.scripted import encoded


def test_the_embedded_engine_is_the_default(run, photo, mask, tmp_path) -> None:
    outcome = run(
        "edit", "--image", photo, "--mask", mask, "--prompt", "remove it", "--stream",
        "--partial-images", 2, "--output", tmp_path / "out", "--json",
    )  # fmt: skip

    assert outcome.status == 0
    kinds = [event["type"] for event in outcome.events]
    assert kinds == ["started", "partial_image", "partial_image", "result", "completed"]
    (path,) = outcome.events[-1]["paths"]
    assert Path(path) == tmp_path / "out" / "photo one-edit-01.png"
    source, result = open_picture(photo).pixels, open_picture(Path(path)).pixels
    protected = blend_mask(disc(120, 180, radius=16)) == 0
    assert np.array_equal(result[protected], source[protected])
    assert (result[~protected] != source[~protected]).any()


def test_a_photo_larger_than_its_frame_is_untouched_outside_the_blend(
    run, endpoint, tmp_path
) -> None:
    photo, mask = tmp_path / "photo.jpg", tmp_path / "mask.png"
    cv2.imwrite(str(photo), cv2.resize(noise(300, 400), (1600, 1200)))
    coverage = disc(1200, 1600, radius=30)
    cv2.imwrite(str(mask), coverage)

    outcome = run(
        "edit", "--image", photo, "--mask", mask, "--prompt", "remove it", "--stream",
        "--partial-images", 2, "--output", tmp_path, "--json", "--quality", "low",
        "--base-url", endpoint, "--api-key", KEY,
    )  # fmt: skip

    assert outcome.status == 0
    source = open_picture(photo).pixels
    result = open_picture(Path(outcome.events[-1]["paths"][0])).pixels
    protected = blend_mask(coverage) == 0
    assert np.array_equal(result[protected], source[protected])
    assert (result[~protected] != source[~protected]).any()


def test_every_run_is_in_the_history_without_its_key(edit, photo, endpoint) -> None:
    edit("--n", 2, "--stream", "--partial-images", 1)

    history = open_history()
    (record,) = history.runs()
    assert (record.prompt, record.profile_name) == ("a door", endpoint[7:-3])
    assert [variant.state for variant in record.variants] == ["done", "done"]
    assert all(len(variant.partials) == 1 for variant in record.variants)
    for blob in (record.source, record.sent_image, record.mask, record.variants[0].blob):
        assert blob is not None
        assert history.blob_path(blob).is_file()
    assert record.source is not None
    assert history.blob_path(record.source).read_bytes() == photo.read_bytes()
    history.close()
    for file in paths.data_folder().rglob("*"):
        assert not file.is_file() or KEY.encode() not in file.read_bytes()


def test_variants_differ_by_a_seed_that_repeats_them_and_is_kept(edit, run, tmp_path) -> None:
    flags = ("--n", 3, "--stream", "--extra", "seed=1", "--json")
    first, again = (edit(*flags, "--output", tmp_path / name) for name in ("one", "two"))

    def pictures(outcome) -> dict[int, bytes]:
        results = [event for event in outcome.events if event["type"] == "result"]
        return {event["variant"]: Path(event["path"]).read_bytes() for event in results}

    assert len(set(pictures(first).values())) == 3
    assert pictures(first) == pictures(again)
    history = open_history()
    record = history.runs()[0]
    history.close()
    assert [variant.seed for variant in record.variants] == [1, 2, 3]
    shown = run("history", "show", record.number).out
    assert re.findall(r"^\s*seed:\s+(\d+)$", shown, re.MULTILINE) == ["1", "2", "3"]


def test_the_history_knows_of_a_commands_results_what_it_knows_of_the_windows(run, edit) -> None:
    edit("--quality", "low")

    history = open_history()
    (variant,) = history.runs()[0].variants
    answer = json.loads(variant.answer_json)
    assert answer["returned"]["size"] == "180x120"
    assert answer["returned"]["output_format"] == "png"
    assert answer["figures"]["seam"] > 0
    assert found_shift(variant) is not None
    history.close()
    assert "returned size:" in run("history", "show", 1).out


def test_pictures_beyond_what_was_asked_for_are_in_the_history(run, photo, mask, tmp_path) -> None:
    pictures = [encoded((shade, 90, 10), (180, 120)) for shade in (20, 200)]
    with misbehaving(replies.answer(*pictures)) as there:
        outcome = run(
            "edit", "--image", photo, "--mask", mask, "--prompt", "x", "--output", tmp_path,
            "--base-url", there.base_url, "--model", "m",
        )  # fmt: skip

    assert outcome.status == 0
    history = open_history()
    stored = [
        history.blob_path(variant.blob).read_bytes() for variant in history.runs()[0].variants
    ]
    assert stored == pictures
    history.close()


def test_a_result_of_another_ratio_is_written_as_it_came(run, photo, mask, tmp_path) -> None:
    square = encoded((10, 90, 10), (128, 128))
    with misbehaving(replies.answer(square)) as there:
        outcome = run(
            "edit", "--image", photo, "--mask", mask, "--prompt", "x", "--output", tmp_path / "out",
            "--base-url", there.base_url, "--model", "m", "--no-history",
        )  # fmt: skip

    assert outcome.status == 1
    assert "another ratio" in outcome.err
    (written,) = (tmp_path / "out").iterdir()
    assert written.read_bytes() == square


def test_a_bug_surfaces_and_the_run_has_ended(edit, monkeypatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("inpaint_studio.runs.event_intake.EventIntake.take_in", fail)
    with pytest.raises(RuntimeError, match="a bug"):
        edit("--n", 2)
    assert newest_states() == ["failed", "failed"]


def test_no_history_leaves_none(edit) -> None:
    assert edit("--no-history").status == 0
    assert not paths.data_folder().exists()


def test_a_broken_history_does_not_cost_the_result(edit, tmp_path) -> None:
    paths.data_folder().mkdir(parents=True)
    (paths.data_folder() / "history").write_text("in the way")

    outcome = edit()

    assert outcome.status == 0
    assert "history" in outcome.err
    assert (tmp_path / "photo one-edit-01.png").is_file()


def test_results_are_never_overwritten(edit, tmp_path) -> None:
    taken = tmp_path / "photo one-edit-01.png"
    taken.write_bytes(b"mine")

    outcome = edit("--n", 2)

    assert taken.read_bytes() == b"mine"
    assert [Path(line).name for line in outcome.out.splitlines()] == [
        "photo one-edit-02.png",
        "photo one-edit-03.png",
    ]


def test_raw_keeps_the_endpoints_own_bytes(edit) -> None:
    outcome = edit("--raw", "--save-partials", "--output-format", "webp", "--json")

    history = open_history()
    (variant,) = history.runs()[0].variants
    assert variant.blob is not None
    kept = history.blob_path(variant.blob).read_bytes()
    history.close()
    (path,) = outcome.events[-1]["paths"]
    assert path.endswith("photo one-edit-01.webp")
    assert Path(path).read_bytes() == kept
    partials = [event["path"] for event in outcome.events if event["type"] == "partial_image"]
    assert [Path(partial).stem for partial in partials] == [
        "photo one-edit-01-partial-01",
        "photo one-edit-01-partial-02",
    ]
    assert all(Path(partial).is_file() for partial in partials)


def test_jpeg_results_carry_the_sources_exif(edit, tmp_path, photo) -> None:
    exif = Image.Exif()
    exif[0x010E] = "a house"
    Image.fromarray(noise(120, 180)).save(photo, exif=exif)

    edit("--output-format", "jpeg")

    with Image.open(tmp_path / "photo one-edit-01.jpg") as result:
        assert result.getexif()[0x010E] == "a house"


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (["--image", "missing.png"], "missing.png"),
        (["--image", "text.png"], "text.png"),
        (["--mask", "missing.png"], "missing.png"),
        (["--mask", "small.png"], "--mask"),
        (["--mask", "empty.png"], "empty"),
        ([], "--mask"),
        (["--mask", "mask.png", "--n", "11"], "--n"),
        (["--mask", "mask.png", "--size", "huge"], "--size"),
        (["--mask", "mask.png", "--partial-images", "4"], "--partial-images"),
        (["--mask", "mask.png", "--output-compression", "101"], "--output-compression"),
        (["--mask", "mask.png", "--quality", "standard"], "--quality"),
        (["--mask", "mask.png", "--model", "gpt-image-1", "--size", "17x9"], "--size"),
        (["--mask", "mask.png", "--model", "gpt-image-2", "--prompt", " "], "--prompt"),
        (["--mask", "mask.png", "--profile", "nobody"], "--profile"),
        (["--mask", "mask.png", "--base-url", "ftp://host"], "--base-url"),
        (["--mask", "mask.png", "--api-key", "two words"], "key"),
        (["--mask", "mask.png", "--output", "text.png"], "--output"),
    ],
)
def test_invalid_input_exits_with_2_before_anything_is_sent(
    run, photo, mask, tmp_path, monkeypatch, flags, words
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("inpaint_studio.cli.endpoint.ServerChild", None)
    Path("text.png").write_text("no picture")
    cv2.imwrite("small.png", disc(20, 30, radius=5))
    cv2.imwrite("empty.png", np.zeros((120, 180), np.uint8))
    image = [] if "--image" in flags else ["--image", photo]
    prompt = [] if "--prompt" in flags else ["--prompt", "x"]

    outcome = run("edit", *image, *prompt, *flags)

    assert outcome.status == 2
    assert words in outcome.err
    assert outcome.out == ""
    assert not paths.data_folder().exists()
    assert not list(tmp_path.glob("*-edit-*"))


def test_a_result_that_cannot_be_written_is_kept_in_the_history(
    edit, run, tmp_path, monkeypatch
) -> None:
    def fill_the_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr("inpaint_studio.export.writer.write_new", fill_the_disk)
        outcome = edit()

    assert outcome.status == 1
    assert "is full. Free some space" in outcome.err
    command = outcome.err.strip().rpartition("inpaint-studio ")[2]
    assert run(*command.split(), "--output", tmp_path).status == 0
    assert (tmp_path / "photo one-edit-01.png").is_file()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have text for names")
@pytest.mark.parametrize(
    ("name", "result"),
    [
        (b"\xff\xfe.jpg", "__-edit-01.png"),
        ("🎨 日本\n.jpg".encode(), "🎨 日本 -edit-01.png"),
        (b"CON.jpg", "CON-edit-01.png"),
        (b"x" * 251 + b".jpg", "x" * 243 + "-edit-01.png"),
    ],
)
def test_pictures_of_any_name_are_edited(edit, photo, tmp_path, name, result) -> None:
    picture = tmp_path / os.fsdecode(name)
    photo.rename(picture)

    outcome = edit("--image", picture, "--json", image=None)

    assert outcome.status == 0
    assert [Path(path).name for path in outcome.events[-1]["paths"]] == [result]


def test_references_and_further_fields_are_sent(edit, photo, tmp_path) -> None:
    reference = tmp_path / "reference.bmp"
    cv2.imwrite(str(reference), noise(20, 30))

    assert edit("--image", reference, "--extra", "seed=7", "--user", "me").status == 0


def test_transparent_pixels_stand_in_for_a_mask(edit, photo, tmp_path) -> None:
    coverage = disc(120, 180, radius=16)
    cut_out = tmp_path / "cut out.png"
    cv2.imwrite(str(cut_out), cv2.merge([*cv2.split(noise(120, 180)), 255 - coverage]))

    outcome = edit("--image", cut_out, image=None, mask=None)

    assert outcome.status == 0
    assert (open_picture(Path(outcome.out.strip())).pixels[..., 3] == 255).all()


def test_a_full_disk_for_one_file_costs_neither_the_other_nor_the_run(edit, monkeypatch) -> None:
    calls: list[Path] = []

    def fill_the_disk_once(path: Path, data: bytes) -> None:
        calls.append(path)
        if len(calls) in (1, 2):
            raise OSError(28, "No space left on device")
        write_new(path, data)

    monkeypatch.setattr("inpaint_studio.export.writer.write_new", fill_the_disk_once)
    outcome = edit("--n", 2, "--save-partials", "--partial-images", 1, "--json")

    assert outcome.events[-1]["type"] == "completed"
    assert len(outcome.events[-1]["paths"]) + outcome.events[-1]["failed"] == 2
    assert outcome.err.count("is full. Free some space") == 2
    assert newest_states() == ["done", "done"]


def test_a_value_nobody_knows_is_sent_with_one_warning(edit) -> None:
    outcome = edit("--model", "model-of-tomorrow")

    assert outcome.err.count("model-of-tomorrow is not in the catalog") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="SIGINT to one process is POSIX")
def test_an_interrupt_exits_with_130_and_the_history_knows(photo, mask, tmp_path, faulty) -> None:
    url = faulty("delay=30")
    with subprocess.Popen(
        [sys.executable, "-m", "inpaint_studio", "edit", "--image", str(photo), "--mask",
         str(mask), "--prompt", "x", "--json", "--output", str(tmp_path), "--base-url", url],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert json.loads(process.stdout.readline())["type"] == "started"
        process.send_signal(signal.SIGINT)
        _, complaints = process.communicate(timeout=10)

    assert process.returncode == 130
    assert "Traceback" not in complaints
    assert newest_states() == ["stopped"]


def test_without_a_terminal_nothing_is_drawn(edit) -> None:
    assert edit("--no-metadata").err == ""


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo terminals are POSIX")
def test_a_terminal_shows_a_progress_bar(tmp_path, photo, mask, endpoint, monkeypatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    terminal, attached = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "inpaint_studio", "edit", "--image", str(photo), "--mask",
         str(mask), "--prompt", "x", "--output", str(tmp_path), "--base-url", endpoint],
        stdout=subprocess.PIPE, stderr=attached, text=True, cwd=ROOT,
    )  # fmt: skip
    out, _ = process.communicate(timeout=30)
    drawn = os.read(terminal, 65536).decode()
    os.close(terminal)
    os.close(attached)

    assert "0/1 done" in drawn
    assert "[########################] 1/1 done" in drawn
    assert drawn.endswith("\x1b[2K")
    assert out.strip().endswith("photo one-edit-01.png")
