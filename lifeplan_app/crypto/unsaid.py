"""Words of the public lists, French and English, that no one is offered to write down and to type."""

# fmt: off
UNSAID = frozenset({
    "abandon", "abuse", "abusif", "accabler", "accident", "accuse", "accuser", "agacer", "alarm",
    "alcohol", "anger", "angoisse", "angry", "anxiety", "argue", "armed", "armement", "arrest",
    "arsenic", "assault", "assaut", "asservir", "attack", "attaque", "attraper", "bafouer", "battle",
    "betray", "bitter", "blade", "blafard", "blame", "bleak", "blessant", "blind", "blood", "bomb",
    "broken", "brutal", "bullet", "burden", "burst", "cage", "calomnie", "calvaire", "carabine",
    "carnage", "censurer", "client", "combat", "couteau", "crainte", "crash", "crazy", "crime", "cruel",
    "crush", "cry", "cyanure", "damage", "danger", "debris", "deny", "despair", "destroy", "diable",
    "dirt", "divorce", "dompter", "dossier", "draper", "dumb", "duperie", "enemy", "enfermer", "ennemi",
    "envahir", "escape", "evil", "exile", "exiler", "fat", "fatal", "fatigue", "fault", "fautif",
    "fragile", "frapper", "frayeur", "fugitif", "fuite", "fureur", "furieux", "fury", "gendarme",
    "ghost", "gloom", "grape", "grief", "guilt", "gun", "hachoir", "harsh", "hazard", "honteux",
    "horrible", "hurt", "husband", "illegal", "illness", "inflict", "infliger", "injure", "injury",
    "insane", "insulter", "inutile", "jealous", "jugement", "junk", "kick", "knife", "larme", "lawsuit",
    "liar", "ligoter", "lonely", "mad", "malheur", "malice", "matraque", "menacer", "mensonge",
    "misery", "missile", "monstre", "morsure", "mortier", "motif", "munition", "nasty", "naufrage",
    "negative", "neglect", "nerve", "nocif", "noirceur", "nuire", "nuisible", "obey", "oblige",
    "obliger", "offenser", "opprimer", "ordonner", "outrager", "panic", "paniquer", "patient",
    "penalty", "perte", "phobie", "pistol", "pleurer", "police", "policier", "poverty", "prison",
    "problem", "proie", "protect", "psychose", "punch", "punitif", "querelle", "ravager", "refuge",
    "regret", "reject", "rejeter", "rescue", "rifle", "riot", "risk", "risque", "rompre", "rude",
    "ruiner", "saboter", "sabre", "sad", "sadness", "scandale", "scare", "score", "scrap", "shock",
    "shoot", "sick", "siege", "sinistre", "slam", "social", "solitude", "sombre", "sottise", "soucieux",
    "struggle", "stumble", "stupeur", "suffer", "suspect", "target", "tenaille", "terrible", "tobacco",
    "tordre", "torpille", "toxine", "tragic", "tragique", "trahir", "trancher", "trap", "trash",
    "trial", "tribunal", "trigger", "trouble", "tyran", "ugly", "unfair", "unhappy", "upset", "useless",
    "vaincre", "venger", "venimeux", "vexant", "vexer", "vicious", "vilain", "warfare", "warrior",
    "waste", "weapon", "weird", "wife", "wreck", "wrestle", "wrong",
})
# fmt: on
