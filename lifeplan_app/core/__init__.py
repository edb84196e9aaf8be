"""Use cases: plain functions of a unit of work and an actor. No web framework, no SQL."""
