"""Every action there is, with the keys it begins with: what a row is, `action` says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from inpaint_studio.ui.actions.action import CARD_MENU, Action, Scope


def _in(scope: Scope, *actions: Action) -> tuple[Action, ...]:
    return tuple(replace(each, scope=scope) for each in actions)


TOOLS: tuple[Action, ...] = (
    Action("brush", "", "Brush", ("B",), "brush", "canvas", checkable=True),
    Action("eraser", "", "Eraser", ("E",), "eraser", "canvas", checkable=True),
    Action("rectangle", "", "Rectangle", ("M",), "rectangle", "canvas", checkable=True),
    Action("ellipse", "", "Ellipse", ("Shift+M",), "ellipse", "canvas", checkable=True),
    Action("lasso", "", "Lasso", ("L",), "lasso", "canvas", checkable=True),
    Action("polygon", "", "Polygon", ("Shift+L",), "polygon", "canvas", checkable=True),
    Action("wand", "", "Wand: select what is alike", ("W",), "wand", "canvas", checkable=True),
    Action("fill", "", "Fill what is enclosed", ("G",), "fill", "canvas", checkable=True),
    Action("frame", "", "Frame: what is sent", ("C",), "frame", "canvas", checkable=True),
    Action("hand", "", "Hand: drag to pan", ("H",), "hand", "canvas", checkable=True),
    Action("zoom", "", "Zoom: click in, Alt+click out", ("Z",), "zoom", "canvas", checkable=True),
    Action("undo", "Edit", "Undo", ("Ctrl+Z",), "undo", "undo", group=True),
    Action("redo", "Edit", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", "redo"),
)

WINDOW: tuple[Action, ...] = (
    Action("open", "File", "Open…", ("Ctrl+O",), "open"),
    Action("paste", "File", "Paste", ("Ctrl+V",), "paste"),
    Action("sample", "File", "Try the sample", (), "sample"),
    Action("unsaved", "File", "Unsaved pictures…"),
    Action("close_picture", "File", "Close picture", ("Ctrl+W",), "", "document"),
    Action("close_others", "File", "Close the others", (), "", "several"),
    Action("save", "File", "Save project", ("Ctrl+S",), "", "document", group=True),
    Action("save_as", "File", "Save project as…", ("Ctrl+Shift+S",), "", "document"),
    Action("export", "File", "Export…", ("Ctrl+Shift+E",), "export", "document", group=True),
    Action("export_again", "File", "Export again", ("Ctrl+E",), "", "document"),
    Action("copy_shown", "File", "Copy shown result", ("Ctrl+C",), "", "document"),
    Action("copy", "File", "Copy picture", ("Ctrl+Shift+C",), "", "document"),
    Action("profiles", "File", "Profiles…", ("Ctrl+Shift+P",), "key", group=True),
    Action("connect", "File", "Connect an API key…"),
    Action("settings", "File", "Settings…", ("Ctrl+,",)),
    Action("quit", "File", "Quit", ("Ctrl+Q",), group=True),
    Action("extend", "Edit", "Extend the picture…", (), "expand", "shown document", group=True),
    Action("new_mask", "Mask", "New mask", ("A",), "", "shown document", scope="canvas"),
    Action("select_all", "Mask", "Mask everything", ("Ctrl+A",), "", "shown document"),
    Action("invert", "Mask", "Invert", ("Ctrl+Shift+I", "Ctrl+I"), "invert", "shown document"),
    Action("clear", "Mask", "Clear", ("Ctrl+D", "Ctrl+Shift+A"), "clear", "mask"),
    Action("grow", "Mask", "Grow by 4 px", ("Alt+=",), "", "mask", group=True),
    Action("shrink", "Mask", "Shrink by 4 px", ("Alt+-",), "", "mask"),
    Action("feather", "Mask", "Feather…", ("Shift+F6",), "", "mask"),
    Action("smooth", "Mask", "Smooth…", (), "", "mask"),
    Action("fill_holes", "Mask", "Fill holes", (), "", "mask"),
    Action("import_mask", "Mask", "Import mask…", (), "", "shown document", group=True),
    Action("export_alpha", "Mask", "Export as transparency…", (), "", "mask"),
    Action("export_grey", "Mask", "Export in black and white…", (), "", "mask"),
    Action("export_sent", "Mask", "Export exactly what is sent…", (), "", "mask"),
    Action("overlay", "Mask", "Next overlay", ("Q",), "", "shown document", group=True),
    Action("hide_overlay", "Mask", "Hide overlay", ("Ctrl+H",), "", "shown document"),
    Action("swap", "Mask", "Swap brush and eraser", ("X",), "", "canvas"),
    Action("reset_brushes", "Mask", "Reset brush and eraser", ("D",), "", "canvas"),
    Action("follow_mask", "View", "Frame follows the mask", ("Shift+B",), "", "shown document"),
    Action("fit", "View", "Fit", ("Ctrl+0",), "", "shown document"),
    Action("actual", "View", "100 %", ("Ctrl+1",), "", "shown document"),
    Action("zoom_in", "View", "Zoom in", ("Ctrl++", "Ctrl+="), "", "shown document"),
    Action("zoom_out", "View", "Zoom out", ("Ctrl+-",), "", "shown document"),
    Action("next_picture", "View", "Next picture", ("Ctrl+Tab",), "", "several", group=True),
    Action("previous_picture", "View", "Previous picture", ("Ctrl+Shift+Tab",), "", "several"),
    Action("panels", "View", "Hide panels", ("Tab",), checkable=True, scope="canvas", group=True),
    Action(
        "prompt_bar",
        "View",
        "Prompt at the mask",
        ("P",),
        "",
        "shown document",
        checkable=True,
        scope="canvas",
    ),
    Action("reset_layout", "View", "Reset layout"),
    Action("full_screen", "View", "Full screen", ("F11",), checkable=True),
    Action("theme_system", "View", "Follow the system", checkable=True, head="Theme"),
    Action("theme_light", "View", "Light", checkable=True),
    Action("theme_dark", "View", "Dark", checkable=True),
    Action("theme_neutral", "View", "Neutral grey", checkable=True),
    Action("run", "Run", "Run", ("Ctrl+Return", "Ctrl+Enter"), "run"),
    Action("run_first", "Run", "Run before all that wait", ("Ctrl+Shift+Return",)),
    Action("run_instead", "Run", "Stop all and run this", (), "", "pending"),
    Action("stop", "Run", "Stop the shown variant", ("Ctrl+.",), "", "streaming"),
    Action("stop_run", "Run", "Stop this run", ("Alt+.",), "", "streaming run"),
    Action("stop_all", "Run", "Stop all", ("Ctrl+Shift+.",), "stop", "pending"),
    Action("prompt", "Run", "Write the prompt", ("/",), group=True),
    Action(
        "accept",
        "Run",
        "Accept",
        ("Return", "Enter"),
        "accept",
        "result",
        scope="canvas",
        group=True,
    ),
    Action(
        "keep_partial",
        "Run",
        "Keep this partial",
        ("Shift+Return", "Shift+Enter"),
        "",
        "partial",
        scope="canvas",
    ),
    Action("discard", "Run", "Discard", ("Backspace",), "discard", "staged", scope="canvas"),
    Action("previous", "Gallery", "Previous variant", ("Left",), "", "staged", scope="canvas"),
    Action("next", "Gallery", "Next variant", ("Right",), "", "staged", scope="canvas"),
    *(
        Action(
            f"variant_{n}",
            "",
            f"Variant {n}",
            (str(n),),
            "",
            "staged",
            scope="canvas",
            series="A variant by its number",
        )
        for n in range(1, 10)
    ),
    Action("film", "Gallery", "Film strip", ("T",), "film", "picture of it", scope="canvas"),
    Action("compare", "Gallery", "Compare", ("N",), "compare", "staged", scope="canvas"),
    Action("gallery", "Gallery", "Open the gallery", ("Ctrl+G",), "expand", group=True),
    Action("history", "Gallery", "Show or fold the history", ("Ctrl+Shift+G",)),
    Action("search", "Gallery", "Search prompts", ("Ctrl+F",), "search", group=True),
    Action("palette", "Help", "Find a command…", ("Ctrl+K",), "search"),
    Action("sheet", "Help", "Shortcuts", ("?",), group=True),
    Action("shortcuts", "Help", "Change shortcuts…"),
    Action("revert_catalog", "Help", "Revert catalog"),
    Action("about", "Help", "About Inpaint Studio"),
)

POINTER = _in(
    "canvas",
    Action("pan", "", "Move the picture while held", ("Space",), holds=True),
    Action("original", "", "See the original while held", ("\\",), holds=True),
    Action("smaller_brush", "", "Smaller brush", ("[",), needs="canvas"),
    Action("larger_brush", "", "Larger brush", ("]",), needs="canvas"),
    # The second key is what keyboards make of the first that have brackets without AltGr.
    Action("softer_brush", "", "Softer brush", ("Shift+[", "{"), needs="canvas"),
    Action("harder_brush", "", "Harder brush", ("Shift+]", "}"), needs="canvas"),
    Action("cancel", "", "Drop what is under way", ("Escape",)),
)
"""What keys do with the pointer; the canvas has it, menus do not."""

DRAWING = _in(
    "drawing",
    Action("confirm", "", "Close the polygon, apply the adjustment", ("Return", "Enter")),
    Action("drop_corner", "", "Take the last corner back", ("Backspace",)),
)
"""Before the canvas' own keys, while a polygon or an adjustment waits."""

