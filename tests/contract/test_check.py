"""Contract §1.2 as problems by field: what is refused before it is sent, and the fix offered."""

from datetime import date
from pathlib import Path

import pytest

from inpaint_studio.contract import retirement
from inpaint_studio.contract.catalog import load_catalog
from inpaint_studio.contract.params import EditParams, EditRequest, InputImage
from inpaint_studio.contract.profile import LOCAL_FILL_MODEL

CATALOG = load_catalog()


@pytest.fixture(autouse=True)
def before_anything_more_ends(monkeypatch):
    monkeypatch.setattr(retirement, "today", lambda: date(2026, 10, 27))


def params(model="gpt-image-2", **fields):
    return EditParams(**{"prompt": "a red door", "model": model, **fields})


def found(**fields):
    """Problems as `(field, is_error, fix)`."""
    return [(p.field, p.is_error, p.fix) for p in CATALOG.check_params(params(**fields))]


def png(name="a.png", size=(64, 64), bytes_more=0):
    head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
    body = head + size[0].to_bytes(4, "big") + size[1].to_bytes(4, "big") + b"\x08\x06\0\0\0"
    return InputImage(name, "image/png", body + bytes(bytes_more))


def pictures(*images, mask=None, markup=None, **fields):
    problems = CATALOG.check(EditRequest(params(**fields), images, mask, markup))
    return [(p.field, p.message) for p in problems if p.is_error]


@pytest.mark.parametrize("model", [name for name, m in CATALOG.models.items() if m.auto_size])
def test_default_choices_are_legal_for_every_model_but_the_oldest(model):
    of_the_choices = [problem for problem in found(model=model) if problem[0] != "model"]
    assert of_the_choices == []


@pytest.mark.parametrize(
    ("fields", "problems"),
    [
        ({"prompt": " "}, [("prompt", True, None)]),
        ({"prompt": "x" * 32_001}, [("prompt", True, None)]),
        ({"prompt": "x" * 1001, "model": "dall-e-2", "size": "512x512"},
         [("prompt", True, None), ("model", False, "gpt-image-2")]),
        ({"model": ""}, [("model", True, None)]),
        ({"model": "flux-9"}, [("model", False, None)]),
        ({"size": "1920x1080"}, [("size", True, "1920x1088")]),
        ({"size": "huge"}, [("size", True, "auto")]),
        ({"size": "3840x2160"}, [("size", False, None)]),
        ({"quality": "max"}, [("quality", True, "auto")]),
        ({"quality": "ultra"}, [("quality", False, "auto")]),
        ({"background": "transparent"}, [("background", False, "auto")]),
        ({"background": "transparent", "model": "gpt-image-2.5-flare"}, []),
        ({"background": "opaque", "model": "dall-e-2", "size": "512x512"},
         [("model", False, "gpt-image-2"), ("background", True, "auto")]),
        ({"background": "transparent", "output_format": "jpeg", "model": "gpt-image-1.5"},
         [("output_format", True, "png")]),
        ({"input_fidelity": "high"}, [("input_fidelity", True, None)]),
        ({"input_fidelity": "high", "model": "gpt-image-1.5"}, []),
        ({"input_fidelity": "high", "model": "gpt-image-1-mini"}, [("input_fidelity", True, None)]),
        ({"output_format": "gif"}, [("output_format", True, "png")]),
        ({"output_format": "gif", "model": "gpt-image-2.5-flare", "stream": True},
         [("stream", True, False)]),
        ({"output_format": "svg", "model": "gpt-image-2.6-flare", "n": 2},
         [("output_format", True, "png"), ("n", True, 1)]),
        ({"output_compression": 50}, [("output_compression", True, 100)]),
        ({"output_compression": 50, "output_format": "webp"}, []),
        ({"output_compression": 101, "output_format": "webp"}, [("output_compression", True, 100)]),
        ({"n": 0}, [("n", True, 1)]),
        ({"n": 11}, [("n", True, 10)]),
        ({"partial_images": 4, "stream": True}, [("partial_images", True, 3)]),
        ({"partial_images": 2}, [("partial_images", False, 0)]),
        ({"moderation": "low"}, []),
        ({"response_format": "url"}, [("response_format", True, None)]),
        ({"model": "gpt-image-2.6-flare", "extra": {"complexity": "high"}}, []),
        ({"model": "gpt-image-2.6-flare", "extra": {"complexity": "huge"}},
         [("complexity", True, "low")]),
        ({"model": "gpt-image-2.5-flare", "extra": {"complexity": "low"}},
         [("complexity", False, None)]),
        ({"model": "gpt-image-2.5-flare", "output_format": "gif", "extra": {"frame_count": "16"}},
         []),
        ({"model": "gpt-image-2.5-flare", "output_format": "gif", "extra": {"frame_count": 17}},
         [("frame_count", True, 2)]),
        ({"model": "gpt-image-2.5-flare", "extra": {"frame_duration_ms": 200}},
         [("frame_duration_ms", False, None)]),
        ({"extra": {"nobody": "knows", "svg": {"effort": "low"}}}, []),
        ({"model": "flux-9", "extra": {"seed": 7}}, [("model", False, None)]),
    ],
)  # fmt: skip
def test_problems_of_the_choices(fields, problems):
    assert found(**fields) == problems


def test_a_model_that_ignores_the_prompt_needs_none():
    assert found(model=LOCAL_FILL_MODEL, prompt="") == []


def test_dall_e_2_needs_one_of_its_sizes():
    assert ("size", True, "1024x1024") in found(model="dall-e-2")


def test_every_size_fix_is_legal():
    for problem in CATALOG.check_params(params(size="5000x17")):
        assert CATALOG.check_params(params(size=problem.fix)) == ()


def test_a_mask_of_another_size_is_named():
    assert pictures(png(), mask=png("m.png", (64, 65))) == [
        ("mask", "The mask is 64x65, the first picture 64x64.")
    ]


@pytest.mark.parametrize(
    ("images", "more", "field"),
    [
        ((), {}, "image"),
        ((png(),) * 17, {}, "image"),
        ((png(bytes_more=50_000_000),), {}, "image"),
        ((InputImage("a.gif", "image/gif", b"GIF89a"),), {}, "image"),
        ((InputImage("gone.png", "image/png", Path("/nowhere/gone.png")),), {}, "image"),
        ((png(),), {"mask": png(bytes_more=4_000_000)}, "mask"),
        ((png(),), {"mask": InputImage("m.jpg", "image/jpeg", b"\xff\xd8\xff")}, "mask"),
        ((png(),), {"markup": png()}, "markup"),
        ((png(),), {"markup": png(), "mask": png(), "model": "gpt-image-2.6-flare"}, "markup"),
        ((png(),), {"mask": png(), "output_format": "gif", "model": "gpt-image-2.5-flare"}, "mask"),
        ((png(size=(64, 65)),), {"model": "dall-e-2", "size": "512x512"}, "image"),
        ((png(),) * 2, {"model": "dall-e-2", "size": "512x512"}, "image"),
        ((png(bytes_more=4_000_000),), {"model": "dall-e-2", "size": "512x512"}, "image"),
    ],
)
def test_pictures_that_are_refused(images, more, field):
    assert [name for name, _ in pictures(*images, **more)] == [field]


def test_a_sound_request_has_no_problem(tmp_path):
    file = tmp_path / "a.png"
    file.write_bytes(png().content)

    assert pictures(InputImage("a.png", "image/png", file), png("b.png", (9, 9)), mask=png()) == []
