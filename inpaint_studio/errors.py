"""Every error a person may see, and what they can do about it.

    StudioError
    ├── ImageError             choose another file: unreadable, too large, sizes differ
    ├── RequestError           fix the control named by `field`; nothing was sent
    ├── ApiError               the endpoint refused: status, code, param, request id
    │   ├── AuthenticationError    check the key or the organisation
    │   ├── RateLimitError         wait `retry_after_s`
    │   ├── BillingError           pay or raise the limit; waiting does not help
    │   ├── ModerationError        reword, or paint another mask
    │   ├── RejectedError          fix the control named by `field`
    │   └── ServerError            the endpoint's own fault; retry is the person's choice
    ├── ConnectionFailed       unreachable, timed out or cut; `partial` holds what had arrived
    ├── ProtocolError          the endpoint does not speak this contract
    ├── HistoryError           disk full, database locked, newer version
    ├── ExportError            the file could not be written
    └── SettingsError          the file was unreadable; defaults are used, the file is kept aside

They are raised at the border where the fault is met and carry words fit to show. Anything else that
is raised is a bug.
"""

from __future__ import annotations


class StudioError(Exception):
    """A fault a person can do something about.

    `title` is a short statement of what happened; `message` says what to do next.
    """

    def __init__(self, title: str, message: str) -> None:
        super().__init__(f"{title}: {message}" if message else title)
        self.title = title
        self.message = message


class ImageError(StudioError):
    """A picture or mask cannot be used."""


class RequestError(StudioError):
    """The request is not legal and was not sent; `field` names the parameter to change."""

    def __init__(self, title: str, message: str, *, field: str | None = None) -> None:
        super().__init__(title, message)
        self.field = field


class ApiError(StudioError):
    """The endpoint answered with an error.

    `status` is the HTTP status (0 inside a stream), `code`, `param` and `request_id` are the
    endpoint's own, `detail` its words as they came. `kind` is what there is to do about it, in a
    word that the history keeps.
    """

    kind = "failed"

    def __init__(
        self,
        title: str,
        message: str,
        *,
        status: int = 0,
        code: str | None = None,
        param: str | None = None,
        request_id: str | None = None,
        detail: str = "",
    ) -> None:
        super().__init__(title, message)
        self.status = status
        self.code = code
        self.param = param
        self.request_id = request_id
        self.detail = detail


class AuthenticationError(ApiError):
    """The key is missing or wrong, or the organisation may not use the model."""

    kind = "key"


class RateLimitError(ApiError):
    """Too many requests; `retry_after_s` is the endpoint's own delay, where it gave one."""

    kind = "rate"
    retry_after_s: float | None = None


class BillingError(ApiError):
    """A quota or spending limit is reached; waiting does not help."""

    kind = "billing"


class ModerationError(ApiError):
    """The request or its result was blocked; `stage` is input, output or unknown."""

    kind = "blocked"
    stage: str = "unknown"
    categories: tuple[str, ...] = ()


class RejectedError(ApiError):
    """A parameter was refused; `field` names it."""

    kind = "refused"

    @property
    def field(self) -> str | None:
        """The parameter the endpoint refused, as the contract names it."""
        return self.param


class ServerError(ApiError):
    """The endpoint failed; the request may have been charged."""

    kind = "server"


class ConnectionFailed(StudioError):  # noqa: N818 -- the design's own name
    """No answer, or not to its end.

    `partial` holds the last intermediate image's bytes; `maybe_charged` is true once the request
    may have reached the endpoint.
    """

    def __init__(
        self,
        title: str,
        message: str,
        *,
        partial: bytes | None = None,
        maybe_charged: bool = False,
    ) -> None:
        super().__init__(title, message)
        self.partial = partial
        self.maybe_charged = maybe_charged


class ProtocolError(StudioError):
    """The answer is not one this contract knows."""


class HistoryError(StudioError):
    """The history cannot be read or written."""


class ExportError(StudioError):
    """A file could not be written."""


class SettingsError(StudioError):
    """Stored choices are unreadable."""
