"""What the plan is made of: frozen dataclasses, enums, ids and errors. Standard library only."""
