"""The sequence of images of a request: which variant one belongs to, and which are news."""

from __future__ import annotations

import logging
from typing import Literal

from inpaint_studio.contract.events import Completed, PartialImage, Usage
from inpaint_studio.contract.media import sniff
from inpaint_studio.contract.wire import Received
from inpaint_studio.errors import ProtocolError

MOST_IMAGES = 10
"""As many as one request may ask for."""
MOST_PARTIALS = 64
"""Of each image; nobody asks for more than three."""

log = logging.getLogger(__name__)


class ImageSequence:
    """What one request has brought so far.

    Its images are numbered as they come. Those nobody asked for were paid for all the same and get
    the numbers after, ten images in all at most; `passed_over` counts the rest. Repeated and
    backward partials, partials after the end, and repeated finals are left out.
    """

    def __init__(self, *, expected: int) -> None:
        self._expected = expected
        self._completed = 0
        self._last_image = b""
        self._last_index = -1
        self._usage_seen: Usage | None = None
        self._partials = 0
        self.partial: bytes | None = None
        self.passed_over = 0

    @property
    def has_any(self) -> bool:
        """Whether a final image has come."""
        return self._completed > 0

    @property
    def has_all(self) -> bool:
        """Whether as many final images have come as were asked for."""
        return self._completed >= self._expected

    def wants(self, kind: Literal["partial", "completed"]) -> bool:
        """Whether another image of that kind is looked at; finals that are not are counted."""
        if kind == "partial":
            return self._partials < MOST_PARTIALS * self._expected
        is_wanted = self._completed < max(MOST_IMAGES, self._expected)
        self.passed_over += not is_wanted
        return is_wanted

    def take_partial(self, image: bytes, said: Received) -> PartialImage | None:
        """The event of an intermediate image, if it is news."""
        is_repeat = said.index == self._last_index and image == self.partial
        if self.has_all or said.index < self._last_index or is_repeat:
            return None
        if sniff(image) is None:
            log.warning("An intermediate image of %d bytes is no picture", len(image))
            return None
        self.partial, self._last_index = image, said.index
        self._partials += 1
        return PartialImage(
            image=image,
            index=said.index,
            variant=self._completed,
            created_at=said.created_at,
            size=said.size,
            quality=said.quality,
            background=said.background,
            output_format=said.output_format,
        )

    def take_final(
        self, image: bytes, said: Received, revised_prompt: str | None
    ) -> Completed | None:
        """The event of a final image, unless it repeats the one before beyond what was asked.

        It may be of a kind that nobody here can read: it was paid for, and is handed on.

        Raises:
            ProtocolError: there are no bytes.
        """
        if not image:
            raise ProtocolError(
                "The answer holds no picture",
                "The endpoint sent an empty file. It may have been charged.",
            )
        if self.has_all and image == self._last_image:
            return None
        event = Completed(
            image=image,
            variant=self._completed,
            created_at=said.created_at,
            size=said.size,
            quality=said.quality,
            background=said.background,
            output_format=said.output_format,
            # One usage covers the whole answer; on every variant it would count several times.
            usage=None if said.usage is self._usage_seen else said.usage,
            revised_prompt=revised_prompt,
            safety_identifier=said.safety_identifier,
        )
        self._usage_seen = said.usage
        self._completed += 1
        self._last_image, self._last_index, self.partial = image, -1, None
        return event
