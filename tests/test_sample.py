"""The sample opens, and its mask marks something in it."""

from inpaint_studio.paths import resource
from inpaint_studio.picture.image_file import open_picture


def test_the_sample_and_its_mask_belong_together() -> None:
    sample = open_picture(resource("sample.jpg"))
    mask = open_picture(resource("sample-mask.png"))

    assert sample.size == mask.size
    assert sample.notices == ()
    to_edit = mask.pixels[..., 3] == 0
    assert 0.01 < to_edit.mean() < 0.1


def test_the_sample_is_credited() -> None:
    credit = resource("sample-credit.md").read_text(encoding="utf-8")
    assert "CC0" in credit
    assert "Clemens Engelhardt" in credit
