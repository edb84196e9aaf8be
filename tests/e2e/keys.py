"""Somebody who has a keyboard and no pointer: from stop to stop she must always see where she is."""

import re
from typing import Final

from playwright.sync_api import Locator, expect

from tests.e2e.person import Person

DESK: Final = {"viewport": {"width": 1280, "height": 800}, "is_mobile": False}
MOST_STOPS = 60

# Where she is: nowhere, or on an element; whether a ring shows that, and no other ring shows something else;
# and whether something of it lies on top.
LOOK = """() => {
  const it = document.activeElement;
  if (!it || it === document.body) return { nowhere: true };
  const rings = [...document.querySelectorAll("*")].filter((each) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(each);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  });
  const { left, top, width, height } = it.getBoundingClientRect();
  const near = (hit) => hit && (it.contains(hit) || hit.closest("label")?.contains(it));
  const spots = [[.5, .5], [.1, .5], [.9, .5], [.5, .1], [.5, .9]];
  return {
    nowhere: false,
    name: it.outerHTML.slice(0, 160),
    ringed: rings.length > 0 && rings.every((ring) => ring.contains(it)),
    uncovered: spots.some(([x, y]) => near(document.elementFromPoint(left + width * x, top + height * y))),
  };
}"""


class Keys:
    """The keyboard of *person*."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.phone = person.phone
        self.page = person.page

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def types(self, text: str) -> None:
        self.page.keyboard.type(text)

    def walks_to(self, target: Locator, key: str = "Tab") -> None:
        """Press *key* until *target* has the focus; on each stop she sees where she is."""
        expect(target).to_be_visible()
        for _ in range(MOST_STOPS):
            if target.evaluate("(it) => it === document.activeElement"):
                return
            self.press(key)
            self.sees_where_she_is(may_be_nowhere=True)  # after the last stop comes the browser's own bar
        raise AssertionError(f"no way by {key} to {target}")

    def activates(self, target: Locator, key: str = "Enter") -> None:
        """Walk to *target*, and press *key* on it."""
        self.walks_to(target)
        self.press(key)

    def is_at(self, target: Locator) -> None:
        """Wait until *target* has the focus, and see it."""
        expect(target).to_be_focused()
        self.sees_where_she_is()

    def button(self, word: str) -> Locator:
        """Return a button by its words."""
        return self.page.get_by_role("button", name=self.person[word], exact=True)

    def button_that_ends(self, word: str) -> Locator:
        """Return a button whose words end so."""
        return self.page.get_by_role("button", name=re.compile(f"{re.escape(self.person[word])}$"))

    def radio(self, word: str) -> Locator:
        return self.page.get_by_role("radio", name=self.person[word], exact=True)

    def title(self) -> Locator:
        """Return the title of what shows."""
        return self.page.get_by_role("heading", level=1)

    def heading(self, word: str) -> Locator:
        return self.page.get_by_role("heading", name=self.person[word], exact=True)

    def field(self, word: str) -> Locator:
        return self.page.get_by_role("textbox", name=self.person[word], exact=True)

    def sees_where_she_is(self, *, may_be_nowhere: bool = False) -> None:
        """Check that she is somewhere, that this is shown, and that it does not lie under something."""
        where = self.page.evaluate(LOOK)
        if where["nowhere"]:
            assert may_be_nowhere, "the focus is lost"
            return
        assert where["ringed"], f"nothing shows the focus: {where['name']}"
        assert where["uncovered"], f"the focus is under something: {where['name']}"
