"""Words with something put into them, which a window can still say in another language.

Below the window everything speaks English. Text without fields is its own key to a translation; a
`Phrase` remembers the template it was made from, so that nobody has to guess it from the result.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Self


class Amount(str):
    """An amount of money in English, such as $0.05: a window says it as its language does."""


class Phrase(str):
    """English text, made of a `template` in the form of `str.format` and its `fields`.

    A field may be a phrase itself. Templates are literals: `packaging/translations.py` collects
    them where they stand.
    """

    template: str
    fields: dict[str, Any]

    def __new__(cls, template: str, /, **fields: Any) -> Self:
        """Fill the template in."""
        made = super().__new__(cls, template.format(**fields))
        made.template = template
        made.fields = {name: _plain(value) for name, value in fields.items()}
        return made

    def with_fields(self, change: Callable[[str], str]) -> Phrase:
        """The same phrase with each text that was put into it, at any depth, changed."""
        fields = {
            name: value.with_fields(change)
            if isinstance(value, Phrase)
            else change(value)
            if isinstance(value, str)
            else value
            for name, value in self.fields.items()
        }
        return Phrase(self.template, **fields)

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, Any]]:
        """Copies and pickles are made of the template again."""
        return (self.template,), self.fields


def _plain(value: Any) -> Any:
    """An error would keep its whole stack alive, and a path cannot travel as JSON."""
    return value if isinstance(value, str | int | float | None) else str(value)
