"""Pages: each binds a State to components. A page is a composition of small functions."""
