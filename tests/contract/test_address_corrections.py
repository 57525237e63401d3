"""What a person may have meant by an address."""

import pytest

from inpaint_studio.contract.address_corrections import corrections


@pytest.mark.parametrize(
    ("address", "first"),
    [
        ("localhost:8000", "http://localhost:8000/v1"),
        ("localhost:8000/v1", "http://localhost:8000/v1"),
        ("127.0.0.1:1234", "http://127.0.0.1:1234/v1"),
        ("[::1]:80/v1/", "http://[::1]:80/v1"),
        ("my-server:8000", "http://my-server:8000/v1"),
        ("api.example.com", "https://api.example.com/v1"),
        ("//api.example.com/v1", "https://api.example.com/v1"),
        ("https://api.example.com", "https://api.example.com/v1"),
        ("https://api.example.com/openai", "https://api.example.com/openai/v1"),
        ("https://api.example.com/v1/images/edits", "https://api.example.com/v1"),
        ("https://api.example.com/v1/images/edits/?a=b", "https://api.example.com/v1"),
        ("http://localhost:8000/v1/models", "http://localhost:8000/v1"),
    ],
)
def test_the_likeliest_comes_first(address, first):
    assert corrections(address)[0] == first
    assert address not in corrections(address)


@pytest.mark.parametrize(
    "address",
    ["", "  ", "https://api.example.com/v1", "ftp://host/v1", "http://", "user:key@host", "a b",
     "http://host:99999999/v1", "http://[::1"],
)  # fmt: skip
def test_nothing_is_made_of_what_is_right_or_no_address(address):
    assert corrections(address) == ()
