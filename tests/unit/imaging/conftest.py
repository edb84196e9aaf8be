from hypothesis import settings

# A busy machine fails no test: what is proved here is what comes out, not when.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
