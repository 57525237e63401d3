import pytest

from inpaint_studio.contract.extra_fields import check_extra, read_extra, write_extra


def test_what_is_written_is_read():
    extra = {"seed": 1, "nested": {"list": [1, "ä"]}, "none": None}
    assert read_extra(write_extra(extra)) == extra
    assert read_extra(write_extra({})) == {}
    assert read_extra(" \n") == {}


@pytest.mark.parametrize("text", ["{", "[]", "3", '"a"', "[" * 100_000, '{"a": 1,}'])
def test_what_is_no_object_is_an_error(text):
    with pytest.raises(ValueError, match=r"line|object|deep"):
        read_extra(text)
    (problem,) = check_extra(text)
    assert problem.is_error
    assert problem.field == "extra"


def test_a_field_that_has_a_control_is_a_warning_and_a_picture_an_error():
    problems = {p.message.split()[3]: p for p in check_extra('{"size": "1x1", "seed": 1}')}
    assert [p.is_error for p in problems.values()] == [False]
    assert [p.is_error for p in check_extra('{"image[]": "x", "n": 2}')] == [True, False]
