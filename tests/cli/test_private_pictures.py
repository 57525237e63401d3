"""What of a picture's file leaves by the command line, and what of it stays here."""

from __future__ import annotations

from pathlib import Path

import pytest

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
