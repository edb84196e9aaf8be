from tests.fixtures import clock, house, nadia

__all__ = ["clock", "house", "nadia"]
