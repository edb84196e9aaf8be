from tests.fixtures import clock

__all__ = ["clock"]
