"""A person with her phone: what she does, in her words, found by role and name as she finds it."""

import re
from contextlib import suppress
from copy import copy
from typing import Self

from playwright.sync_api import Locator, Page, TimeoutError, expect  # noqa: A004

from lifeplan_app import routes
from lifeplan_app.i18n import say
from lifeplan_app.model.account import Language
from tests.e2e.phone import Phone

LOOK_MS = 3000

# What she goes by, and where it stands in the catalogues.
WORDS = {
    "have code": "public.have_invitation",
    "have recovery": "public.have_recovery",
    "code": "public.new.code",
    "name": "public.name",
    "phrase": "public.passphrase",
    "new phrase": "public.passphrase.new",
    "recovery": "public.regain.code",
    "take words": "public.offer.take",
    "make": "public.new.submit",
    "regain": "public.regain.submit",
    "your code": "public.kept.title",
    "put away": "public.kept.box",
    "go on": "public.kept.go",
    "open": "public.open.submit",
    "other language": "public.other_language",
    "again": "again.title",
    "close page": "again.leave",
    "exit": "exit.name",
    "places": "bar.label",
    "me": "place.me",
    "the plan": "place.plan",
    "the day": "place.today",
    "hello": "today.hello",
    "sign out": "me.sign_out",
    "lock": "me.lock",
    "language": "me.language",
    "French": "me.language.fr",
    "English": "me.language.en",
    "delay": "me.delay",
    "after a minute": "me.delay.1",
    "at once": "me.delay.0",
    "change phrase": "me.key",
    "phrase now": "me.key.current",
    "change it": "me.key.submit",
    "another code": "me.code",
    "make code": "me.code.submit",
    "plan": "plan.title",
    "add short": "plan.add.short",
    "add medium": "plan.add.medium",
    "add long": "plan.add.long",
    "new short": "plan.new.short",
    "new medium": "plan.new.medium",
    "new long": "plan.new.long",
    "stop adding": "plan.new.close",
    "short": "horizon.short",
    "medium": "horizon.medium",
    "long": "horizon.long",
    "back": "goal.back",
    "change goal": "goal.write",
    "goal words": "goal.title",
    "close goal words": "goal.text.close",
    "where goal": "goal.more",
    "this goal": "goal.sheet",
    "remove goal": "goal.remove",
    "first step": "step.new",
    "another step": "step.new.another",
    "step words": "step.text",
    "close step": "step.close",
    "health": "area.health",
    "own area": "goal.area.own",
    "put goal away": "goal.put_away",
    "add note": "memo.add",
    "note": "memo.label",
    "for today": "step.picked",
    "date": "step.day",
    "weekly": "step.weekly",
    "other goal": "step.goal",
    "put step away": "step.put_away",
    "ideas": "ideas.ask",
    "ideas of steps": "ideas.title",
    "move": "order.grip",
    "its place": "order.place",
    "further up": "order.up",
    "further down": "order.down",
    "more for step": "step.more",
    "this step": "step.sheet",
    "remove step": "step.remove",
    "tick": "step.tick",
    "take other": "other.take",
    "drop other": "other.drop",
    "undo": "undo.back",
    "close": "close",
    "wishes": "wishes.title",
    "sun": "wishes.sun",
    "first wish": "wish.new",
    "another wish": "wish.new.another",
    "wish words": "wish.text",
    "close wish": "wish.close",
    "put wish away": "wish.put_away",
    "remove wish": "wish.remove",
    "becomes": "wish.becomes",
    "areas": "filter.label",
    "all areas": "filter.all",
    "search": "search.title",
    "find": "search.words",
    "what is away": "away.title",
    "take out": "away.take_out",
    "keys": "keys.title",
    "single keys": "keys.on",
    "idea": "progress.idea",
    "active": "progress.active",
    "resting": "progress.resting",
    "done": "progress.done",
    "let_go": "progress.let_go",
}
START = {"fr": "/open/", "en": "/en/open/"}
HOME = {"fr": "/", "en": "/en/"}


