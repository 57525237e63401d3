"""The vendor's Python package as a client: plays every scene, prints what it saw as one JSON.

Run with whichever version is on the path: `python openai_python.py BASE_URL KEY FAULTY_URL FOLDER`.
The folder holds image.png and mask.png. Works with versions 2 and 3 alike.
"""

import base64
import json
import sys
from pathlib import Path

import openai

BASE_URL, KEY, FAULTY_URL, FOLDER = sys.argv[1:]
IMAGE, MASK = Path(FOLDER, "image.png"), Path(FOLDER, "mask.png")


def main() -> None:
    seen: dict = {"version": openai.VERSION}
    with client(BASE_URL) as good, client(FAULTY_URL) as bad, client(BASE_URL, "sk-no") as stranger:
        scenes: dict = {
            "plain": lambda: plain(good, image=IMAGE.open("rb"), n=2, quality="low", size="auto"),
            "stream": lambda: stream(good),
            "several images": lambda: plain(good, image=[IMAGE, IMAGE.read_bytes()]),
            "list of one": lambda: plain(good, image=[IMAGE]),
            "url": lambda: urls(good),
            "own transparency": lambda: plain(good, image=Path(FOLDER, "hole.png"), mask=None),
            "webp": lambda: plain(good, output_format="webp", output_compression=60),
            "models": lambda: sorted(model.id for model in good.models.list()),
            "streaming two": lambda: refusal(good, stream=True, n=2),
            "unknown model": lambda: refusal(good, model="nope"),
            "no picture": lambda: refusal(good, image=b"Example data"),
            "long prompt": lambda: refusal(good, prompt="x" * 32_001),
            "transparent": lambda: refusal(good, background="transparent"),
            "wrong mask": lambda: refusal(good, mask=Path(FOLDER, "small.png")),
            "wrong key": lambda: refusal(stranger),
            "moderation": lambda: refusal(bad),
        }
        seen |= {name: scene() for name, scene in scenes.items()}
    print(json.dumps(seen))  # noqa: T201


def client(url: str, key: str = KEY) -> openai.OpenAI:
    # Version 2 knows three sizes only; in strict mode it would refuse the vendor's own answers.
    strict = not openai.VERSION.startswith("2.")
    return openai.OpenAI(
        base_url=url, api_key=key, max_retries=0, _strict_response_validation=strict
    )


def edit(sdk: openai.OpenAI, **choices):
    usual: dict = {"image": IMAGE, "mask": MASK, "prompt": "a meadow", "model": "gpt-image-2"}
    fields = {**usual, **choices}
    return sdk.images.edit(**{name: item for name, item in fields.items() if item is not None})


def plain(sdk: openai.OpenAI, **choices) -> dict:
    answer = edit(sdk, **choices)
    return {
        "images": [item.b64_json for item in answer.data],
        "usage": answer.usage.total_tokens,
        "quality": answer.quality,
        "size": answer.size,
        "background": answer.background,
        "output_format": answer.output_format,
        "request_id": answer._request_id,
    }


def stream(sdk: openai.OpenAI) -> dict:
    *partials, completed = edit(sdk, stream=True, partial_images=3)
    return {
        "types": [event.type for event in (*partials, completed)],
        "indexes": [event.partial_image_index for event in partials],
        "images": [completed.b64_json],
        "usage": completed.usage.total_tokens,
    }


def urls(sdk: openai.OpenAI) -> dict:
    (item,) = edit(sdk, response_format="url").data
    fetched = sdk._client.get(item.url)
    return {"images": [base64.b64encode(fetched.content).decode()], "b64_json": item.b64_json}


def refusal(sdk: openai.OpenAI, **choices) -> dict:
    try:
        edit(sdk, **choices)
    except openai.APIStatusError as error:
        body = error.body if isinstance(error.body, dict) else {}
        return {
            "class": type(error).__name__,
            "status": error.status_code,
            "code": error.code,
            "param": error.param,
            "type": error.type,
            "message": body.get("message"),
            "request_id": error.request_id,
        }
    return {"class": "none"}


if __name__ == "__main__":
    main()
