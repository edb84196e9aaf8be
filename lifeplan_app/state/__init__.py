"""One State a page. A handler is thin: actor, one core call, view."""
