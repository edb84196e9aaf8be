"""A person with her phone: what she does, in her words, found by role and name as she finds it."""

from typing import Any, Self

from playwright.sync_api import Locator, Page, expect

from tests.e2e.phone import Phone

WORDS: dict[str, dict[str, str]] = {
    "fr": {
        "have code": "J’ai un code d’invitation",
        "have recovery": "J’ai un code de secours",
        "code": "Code d’invitation",
        "name": "Nom du carnet",
        "phrase": "Phrase secrète",
        "new phrase": "Nouvelle phrase secrète",
        "recovery": "Code de secours",
        "take words": "Garder ces mots",
        "make": "Créer mon carnet",
        "regain": "Retrouver mon carnet",
        "put away": "Je l’ai rangé",
        "go on": "Continuer",
        "open": "Ouvrir",
        "plan": "Mon plan",
        "exit": "Quitter",
        "back": "Retour au plan",
        "me": "Moi",
        "places": "Les pages",
        "sign out": "Fermer la session",
        "lock": "Fermer à clé maintenant",
        "undo": "Annuler",
        "add short": "Ajouter un objectif, bientôt",
        "add medium": "Ajouter un objectif, cette année",
        "add long": "Ajouter un objectif, plus tard",
        "new short": "Un objectif, bientôt",
        "new medium": "Un objectif, cette année",
        "new long": "Un objectif, plus tard",
        "short": "Bientôt",
        "medium": "Cette année",
        "long": "Plus tard",
        "first step": "Une étape",
        "another step": "Une autre étape",
        "step words": "L’étape, en vos mots",
        "goal words": "L’objectif, en vos mots",
        "close step": "Refermer l’étape",
        "remove step": "Effacer l’étape",
        "tick": "Fait : ",
        "where goal": "Plus de choix pour cet objectif",
        "this goal": "Cet objectif",
        "close": "Fermer",
        "idea": "idée",
        "active": "en cours",
        "resting": "en pause",
        "done": "fait",
        "let_go": "laissé de côté",
        "again": "Rouvrir le carnet",
    },
    "en": {
        "have code": "I have an invitation code",
        "have recovery": "I have a recovery code",
        "code": "Invitation code",
        "name": "Name of the notebook",
        "phrase": "Secret phrase",
        "new phrase": "New secret phrase",
        "recovery": "Recovery code",
        "take words": "Keep these words",
        "make": "Make my notebook",
        "regain": "Get my notebook back",
        "put away": "I have put it away",
        "go on": "Go on",
        "open": "Open",
        "plan": "My plan",
        "exit": "Exit",
        "back": "Back to the plan",
        "me": "Me",
        "places": "Pages",
        "sign out": "Sign out",
        "lock": "Lock now",
        "undo": "Undo",
        "add short": "Add a goal, soon",
        "add medium": "Add a goal, this year",
        "add long": "Add a goal, later",
        "new short": "A goal, soon",
        "new medium": "A goal, this year",
        "new long": "A goal, later",
        "short": "Soon",
        "medium": "This year",
        "long": "Later",
        "first step": "A step",
        "another step": "Another step",
        "step words": "The step, in your words",
        "goal words": "The goal, in your words",
        "close step": "Close the step",
        "remove step": "Delete the step",
        "tick": "Done : ",
        "where goal": "More choices for this goal",
        "this goal": "This goal",
        "close": "Close",
        "idea": "idea",
        "active": "under way",
        "resting": "resting",
        "done": "done",
        "let_go": "let go",
        "again": "Open the notebook again",
    },
}
START = {"fr": "/", "en": "/en/"}


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
        return WORDS[self.language][word]

    # --- doors ---------------------------------------------------------------------------------

    def arrive(self) -> Self:
        """Open the app's first page."""
        self.page.goto(START[self.language])
        return self

    def sign_up(self, code: str, name: str = "mimosa-42") -> Self:
        """Make an account with an invitation code, taking the six words that are offered."""
        self.fill_in_sign_up(code, name)
        self.press("make")
        expect(self.page.get_by_role("heading", name=self["recovery"])).to_be_visible()
        self.recovery_code = "-".join(self.page.locator("[data-code] span").all_inner_texts())
        self.page.get_by_label(self["put away"]).check()
        self.press("go on")
        self.sees_plan()
        return self

    def fill_in_sign_up(self, code: str, name: str) -> None:
        """Fill in the sign-up form, and do not send it yet."""
        self.arrive()
        self.page.get_by_role("link", name=self["have code"]).tap()
        self.page.get_by_label(self["code"]).fill(code)
        self.page.get_by_label(self["name"]).fill(name)
        self.page.get_by_label(self["phrase"], exact=True).focus()
        self.press("take words")
        self.name = name
        self.phrase = self.page.get_by_label(self["phrase"], exact=True).input_value()

    def sign_in(self, phrase: str | None = None) -> Self:
        """Open the notebook with name and passphrase."""
        self.arrive()
        self.page.get_by_label(self["name"]).fill(self.name)
        self.page.get_by_label(self["phrase"], exact=True).fill(phrase or self.phrase)
        self.page.get_by_role("button", name=self["open"], exact=True).tap()
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
        expect(self.page.get_by_role("heading", name=self["open"], exact=True)).to_be_visible()

    def sees_plan(self) -> None:
        """Wait until her plan is there."""
        expect(self.page.get_by_role("heading", name=self["plan"], exact=True)).to_be_visible()

    def goes_to(self, place: str) -> None:
        """Tap a place of the bottom bar."""
        self.page.get_by_role("navigation", name=self["places"]).get_by_role("link", name=self[place]).tap()

    def press(self, word: str) -> None:
        """Tap a button by its words."""
        self.page.get_by_role("button", name=self[word], exact=True).tap()

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
        return self.page.get_by_role("button", name=self["tick"] + text, exact=True)

    def choose(self, state: Locator) -> None:
        """Tap a state; it shows as chosen as soon as it is kept."""
        state.tap()
        expect(state).to_be_checked()

    def choose_for_goal(self, progress: str) -> None:
        """Say where the open goal stands."""
        self.page.get_by_role("button", name=self["where goal"]).tap()
        sheet = self.page.get_by_role("dialog", name=self["this goal"])
        self.choose(sheet.get_by_role("radio", name=self[progress], exact=True))
        sheet.get_by_role("button", name=self["close"], exact=True).tap()
        expect(sheet).to_be_hidden()

    def back_to_plan(self) -> None:
        """Close the open goal."""
        self.page.get_by_role("button", name=self["back"]).tap()
        self.sees_plan()

    def write_plan(self, plan: dict[str, Any]) -> None:
        """Write a whole plan through the pages, goal by goal."""
        for goal in plan["goals"]:
            self.write_goal(goal["title"], goal["horizon"])
            self.open_goal(goal["title"])
            if goal["progress"] != "idea":
                self.choose_for_goal(goal["progress"])
            for step in goal["steps"]:
                self.add_step(step["text"])
                if step["progress"] == "done":
                    self.tick(step["text"])
                elif step["progress"] != "idea":
                    self.choose_for_step(step["text"], step["progress"])
            self.back_to_plan()

    def finds_plan(self, plan: dict[str, Any]) -> None:
        """Check that every goal and step of *plan* is there, where it was and as it stood."""
        for horizon in ("short", "medium", "long"):
            titles = [goal["title"] for goal in plan["goals"] if goal["horizon"] == horizon]
            expect(self.band(horizon).get_by_role("heading", level=3)).to_have_text(titles)
        for goal in plan["goals"]:
            self.open_goal(goal["title"])
            expect(self.page.locator(".badge")).to_contain_text(self[goal["progress"]])
            for step in goal["steps"]:
                stop = self.page.get_by_role("listitem").filter(has=self.step(step["text"]))
                expect(stop.get_by_text(self[step["progress"]], exact=True)).to_be_visible()
            self.back_to_plan()
