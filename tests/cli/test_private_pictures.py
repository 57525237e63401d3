"""What of a picture's file leaves by the command line, and what of it stays here."""

from __future__ import annotations

from pathlib import Path

import pytest

from inpaint_studio.picture.image_file import decode_picture, open_picture
from tests.support import replies
from tests.support.misbehaving import misbehaving
from tests.support.private_pictures import FORMATS, SECRETS, private_picture
from tests.support.scripted import encoded


@pytest.mark.parametrize("file_format", FORMATS)
def test_an_endpoint_is_sent_pixels_alone(run, tmp_path: Path, file_format: str) -> None:
    photo = tmp_path / "SECRETNAME.photo"
    photo.write_bytes(private_picture(file_format))
    with misbehaving(replies.answer(encoded((10, 90, 10), (48, 32)))) as there:
        outcome = run(
            "edit", "--image", photo, "--image", photo, "--prompt", "x", "--model", "m",
            "--output", tmp_path / "out", "--base-url", there.base_url, "--no-history",
        )  # fmt: skip

    assert outcome.status == 0, outcome.err
    (asked,) = there.asked
    assert len(asked.files) == 2
    for secret in (*SECRETS, b"SECRETNAME", b"GPS"):
        assert secret not in asked.body


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize("output_format", ["png", "jpeg", "webp"])
def test_results_carry_what_is_said_and_nothing_where_it_is_switched_off(
    run, tmp_path: Path, output_format: str, bare: bool
) -> None:
    photo, mask = tmp_path / "photo.jpg", tmp_path / "mask.png"
    photo.write_bytes(private_picture("JPEG"))
    mask.write_bytes(encoded((255, 255, 255), (48, 32)))
    with misbehaving(replies.answer(encoded((10, 90, 10), (48, 32)))) as there:
        outcome = run(
            "edit", "--image", photo, "--mask", mask, "--prompt", "SECRETWORDS", "--model", "m",
            "--output", tmp_path / "out", "--base-url", there.base_url,
            "--output-format", output_format, *(["--no-metadata"] if bare else []),
        )  # fmt: skip
    exported = run(
        "history", "export", 1, "--output", tmp_path / "again", "--format", output_format,
        *(["--no-metadata"] if bare else []),
    )  # fmt: skip

    assert outcome.status == exported.status == 0, outcome.err
    for words, folder in ((outcome.err, "out"), (exported.err, "again")):
        (path,) = (tmp_path / folder).iterdir()
        data = path.read_bytes()
        found = [secret for secret in SECRETS if secret in data]
        assert open_picture(path).icc_profile == open_picture(photo).icc_profile is not None
        if bare:
            assert (found, words.count("--no-metadata")) == ([], 0)
        else:
            assert {SECRETS[0], SECRETS[1]} <= set(found)
            assert "EXIF with the place" in words
            assert "--no-metadata leaves that out" in words
            assert ("the prompt" in words) == (SECRETS[3] in data)


@pytest.mark.parametrize("file_format", ["PNG", "JPEG", "WEBP", "AVIF"])
def test_an_endpoints_own_file_is_bare_too_where_that_is_asked(
    run, tmp_path: Path, file_format: str
) -> None:
    photo, answer = tmp_path / "photo.png", private_picture(file_format, orientation=6)
    photo.write_bytes(encoded((9, 9, 9), (32, 48)))
    with misbehaving(replies.answer(answer)) as there:
        for name, further in (("kept", ()), ("bare", ("--no-metadata",))):
            assert run(
                "edit", "--image", photo, "--prompt", "x", "--model", "m", "--output",
                tmp_path / name, "--base-url", there.base_url, "--raw", *further,
            ).status == 0  # fmt: skip
    assert run(
        "history", "export", 1, "--output", tmp_path / "export", "--raw", "--no-metadata"
    ).status == 0  # fmt: skip

    (kept,) = (tmp_path / "kept").iterdir()
    assert kept.read_bytes() == answer
    for folder in ("bare", "export"):
        (bare,) = (tmp_path / folder).iterdir()
        data = bare.read_bytes()
        assert [secret for secret in SECRETS if secret in data] == []
        again, source = open_picture(bare), decode_picture(answer, "answer")
        assert (again.pixels == source.pixels).all()
        assert again.icc_profile == source.icc_profile
