"""The neutral sites that leaving may lead to: ordinary ones, that say nothing about who opens them."""

from typing import Final

SITES: Final = {
    "weather": "https://meteofrance.com/",
    "recipes": "https://www.marmiton.org/",
    "knowledge": "https://www.wikipedia.org/",
    "sport": "https://www.lequipe.fr/",
    "television": "https://www.programme-tv.net/",
    "abroad": "https://www.bbc.com/weather",
}
"""Start pages, by the word that names them in the catalogues (``leaving.<word>``)."""
