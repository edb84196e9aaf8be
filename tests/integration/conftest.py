from tests.fixtures import claire, clock, house, nadia, odile, rose

__all__ = ["claire", "clock", "house", "nadia", "odile", "rose"]
