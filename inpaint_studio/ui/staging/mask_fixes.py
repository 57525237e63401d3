"""One click against a mask that seems ignored or inverted: beside the words that say so.

It changes the profile and nothing else; sending again is offered and never done unasked.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from inpaint_studio.contract.profile import Profile
from inpaint_studio.runs.run import Variant
from inpaint_studio.session.mask_fixes import Kind, MaskFix, is_mask_fixed, mask_fix_for, taken_back
from inpaint_studio.session.notice import Notice
from inpaint_studio.session.session import Session
from inpaint_studio.ui.shell.notice_bar import NoticeBar
from inpaint_studio.ui.staging.bar import StagingBar
from inpaint_studio.ui.style.i18n import outside


class MaskFixController(QObject):
    """Follows the staged variant and the profile it was sent by."""

    def __init__(self, session: Session, bar: StagingBar, notices: NoticeBar) -> None:
        super().__init__(bar)
        self._session = session
        self._profiles = session.profiles
        self._staging = session.staging
        self._bar = bar
        self._notices = notices
        self._bar.mask_fix_button.clicked.connect(self._on_asked)
        session.staging.changed.connect(self._offer)
        session.profiles.changed.connect(self._offer)
        self._offer()

    def _offer(self) -> None:
        variant = self._staging.variant
        now = self._profile_of(variant)
        fix = mask_fix_for(variant, now) if variant else None
        if fix is not None:
            label, reason = self._text_of(fix.kind)
            self._bar.offer_mask_fix(label, reason.format(outside(fix.before.name)))
        elif variant is not None and is_mask_fixed(variant, now):
            reason = self.tr("Send the same request with the mask as the profile has it now")
            self._bar.offer_mask_fix(self.tr("Run again"), reason)
        else:
            self._bar.offer_mask_fix("")

    def _profile_of(self, variant: Variant | None) -> Profile | None:
        return self._profiles.named(variant.run.profile.name) if variant else None

    def _on_asked(self) -> None:
        variant = self._staging.variant
        now = self._profile_of(variant)
        if variant is None or now is None:
            return
        fix = mask_fix_for(variant, now)
        if fix is not None:
            self._apply(fix)
        elif is_mask_fixed(variant, now):
            self._session.runs.retry(variant, partial(self._profiles.endpoint, now))

    def _apply(self, fix: MaskFix) -> None:
        name = fix.before.name
        self._profiles.change(name, fix.after)
        notice = Notice("done", self._done(fix.kind).format(outside(name)))
        self._notices.show_notice(notice, self.tr("Undo"), partial(self._take_back, fix))

    def _take_back(self, fix: MaskFix) -> None:
        """Undo the change in the profile as it is by now, if it is still there."""
        now = self._profiles.named(fix.before.name)
        if now is not None:
            self._profiles.change(now.name, taken_back(fix, now))

    def _text_of(self, kind: Kind) -> tuple[str, str]:
        """What the button says, and what it does to a profile {0}."""
        upright = self.tr("{0} gets masks the other way round from now on; nothing is sent again")
        words = {
            "invert": (self.tr("Send masks inverted"), upright),
            "uninvert": (self.tr("Send masks upright"), upright),
            "plain": (
                self.tr("Send plain masks"),
                self.tr(
                    "{0} gets masks as white on black, without transparency, from now on; "
                    "nothing is sent again"
                ),
            ),
            "warn": (
                self.tr("Warn before running"),
                self.tr("Remember that {0} ignores masks, and say so beside Run"),
            ),
        }
        return words[kind]

    def _done(self, kind: Kind) -> str:
        """What has been done to a profile {0}."""
        words = {
            "invert": self.tr("{0} gets its masks inverted from now on"),
            "uninvert": self.tr("{0} gets its masks upright from now on"),
            "plain": self.tr("{0} gets plain masks, white on black, from now on"),
            "warn": self.tr("Before each run it is said that {0} ignores masks"),
        }
        return words[kind]
