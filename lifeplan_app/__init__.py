"""Carnet: a person's own life plan, sealed, on her phone."""
