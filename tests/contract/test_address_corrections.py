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
        ("192.168.1.5:8000", "http://192.168.1.5:8000/v1"),
        ("studio.localhost:8000", "http://studio.localhost:8000/v1"),
        ("  api.example.com ", "https://api.example.com/v1"),
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
    ["", "  ", "https://api.example.com/v1", "ftp://host/v1", "ftp://host", "http://",
     "user:key@host", "a b", "http://host:99999999/v1", "http://[::1"],
)  # fmt: skip
def test_nothing_is_made_of_what_is_right_or_no_address(address):
    assert corrections(address) == ()


@pytest.mark.parametrize(
    "call",
    ["images/edits", "images/generations", "images/variations", "images/inpainting",
     "chat/completions", "completions", "responses", "models"],
)  # fmt: skip
@pytest.mark.parametrize("version", ["v1", "v2", "v1beta"])
def test_the_path_of_a_call_is_none_of_a_base(call, version):
    base = f"https://api.example.com/openai/{version}"
    assert corrections(f"{base}/{call}") == (base,)


@pytest.mark.parametrize(
    ("address", "all_of_them"),
    [
        ("my-server:8000", ("http://my-server:8000/v1", "http://my-server:8000",
                            "https://my-server:8000/v1", "https://my-server:8000")),
        ("api.example.com", ("https://api.example.com/v1", "https://api.example.com")),
        ("https://api.example.com/a/models", ("https://api.example.com/a/v1",
                                              "https://api.example.com/a")),
    ],
)  # fmt: skip
def test_what_else_may_be_meant_follows(address, all_of_them):
    assert corrections(address) == all_of_them


@pytest.mark.parametrize("address", ["http://host:0", "host:0", "https://user@host", "https:///v1"])
def test_nobody_is_named_by_a_port_without_meaning_or_a_user(address):
    assert corrections(address) == ()