_STARS = tuple(
    Action(f"stars_{n}", "Rating", "★" * n or "None", (str(n),), series="Rating") for n in range(6)
)
_JUDGED = (
    Action("picked", CARD_MENU, "Pick", ("P",), group=True),
    Action("rejected", CARD_MENU, "Reject", ("X",)),
    Action("unflagged", CARD_MENU, "Neither", ("U",)),
)

_ADVANCE = Action("advance", CARD_MENU, "Go on to the next after judging", ("A",), checkable=True)

GALLERY = _in(
    "gallery",
    Action("show", CARD_MENU, "Show on the canvas", ("Return", "Enter"), needs="picture"),
    Action("loupe", CARD_MENU, "Look at it large", ("E", "Space"), needs="one"),
    Action("edit", CARD_MENU, "Edit this result", ("Shift+Return",), needs="done"),
    Action("compare", CARD_MENU, "Compare", ("C", "N"), needs="picture"),
    Action("film", CARD_MENU, "Film strip", ("T",), needs="preview"),
    Action("stop", CARD_MENU, "Stop", ("Ctrl+.",), needs="live", group=True),
    Action("stop_run", CARD_MENU, "Stop the whole run", ("Alt+.",), needs="live"),
    Action("send_now", CARD_MENU, "Send now", ("S",), needs="waiting"),
    *_STARS,
    *_JUDGED,
    _ADVANCE,
    Action("use_prompt", "Use again", "Its prompt", needs="prompt"),
    Action("use_params", "Use again", "Its settings", needs="one"),
    Action("use_mask", "Use again", "Its mask", needs="inputs"),
    Action("use_frame", "Use again", "Its frame", needs="inputs"),
    Action("use_all", "Use again", "All of it, with its picture", needs="inputs"),
    Action("parent", "Lineage", "The result it was made from", needs="one"),
    Action("children", "Lineage", "What was made from it", needs="one"),
    Action("lineage", "Lineage", "As a tree…", ("L",), needs="one"),
    Action("details", CARD_MENU, "Details…", ("I",), needs="one"),
    Action("copy", CARD_MENU, "Copy picture", ("Ctrl+C",), needs="picture", group=True),
    Action("export", CARD_MENU, "Export…", ("Ctrl+Shift+E",), needs="done"),
    Action("export_again", CARD_MENU, "Export again", ("Ctrl+E",), needs="done"),
    Action("export_original", CARD_MENU, "Export original bytes…", needs="done"),
    Action("trash", CARD_MENU, "Move to trash", ("Del",), needs="kept", group=True),
    Action("restore", CARD_MENU, "Restore from trash", needs="trashed"),
    Action("select_all", "", "Select all", ("Ctrl+A",)),
    Action("undo", "", "Undo the last change to cards", ("Ctrl+Z",)),
    Action("expand", "", "Open or close the gallery", ("G",)),
    Action("leave", "", "Back to the picture", ("Escape",)),
)