class Person:
    """Somebody who uses the app on *phone*, in one language."""

    def __init__(self, phone: Phone, language: str = "fr") -> None:
        self.phone = phone
        self.page: Page = phone.page
        self.language = language
        self.name = ""
        self.phrase = ""
        self.recovery_code = ""

    def __getitem__(self, word: str) -> str:
        """Return *word* as she reads it."""
        return self.sentence(WORDS[word])

    def sentence(self, key: str) -> str:
        """Return a sentence of the catalogue as she reads it."""
        return say(Language(self.language), key)

    def on(self, phone: Phone) -> Self:
        """Return the same person with another phone in her hand."""
        same = copy(self)
        same.phone, same.page = phone, phone.page
        return same

    def in_window(self, page: Page) -> Self:
        """Return the same person, looking at another window of her phone."""
        same = copy(self)
        same.page = page
        return same

    def looks(self) -> Self:
        """Bring her window to the front: what lies behind answers slowly, as on any phone."""
        self.page.bring_to_front()
        return self

    # --- doors ---------------------------------------------------------------------------------

    def arrive(self) -> Self:
        """Open the app's first page."""
        self.page.goto(START[self.language])
        return self

    def sign_up(self, code: str, name: str = "mimosa-42") -> Self:
        """Make an account with an invitation code, taking the six words that are offered; go to the plan."""
        self.fill_in_sign_up(code, name)
        self.press("make")
        self.puts_code_away()
        self.opens_plan()
        return self

    def puts_code_away(self) -> None:
        """Write the recovery code down, and go on."""
        self.reads_code()
        self.page.get_by_label(self["put away"]).check()
        self.press("go on")

    def reads_code(self) -> None:
        """Read the recovery code, which is shown once."""
        expect(self.page.get_by_role("heading", name=self["your code"])).to_be_visible()
        self.recovery_code = "-".join(self.page.locator("[data-code] span").all_inner_texts())

    def fill_in_sign_up(self, code: str, name: str) -> None:
        """Fill in the sign-up form, and do not send it yet."""
        self.arrive()
        self.page.get_by_role("link", name=self["have code"]).tap()
        self.field("code").fill(code)
        self.field("name").fill(name)
        self.takes_words("phrase")
        self.name = name

    def takes_words(self, word: str) -> None:
        """Take the six words that are offered for a passphrase."""
        self.field(word).focus()
        self.press("take words")
        self.phrase = self.field(word).input_value()

    def field(self, word: str) -> Locator:
        """Return a field that she sees, by its label."""
        return self.page.get_by_label(self[word], exact=True).filter(visible=True)

    def told_at(self, word: str, key: str) -> None:
        """Wait until the sentence *key* stands at the field, where a screen reader says it too."""
        sentence = re.compile(re.escape(self.sentence(key)))
        expect(self.page.get_by_text(sentence)).to_be_visible()
        expect(self.field(word)).to_have_accessible_description(sentence)

    def sign_in(self, phrase: str | None = None) -> Self:
        """Open the notebook with name and passphrase."""
        self.arrive()
        self.field("name").fill(self.name)
        self.field("phrase").fill(phrase or self.phrase)
        self.press("open")
        return self

    def sign_in_again(self) -> None:
        """Sign in over the page, when the server knows it no more."""
        dialog = self.page.get_by_role("dialog", name=self["again"])
        dialog.get_by_label(self["name"]).fill(self.name)
        dialog.get_by_label(self["phrase"], exact=True).fill(self.phrase)
        dialog.get_by_role("button", name=self["open"], exact=True).tap()
        expect(dialog).to_be_hidden()

    def sign_out(self) -> None:
        """Sign out, from her own page."""
        self.goes_to("me")
        self.press("sign out")
        self.is_outside()

    def is_outside(self, *private: str) -> None:
        """Wait until the window shows a cover and nothing else: none of the *private* words."""
        expect(self.page).to_have_url(re.compile(f"^https?://[^/]+({'|'.join(routes.covers())})$"))
        expect(self.page.get_by_role("main")).to_be_visible()
        page = self.page.content()
        for word in private:
            assert word not in page

    def sees_day(self) -> Self:
        """Wait until the day is there, where she arrives; the first time, past the first steps."""
        hello = self.page.get_by_role("heading", name=self["hello"], exact=True)
        skip = self.page.get_by_role("button", name=self.sentence("first.skip"), exact=True)
        expect(hello.or_(skip)).to_be_visible()
        if skip.is_visible():
            skip.tap()
        expect(hello).to_be_visible()
        expect(self.page.get_by_role("status", name=self.sentence("loading"))).to_be_hidden()
        return self

    def opens_plan(self) -> Self:
        """Go on from where she arrives to her plan."""
        self.sees_day()
        self.goes_to("the plan")
        self.sees_plan()
        return self

    def sees_plan(self) -> None:
        """Wait until her plan is there."""
        expect(self.page.get_by_role("heading", name=self["plan"], exact=True)).to_be_visible()

    def comes_to_plan(self) -> None:
        """Load her plan anew, and close the goal that is still open."""
        self.page.goto("/plan/")
        back = self.page.get_by_role("button", name=self["back"])
        title = self.page.get_by_role("heading", name=self["plan"], exact=True)
        expect(back.or_(title).first).to_be_visible()  # on a wide screen both are there
        if back.is_visible():
            with suppress(TimeoutError):  # a search that was open may close by itself as the page begins
                back.tap(timeout=LOOK_MS)
        self.sees_plan()

    def goes_to(self, place: str) -> None:
        """Tap a place of the bottom bar."""
        self.page.get_by_role("navigation", name=self["places"]).get_by_role("link", name=self[place]).tap()

    def press(self, word: str) -> None:
        """Tap a button by its words."""
        self.page.get_by_role("button", name=self[word], exact=True).tap()

    def tap_on(self, key: str) -> None:
        """Tap a button by the key of its words."""
        self.page.get_by_role("button", name=self.sentence(key), exact=True).filter(visible=True).tap()

    def goes_to_sharing(self) -> None:
        """Go to the page of sharing by its place in the bar."""
        name = self.sentence("place.shown")
        self.page.get_by_role("navigation", name=self["places"]).get_by_role("link", name=name).tap()
        expect(self.page.get_by_role("heading", name=name, level=1)).to_be_visible()

    # --- the plan ------------------------------------------------------------------------------

    def write_goal(self, title: str, horizon: str) -> None:
        """Add a goal on a horizon."""
        self.press(f"add {horizon}")
        field = self.page.get_by_role("textbox", name=self[f"new {horizon}"])
        field.fill(title)
        field.press("Enter")
        expect(self.goal(title)).to_be_visible()

    def goal(self, title: str) -> Locator:
        """Return the card of a goal."""
        return self.page.get_by_role("button", name=title, exact=True)

    def band(self, horizon: str) -> Locator:
        """Return one horizon of the plan."""
        return self.page.get_by_role("region", name=self[horizon], exact=True)

    def open_goal(self, title: str) -> None:
        """Open a goal."""
        self.goal(title).tap()
        expect(self.page.get_by_role("button", name=self["back"])).to_be_visible()

    def add_step(self, text: str) -> None:
        """Add a step to the open goal."""
        field = self.page.get_by_role("textbox", name=self["another step"]).or_(
            self.page.get_by_role("textbox", name=self["first step"])
        )
        field.fill(text)
        field.press("Enter")
        expect(self.step(text)).to_be_visible()

    def step(self, text: str) -> Locator:
        """Return the words of a step that is closed."""
        return self.page.get_by_role("button", name=text, exact=True)

    def open_step(self, text: str) -> Locator:
        """Open a step, and return its field."""
        self.step(text).tap()
        field = self.page.get_by_role("textbox", name=self["step words"])
        expect(field).to_have_value(text)
        return field

    def change_step(self, text: str, words: str) -> None:
        """Write other words in a step, and close it."""
        self.open_step(text).fill(words)
        self.press("close step")
        expect(self.step(words)).to_be_visible()

    def remove_step(self, text: str) -> None:
        """Delete a step."""
        self.open_step(text)
        sheet = self.open_step_sheet()
        self.hides_offer(sheet)
        sheet.get_by_role("button", name=self["remove step"]).tap()
        expect(self.step(text)).to_have_count(0)

    def open_step_sheet(self) -> Locator:
        """Open what else can be chosen for the open step."""
        self.puts_keyboard_away()
        self.press("more for step")
        return self.page.get_by_role("dialog", name=self["this step"])

    def choose_for_step(self, text: str, progress: str) -> None:
        """Say where a step stands: one tap to open it, one to change it."""
        self.open_step(text)
        self.choose(self.page.get_by_role("radio", name=self[progress], exact=True))
        self.press("close step")
        stop = self.page.get_by_role("listitem").filter(has=self.step(text))
        expect(stop.get_by_text(self[progress], exact=True)).to_be_visible()

    def tick(self, text: str) -> None:
        """Tick a step."""
        box = self.tick_box(text)
        box.tap()
        expect(box).to_have_attribute("aria-pressed", "true")

    def tick_box(self, text: str) -> Locator:
        """Return the round state of a step."""
        return self.page.get_by_role("button", name=f"{self['tick']} : {text}", exact=True)

    def choose(self, state: Locator) -> None:
        """Tap a state; it shows as chosen as soon as it is kept."""
        state.tap()
        expect(state).to_be_checked()

    def puts_keyboard_away(self) -> None:
        """Leave the field she types in, and wait until the exit has made room at the top again."""
        self.page.evaluate("document.activeElement.blur()")
        expect(self.page.locator("html")).not_to_have_attribute("data-typing", "")

    def choose_for_goal(self, progress: str) -> None:
        """Say where the open goal stands, or on which horizon."""
        sheet = self.open_sheet()
        self.choose(sheet.get_by_role("radio", name=self[progress], exact=True))
        sheet.get_by_role("button", name=self["close"], exact=True).tap()
        expect(sheet).to_be_hidden()

    def open_sheet(self) -> Locator:
        """Open what else can be chosen for the open goal."""
        self.puts_keyboard_away()
        self.page.get_by_role("button", name=self["where goal"]).tap()
        return self.page.get_by_role("dialog", name=self["this goal"])

    def open_goal_words(self) -> Locator:
        """Open the words of the goal that shows, and return their field."""
        self.puts_keyboard_away()
        self.page.get_by_role("button", name=re.compile(f"{re.escape(self['change goal'])}$")).tap()
        return self.page.get_by_role("textbox", name=self["goal words"])

    def change_goal(self, title: str, words: str) -> None:
        """Write other words in the open goal, and close them."""
        field = self.open_goal_words()
        expect(field).to_have_value(title)
        field.fill(words)
        self.press("close goal words")
        expect(self.page.get_by_role("heading", name=words)).to_be_visible()

    def remove_goal(self) -> None:
        """Delete the open goal with its steps."""
        self.open_sheet().get_by_role("button", name=self["remove goal"]).tap()
        self.sees_plan()

    def where(self, text: str) -> Locator:
        """Return the stop of a step that is closed: its words and where it stands."""
        return self.page.get_by_role("listitem").filter(has=self.step(text))

    def back_to_plan(self) -> None:
        """Close the open goal."""
        self.page.get_by_role("button", name=self["back"]).tap()
        self.sees_plan()

    # --- wishes, search, what is put away ------------------------------------------------------

    def open_wishes(self) -> Locator:
        """Follow the sun to the wishes, and return where they stand."""
        self.page.get_by_role("link", name=self["sun"]).tap()
        fold = self.page.locator("details#wishes")
        expect(fold).to_have_attribute("open", "")
        return fold

    def write_wish(self, text: str) -> None:
        """Add a wish to those that show."""
        field = self.page.get_by_role("textbox", name=self["another wish"]).or_(
            self.page.get_by_role("textbox", name=self["first wish"])
        )
        field.fill(text)
        field.press("Enter")
        expect(self.wish(text)).to_be_visible()

    def wish(self, text: str) -> Locator:
        """Return the words of a wish that is closed."""
        return self.page.locator("#wishes").get_by_role("button", name=text, exact=True)

    def open_wish(self, text: str) -> Locator:
        """Open a wish, and return its field."""
        self.wish(text).tap()
        field = self.page.get_by_role("textbox", name=self["wish words"])
        expect(field).to_have_value(text)
        return field

    def look_for(self, words: str) -> Locator:
        """Open the search, type at once and fast, and return what it shows."""
        self.puts_keyboard_away()
        self.page.get_by_role("button", name=self["search"], exact=True).tap()
        self.page.keyboard.type(words)
        expect(self.page.get_by_role("searchbox", name=self["find"])).to_have_value(words)
        return self.page.locator(".pane--find")

    def leaves_list(self) -> None:
        """Go back from what stands in the place of the plan."""
        self.page.locator(".split__list").get_by_role("button", name=self["back"], exact=True).tap()
        self.sees_plan()

    def hides_offer(self, sheet: Locator) -> None:
        """Hide the offer to undo, which lies in *sheet* over what she taps next: it stays for ten seconds."""
        hide = sheet.get_by_role("button", name=self.sentence("undo.hide"), exact=True)
        if hide.is_visible():
            with suppress(TimeoutError):  # it may go by itself in the same moment
                hide.tap(timeout=LOOK_MS)

    def takes_back(self, said: str) -> None:
        """Undo what has just been done, which the page tells as the sentence *said*."""
        offer = self.page.get_by_role("status").filter(has_text=self.sentence(said))
        offer.get_by_role("button", name=self["undo"]).tap()
        expect(offer).to_have_count(0)