LOUPE = _in(
    "loupe",
    Action("back", "", "Previous result", ("Left", "Up")),
    Action("on", "", "Next result", ("Right", "Down")),
)
"""Before the keys of the cards, while one result is large."""

COMPARE = _in(
    "compare",
    Action("side", "", "Side by side", ("S",)),
    Action("wipe", "", "Wipe", ("W",)),
    Action("flicker", "", "Flicker", ("F",)),
    Action("difference", "", "Difference", ("D",)),
    Action("onion", "", "Onion", ("O",)),
    Action("next_mode", "", "Next mode", ("M",)),
    *_STARS,
    *_JUDGED,
    _ADVANCE,
    Action("stop", "", "Stop", ("Ctrl+.",)),
    Action("previous", "", "Previous result", ("Left",)),
    Action("next", "", "Next result", ("Right",)),
    Action("fit", "", "Whole picture or 100 %", ("Z",)),
    Action("raw", "", "Raw results or composites", ("R",)),
    Action("blind", "", "Hide what made which", ("B",)),
    Action("original", "", "See the original, or the results again", ("\\",)),
    Action("accept", "", "Accept", ("Return", "Enter")),
    Action("keep_partial", "", "Keep this partial", ("Shift+Return", "Shift+Enter")),
    Action("undo", "", "Undo the last change to cards", ("Ctrl+Z",)),
    Action("leave", "", "Close the comparison", ("Escape",)),
)

FILM = _in(
    "film",
    Action("accept", "", "Accept the picture looked at", ("Return", "Enter")),
    Action("close", "", "Close the film strip", ("Escape", "T")),
)

REFERENCES = _in(
    "references",
    Action("remove", "", "Remove", ("Del", "Backspace")),
    Action("left", "", "Move to the left", ("Ctrl+Left",)),
    Action("right", "", "Move to the right", ("Ctrl+Right",)),
    Action("undo", "", "Put back what was removed last", ("Ctrl+Z",)),
)

ACTIONS = (
    *TOOLS,
    *WINDOW,
    *POINTER,
    *DRAWING,
    *GALLERY,
    *LOUPE,
    *COMPARE,
    *FILM,
    *REFERENCES,
)
ACTION_BY_NAME: Mapping[str, Action] = {each.name: each for each in ACTIONS}


def by_heading() -> dict[str, list[Action]]:
    """All of them under what they stand under in a list."""
    found: dict[str, list[Action]] = {}
    for action in ACTIONS:
        found.setdefault(action.heading, []).append(action)
    return found
